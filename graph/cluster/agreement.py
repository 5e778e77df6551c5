"""Agreements: which names of documents of the same parties are of one.

Names are of one agreement that have the same words but for its parties' names and other spellings, and an acronym is of
the one name that it abbreviates. What is signed years apart under one name is two.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from graph.cluster.group import Groups
from graph.identity import actors_of
from graph.vocabulary.agreement_names import agreement_names

_KEPT = 50_000
"""So many names are remembered."""

_NEAR = 1
"""Years from one in a name to one in which articles tell of it: what is agreed in one may be signed in the next."""


class Named(NamedTuple):
    """A name of an agreement: its words, those that count, the year that is one of them, and when it was new."""

    key: str
    words: tuple[str, ...]
    core: tuple[str, ...]
    own_year: int | None
    year: int | None
    generic: bool

    @property
    def form(self) -> frozenset[str]:
        """What names of one agreement have in common."""
        return frozenset(self.core)


@lru_cache(_KEPT)
def _named(key: str) -> Named:
    name, _, tag = key.rpartition(":")[2].partition("@")
    words = tuple(name.split())
    years = [int(word) for word in words if len(word) == 4 and word.isdigit() and 1800 <= int(word) <= 2100]
    own = years[0] if len(years) == 1 else None
    core = agreement_names().core(actors_of(key), [word for word in words if word != str(own)])
    dated = len(tag) == 4
    return Named(key, words, core, own, int(tag) if dated else None, generic=bool(tag) and not dated)


def agreement_ids(groups: Sequence[Collection[str]]) -> list[str]:
    """The id of each group: its fullest name; with the year where several have that name, and this is not undated."""
    best = [min(map(_named, keys), key=_rank) for keys in groups]
    bare = [key.key.partition("@")[0] for key in best]
    return [
        name if not named.generic and bare.count(name) == 1 else named.key
        for named, name in zip(best, bare, strict=True)
    ]


def _rank(named: Named) -> tuple[int, tuple[str, ...], int, str]:
    return -len(named.words), named.words, named.year or 0, named.key


def join_agreements(groups: Groups) -> None:
    """Joins the names of agreements of the same parties."""
    alike: dict[frozenset[str], list[Named]] = defaultdict(list)
    for named in sorted((_named(key) for group in groups.groups for key in group), key=_rank):
        if not named.generic:
            alike[named.form].append(named)
    periods = {form: list(_periods(own)) for form, own in alike.items()}
    for found in periods.values():
        for first, *others in found:
            for named in others:
                groups.join(named.key, first.key, "period" if named.words == first.words else "wording")
    for short, full in _acronyms(periods):
        groups.join(short.key, full.key, "acronym")


def _periods(alike: Sequence[Named]) -> Iterator[list[Named]]:
    """Names with the same words, apart by when they were new; the first of each list is the fullest.

    What names a year is of that year, and what names none and is told of no year is of the only one there is.
    """
    spans = list(_spans(alike))
    in_name: dict[int, list[Named]] = defaultdict(list)
    for named in alike:
        if named.own_year is not None:
            in_name[named.own_year].append(named)
    for year, own in sorted(in_name.items()):
        near = [span for span in spans if _is_near(year, span)]
        others = [other for other in in_name if other != year and near and _is_near(other, near[0])]
        if len(near) == 1 and not others:
            near[0].extend(own)
        else:
            spans.append(own)
    undated = [named for named in alike if named.year is None and named.own_year is None]
    if len(spans) == 1:
        spans[0].extend(undated)
    elif undated:
        spans.append(undated)
    yield from (sorted(span, key=_rank) for span in spans)


def _spans(alike: Sequence[Named]) -> Iterator[list[Named]]:
    """Those that are told of a year, with no more years between them than one agreement takes."""
    dated = sorted((n for n in alike if n.year is not None and n.own_year is None), key=lambda n: (n.year, _rank(n)))
    span: list[Named] = []
    for named in dated:
        if span and (named.year or 0) - (span[-1].year or 0) > agreement_names().years:
            yield span
            span = []
        span.append(named)
    if span:
        yield span


def _is_near(year: int, span: Sequence[Named]) -> bool:
    return any(named.year and abs(named.year - year) <= _NEAR for named in span)


def _acronyms(periods: Mapping[frozenset[str], Sequence[Sequence[Named]]]) -> Iterator[tuple[Named, Named]]:
    """Acronyms, each with the only name of its period that it abbreviates."""
    spans = [span for found in periods.values() for span in found]
    for short in spans:
        words = short[0].form - {"agreement", "treaty"}
        if len(words) == 1:
            word = next(iter(words))
            full = [span for span in spans if _abbreviates(word, span) and _of_one_period(short, span)]
            if len(full) == 1:
                yield short[0], full[0][0]


def _abbreviates(word: str, span: Sequence[Named]) -> bool:
    return any(agreement_names().is_acronym(word, named.core, actors_of(named.key)) for named in span)


def _of_one_period(one: Sequence[Named], other: Sequence[Named]) -> bool:
    """Whether no more years are between them than one agreement takes, as far as either tells."""
    years, others = [_years(span) for span in (one, other)]
    if not years or not others:
        return True
    return min(abs(a - b) for a in years for b in others) <= agreement_names().years


def _years(span: Sequence[Named]) -> set[int]:
    return {year for named in span if (year := named.own_year or named.year)}
