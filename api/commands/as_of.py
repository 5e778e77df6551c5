"""The option `--as-of`, which commands that read the graph share."""

from __future__ import annotations

from typing import Annotated

import typer

from graph.projection.as_of import checked_day


def _checked(text: str) -> str:
    try:
        return checked_day(text)
    except ValueError as error:
        raise typer.BadParameter(str(error)) from error


AsOf = Annotated[
    str | None,
    typer.Option(
        parser=_checked,
        metavar="DATE",
        help="As it was at the end of this day, month or year: 2019-06-30, 2019-06, 2019.",
    ),
]
