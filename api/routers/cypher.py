"""Cypher over HTTP: reading only."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from json import dumps
from typing import Any

from anyio import to_thread
from fastapi import APIRouter, Request
from fastapi.responses import StreamingResponse
from pydantic import BaseModel, ConfigDict, Field

from api.accept import JSON, JSONL, NDJSON, preferred
from api.dependencies import SettingsDep, StoreDep
from api.wire import Wire
from graph.readonly import Rows

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


@router.post(
    "/cypher",
    response_model=RowsOut,
    summary="Run a Cypher query that only reads",
    responses={200: {"content": {NDJSON: {}, JSONL: {}}}},
)
async def cypher(body: CypherIn, request: Request, store: StoreDep, settings: SettingsDep) -> Any:
    """Runs with a user, or in a mode, that cannot write; rows and time are limited by settings.

    As JSON Lines (by `Accept`) each line is ``{"row": …}``, and the last one ``{"end": {"rows": …, "truncated": …}}``:
    without it the answer was cut off.

    A few run at one time, the others wait, so that slow ones do not keep the other routes from their threads.
    """
    run = partial(store.run_read_only, body.query, body.parameters, settings.query_rows, settings.query_seconds)
    found = await to_thread.run_sync(run, limiter=request.app.state.cypher_turns)
    form = preferred(request, (JSON, NDJSON, JSONL))
    return found if form == JSON else StreamingResponse(_lines(found), media_type=form)


def _lines(found: Rows) -> Iterator[str]:
    for row in found.rows:
        yield f"{dumps({'row': row}, ensure_ascii=False)}\n"
    yield f"{dumps({'end': {'rows': len(found.rows), 'truncated': found.truncated}})}\n"
