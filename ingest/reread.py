"""Rereading: stored articles that another reader version read, read again by this one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from graph.article import Article
from graph.stock import Stock
from graph.writer import is_older
from ingest.reading import NamedReader, read_all
from ingest.run import ReadingWriter, RunReport, run


@dataclass(frozen=True, slots=True)
class Plan:
    """Which stored articles are to be read again. Not read are those of which a newer version of this reader told
    (`newer`), and those whose text is no longer kept (`textless`).
    """

    articles: tuple[str, ...]
    newer: int
    textless: int


@dataclass(slots=True)
class RereadReport:
    """A plan, and what came of it so far; `run` counts the articles that say the same as before as unchanged."""

    plan: Plan
    run: RunReport = field(default_factory=RunReport)


def plan_of(stock: Stock, reader: str, *, everything: bool = False) -> Plan:
    """What `reader` (its name and version) has to read again: what others read, or `everything`."""
    articles: list[str] = []
    newer = textless = 0
    for stored in stock.listed():
        if stored.reader == reader and not everything:
            continue
        if is_older(reader, stored.reader):
            newer += 1
        elif not stored.has_text:
            textless += 1
        else:
            articles.append(stored.id)
    return Plan(tuple(articles), newer, textless)


def reread(
    plan: Plan,
    stock: Stock,
    reader: NamedReader,
    writer: ReadingWriter,
    progress: Callable[[RereadReport], None] = lambda report: None,
) -> RereadReport:
    """Reads the articles of a plan and stores what they say now; `progress` sees the report after each batch.

    Each batch is stored for good: after an interruption a new plan holds what is left.
    """
    report = RereadReport(plan)

    def tell(done: RunReport) -> None:
        report.run = done
        progress(report)

    report.run = run(read_all(_articles(stock, plan.articles), reader), writer, tell)
    return report


def _articles(stock: Stock, ids: Sequence[str]) -> Iterator[Article]:
    """The articles with these ids that are still stored."""
    for part in stock.parts(ids):
        yield from part
