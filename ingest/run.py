"""A run: load, read, write in batches, and count what was kept and what was skipped and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, Protocol

from graph.article import Article
from graph.errors import InputError
from graph.reading import Reading
from graph.writer import WriteReport
from ingest.source import Loaded, Skipped

BATCH = 32
"""Articles read and written together: what is in memory at one time, and what one transaction holds."""

NAMED_SKIPS = 100
"""So many skips are named in a report; all are counted."""

Read = tuple[Article, Reading]


class ArticleReader(Protocol):
    """What a run needs of a reader."""

    def read(self, article: Article) -> Reading:
        """The claims of one article."""
        ...

    def read_many(self, articles: Iterable[Article]) -> Iterator[Reading]:
        """The readings of `articles`, in their order."""
        ...


class ReadingWriter(Protocol):
    """What a run needs of a writer."""

    def write_many(self, readings: Iterable[Read]) -> WriteReport:
        """Stores articles with their readings."""
        ...


@dataclass(slots=True)
class RunReport:
    """What a run did so far. Of the `articles` that are in the graph now, `empty` ones say nothing of relations between
    actors, `unchanged` ones were there before, and `copies` are of articles that were there or came with them.
    """

    articles: int = 0
    claims: int = 0
    empty: int = 0
    unchanged: int = 0
    copies: int = 0
    skipped: Counter[str] = field(default_factory=Counter)
    skips: list[Skipped] = field(default_factory=list)

    @property
    def failed(self) -> bool:
        """Whether there was input and none of it could be read."""
        return self.articles == 0 and self.skipped.total() > 0

    def keep(self, reading: Reading) -> None:
        """Counts one article that was read."""
        self.articles += 1
        self.claims += len(reading.claims)
        self.empty += not reading.claims

    def skip(self, skipped: Skipped) -> None:
        """Counts one input that was not."""
        self.skipped[skipped.reason] += 1
        if len(self.skips) < NAMED_SKIPS:
            self.skips.append(skipped)

    def as_json(self) -> dict[str, Any]:
        """The report as plain JSON values."""
        return {
            "articles": self.articles,
            "claims": self.claims,
            "articles_without_claims": self.empty,
            "articles_unchanged": self.unchanged,
            "articles_copied": self.copies,
            "skipped": dict(sorted(self.skipped.items())),
            "skips": [{"where": s.where, "reason": s.reason, "detail": s.detail} for s in self.skips],
        }


def read_all(items: Iterable[Loaded], reader: ArticleReader) -> Iterator[Read | Skipped]:
    """Each article with its reading, in order, beside what was skipped; what breaks the reader is skipped."""
    pending = iter(items)
    while chunk := list(islice(pending, BATCH)):
        yield from _read_chunk(chunk, reader)


def _read_chunk(chunk: Sequence[Loaded], reader: ArticleReader) -> Iterator[Read | Skipped]:
    articles = [item for item in chunk if isinstance(item, Article)]
    yield from (item for item in chunk if isinstance(item, Skipped))
    try:
        readings = list(reader.read_many(articles))
    except Exception:  # noqa: BLE001 - one of them broke the reader: find out which, keep the others
        yield from (_read_one(article, reader) for article in articles)
    else:
        yield from zip(articles, readings, strict=True)


def _read_one(article: Article, reader: ArticleReader) -> Read | Skipped:
    try:
        return article, reader.read(article)
    except InputError as error:
        return Skipped(article.id, error.reason, error.detail)
    except Exception as error:  # noqa: BLE001 - a reader's fault costs the one article that shows it
        return Skipped(article.id, "reader_failed", f"{type(error).__name__}: {error}")


def run(
    items: Iterable[Loaded],
    reader: ArticleReader,
    writer: ReadingWriter,
    progress: Callable[[RunReport], None] = lambda report: None,
) -> RunReport:
    """Reads and stores `items` batch by batch; `progress` sees the report after each batch that was stored."""
    report = RunReport()
    results = read_all(items, reader)
    while chunk := list(islice(results, BATCH)):
        _store(chunk, writer, report)
        progress(report)
    return report


def _store(chunk: Sequence[Read | Skipped], writer: ReadingWriter, report: RunReport) -> None:
    kept = [item for item in chunk if not isinstance(item, Skipped)]
    written = writer.write_many(kept) if kept else WriteReport()
    refused = {error.where: error for error in written.refused}
    report.unchanged += written.unchanged
    report.copies += written.copies
    for item in chunk:
        if isinstance(item, Skipped):
            report.skip(item)
        elif error := refused.get(item[0].id):
            report.skip(Skipped(error.where, error.reason, error.detail))
        else:
            report.keep(item[1])
