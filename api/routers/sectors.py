"""Sectors: the fields of cooperation and dispute."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter

from api.wire import Wire
from graph.vocabulary import sectors

router = APIRouter(tags=["sectors"])


class SectorOut(Wire):
    """A sector, or a subsector of `parent`."""

    id: str
    name: str
    parent: str | None


@router.get("/sectors", response_model=list[SectorOut], summary="List sectors")
def list_sectors() -> Any:
    """All sectors and subsectors, parents first."""
    return list(sectors())
