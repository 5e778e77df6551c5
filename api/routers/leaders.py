"""Leaders: who speaks or acts for whom."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query

from api.dependencies import ActorInQuery, SliceDep, ViewThenDep
from api.wire import LeaderOut

router = APIRouter(tags=["leaders"])


@router.get("/leaders", response_model=list[LeaderOut], summary="List leaders")
def leaders(
    view: ViewThenDep,
    actor: ActorInQuery,
    part: SliceDep,
    role: Annotated[str | None, Query(description="Role class.", examples=["head_of_state"])] = None,
) -> Any:
    """Those who spoke or acted for an actor, or for anybody, as articles show them."""
    return view.leaders(actor, role=role, limit=part.limit)
