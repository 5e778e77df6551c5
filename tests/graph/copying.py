"""What articles are copies of, by comparing all with all: what the store must come to by reading a few."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from graph.article import Article
from graph.copies import Mark, Place, mark_of
from graph.signature import SHARED


def places_of(articles: Iterable[Article], originals: Collection[str] = ()) -> dict[str, Place]:
    """The place of each of these articles, if they are all there are; people decided that `originals` are no copies."""
    marks = {article.id: mark_of(article) for article in articles}
    earliest = {
        id_: _earliest(mark, [m for m in marks.values() if id_ not in originals or m.origin == mark.origin])
        for id_, mark in marks.items()
    }
    firsts = {id_: earliest.get(early or "") or early for id_, early in earliest.items()}
    return {id_: Place(earliest[id_], first, marks[first or id_].origin) for id_, first in firsts.items()}


def _earliest(mark: Mark, others: Iterable[Mark]) -> str | None:
    alike = [m for m in others if m.order < mark.order and {*m.keys} & {*mark.keys} and m.likeness(mark) >= SHARED]
    return min(alike, key=lambda m: m.order).id if alike else None
