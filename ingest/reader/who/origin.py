"""Where a person is from when the text does not say: which of a few countries a name and a title are likeliest in.

The sample are the office holders of the vocabulary, and the families of names that countries share
(data/name_families.yaml): how often a word, its beginning or end, and its letters come in each.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import permutations

from graph.vocabulary import office_holders
from ingest.reader.packaged import packaged
from ingest.reader.who.name import name_words

_WEIGHTS = (0.6, 0.25, 0.15)
_MOST = 3
_FAR = 8
_TITLE_WEIGHT = 0.5
_COUNT_WEIGHT = 0.6
_HOME_WEIGHT = 0.7
_DISTANCE = 0.3
"""What each step away in the text costs, in the logarithm of odds."""
_LEAST = 0.002
_UNSEEN = 10
"""Words added to each sample, so that a small one says little."""
_FAMILY = 0.6
"""How much the family's words count beside the country's own."""
_LETTERS = 0.35
"""How much three letters in a row count beside whole words and their ends."""
_KINDS = 8000
"""About how many triples of letters there are."""
_UNSEEN_TRIPLES = 30


@dataclass(slots=True)
class _Sample:
    """The words of names in one country or family, with their ends, and their triples of letters."""

    words: int = 0
    features: Counter[str] = field(default_factory=Counter)
    triples: Counter[str] = field(default_factory=Counter)
    letters: int = 0

    def add(self, word: str) -> None:
        """Counts one word of a name."""
        self.words += 1
        self.features.update(_features(word))
        triples = _triples(word)
        self.triples.update(triples)
        self.letters += len(triples)

    def share(self, word: str) -> float:
        """How much of the sample looks like the word, 0 to 1."""
        return sum(w * self.features[f] for w, f in zip(_WEIGHTS, _features(word), strict=True)) / (
            self.words + _UNSEEN
        )


@dataclass(frozen=True, slots=True)
class _Samples:
    """All samples; `titles` counts the words of each country's titles."""

    own: Mapping[str, _Sample]
    family: Mapping[str, _Sample]
    titles: Mapping[str, Counter[str]]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What an article tells of where people are from.

    `near` are actors by their distance in the text; `named` says how often the article names each; at `home`, where it
    was written, titles need no country.
    """

    near: Sequence[str]
    named: Mapping[str, int]
    home: Collection[str]


def likeliest(names: Sequence[str], title: str, around: Surroundings) -> str | None:
    """The one of the near actors that the first of `names` is likeliest from, if each is from another."""
    countries = [a for a in around.near if not a.startswith("ORG:")]
    if not countries:
        return next(iter(around.near), None)
    names = names[: min(len(countries), _MOST)]
    scores = [{a: _score(n, title, a, i, around) for i, a in enumerate(countries)} for n in names]
    dealt = permutations(countries[:_FAR], len(names))
    return max(dealt, key=lambda each: sum(s[a] for s, a in zip(scores, each, strict=True)), default=countries[:1])[0]


def _score(name: str, title: str, actor: str, place: int, around: Surroundings) -> float:
    asked = title.lower().split()
    known = _samples().titles.get(actor, Counter())
    titled = sum(w in known for w in asked) / len(asked) if asked else 0.0
    often = math.log(around.named.get(actor) or 1)
    near = _HOME_WEIGHT * (actor in around.home) - _DISTANCE * place
    return name_likelihood(name, actor) + _TITLE_WEIGHT * titled + _COUNT_WEIGHT * often + near


@lru_cache(maxsize=4096)
def name_likelihood(name: str, country: str) -> float:
    """The logarithm of how likely a name is in a country, comparable between countries only."""
    own = _samples().own.get(country) or _NONE
    family = _samples().family.get(country) or _NONE
    told = 0.0
    for word in name_words(name):
        told += math.log(_LEAST + (1 - _FAMILY) * own.share(word) + _FAMILY * family.share(word))
        told += _LETTERS * sum(_log_triple(own, family, triple) for triple in _triples(word))
    return told


def _log_triple(own: _Sample, family: _Sample, triple: str) -> float:
    wide = (family.triples[triple] + _UNSEEN_TRIPLES / _KINDS) / (family.letters + _UNSEEN_TRIPLES)
    return math.log((own.triples[triple] + _UNSEEN_TRIPLES * wide) / (own.letters + _UNSEEN_TRIPLES))


def _features(word: str) -> Iterator[str]:
    yield word
    yield f"-{word[-3:]}"
    yield f"-{word[-2:]}"


def _triples(word: str) -> list[str]:
    edged = f"^{word}$"
    return [edged[i : i + 3] for i in range(len(edged) - 2)]


_NONE = _Sample()


@cache
def _samples() -> _Samples:
    own: dict[str, _Sample] = defaultdict(_Sample)
    titles: dict[str, Counter[str]] = defaultdict(Counter)
    family = _families()
    for country, name in dict.fromkeys((h.country, h.name) for h in office_holders()):
        for word in name_words(name):
            own[country].add(word)
            if country in family:
                family[country].add(word)
    for holder in office_holders():
        titles[holder.country].update(holder.title.lower().split())
    return _Samples(dict(own), family, dict(titles))


def _families() -> dict[str, _Sample]:
    """The sample that each country shares with others, with the names that are common there."""
    out: dict[str, _Sample] = {}
    for family in packaged("name_families.yaml").values():
        shared = _Sample()
        for word in family["names"].split():
            shared.add(word)
        out.update(dict.fromkeys(family["countries"], shared))
    return out
