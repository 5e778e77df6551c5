"""Articles with readings made up from a seed, any number of them, as skewed as news is.

A few actors are in most of the news (Zipf), a few sectors in most of what they share; a story of an agency runs in
several papers; leaders are named by full name and by surname; agreements come up again and again over the years.
"""

from __future__ import annotations

import random
from bisect import bisect
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import accumulate
from typing import Generic, TypeVar

from graph.article import Article
from graph.claim import (
    AGREEMENT_STATUSES,
    COOPERATION_STATUSES,
    Agreement,
    Claim,
    Cooperation,
    Dispute,
    Event,
    Evidence,
    Meeting,
    Modality,
    Office,
    Pair,
    Statement,
    When,
)
from graph.reading import Presence, Reading
from graph.vocabulary import bodies, countries, plover, sectors
from graph.vocabulary.names import dyad_id

READER = "made/1.0.0"
_FIRST_DAY = date(2010, 1, 1)
_DAYS = 5800
_COPIED = 0.2
"""So many articles are another paper's print of the story before."""

_FAMILY = "Adeyemi Bakker Castillo Dumont Eriksen Fischer Garcia Hoang Ivanov Jansen Kimura Larsen Mendes Novak".split()
_GIVEN = "Ana Boris Chen Dara Elif Farid Grace Hugo Ines Jonas Kofi Lena Maria Nadia Omar Petra Ravi Sofia".split()
_PLACES = "Geneva Jakarta Nairobi Tokyo Brussels Doha Lima Vienna Singapore Oslo".split()
_TREATIES = "Blue Harbour Lantern Meridian Orchard Silk Summit Tidewater Evergreen Monsoon".split()
_ROLES = ("head_of_state", "foreign_minister", "minister", "official", "ambassador")
_SYLLABLES = "ba ce di fo gu ha je ki lo mu na pe qui ro su ta ve wi xo yu za bre cla dri flo gru".split()
_WORDS = [a + b + c for a in _SYLLABLES for b in _SYLLABLES[::3] for c in _SYLLABLES[::3]]

T = TypeVar("T")


class _Skewed(Generic[T]):
    """Draws items so that the n-th is drawn as often as 1/n of the first."""

    def __init__(self, items: Sequence[T], steepness: float = 1.0) -> None:
        self._items = items
        self._sums = list(accumulate(1 / (n + 1) ** steepness for n in range(len(items))))

    def draw(self, rng: random.Random) -> T:
        return self._items[bisect(self._sums, rng.random() * self._sums[-1])]


def made_readings(seed: int = 1) -> Iterator[tuple[Article, Reading]]:
    """Article after article, each with about ten claims, without end; the same for the same seed."""
    return _World(seed).articles()


def readings_with(claims: int, seed: int = 1) -> Iterator[tuple[Article, Reading]]:
    """As many of them as hold at least `claims` claims together."""
    told = 0
    for article, reading in made_readings(seed):
        if told >= claims:
            return
        told += len(reading.claims)
        yield article, reading


