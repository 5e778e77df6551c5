"""Where a person is from when the text does not say: which of a few countries a name and a title are likeliest in.

The office holders of the vocabulary are the sample: how often a word, or its end, is in the names of a country's.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import permutations

from graph.vocabulary import office_holders
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
"""Words added to each country's sample, so that a small one says little."""


@dataclass(frozen=True, slots=True)
class _Sample:
    """How often each feature is in one country's names and titles, and how many words these have."""

    features: Mapping[str, Counter[str]]
    titles: Mapping[str, Counter[str]]
    words: Counter[str]


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
    sample = _sample()
    asked = title.lower().split()
    known = sample.titles.get(actor, Counter())
    called = sum(math.log(_likelihood(sample, word, actor)) for word in name_words(name))
    titled = sum(w in known for w in asked) / len(asked) if asked else 0.0
    often = math.log(around.named.get(actor) or 1)
    near = _HOME_WEIGHT * (actor in around.home) - _DISTANCE * place
    return called + _TITLE_WEIGHT * titled + _COUNT_WEIGHT * often + near


def _likelihood(sample: _Sample, word: str, actor: str) -> float:
    found = sample.features.get(actor, Counter())
    total = sample.words[actor] + _UNSEEN
    return _LEAST + sum(w * found[f] / total for w, f in zip(_WEIGHTS, _features(word), strict=True))


def _features(word: str) -> Iterator[str]:
    yield word
    yield f"-{word[-3:]}"
    yield f"-{word[-2:]}"


@cache
def _sample() -> _Sample:
    features: dict[str, Counter[str]] = defaultdict(Counter)
    titles: dict[str, Counter[str]] = defaultdict(Counter)
    words: Counter[str] = Counter()
    seen: set[tuple[str, str]] = set()
    for holder in office_holders():
        titles[holder.country].update(holder.title.lower().split())
        if (holder.country, holder.name) in seen:
            continue
        seen.add((holder.country, holder.name))
        for word in name_words(holder.name):
            words[holder.country] += 1
            features[holder.country].update(_features(word))
    return _Sample(dict(features), dict(titles), words)
