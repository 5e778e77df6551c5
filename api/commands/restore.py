"""`accord restore`: a backup into the graph."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape

from api.counting import counting, told
from api.settings import load_settings
from api.terminal import FAILURE, err, out
from graph import backup
from graph.store import open_store


def restore(
    file: Annotated[Path, typer.Argument(help="A file that accord backup wrote.")],
    add: Annotated[bool, typer.Option("--add", help="Add to what the graph holds; also goes on after a stop.")] = False,
) -> None:
    """Store what a backup holds, and make facts and edges anew from it."""
    backup.inspect(file)
    with open_store(load_settings().store()) as store, counting("restoring") as progress:
        contents, report = backup.restore(store, file, progress, add=add)
    out().print(f"Restored [bold]{told(contents)}[/] from [bold]{file}[/]", soft_wrap=True)
    if report.unchanged or report.outdated:
        out().print(f"  in the graph before: {report.unchanged:,}; read there by a newer reader: {report.outdated:,}")
    for error in report.refused:
        err().print(f"[yellow]left out[/] {escape(str(error))}")
    if report.refused:
        raise typer.Exit(FAILURE)
