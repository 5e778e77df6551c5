"""`accord expire`: texts that were kept long enough."""

from __future__ import annotations

from typing import Annotated

import typer

from api.answer.phrase import counted
from api.counting import counting
from api.settings import load_settings
from api.terminal import out
from graph.errors import SettingError
from graph.retention import expire_texts
from graph.store import open_store


def expire(
    days: Annotated[
        int | None, typer.Option("--days", min=0, help="Instead of ACCORD_KEEP_TEXT_DAYS, this once.")
    ] = None,
) -> None:
    """Remove texts that were kept long enough; the sentences that claims rest on stay."""
    settings = load_settings()
    kept = settings.keep_text_days if days is None else days
    if kept is None:
        raise SettingError("Texts are kept for good: set ACCORD_KEEP_TEXT_DAYS, or say --days.")
    with open_store(settings.store()) as store, counting("removing texts") as progress:
        removed = expire_texts(store, kept, progress)
    out().print(f"The text of {counted(removed, 'article')} is no longer kept.")
