"""JSON Lines to articles: an object a line, ``{"id", "title", "published", "publisher", "text"}``, also url, author."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import IO, Any

from graph.article import Article
from graph.errors import ArticleError, SourceError
from ingest.text import make_article

FIELDS = ("id", "title", "published", "publisher", "text", "url", "author")
_ESCAPED = 4
"""A JSON line may be this many times longer than the text in it."""


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


def article_of_row(row: Any, where: str, limit: int) -> Article:
    """The article of one decoded object; raises InputError when it has no text or a field is no string."""
    if not isinstance(row, dict):
        raise SourceError(where, "malformed", "not a JSON object")
    fields = {name: _string(row.get(name), name, where) for name in FIELDS}
    text = fields.pop("text")
    if not text:
        raise ArticleError(where, "no_text", 'no "text"')
    if len(text.encode("utf-8", "replace")) > limit:
        raise ArticleError(where, "too_long", f"a text of more than {limit:,} bytes")
    return make_article(text, where=where, **fields)


def _string(value: Any, name: str, where: str) -> str | None:
    if value is None or isinstance(value, str):
        return value
    if name == "id" and isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    raise SourceError(where, "malformed", f'"{name}" is no string')
