"""A row with named columns to an article, whatever held it: a JSON object, a table's line."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from graph.article import Article
from graph.errors import ArticleError, SourceError
from ingest.text import make_article

FIELDS = ("id", "title", "published", "publisher", "text", "url", "author")

_ALSO: Mapping[str, tuple[str, ...]] = {
    "title": ("headline",),
    "published": ("date", "published_at", "publication_date", "date_published", "pubdate"),
    "publisher": ("source", "outlet", "sitename", "publication"),
    "text": ("body", "content", "article", "maintext", "full_text"),
    "url": ("link",),
    "author": ("byline", "authors"),
}
"""What news collections call their columns; the first that a row has counts, and Accord's own name before them."""


def article_of_row(row: Any, where: str, limit: int) -> Article:
    """The article of one row; raises InputError when it has no text or a field is no string."""
    if not isinstance(row, dict):
        raise SourceError(where, "malformed", "not a JSON object")
    fields = {name: _string(_value(row, name), name, where) for name in FIELDS}
    text = fields.pop("text")
    if not text:
        raise ArticleError(where, "no_text", 'no "text"')
    if len(text.encode("utf-8", "replace")) > limit:
        raise ArticleError(where, "too_long", f"a text of more than {limit:,} bytes")
    return make_article(text, where=where, **fields)


def has_text(columns: list[str]) -> bool:
    """Whether a table with these columns has one for the text."""
    return any(name in columns for name in ("text", *_ALSO["text"]))


def _value(row: Mapping[str, Any], name: str) -> Any:
    return next((row[column] for column in (name, *_ALSO.get(name, ())) if row.get(column) is not None), None)


def _string(value: Any, name: str, where: str) -> str | None:
    if value is None or isinstance(value, str):
        return value
    if name == "id" and isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if isinstance(value, datetime | date):
        return value.isoformat()
    if name == "author" and isinstance(value, list) and all(isinstance(part, str) for part in value):
        return ", ".join(value)
    raise SourceError(where, "malformed", f'"{name}" is no string')
