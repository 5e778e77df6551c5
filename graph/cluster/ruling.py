"""What people decided: that two mentions are one, or that they are not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import Any, NamedTuple

from graph.identity import scope_of


class Ruling(NamedTuple):
    """The mentions with the keys `a` and `b`, the smaller first, are `one`, or are not."""

    a: str
    b: str
    one: bool


class Rulings:
    """All of a graph. They are few, so each write that needs them reads them all."""

    def __init__(self, all_: Iterable[Ruling]) -> None:
        self._apart: dict[str, set[str]] = defaultdict(set)
        self._one: dict[str, set[str]] = defaultdict(set)
        for a, b, one in all_:
            (self._one if one else self._apart)[a].add(b)
            (self._one if one else self._apart)[b].add(a)
        self._ids = _ids(self._one)

    def apart(self, key: str) -> frozenset[str]:
        """The mentions that are not one with this one."""
        return frozenset(self._apart.get(key, ()))

    def one(self, key: str) -> frozenset[str]:
        """The mentions that are one with this one."""
        return frozenset(self._one.get(key, ()))

    def id_of(self, key: str) -> str | None:
        """The id of the fact to which this mention belongs together with those of other scopes; None: of its own."""
        return self._ids.get(key)

    def scopes_with(self, keys: Iterable[str]) -> set[str]:
        """The scopes of these mentions, and of all that are one with one of them or with such a one in turn."""
        return {scope_of(other) for key in keys for other in _chain(self._one, key)}


def rulings_of(rows: Iterable[Mapping[str, Any]]) -> Rulings:
    """The rulings in rows of `graph.cypher.ruling`."""
    return Rulings(Ruling(row["a"], row["b"], row["one"]) for row in rows)


def _ids(one: Mapping[str, Collection[str]]) -> dict[str, str]:
    """Of mentions that are one across scopes, the smallest of their keys."""
    ids: dict[str, str] = {}
    for start in sorted(one):
        if start not in ids:
            found = _chain(one, start)
            if len({scope_of(key) for key in found}) > 1:
                ids |= dict.fromkeys(found, min(found))
    return ids


def _chain(one: Mapping[str, Collection[str]], start: str) -> set[str]:
    """All that is one with a mention, directly or by others, and itself."""
    found, ahead = {start}, [start]
    while ahead:
        new = set(one.get(ahead.pop(), ())) - found
        found |= new
        ahead += new
    return found


NO_RULINGS = Rulings(())