class _World:
    """Who is in the news, and what for."""

    def __init__(self, seed: int) -> None:
        self._rng = rng = random.Random(seed)  # noqa: S311 - nothing secret
        actors = [*(c.id for c in countries()), *(b.id for b in bodies())]
        rng.shuffle(actors)
        self._actors = _Skewed(actors)
        tops = sorted({s.id for s in sectors() if not s.parent})
        rng.shuffle(tops)
        self._sectors = _Skewed(tops)
        self._types = _Skewed(["CONSULT", "AGREE", "SUPPORT", "AID", *sorted(t.id for t in plover())])
        self._leader = _Skewed(range(12))
        self._words = _Skewed(_WORDS, 0.8)
        self._treaty = _Skewed(range(40))

    def articles(self) -> Iterator[tuple[Article, Reading]]:
        number = 0
        while True:
            said = self._story()
            day = _FIRST_DAY + timedelta(self._rng.randrange(_DAYS))
            text = "".join(self._sentence() for _ in said)
            for _ in range(1 + (self._rng.random() < _COPIED)):
                yield self._printed(number, day.isoformat(), text, said)
                number += 1

    def _sentence(self) -> str:
        """Words that mean nothing, and seldom follow each other in two stories."""
        return " ".join(self._words.draw(self._rng) for _ in range(18)).capitalize() + ". "

    def _story(self) -> list[tuple[Statement, When, float]]:
        """What one story says, mostly of one pair."""
        pair = self._pair()
        pairs = [pair] * 4 + [self._pair(pair[0])]
        when = When()
        said: list[tuple[Statement, When, float]] = []
        for _ in range(self._rng.randint(5, 14)):
            confidence = round(self._rng.uniform(0.4, 0.95), 2)
            said.append((self._statement(self._rng.choice(pairs)), when, confidence))
        return said

    def _pair(self, one: str | None = None) -> Pair:
        a = one or self._actors.draw(self._rng)
        b = a
        while b == a:
            b = self._actors.draw(self._rng)
        return (a, b) if a < b else (b, a)

    def _statement(self, pair: Pair) -> Statement:
        rng, kind = self._rng, self._rng.random()
        sector = self._sectors.draw(rng)
        if kind < 0.35:
            return Cooperation((pair,), sector, (), rng.choice(COOPERATION_STATUSES[:3]))
        if kind < 0.40:
            return Dispute((pair,), sector)
        if kind < 0.65:
            event_type = self._types.draw(rng)
            acting = pair if plover().by_id[event_type].symmetric or rng.random() < 0.5 else (pair[1], pair[0])
            modality: Modality = "actual" if rng.random() < 0.7 else rng.choice(["pledged", "possible", "negated"])
            return Event((acting,), event_type, None, (sector,), modality)
        if kind < 0.75:
            return self._agreement(pair, sector)
        if kind < 0.85:
            leaders = tuple(self._leader_name(actor) for actor in pair)
            return Meeting("bilateral_meeting", pair, leaders, rng.choice(_PLACES))
        actor = rng.choice(pair)
        return Office(self._leader_name(actor), actor, rng.choice(_ROLES), "Minister")

    def _agreement(self, pair: Pair, sector: str) -> Statement:
        number = self._treaty.draw(self._rng)
        name = f"{_TREATIES[number % len(_TREATIES)]} Accord of {1980 + number}"
        return Agreement(name, "agreement", pair, (sector,), self._rng.choice(AGREEMENT_STATUSES[:6]))

    def _leader_name(self, actor: str) -> str:
        known = random.Random(f"{actor}{self._leader.draw(self._rng)}")  # noqa: S311 - nothing secret
        full = f"{known.choice(_GIVEN)} {known.choice(_FAMILY)}"
        return full if self._rng.random() < 0.8 else full.split()[1]

    def _printed(
        self, number: int, published: str, text: str, said: Sequence[tuple[Statement, When, float]]
    ) -> tuple[Article, Reading]:
        paper = f"Paper {self._rng.randrange(200)}"
        own = Article(f"https://news.example/{number}", f"Story {number}", text, published, publisher=paper)
        step = len(text) // len(said)
        claims: dict[str, Claim] = {}
        for n, (statement, when, confidence) in enumerate(said):
            span = Evidence(
                "text", n * step, (n + 1) * step, text[n * step : (n + 1) * step], ((n * step, n * step + 9),)
            )
            dated = when if self._rng.random() < 0.5 else When(published, "relative")
            claim = Claim(own.id, statement, (span,), confidence, "made", dated)
            claims[claim.id] = claim
        actors = sorted({actor for claim in claims.values() for actor in claim.actors})
        first = Evidence("text", 0, step, text[:step])
        return own, Reading(own.id, READER, tuple(Presence(a, first) for a in actors), tuple(claims.values()))


def busiest_dyad(readings: Sequence[tuple[Article, Reading]]) -> Pair:
    """The two actors of whom most claims are."""
    told: dict[str, int] = {}
    pairs: dict[str, Pair] = {}
    for _, reading in readings:
        for claim in reading.claims:
            for a, b in getattr(claim.statement, "pairs", ()):
                key = dyad_id(a, b)
                told[key] = told.get(key, 0) + 1
                pairs[key] = (a, b)
    return pairs[max(told, key=lambda key: (told[key], key))]
