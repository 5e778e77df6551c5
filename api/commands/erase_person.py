"""`accord erase-person`: a person out of the graph, and out of what comes in later."""

from __future__ import annotations

from typing import Annotated

import typer

from api.answer.phrase import counted
from api.counting import counting
from api.settings import load_settings
from api.terminal import out
from graph import erasure
from graph.store import open_store


def erase_person(
    name: Annotated[str, typer.Argument(help="The person's full name.")],
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask first: it cannot be undone.")] = False,
) -> None:
    """Take a person's name out of the graph, and keep it out."""
    with open_store(load_settings().store()) as store:
        for person in erasure.people(store, name):
            also = f", also {', '.join(person.aliases)}" if person.aliases else ""
            out().print(f"{person.name} ({person.actor}){also}", markup=False)
        if not yes:
            typer.confirm(f"Black out {name} for good, in texts and sentences too?", abort=True)
        with counting("looking through") as progress:
            report = erasure.erase_person(store, name, progress)
    out().print(
        f"{counted(report.articles, 'article')} changed, {counted(report.leaders, 'leader')} gone. "
        "Backups and exports made before still hold the name."
    )
