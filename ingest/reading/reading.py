"""Reading: articles to their readings, some of them together; what breaks a reader costs itself alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Protocol, TypeVar

from graph.article import Article
from graph.errors import InputError
from graph.reading import Reading
from ingest.source import Skipped

BATCH = 32
"""Articles read and written together: what is in memory at one time, and what one transaction holds."""


@dataclass(frozen=True, slots=True)
class Known:
    """An article that need not be read: it is in the graph as it is, with so many claims of the same reader."""

    id: str
    claims: int


Read = tuple[Article, Reading]
Result = Read | Known | Skipped

Other = TypeVar("Other", bound=Known | Skipped)
"""What stands among articles and needs no reading."""


class ArticleReader(Protocol):
    """What a run needs of a reader."""

    def read(self, article: Article) -> Reading:
        """The claims of one article."""
        ...

    def read_many(self, articles: Iterable[Article]) -> Iterator[Reading]:
        """The readings of `articles`, in their order."""
        ...


class NamedReader(ArticleReader, Protocol):
    """A reader that says which version it is."""

    @property
    def name_version(self) -> str:
        """Its name and version."""
        ...


def read_all(items: Iterable[Article | Other], reader: ArticleReader) -> Iterator[Read | Skipped | Other]:
    """Each article with its reading, in order, beside what needs none; what breaks the reader is skipped."""
    pending = iter(items)
    while chunk := list(islice(pending, BATCH)):
        articles, others = parted(chunk)
        yield from others
        for article, reading in zip(articles, readings_of(articles, reader), strict=True):
            yield reading if isinstance(reading, Skipped) else (article, reading)


def parted(items: Iterable[Article | Other]) -> tuple[list[Article], list[Other]]:
    """The articles among `items`, and the rest."""
    articles: list[Article] = []
    others: list[Other] = []
    for item in items:
        if isinstance(item, Article):
            articles.append(item)
        else:
            others.append(item)
    return articles, others


def readings_of(articles: Sequence[Article], reader: ArticleReader) -> list[Reading | Skipped]:
    """The reading of each article, read together, or why there is none."""
    try:
        return list(reader.read_many(articles))
    except Exception:  # noqa: BLE001 - one of them broke the reader: find out which, keep the others
        return [_reading_of(article, reader) for article in articles]


def _reading_of(article: Article, reader: ArticleReader) -> Reading | Skipped:
    try:
        return reader.read(article)
    except InputError as error:
        return Skipped(article.id, error.reason, error.detail)
    except Exception as error:  # noqa: BLE001 - a reader's fault costs the one article that shows it
        return Skipped(article.id, "reader_failed", f"{type(error).__name__}: {error}")
