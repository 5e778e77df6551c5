"""Search over names and sentences."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query

from api.cursor import Key
from api.dependencies import ViewDep
from api.formats import Tabular
from api.paging import PagingDep
from api.wire import PassageOut, Wire
from graph.view.search import HIT_KINDS, Hit, HitKind

router = APIRouter(tags=["search"], route_class=Tabular)


class HitOut(Wire):
    """Something found: what holds the words, what tells it apart, and how well it fits (0 to 1)."""

    kind: HitKind
    id: str
    name: str
    about: str
    score: float
    passage: PassageOut | None


@router.get("/search", response_model=list[HitOut], summary="Search names and sentences")
def search(
    view: ViewDep,
    page: PagingDep,
    q: Annotated[
        str,
        Query(
            min_length=1,
            max_length=300,
            description='Words that must all be there; what stands in double quotes is one: `"joint patrol" sea`.',
            examples=["Kishida"],
        ),
    ],
    kind: Annotated[
        list[HitKind] | None, Query(description="Only such; not given: all.", examples=[["leader"]])
    ] = None,
) -> Any:
    """Names of countries, bodies, leaders and agreements, titles of articles, and sentences behind claims.

    Best first: names before sentences, whole words before parts of words. Where no name of a country, body or leader
    holds the words, names that are spelt like them are given.
    """
    return page.cut(view.search(q, kinds=kind or HIT_KINDS), _key, float, int, str)


def _key(hit: Hit) -> Key:
    return -hit.score, HIT_KINDS.index(hit.kind), hit.id
