"""`accord unmerge`: somebody knows that two mentions are not one."""

from __future__ import annotations

from typing import Annotated

import typer

from api.commands.merges import told
from api.settings import load_settings
from api.terminal import out
from graph import rulings
from graph.store import open_store


def unmerge(
    one: Annotated[str, typer.Argument(help="The id of a merge, or a mention, as `accord merges` gives them.")],
    other: Annotated[str | None, typer.Argument(help="The mention that it is not one with.")] = None,
) -> None:
    """Rule that two names that were merged are not one."""
    with open_store(load_settings().store()) as store:
        ruled = rulings.unmerge(store, one, other)
    out().print(f"{ruled.id}  {told(ruled)}.", markup=False, soft_wrap=True)
