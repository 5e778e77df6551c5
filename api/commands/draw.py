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
from viz.page import render


def draw(
    actors: Annotated[list[str], typer.Argument(help="Countries or bodies, in any usual spelling.")],
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="The file to write; not given: accord-A-B.html here.")
    ] = None,
    as_of: AsOf = None,
    show: Annotated[bool, typer.Option("--open", help="Open it in the browser.")] = False,
) -> None:
    """Draw what some countries or bodies share as one interactive HTML page."""
    ids = [actor for text in actors for actor in understand(text).actors]
    with open_store(load_settings().store()) as store:
        found = store.view().subgraph(ids, as_of=as_of)
    name = "-".join(re.sub(r"\W+", "-", actor) for actor in ids)
    path = output or Path(f"accord-{name}.html")
    path.write_text(render(found), encoding="utf-8")
    out().print(f"Wrote [bold]{path.resolve()}[/]", soft_wrap=True)
    if not found.edges:
        out().print(f"[yellow]The graph says nothing of {found.title} yet; the page is empty.[/]")
    if show:
        webbrowser.open(path.resolve().as_uri())
