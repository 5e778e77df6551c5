"""Passages to quote under a fact: each place once, since several claims may rest on one sentence."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, TypeVar


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
