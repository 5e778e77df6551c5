"""How well contributions support what they say together."""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Iterable, Sequence
from itertools import groupby
from typing import Any, TypeVar

from graph.claim import DateBasis
from graph.projection.contribution import Contribution

T = TypeVar("T")

BEST_KEPT = 8
"""How many of its best claims a fact names, so that a view need not look at all of them."""

CERTAIN = 0.99
"""No number of sources makes a fact more certain than this."""

DATE_BASES: tuple[DateBasis, ...] = ("stated", "relative", "publication")
"""Best first."""


def figures(contributions: Sequence[Contribution]) -> dict[str, Any]:
    """Articles, independent sources, first and last seen, and confidence, under the names the graph gives them."""
    published = [c.published for c in contributions if c.published]
    return {
        "articles": len({c.article_id for c in contributions}),
        "sources": len({c.source for c in contributions}),
        "first_seen": min(published, default=None),
        "last_seen": max(published, default=None),
        "confidence": confidence(contributions),
    }


def confidence(contributions: Iterable[Contribution]) -> float:
    """1 − Π(1 − c) over independent sources, each with its best claim; at most `CERTAIN`."""
    best: dict[str, float] = {}
    for c in contributions:
        best[c.source] = max(best.get(c.source, 0.0), c.confidence)
    doubt = math.prod(1.0 - value for value in sorted(best.values()))
    return min(CERTAIN, round(1.0 - doubt, 6))


def best_claims(
    contributions: Iterable[Contribution],
    telling: Callable[[Contribution], bool] | None = None,
    adding: Callable[[Contribution], Collection[str]] = lambda c: (),
) -> list[str]:
    """Ids of the claims to quote first; one of each source before any second one.

    First those that are `telling`, as of a fact's status those that give it; then by confidence; then the newest; then
    in the order of an article, its title last: its text says more. Claims that tell a detail (`adding`) which none
    before them does follow the first.
    """
    ordered = sorted(contributions, key=lambda c: (c.field == "title", c.start, c.claim_id))
    ordered.sort(key=lambda c: c.published or "", reverse=True)
    ordered.sort(key=lambda c: (not telling(c) if telling else False, -c.confidence))
    seen: dict[str, int] = {}
    ranked: list[tuple[int, Contribution]] = []
    for c in ordered:
        seen[c.source] = seen.get(c.source, 0) + 1
        ranked.append((seen[c.source], c))
    ranked.sort(key=lambda pair: pair[0])
    return [c.claim_id for c in _telling_all([c for _, c in ranked], adding)[:BEST_KEPT]]


def _telling_all(
    ranked: Sequence[Contribution], adding: Callable[[Contribution], Collection[str]]
) -> list[Contribution]:
    """`ranked` with those right after the first that add a detail which none before them has."""
    told: set[str] = set()
    early: list[Contribution] = []
    late: list[Contribution] = []
    for place, c in enumerate(ranked):
        (early if place == 0 or not told.issuperset(adding(c)) else late).append(c)
        told.update(adding(c))
    return early + late


def most_said(values: Iterable[tuple[T, str]]) -> T:
    """The value with the most articles (second of each pair); then the longest, then the first in order."""
    articles: dict[T, set[str]] = {}
    for value, article_id in values:
        articles.setdefault(value, set()).add(article_id)
    return min(articles, key=lambda value: (-len(articles[value]), -len(str(value)), str(value)))


def best_basis(contributions: Iterable[Contribution]) -> DateBasis | None:
    """The best way in which any of them knows its date."""
    known = [c.date_basis for c in contributions if c.date and c.date_basis]
    return min(known, key=DATE_BASES.index, default=None)


def by_article(contributions: Iterable[Contribution]) -> list[list[Contribution]]:
    """The contributions of each article."""
    ordered = sorted(contributions, key=lambda c: (c.article_id, c.claim_id))
    return [list(group) for _, group in groupby(ordered, key=lambda c: c.article_id)]
