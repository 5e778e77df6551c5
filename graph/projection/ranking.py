"""Which claims to quote for a fact, best first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from operator import itemgetter

from graph.projection.contribution import Contribution, Saying

BEST_KEPT = 8
"""How many of its best claims a fact names, so that a view need not look at all of them."""

_ORDER = itemgetter(0, 1, 2)
_IN_ARTICLE = itemgetter(4, 5, 6)
_PUBLISHED = itemgetter(3)


Ranked = tuple[int, int, float, str, bool, int, str]
"""A claim (the last) with all that ranks it, a plain tuple as a write to a busy fact reads thousands.

First the first of each source (its place among them), before any second one; then those that tell the fact's state (0;
others 1); then by confidence (its negative); then the newest (when published); then in the order of an article (whether
in its title, where it starts), its title last: its text says more.
"""

_CLAIM = itemgetter(6)

Best = Mapping[str, Sequence[Ranked]]
Firsts = Mapping[str, Mapping[str, Ranked]]


def ranked(
    contributions: Sequence[Contribution], *, part: bool
) -> tuple[dict[str, list[Ranked]], dict[str, dict[str, Ranked]]]:
    """For each telling that the fact may have its best claims, and the best of those that give each detail.

    `contributions` are all of some sources; if they are only a `part`, the others may have tellings that these lack.
    """
    sayings = [(c, s) for c in contributions for s in c.sayings]
    details = {s.claim: s.details for _, s in sayings if s.details}
    best: dict[str, list[Ranked]] = {}
    firsts: dict[str, dict[str, Ranked]] = {}
    tellings = {s.telling for _, s in sayings}
    for telling in {_OTHER, *tellings} if part else tellings:
        ranking = _ranking(sayings, telling)
        best[telling] = ranking[:BEST_KEPT]
        if details:
            firsts[telling] = _first_with_each(ranking, details)
    return best, firsts


def merged_ranks(parts: Iterable[tuple[Best, Firsts]]) -> tuple[dict[str, list[Ranked]], dict[str, dict[str, Ranked]]]:
    """What `ranked` gives of all, from what it gave of parts, no two of which share a source.

    A part without a telling ranks its claims under that as under any other that none of them has.
    """
    parts = list(parts)
    tellings = {telling for best, _ in parts for telling in best}
    best: dict[str, list[Ranked]] = {}
    firsts: dict[str, dict[str, Ranked]] = {}
    for telling in sorted(tellings):
        best[telling] = in_order([one for own, _ in parts for one in _under(own, telling)])[:BEST_KEPT]
        found: dict[str, Ranked] = {}
        for _, own in parts:
            for detail, one in own.get(telling, own.get(_OTHER, {})).items():
                found[detail] = in_order([found.get(detail, one), one])[0]
        if found:
            firsts[telling] = found
    return best, firsts


_OTHER = "*"
"""Stands for any telling that no claim has: all claims are besides it."""


def _under(best: Best, telling: str) -> Sequence[Ranked]:
    return best.get(telling, best.get(_OTHER, ()))


def _ranking(sayings: Sequence[tuple[Contribution, Saying]], telling: str) -> list[Ranked]:
    """All claims under one telling, best first."""
    if len(sayings) == 1:
        (c, s), *_ = sayings
        return [_ranked(1, c, s, telling)]
    by_source: dict[str, list[Ranked]] = {}
    for c, s in sayings:
        by_source.setdefault(c.source, []).append(_ranked(0, c, s, telling))
    placed = [(place, *one[1:]) for own in by_source.values() for place, one in enumerate(in_order(own), start=1)]
    return in_order(placed)


def _ranked(place: int, c: Contribution, s: Saying, telling: str) -> Ranked:
    return place, int(s.telling != telling), -s.confidence, c.published or "", s.title, s.start, s.claim


def in_order(claims: list[Ranked]) -> list[Ranked]:
    """`claims`, best first."""
    if len(claims) > 1:
        claims.sort(key=_IN_ARTICLE)
        claims.sort(key=_PUBLISHED, reverse=True)
        claims.sort(key=_ORDER)
    return claims


def _first_with_each(ordered: Sequence[Ranked], details: Mapping[str, Sequence[str]]) -> dict[str, Ranked]:
    firsts: dict[str, Ranked] = {}
    for one in ordered:
        for detail in details.get(_CLAIM(one), ()):
            firsts.setdefault(detail, one)
    return firsts


def best_claims(best: Best, firsts: Firsts, telling: str) -> list[str]:
    """Ids of the claims to quote for a fact of this telling; those that add a detail follow the first."""
    ranks = list(_under(best, telling))
    detailed = firsts.get(telling, {}).values()
    early = {*map(_CLAIM, detailed), _CLAIM(ranks[0])}
    known = set(map(_CLAIM, ranks))
    adding = {_CLAIM(one): one for one in detailed if _CLAIM(one) not in known}
    ordered = map(_CLAIM, in_order(ranks + list(adding.values())))
    return sorted(ordered, key=lambda claim: claim not in early)[:BEST_KEPT]
