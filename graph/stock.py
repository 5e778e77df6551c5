"""The stock: the stored articles one after another, for what goes through all of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from graph.article import Article
from graph.cypher import stock as cypher
from graph.view import articles as stored

if TYPE_CHECKING:
    from graph.store import Store

PART = 50
"""Articles that are in memory together."""


_TOLD_APART_BY = ("sha256", "published", "publisher", "author", "url", "language")
"""Besides the id."""


class Listed(NamedTuple):
    """A stored article by its id, and which reader read it."""

    id: str
    reader: str
    has_text: bool


class Stock:
    """The stored articles of an open store."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def listed(self) -> list[Listed]:
        """All of them, by id."""
        return [Listed(**row) for row in self._store.connection.read(cypher.LISTED)]

    def unchanged(self, articles: Sequence[Article], reader: str) -> dict[str, int]:
        """Those of `articles` that are stored as they are and that `reader` (its name and version) read: their ids,
        with how many claims each has. To read and write them again would change nothing.
        """
        given = {article.id: article for article in articles}
        rows = self._store.connection.read(cypher.known(list(given), reader)) if given else []
        return {
            row["article"]["id"]: row["claims"]
            for row in rows
            if all(row["article"][name] == getattr(given[row["article"]["id"]], name) for name in _TOLD_APART_BY)
        }

    def parts(self, ids: Sequence[str]) -> Iterator[list[Article]]:
        """The articles with these ids, in their order; those that are not stored are left out."""
        for start in range(0, len(ids), PART):
            part = list(ids[start : start + PART])
            found = {row["article"]["id"]: row["article"] for row in self._store.connection.read(cypher.articles(part))}
            yield [stored.article(found[id_]) for id_ in part if id_ in found]
