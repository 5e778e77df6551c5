"""Pages for people: the home page and the documentation."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from api.dependencies import ViewDep
from api.pages import page

router = APIRouter(include_in_schema=False)
_LATEST = 8


@router.get("/", response_class=HTMLResponse)
def home(view: ViewDep) -> HTMLResponse:
    """A question box, examples, what the graph holds, the latest articles."""
    pairs = view.dyads(limit=_LATEST)
    return page("home.html", counts=view.counts(), articles=view.articles(limit=_LATEST), dyads=pairs)


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
