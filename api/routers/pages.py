"""Pages for people: the home page and the documentation."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from api.dependencies import ViewDep
from api.pages import page
from graph.vocabulary.names import dyad_name

router = APIRouter(include_in_schema=False)
_LATEST = 8
_PATTERNS = (
    "{0}–{1} cooperation areas",
    "What have {0} and {1} agreed?",
    "When did {0} and {1} last meet?",
    "Who cooperates with {1}?",
    "Who leads {0}?",
)
"""What the home page suggests to ask about the dyad that shares most."""


@router.get("/", response_class=HTMLResponse)
def home(view: ViewDep) -> HTMLResponse:
    """A question box, examples, what the graph holds, the latest articles."""
    pairs = view.dyads(limit=_LATEST)
    suggested = [pattern.format(*dyad_name(pairs[0]).split("–")) for pattern in _PATTERNS] if pairs else []
    return page(
        "home.html", counts=view.counts(), articles=view.articles(limit=_LATEST), dyads=pairs, suggested=suggested
    )


@router.get("/docs", response_class=HTMLResponse)
def docs(request: Request) -> HTMLResponse:
    """The routes, from the OpenAPI document; nothing is loaded from elsewhere."""
    schema = request.app.openapi()
    return page("docs.html", info=schema["info"], operations=_operations(schema))


def _operations(schema: dict[str, Any]) -> list[dict[str, Any]]:
    return [
        {"method": method.upper(), "path": path, "parameters": [], **operation}
        for path, methods in schema["paths"].items()
        for method, operation in methods.items()
    ]
