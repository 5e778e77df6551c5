"""Where a person is from when the text does not say: which of a few countries a name and a title are likeliest in.

The office holders of the vocabulary are the sample: how often a word, or its end, is in the names of a country's.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from graph.vocabulary import office_holders
from ingest.reader.name import name_words

_WEIGHTS = (0.6, 0.25, 0.15)
_TITLE_WEIGHT = 0.5
_COUNT_WEIGHT = 0.6
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


def likeliest(name: str, title: str, near: Sequence[str], named: Mapping[str, int]) -> str | None:
    """The one of the actors `near`, which come by their distance in the text, that a person is likeliest from.

    `named` says how often the article names each.
    """
    countries = [a for a in near if not a.startswith("ORG:")]
    if not countries:
        return near[0] if near else None
    sample = _sample()
    words = name_words(name)
    asked = title.lower().split()

    def score(place: int, actor: str) -> float:
        called = sum(math.log(_likelihood(sample, word, actor)) for word in words)
        known = sample.titles.get(actor, Counter())
        titled = sum(w in known for w in asked) / len(asked) if asked else 0.0
        often = math.log(named.get(actor) or 1)
        return called + _TITLE_WEIGHT * titled + _COUNT_WEIGHT * often - _DISTANCE * place

    return max(enumerate(countries), key=lambda pair: score(*pair))[1]


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
