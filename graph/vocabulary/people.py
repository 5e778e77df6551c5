"""People of whom the packaged facts know: under which names, in which offices of which actors."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from graph.vocabulary.bodies import bodies
from graph.vocabulary.folding import fold
from graph.vocabulary.office_holders import OfficeHolder, office_holders


@dataclass(frozen=True, slots=True)
class Person:
    """One person in the offices of one actor. `names` are folded by `fold`, the usual one is `name`.

    `home` is the actor under whom a person is known who held offices of several.
    """

    actor: str
    name: str
    names: frozenset[str]
    home: str
    terms: tuple[OfficeHolder, ...]


@cache
def people_of(actor: str) -> Mapping[str, Person]:
    """The people of an actor by each name (as `fold` gives it) that only one of them has."""
    by_name: dict[str, list[Person]] = defaultdict(list)
    for rows in _one_by_one(_facts().by_actor.get(actor, ())):
        person = _person(rows)
        for name in person.names:
            by_name[name].append(person)
    return {name: found[0] for name, found in by_name.items() if len(found) == 1}


class _Named(NamedTuple):
    """A row of the facts with its names, folded, the usual one first."""

    row: OfficeHolder
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Facts:
    by_actor: Mapping[str, list[_Named]]
    homes: Mapping[str, str]


@cache
def _facts() -> _Facts:
    by_actor: dict[str, list[_Named]] = defaultdict(list)
    for row in office_holders():
        by_actor[row.country].append(_Named(row, (fold(row.name), *map(fold, row.aliases))))
    return _Facts(dict(by_actor), _homes([one for rows in by_actor.values() for one in rows]))


def _one_by_one(rows: Iterable[_Named]) -> list[list[_Named]]:
    """The rows of each person: those of one identifier, or whose name is a name of the other."""
    groups: list[list[_Named]] = []
    for one in rows:
        same = [own for own in groups if any(_is_one(one, other) for other in own)]
        groups = [own for own in groups if own not in same]
        groups.append([*(other for own in same for other in own), one])
    return groups


def _is_one(a: _Named, b: _Named) -> bool:
    if a.row.qid and b.row.qid:
        return a.row.qid == b.row.qid
    return a.names[0] in b.names or b.names[0] in a.names


def _homes(rows: Iterable[_Named]) -> Mapping[str, str]:
    """By identifier or name: the country of people who held offices of one country and of bodies, or of two bodies.

    Two countries of one person (a monarch of several realms) stay apart, and so do namesakes.
    """
    actors: dict[str, set[str]] = defaultdict(set)
    identifiers: dict[str, set[str]] = defaultdict(set)
    for one in rows:
        for mark in _marks(one):
            actors[mark].add(one.row.country)
            identifiers[mark] |= {one.row.qid} if one.row.qid else set()
    homes = {}
    for mark, found in actors.items():
        own_countries = sorted(actor for actor in found if actor not in bodies())
        if len(found) > 1 and len(own_countries) < 2 and len(identifiers[mark]) < 2:
            homes[mark] = own_countries[0] if own_countries else min(found)
    return homes


def _marks(one: _Named) -> list[str]:
    """What tells that two rows are of one person: an identifier, and the name."""
    return [one.row.qid, one.names[0]] if one.row.qid else [one.names[0]]


def _person(rows: list[_Named]) -> Person:
    actor = rows[0].row.country
    marks = sorted({mark for one in rows for mark in _marks(one)})
    home = next((_facts().homes[mark] for mark in marks if mark in _facts().homes), actor)
    names = frozenset(name for one in rows for name in one.names)
    return Person(
        actor, rows[-1].names[0], names, home, tuple(sorted((o.row for o in rows), key=lambda row: row.since))
    )
