"""Pages for people: the home page and the documentation."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response

from api import script
from api.answer.phrase import counted_kinds
from api.dependencies import ViewDep
from api.pages import page
from api.suggest import OF_ACTOR, OF_PAIR
from graph.vocabulary.names import actor_name

router = APIRouter(include_in_schema=False)
_LATEST = 8
_PATTERNS = (*OF_PAIR[:3], *OF_ACTOR)
"""What the home page suggests to ask about the dyad that shares most."""

_COUNTED = {
    "articles": ("article", "articles"),
    "claims": ("claim", "claims"),
    "dyads": ("relation", "relations"),
    "cooperations": ("area of cooperation", "areas of cooperation"),
    "agreements": ("agreement", "agreements"),
    "meetings": ("meeting", "meetings"),
    "events": ("act", "acts"),
    "leaders": ("person", "people"),
}
"""What the home page counts, and its words for one and for several."""


@router.get("/", response_class=HTMLResponse)
def home(view: ViewDep) -> HTMLResponse:
    """A question box, examples, what the graph holds, the latest articles."""
    pairs = view.dyads(limit=_LATEST)
    suggested = [pattern.format(*map(actor_name, pairs[0].split("-"))) for pattern in _PATTERNS] if pairs else []
    totals = view.totals_of(pairs)
    counts = view.counts()
    return page(
        "home.html",
        counts=[(words[counts[kind] > 1], counts[kind]) for kind, words in _COUNTED.items() if counts[kind]],
        articles=view.articles(limit=_LATEST),
        dyads=pairs,
        totals={dyad: counted_kinds(found) for dyad, found in totals.items()},
        suggested=suggested,
    )


@router.get("/assets/pages.js")
def assets() -> Response:
    """The script of the pages; its address changes with it."""
    headers = {"Cache-Control": "private, max-age=31536000, immutable"}
    return Response(script.source(), media_type="text/javascript", headers=headers)


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
