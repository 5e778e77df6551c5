"""`accord backup`: all that the graph cannot make anew, as one file."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from api.counting import counting, told
from api.settings import load_settings
from api.terminal import out
from graph.backup import back_up
from graph.errors import SettingError
from graph.store import open_store


def backup(
    file: Annotated[Path, typer.Argument(help="The file to write; gzipped if it ends in .gz.")],
    force: Annotated[bool, typer.Option("--force", help="Write over a file that is there.")] = False,
) -> None:
    """Write articles, claims and what people decided to one file, for either engine."""
    if file.exists() and not force:
        raise SettingError(f"{file} is there already; --force writes over it.")
    with open_store(load_settings().store()) as store, counting("backing up") as progress:
        contents = back_up(store, file, progress)
    out().print(f"Wrote [bold]{told(contents)}[/] to [bold]{file}[/]", soft_wrap=True)
