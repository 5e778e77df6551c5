"""JSON Lines to articles: an object a line, ``{"id", "title", "published", "publisher", "text"}``, also url, author."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import IO, Any

from graph.article import Article
from graph.errors import ArticleError, InputError, SourceError
from ingest.source.loaded import Located, Skipped, skip
from ingest.source.row import article_of_row

_ESCAPED = 4
"""A JSON line may be this many times longer than the text in it."""


def load_json_lines(stream: IO[bytes], where: str, limit: int) -> Iterator[Located]:
    """The articles of all lines, each named ``where:line``."""
    empty = True
    for number, line in enumerate(bounded_lines(stream, line_limit(limit)), 1):
        place = f"{where}:{number}"
        try:
            article = article_of_line(line, place, limit)
        except InputError as error:
            yield place, skip(error)
        else:
            if article is None:
                continue
            yield place, article
        empty = False
    if empty:
        yield where, Skipped(where, "empty", "an empty file")


def bounded_lines(stream: IO[bytes], limit: int) -> Iterator[bytes | None]:
    """The lines of `stream`; None for one longer than `limit` bytes, which is never held in memory whole."""
    while line := stream.readline(limit + 1):
        if len(line) <= limit or line.endswith(b"\n"):
            yield line
            continue
        while (rest := stream.readline(limit)) and not rest.endswith(b"\n"):
            pass
        yield None


def article_of_line(line: bytes | None, where: str, limit: int) -> Article | None:
    """The article of one line, None for a blank one; raises InputError naming `where`."""
    if line is None:
        raise ArticleError(where, "too_long", f"a line of more than {limit * _ESCAPED:,} bytes")
    if not line.strip():
        return None
    return article_of_row(_parse(line, where), where, limit)


def line_limit(text_limit: int) -> int:
    """The longest line, in bytes, that may hold a text of `text_limit` bytes."""
    return text_limit * _ESCAPED


def _parse(line: bytes, where: str) -> Any:
    try:
        return json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise SourceError(where, "encoding", f"not UTF-8 at byte {error.start}") from error
    except (ValueError, RecursionError) as error:
        reason = error.msg if isinstance(error, json.JSONDecodeError) else type(error).__name__
        raise SourceError(where, "malformed", f"not JSON: {reason}") from error
