"""Cypher over HTTP: reading only."""

from __future__ import annotations

from functools import partial
from typing import Any

from anyio import to_thread
from fastapi import APIRouter, Request
from pydantic import BaseModel, ConfigDict, Field

from api.dependencies import SettingsDep, StoreDep
from api.wire import Wire

router = APIRouter(tags=["cypher"])


class CypherIn(BaseModel):
    """A query that only reads."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [
                {
                    "query": "MATCH (:Dyad {id: $dyad})-[edge:COOPERATES_IN]->(s:Sector) RETURN s.name, edge.status",
                    "parameters": {"dyad": "IDN-JPN"},
                }
            ]
        },
    )

    query: str = Field(min_length=1, max_length=20_000)
    parameters: dict[str, Any] = Field(default_factory=dict)


class RowsOut(Wire):
    """Rows under their columns; `truncated` if there were more than ACCORD_QUERY_ROWS."""

    columns: list[str]
    rows: list[dict[str, Any]]
    truncated: bool


@router.post("/cypher", response_model=RowsOut, summary="Run a Cypher query that only reads")
async def cypher(body: CypherIn, request: Request, store: StoreDep, settings: SettingsDep) -> Any:
    """Runs with a user, or in a mode, that cannot write; rows and time are limited by settings.

    A few run at one time, the others wait, so that slow ones do not keep the other routes from their threads.
    """
    run = partial(store.run_read_only, body.query, body.parameters, settings.query_rows, settings.query_seconds)
    return await to_thread.run_sync(run, limiter=request.app.state.cypher_turns)
