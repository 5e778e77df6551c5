"""From what people type to actors: any name, adjective, city or ISO code, in any case and without diacritics."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from rapidfuzz import fuzz, process

from graph.vocabulary.bodies import bodies
from graph.vocabulary.countries import countries
from graph.vocabulary.folding import fold
from graph.vocabulary.names import actor_name

_LEAST_LIKE = 70
"""Of 100: below it rapidfuzz's ratio offers names that share little with the word."""


def actor_lookup(text: str) -> tuple[str, ...]:
    """The ids of the actors that `text` as a whole names, several where a name is shared, () where none has
    it. A leading "the" does not count.

    The surest reading wins: a strong name or an id, then an adjective or demonym, a seat or organ, a weak name, and
    last an ISO 3166-1 alpha-2 code.
    """
    key = fold(text)
    keys = (key, key.removeprefix("the "))
    return next((tier[k] for k in keys for tier in _tiers() if k in tier), ())


def near_names(text: str, limit: int = 3) -> tuple[str, ...]:
    """The names of up to `limit` actors whose strong names are spelt most like `text`, the likest first."""
    found = process.extract(fold(text), list(_tiers()[0]), scorer=fuzz.ratio, score_cutoff=_LEAST_LIKE, limit=limit * 4)
    names = (actor_name(actor) for key, _, _ in found for actor in _tiers()[0][key])
    return tuple(dict.fromkeys(names))[:limit]


@cache
def _tiers() -> tuple[Mapping[str, tuple[str, ...]], ...]:
    tiers: tuple[dict[str, dict[str, None]], ...] = ({}, {}, {}, {}, {})
    for actor, spellings in _spellings():
        for tier, names in zip(tiers, spellings, strict=True):
            for name in names:
                tier.setdefault(fold(name), {})[actor] = None
    return tuple({key: tuple(sorted(actors)) for key, actors in tier.items()} for tier in tiers)


def _spellings() -> Iterator[tuple[str, tuple[Iterable[str], ...]]]:
    """Each actor with its spellings, the surest tier first."""
    for c in countries():
        yield (
            c.id,
            (
                (c.id, *c.strong),
                (*c.adjectives, *c.demonyms),
                (*c.seats, *c.metonyms),
                (*c.weak, *c.weak_seats),
                (c.iso2,) if c.iso2 else (),
            ),
        )
    for b in bodies():
        yield b.id, ((b.id, *b.strong), (), (*b.institutions, *b.seats), (*b.weak, b.id.removeprefix("ORG:")), ())
