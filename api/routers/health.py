"""Health: is the process alive, is the graph there."""

from __future__ import annotations

from typing import Literal

from fastapi import APIRouter
from pydantic import BaseModel

from api.dependencies import ViewDep

router = APIRouter(prefix="/health", tags=["health"])


class Health(BaseModel):
    """All is well."""

    status: Literal["ok"] = "ok"


class Ready(Health):
    """The graph answers; `counts` are its nodes by kind."""

    counts: dict[str, int]


@router.get("/live", summary="Is the process alive")
async def live() -> Health:
    """Says so without asking the graph."""
    return Health()


@router.get("/ready", summary="Does the graph answer")
def ready(view: ViewDep) -> Ready:
    """Asks the graph; a problem (503) if it does not answer."""
    return Ready(counts=view.counts())
