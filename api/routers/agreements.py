"""Agreements of anybody."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query

from api.dependencies import ActorInQuery, SliceDep, ViewThenDep
from api.routers.dyads import SectorIn, known_sector
from api.wire import AgreementOut
from graph.claim import AgreementStatus

router = APIRouter(tags=["agreements"])


@router.get("/agreements", response_model=list[AgreementOut], summary="List agreements")
def agreements(
    view: ViewThenDep,
    actor: ActorInQuery,
    part: SliceDep,
    sector: SectorIn = None,
    status: Annotated[AgreementStatus | None, Query(description="Where it stands.")] = None,
) -> Any:
    """Agreements by party, sector and status."""
    return view.all_agreements(
        actor=actor, sector=known_sector(sector), status=status, skip=part.skip, limit=part.limit
    )
