"""Cypher over HTTP: reading only."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from json import dumps
from typing import Any

from anyio import to_thread
from fastapi import APIRouter, Request
from fastapi.responses import StreamingResponse
from pydantic import BaseModel, ConfigDict, Field

from api.accept import JSON, JSONL, NDJSON, preferred
from api.dependencies import SettingsDep, StoreDep
from api.lines import streamed
from api.wire import Wire
from graph.readonly import Ended, Rows, Sink

router = APIRouter(tags=["cypher"])

MOST_BYTES = 50_000_000
"""So much an answer as JSON may hold, which is made in memory; as JSON Lines it may be of any size."""


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
    """Rows under their columns; `truncated` if there were more than ACCORD_QUERY_ROWS, or than 50 MB of them."""

    columns: list[str]
    rows: list[dict[str, Any]]
    truncated: bool


@router.post(
    "/cypher",
    response_model=RowsOut,
    summary="Run a Cypher query that only reads",
    responses={200: {"content": {NDJSON: {}, JSONL: {}}}},
)
async def cypher(body: CypherIn, request: Request, store: StoreDep, settings: SettingsDep) -> Any:
    """Runs with a user, or in a mode, that cannot write; rows and time are limited by settings.

    As JSON Lines (by `Accept`) rows are sent as they come. Each line is ``{"row": …}``, and the last one ``{"end":
    {"rows": …, "truncated": …}}``, or ``{"error": …}`` where the query was stopped.

    A few run at one time, the others wait, so that slow ones do not keep the other routes from their threads.
    """
    run = partial(
        store.each_read_only,
        cypher=body.query,
        parameters=body.parameters,
        limit=settings.query_rows,
        timeout_s=settings.query_seconds,
    )
    turns, form = request.app.state.cypher_turns, preferred(request, (JSON, NDJSON, JSONL))
    if form == JSON:
        return await to_thread.run_sync(_kept, run, limiter=turns)
    lines = await streamed(run, settings.query_seconds, turns)
    return StreamingResponse(lines, media_type=form)


def _kept(run: Callable[[Sink], Ended]) -> Rows:
    """All rows, as far as there is room for them."""
    rows: list[dict[str, Any]] = []
    room = MOST_BYTES

    def keep(row: dict[str, Any]) -> bool:
        nonlocal room
        room -= len(dumps(row))
        if room >= 0:
            rows.append(row)
        return room >= 0

    ended = run(keep)
    return Rows(ended.columns, tuple(rows), ended.truncated)
