"""What articles are copies of, by comparing all with all: what the store must come to by reading a few."""

from __future__ import annotations

from collections.abc import Iterable

from graph.article import Article
from graph.copies import Mark, Place, mark_of
from graph.signature import SHARED


def places_of(articles: Iterable[Article]) -> dict[str, Place]:
    """The place of each of these articles, if they are all there are."""
    marks = {article.id: mark_of(article) for article in articles}
    earliest = {id_: _earliest(mark, marks.values()) for id_, mark in marks.items()}
    firsts = {id_: earliest.get(early or "") or early for id_, early in earliest.items()}
    return {id_: Place(earliest[id_], first, marks[first or id_].origin) for id_, first in firsts.items()}


def _earliest(mark: Mark, others: Iterable[Mark]) -> str | None:
    alike = [m for m in others if m.order < mark.order and {*m.keys} & {*mark.keys} and m.likeness(mark) >= SHARED]
    return min(alike, key=lambda m: m.order).id if alike else None
