"""Merges: which mentions are taken for one thing and why, and what people ruled about it."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query

from api.dependencies import ActorInQuery, StoreDep
from api.formats import Tabular
from api.paging import PagingDep
from api.wire_merge import MergeOut, RulingOut, merge_out
from graph import rulings
from graph.rulings import Merge

router = APIRouter(prefix="/merges", tags=["identity"], route_class=Tabular)


@router.get("", response_model=list[MergeOut], summary="List merges")
def merges(
    store: StoreDep,
    page: PagingDep,
    actor: ActorInQuery,
    *,
    everything: Annotated[bool, Query(alias="all", description="Also those of the same name or the same day.")] = False,
) -> Any:
    """Which names are taken for one person, agreement or meeting, by which rule: of an actor, or of all; by fact."""
    found = sorted(rulings.merges(store, actor, plain=everything), key=_key)
    return [merge_out(one) for one in page.cut(found, _key, str, str, str)]


@router.get("/rulings", response_model=list[RulingOut], summary="List what people ruled")
def listing(store: StoreDep, page: PagingDep) -> Any:
    """What people decided about mentions with `accord merge` and `accord unmerge`, the latest last."""
    return page.cut(rulings.rulings(store), lambda ruled: (ruled.decided_at, ruled.id), str, str)


def _key(merge: Merge) -> tuple[str, str, str]:
    return merge.fact, merge.key, merge.to
