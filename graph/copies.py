"""Which stored articles are copies of others: a pure function of all of them, kept up by reading a few.

Two articles are *alike* if their texts are equal, but for case and white space, or if their signatures have a key in
common and are near enough. The *earliest* of an article is the first published of those that it is like, if that was
before itself; articles without a date come last. Of one of which somebody decided that it is no copy (see
`graph.original`) it is the first with an equal text. It is a copy of the earliest of its earliest, and counts as one
source with that. So a copy of a copy counts with the first, and no chain of texts that change step by step is longer.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from graph.article import Article
from graph.cypher import copy as cypher
from graph.cypher import original as original_cypher
from graph.projection.as_of import last_day
from graph.projection.contribution import source_of
from graph.signature import SHARED, Signature, signature_of

AT_ONCE = 200
"""Articles whose likes one query looks for at most."""

Row = dict[str, Any]
Run = Callable[..., list[Row]]
"""Runs a text with named parameters and returns its rows."""


@dataclass(frozen=True)
class Mark:
    """What of an article decides of what it is a copy. `origin` is equal for equal texts."""

    id: str
    published: str | None
    origin: str
    signature: str | None

    @cached_property
    def order(self) -> tuple[str, str]:
        """Sorts articles as they were published. Known on a day is only what is ordered before all that came later."""
        return (last_day(self.published) if self.published else "~", self.id)

    @cached_property
    def keys(self) -> tuple[tuple[int, int], ...]:
        """Under which an index finds it, each with its place: of a text too short for a signature that of the whole."""
        own = self._signature.keys if self._signature else (int(self.origin[:8], 16),)
        return tuple(enumerate(own))

    def likeness(self, other: Mark) -> float:
        """From 0 to 1, which is equal."""
        if self.origin == other.origin:
            return 1.0
        if not self._signature or not other._signature:
            return 0.0
        return self._signature.likeness(other._signature)

    @cached_property
    def _signature(self) -> Signature | None:
        return Signature.from_text(self.signature) if self.signature else None


class Place(NamedTuple):
    """The earliest that an article is like, of what it is a copy (None: of none), and the source that it counts as."""

    earliest: str | None
    copy_of: str | None
    source: str


def mark_of(article: Article) -> Mark:
    """The mark of an article; of one whose text is no longer kept, the one it had."""
    if article.removed:
        return Mark(article.id, article.published, article.removed.source, article.removed.signature)
    signature = signature_of(article.text, article.title)
    return Mark(article.id, article.published, source_of(article.text), str(signature) if signature else None)


def key_properties(mark: Mark) -> dict[str, int]:
    """What an article is found by, as properties of its node."""
    return {f"key{n}": key for n, key in mark.keys}


class Copies:
    """The copies in a graph, in one transaction."""

    def __init__(self, run: Run) -> None:
        self._run = run
        self._marks: dict[str, Mark] = {}
        self._places: dict[str, Place] = {}

    def settle(self, gone: Collection[str], come: Mapping[str, Mark]) -> dict[str, Place]:
        """The places of `come` articles, and those of stored ones that are new because of these or of `gone` ones.

        An article that has changed is in both. What is read are the likes of what comes, the copies of what goes, and
        their likes and copies.
        """
        orphans = self._later(gone) - set(gone)
        self._read(orphans)
        self._read(self._found([*come.values(), *(self._marks[id_] for id_ in orphans)]) - set(gone))
        marks = {**{id_: mark for id_, mark in self._marks.items() if id_ not in gone}, **come}
        self._read({place.earliest for place in self._places.values() if place.earliest} - set(gone) - come.keys())
        earliest = self._earliest(marks, {*orphans, *come})
        earliest |= self._preceded(come.values(), marks, earliest)
        copied = self._later(earliest.keys() - come.keys()) - set(gone) - earliest.keys() - come.keys()
        self._read(copied)
        earliest |= {id_: self._places[id_].earliest for id_ in copied}
        return self._placed(earliest, come)

    def _earliest(self, marks: Mapping[str, Mark], of: Collection[str]) -> dict[str, str | None]:
        """The earliest that each of these is like, all likes being among `marks`."""
        by_key = _by_key(marks.values())
        found: dict[str, str | None] = {}
        for id_ in of:
            own = marks[id_]
            before = (other for other in _sharing(own, by_key) if other.order < own.order)
            found[id_] = next((m.id for m in sorted(before, key=lambda m: m.order) if self._is_copy(own, m)), None)
        return found

    def _preceded(
        self, come: Iterable[Mark], marks: Mapping[str, Mark], known: Collection[str]
    ) -> dict[str, str | None]:
        """Of stored articles whose earliest is not `known` yet those of which it is one that comes."""
        by_key = _by_key(mark for id_, mark in marks.items() if id_ not in known and id_ in self._places)
        found: dict[str, str | None] = {}
        for mark in sorted(come, key=lambda mark: mark.order):
            for other in _sharing(mark, by_key):
                so_far = self._places[other.id].earliest or other.id
                precedes = other.id not in found and mark.order < self._marks[so_far].order
                if precedes and self._is_copy(other, mark):
                    found[other.id] = mark.id
        return found

    def _is_copy(self, own: Mark, of: Mark) -> bool:
        """Whether an article is like an earlier one, and nobody decided otherwise; equal texts are whoever decides."""
        return own.likeness(of) >= SHARED and (own.origin == of.origin or own.id not in self._originals)

    @cached_property
    def _originals(self) -> frozenset[str]:
        """The articles of which people decided that they are no copies: few, and read only where there are copies."""
        return frozenset(row["id"] for row in self._run(original_cypher.ALL.text))

    def _placed(self, earliest: Mapping[str, str | None], come: Mapping[str, Mark]) -> dict[str, Place]:
        """The places that follow from each one's earliest."""
        self._read({first for first in earliest.values() if first} - come.keys())
        firsts = {id_: self._first(first, earliest) if first else id_ for id_, first in earliest.items()}
        self._read(set(firsts.values()) - come.keys())
        marks = {**self._marks, **come}
        return {
            id_: Place(earliest[id_], first if first != id_ else None, marks[first].origin)
            for id_, first in firsts.items()
        }

    def _first(self, id_: str, earliest: Mapping[str, str | None]) -> str:
        """The earliest of an article, else itself."""
        return (earliest[id_] if id_ in earliest else self._places[id_].earliest) or id_

    def place(self, id_: str) -> Place:
        """The place that a stored article had before; it must have been read."""
        return self._places[id_]

    def _found(self, marks: list[Mark]) -> set[str]:
        """Stored articles that share a key with one of these."""
        found: set[str] = set()
        for start in range(0, len(marks), AT_ONCE):
            keys: dict[str, set[int]] = {f"keys{n}": set() for n in range(cypher.KEYS)}
            for mark in marks[start : start + AT_ONCE]:
                for n, key in mark.keys:
                    keys[f"keys{n}"].add(key)
            rows = self._run(cypher.ALIKE, **{name: sorted(own) for name, own in keys.items()})
            found |= {row["id"] for row in rows}
        return found

    def _later(self, ids: Collection[str]) -> set[str]:
        return {row["id"] for row in self._run(cypher.LATER, ids=sorted(ids))} if ids else set()

    def _read(self, ids: Collection[str]) -> None:
        """Makes the marks and places of stored articles known."""
        new = sorted(set(ids) - self._marks.keys())
        for row in self._run(cypher.MARKS, ids=new) if new else ():
            id_ = row["id"]
            self._marks[id_] = Mark(id_, row["published"], row["origin"], row["signature"])
            self._places[id_] = Place(row["earliest"], row["copy_of"], row["source"])


def _by_key(marks: Iterable[Mark]) -> dict[tuple[int, int], list[Mark]]:
    by_key: dict[tuple[int, int], list[Mark]] = defaultdict(list)
    for mark in marks:
        for key in mark.keys:
            by_key[key].append(mark)
    return by_key


def _sharing(mark: Mark, by_key: Mapping[tuple[int, int], list[Mark]]) -> Iterator[Mark]:
    """The others that share a key with `mark`, once each."""
    seen = {mark.id}
    for key in mark.keys:
        for other in by_key.get(key, ()):
            if other.id not in seen:
                seen.add(other.id)
                yield other
