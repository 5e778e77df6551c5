"""`accord draw`: the interactive page of some actors."""

from __future__ import annotations

import re
import webbrowser
from pathlib import Path
from typing import Annotated

import typer

from api.commands.as_of import AsOf
from api.question import understand
from api.settings import load_settings
from api.terminal import out
from graph.store import open_store
from viz.page import render, render_matrix


def draw(
    actors: Annotated[
        list[str] | None,
        typer.Argument(help="Countries or bodies, in any usual spelling; none: a matrix of all relations."),
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="The file to write; not given: accord-A-B.html here.")
    ] = None,
    as_of: AsOf = None,
    show: Annotated[bool, typer.Option("--open", help="Open it in the browser.")] = False,
) -> None:
    """Draw what some countries or bodies share, or all relations, as one interactive HTML page."""
    ids = [actor for text in actors or () for actor in understand(text).actors]
    with open_store(load_settings().store()) as store:
        view = store.view()
        found = view.subgraph(ids, as_of=as_of) if actors else view.overview(as_of=as_of)
    name = "-".join(re.sub(r"\W+", "-", actor) for actor in ids)
    path = output or Path(f"accord-{name or 'matrix'}.html")
    path.write_text(render(found) if actors else render_matrix(found), encoding="utf-8")
    out().print(f"Wrote [bold]{path.resolve()}[/]", soft_wrap=True)
    if not found.edges:
        said = f"of {found.title} " if actors else ""
        out().print(f"[yellow]The graph says nothing {said}yet; the page is empty.[/]")
    if show:
        webbrowser.open(path.resolve().as_uri())
