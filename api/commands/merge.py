"""`accord merge`: somebody knows that two mentions are one."""

from __future__ import annotations

from typing import Annotated

import typer

from api.commands.merges import told
from api.settings import load_settings
from api.terminal import out
from graph import rulings
from graph.store import open_store

A_MENTION = "As `accord merges` or the API gives it, such as leader:IDN:jokowi."


def merge(
    a: Annotated[str, typer.Argument(help=f"A mention, or the id of a fact. {A_MENTION}")],
    b: Annotated[str, typer.Argument(help="Another one.")],
) -> None:
    """Rule that two names are one person, agreement or meeting."""
    with open_store(load_settings().store()) as store:
        ruled = rulings.merge(store, a, b)
    out().print(f"{ruled.id}  {told(ruled)}.", markup=False, soft_wrap=True)
