"""Names to actors: every usual spelling of a country or body, and what it stands for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum
from functools import cache

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from api.question.foreign import foreign_names
from api.question.token import key_of
from api.question.words import Key, words
from graph.vocabulary import Body, Country, Region, bodies, countries, regions


class Rank(IntEnum):
    """How surely a spelling names its actor, the surest first."""

    NAME = 0
    ADJECTIVE = 1
    SEAT = 2
    WEAK = 3
    CODE = 4


@dataclass(frozen=True, slots=True)
class Sense:
    """What a spelling stands for: actors (several for a `group`, or where it is shared), and how surely."""

    actors: tuple[str, ...]
    rank: Rank
    shared: bool = False
    group: str | None = None


@dataclass(frozen=True, slots=True)
class Near:
    """A known name like an unknown one; `likeness` is 1 minus the share of letters to change, less for other than
    countries' names.
    """

    name: str
    actor: str
    likeness: float


_SHORTEST_FUZZY = 4
_ALPHA3 = 3
_LIKELIEST = 30
_LESS_LIKELY = 0.06


class Lexicon:
    """All spellings by their folded words."""

    def __init__(self) -> None:
        self._senses: dict[Key, Sense] = {}
        self._fuzzy: dict[str, tuple[str, float]] = {}
        for key, actor, rank in _spellings():
            self._add(key, actor, rank)
        for key, actors in words().groups.items():
            self._senses[key] = Sense(actors, Rank.NAME)
        for key, actor in foreign_names():
            self._senses.setdefault(key, Sense((actor,), Rank.WEAK))
        for key, region in _regional():
            self._senses.setdefault(key, Sense(region.members, Rank.NAME, group=region.name))
        self._names = tuple(self._fuzzy)
        self.longest = max(len(key) for key in self._senses)

    def _add(self, key: Key, actor: str, rank: Rank) -> None:
        known = self._senses.get(key)
        if known and rank is Rank.CODE and known.rank is Rank.NAME and _is_alpha3(key) and known.actors != (actor,):
            self._senses[key] = Sense((*known.actors, actor), Rank.NAME, shared=True)  # CAN, NAM: a body's acronym too
        elif known is None or rank < known.rank:
            self._senses[key] = Sense((actor,), rank)
        elif rank == known.rank and actor not in known.actors:
            self._senses[key] = Sense((*known.actors, actor), rank, shared=True)
        text = " ".join(key)
        if rank <= Rank.WEAK and len(text) >= _SHORTEST_FUZZY:
            self._fuzzy.setdefault(text, (actor, _handicap(actor, rank)))

    def sense(self, key: Key) -> Sense | None:
        """What these folded words stand for together, if anything."""
        return self._senses.get(key)

    def near(self, text: str, least: float) -> list[Near]:
        """Names like `text` (folded words), the likest first, one an actor; `least` is the smallest likeness."""
        if len(text) < _SHORTEST_FUZZY:
            return []
        found = process.extract(
            text,
            self._names,
            scorer=DamerauLevenshtein.normalized_similarity,
            score_cutoff=least,
            limit=_LIKELIEST,
        )
        best: dict[str, Near] = {}
        for name, likeness, _ in found:
            actor, handicap = self._fuzzy[name]
            near = Near(name, actor, likeness - handicap)
            best[actor] = max(best.get(actor, near), near, key=lambda n: n.likeness)
        return sorted(best.values(), key=lambda n: -n.likeness)


def _handicap(actor: str, rank: Rank) -> float:
    """What a name's likeness loses beside the names of countries, which are what is most often meant."""
    return 0.0 if rank is Rank.NAME and not actor.startswith("ORG:") else _LESS_LIKELY


def _is_alpha3(key: Key) -> bool:
    return len(key) == 1 and len(key[0]) == _ALPHA3


@cache
def lexicon() -> Lexicon:
    """The lexicon of the packaged vocabularies."""
    return Lexicon()


def _spellings() -> Iterator[tuple[Key, str, Rank]]:
    for country in countries():
        yield from _keys(_country_names(country), country.id)
    for body in bodies():
        yield from _keys(_body_names(body), body.id)
    for country in countries():
        yield from _keys(((code, Rank.CODE) for code in (country.id, country.iso2) if code), country.id)
    for key, actor in words().near.items():
        yield key, actor, Rank.NAME


def _keys(names: Iterable[tuple[str, Rank]], actor: str) -> Iterator[tuple[Key, str, Rank]]:
    for name, rank in names:
        if key := key_of(name):
            yield key, actor, rank


def _country_names(country: Country) -> Iterator[tuple[str, Rank]]:
    yield from ((name, Rank.NAME) for name in (country.name, *country.strong))
    yield from ((name, Rank.ADJECTIVE) for name in (*country.adjectives, *country.demonyms))
    yield from ((name, Rank.SEAT) for name in (*country.seats, *country.metonyms))
    yield from ((name, Rank.WEAK) for name in (*country.weak, *country.weak_seats))


def _regional() -> Iterator[tuple[Key, Region]]:
    """What stands for a region: its names, and its adjectives before a noun or alone."""
    for region in regions().values():
        for name in region.names:
            yield key_of(name), region
        for adjective in region.adjectives:
            yield from (((*key_of(adjective), noun), region) for noun in sorted(words().member_nouns))
            yield key_of(adjective), region


def _body_names(body: Body) -> Iterator[tuple[str, Rank]]:
    yield from ((name, Rank.NAME) for name in (body.id, body.name, *body.strong, body.id.removeprefix("ORG:")))
    yield from ((name, Rank.SEAT) for name in (*body.institutions, *body.seats))
    yield from ((name, Rank.WEAK) for name in body.weak)
