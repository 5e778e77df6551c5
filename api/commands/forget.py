"""`accord forget`: articles out of the graph."""

from __future__ import annotations

from typing import Annotated

import typer

from api.answer.phrase import counted
from api.settings import load_settings
from api.terminal import out
from graph.store import open_store
from graph.writer import WriteReport


def forget(
    articles: Annotated[list[str], typer.Argument(help="Ids of articles, as `GET /articles` and evidence give them.")],
) -> None:
    """Remove articles, their claims, and all that only they supported."""
    report = WriteReport()
    with open_store(load_settings().store()) as store:
        for article in articles:
            report += store.writer().forget(article)
    gone, changed = counted(report.removed, "fact"), counted(report.facts, "fact")
    out().print(f"Forgot {counted(len(articles), 'article')}: {gone} gone with them, {changed} changed.")
