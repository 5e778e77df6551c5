"""What people decided: that two mentions are one, or that they are not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from graph.identity import scope_of


class Ruling(NamedTuple):
    """The mentions with the keys `a` and `b`, the smaller first, are `one`, or are not."""

    a: str
    b: str
    one: bool


class Rulings:
    """All of a graph. They are few, so each write that needs them reads them all; see `rulings_of`."""

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


@lru_cache(8)
def rulings_of(all_: frozenset[Ruling]) -> Rulings:
    """The same object for the same rulings, so that what follows from it can be remembered."""
    return Rulings(all_)


def _ids(one: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """Of mentions that are one across scopes, the smallest of their keys."""
    ids: dict[str, str] = {}
    for start in sorted(one):
        if start in ids:
            continue
        found, ahead = {start}, [start]
        while ahead:
            new = set(one[ahead.pop()]) - found
            found |= new
            ahead += sorted(new)
        if len({scope_of(key) for key in found}) > 1:
            ids |= dict.fromkeys(found, min(found))
    return ids


NO_RULINGS = rulings_of(frozenset())
