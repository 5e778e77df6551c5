"""`accord export`: the graph in the forms that other programs take."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from api.dependencies import actor_of
from api.settings import load_settings
from api.terminal import err, out
from graph.export import FORMATS
from graph.export import export as write
from graph.store import open_store

Format = StrEnum("Format", [(name, name) for name in FORMATS])  # type: ignore[misc]

_FORMATS = "; ".join(f"{form.name}: {form.help}" for form in FORMATS.values())


def export(
    form: Annotated[Format, typer.Argument(metavar="FORMAT", help=f"{_FORMATS}.")],
    output: Annotated[
        Path, typer.Option("--output", "-o", help="The file to write; for csv and parquet a new or empty folder.")
    ],
    actor: Annotated[
        list[str] | None,
        typer.Option("--actor", "-a", help="Only what this country or body shares; of several, what they share."),
    ] = None,
) -> None:
    """Write the graph in a form that other programs take."""
    ids = [actor_of(name) for name in actor or []]
    wanted = FORMATS[form.value]
    with open_store(load_settings().store()) as store, err().status(f"writing {wanted.name}"):
        count = write(store, wanted.name, output, ids)
    out().print(f"Wrote [bold]{count:,}[/] {wanted.unit} to [bold]{output}[/]", soft_wrap=True)
