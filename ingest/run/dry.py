"""A dry run: all is done but the writing."""

from __future__ import annotations

from collections.abc import Iterable

from graph.errors import ArticleError
from graph.writer import WriteReport, check
from ingest.reading import Read


class DryWriter:
    """Checks readings as a writer does, and stores nothing."""

    def write_many(self, readings: Iterable[Read]) -> WriteReport:
        """What would be refused."""
        refused: list[ArticleError] = []
        for article, reading in readings:
            try:
                check(article, reading)
            except ArticleError as error:
                refused.append(error)
        return WriteReport(refused=tuple(refused))
