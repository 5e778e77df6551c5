"""Passages to quote: each place once, since several claims may rest on one sentence, and the articles they are in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from api.wire import PassageOut
    from api.wire_answer import FactsOut


class Quoted(Protocol):
    """Where a passage stands."""

    @property
    def article_id(self) -> str: ...

    @property
    def field(self) -> str: ...

    @property
    def start(self) -> int: ...


P = TypeVar("P", bound=Quoted)


def told_once(passages: Sequence[P]) -> list[P]:
    """Passages, in their order, without those that quote the same place again."""
    first: dict[tuple[str, str, int], P] = {}
    for passage in passages:
        first.setdefault((passage.article_id, passage.field, passage.start), passage)
    return list(first.values())


def quoted_articles(*several: FactsOut | None) -> list[PassageOut]:
    """The articles that are quoted under any of these facts, each by one of its passages, the newest first."""
    first: dict[str, PassageOut] = {}
    for facts in filter(None, several):
        for passage in (passage for kind, found in dict(facts).items() for passage in _passages(kind, found)):
            first.setdefault(passage.article_id, passage)
    ordered = sorted(first.values(), key=lambda passage: passage.article_id)
    return sorted(ordered, key=lambda passage: passage.published or "", reverse=True)


def _passages(kind: str, found: object) -> Iterator[PassageOut]:
    """Those of one kind; what tells who somebody is may have nothing to do with what is told."""
    for fact in found if isinstance(found, list) and kind != "leaders" else ():
        support = getattr(fact, "support", None)
        yield from support.evidence if support else ()
