"""What loading gives: an article, or that an input gave none and why."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import IO

from graph.article import Article
from graph.errors import ArticleError, InputError


@dataclass(frozen=True, slots=True)
class Skipped:
    """An input that gave no article: `where` names it (file, or file:line), `reason` is a stable short key."""

    where: str
    reason: str
    detail: str


Loaded = Article | Skipped
Located = tuple[str, Loaded]
"""What was loaded, after where it stood: file, or file:line."""

Load = Callable[[IO[bytes], str, int], Iterator[Located]]
"""How one form of file is read: its bytes, what to call it, and the longest text of one article in bytes."""


def skip(error: InputError) -> Skipped:
    """An error as what was skipped."""
    return Skipped(error.where, error.reason, error.detail)


def one(article: Callable[[bytes, str, int], Article], ratio: int = 1) -> Load:
    """How a file is read that holds one article; the file may be `ratio` times longer than a text."""

    def load(stream: IO[bytes], where: str, limit: int) -> Iterator[Located]:
        try:
            raw = stream.read(limit * ratio + 1)
            if len(raw) > limit * ratio:
                raise ArticleError(where, "too_long", f"more than {limit * ratio:,} bytes")
            yield where, article(raw, where, limit)
        except InputError as error:
            yield where, skip(error)

    return load
