"""Subgraphs, as JSON and as the interactive page."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, Response

from api.accept import wants_html
from api.dependencies import StoreDep, ViewThenDep, actor_of
from api.formats import SHARED_FORMS, TABLE, Forms, Tabular, exported
from api.wire import SubgraphOut
from graph.errors import QuestionError
from graph.subgraph import Subgraph, joined
from graph.view import View
from viz import asset
from viz.page import render, render_matrix

router = APIRouter(tags=["graph"], route_class=Tabular)

MOST_ACTORS = 12
Actors = Annotated[
    list[str],
    Query(alias="actor", description="Countries or bodies; give it once for each.", examples=[["JPN", "IDN"]]),
]
Expand = Annotated[
    list[str] | tuple[str, ...],
    Query(description="Actors of whom the strongest relationships are added; give it once for each."),
]
MostActors = Annotated[int, Query(ge=2, le=200, description="At most so many actors, those that share most.")]
MATRIX_FORMS: Forms = {200: {"content": {"text/html": {}, **TABLE[200]["content"]}}}
Limit = Annotated[int, Query(ge=1, le=200, description="At most so many facts of each kind.")]


@router.get("/graph", response_model=SubgraphOut, summary="A subgraph", responses=SHARED_FORMS)
def subgraph(
    request: Request, store: StoreDep, view: ViewThenDep, actors: Actors, expand: Expand = (), limit: Limit = 12
) -> Response | Any:
    """Nodes and edges of what the actors share, each with its sentences; the interactive page for a browser.

    `expand` adds the strongest relationships of one actor, whatever they are with.

    By `Accept` also as CSV (an edge a line), and as GraphML or JSON-LD of all that the graph holds of them, whatever
    the limit.
    """
    ids = _ids(actors)
    other = exported(request, store, ids, view.day)
    if other:
        return other
    found = _subgraph(view, ids, expand, limit)
    return _page(found, ids) if wants_html(request) else found


@router.get("/graph.html", response_class=HTMLResponse, summary="A subgraph as a page")
def subgraph_page(view: ViewThenDep, actors: Actors, expand: Expand = (), limit: Limit = 12) -> Response:
    """One self-contained file that can be saved and mailed."""
    ids = _ids(actors)
    return _page(_subgraph(view, ids, expand, limit), ids)


@router.get("/matrix", response_model=SubgraphOut, summary="All relations", responses=MATRIX_FORMS)
def whole(request: Request, view: ViewThenDep, actors: MostActors = 200) -> Response | Any:
    """How all actors stand with each other: their cooperation and disputes by sector and over all, and their acts.

    Without sentences; `/graph` has them. For a browser a matrix with a cell for each two, by `Accept` also CSV.
    """
    found = view.overview(actors=actors)
    return _matrix(found) if wants_html(request) else found


@router.get("/matrix.html", response_class=HTMLResponse, summary="All relations as a page")
def whole_page(view: ViewThenDep, actors: MostActors = 200) -> Response:
    """The matrix, whatever is accepted."""
    return _matrix(view.overview(actors=actors))


def _subgraph(view: View, ids: Sequence[str], expand: Sequence[str], limit: int) -> Subgraph:
    more = [actor for actor in _ids(expand) if [actor] != ids]
    return reduce(joined, (view.subgraph([actor], limit=limit) for actor in more), view.subgraph(ids, limit=limit))


def _ids(actors: Sequence[str]) -> list[str]:
    ids = list(dict.fromkeys(actor_of(actor) for actor in actors))
    if len(ids) > MOST_ACTORS:
        raise QuestionError(f"A subgraph has at most {MOST_ACTORS} actors.")
    return ids


def _page(found: Subgraph, actors: Sequence[str]) -> HTMLResponse:
    return _html(render(found, served=actors), "graph")


def _matrix(found: Subgraph) -> HTMLResponse:
    return _html(render_matrix(found, served=True), "matrix")


def _html(page: str, kind: asset.PageKind) -> HTMLResponse:
    policy = f"{asset.content_security_policy(kind)}; frame-ancestors 'none'"
    return HTMLResponse(page, headers={"Content-Security-Policy": policy})
