"""`accord migrate`: the graph to the version of this program."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from api.counting import counting
from api.settings import load_settings
from api.terminal import out
from graph.migrate import migrate as bring
from graph.schema import VERSION


def migrate(
    backup: Annotated[
        Path | None,
        typer.Option("--backup", help="Where the backup goes that is made first; not given: into ACCORD_HOME/backups."),
    ] = None,
) -> None:
    """Bring a graph that an older Accord wrote to this version; a backup is made first."""
    settings = load_settings()
    made = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
    file = backup or settings.home / "backups" / f"before-version-{VERSION}-{made}.jsonl.gz"
    with counting("migrating") as progress:
        done = bring(settings.store(), file, progress)
    if done is None:
        out().print(f"The graph has version {VERSION}, as this program needs it.")
        return
    out().print(
        f"The graph went from version {done.version} to {VERSION} with {done.articles:,} articles. "
        f"What it was made from is in [bold]{done.backup}[/].",
        soft_wrap=True,
    )
