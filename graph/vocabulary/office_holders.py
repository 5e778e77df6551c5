"""Who held which top office, and when: dated facts that resolve a name in the news to an actor and a role."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

from graph.errors import VocabularyError
from graph.vocabulary.bodies import bodies
from graph.vocabulary.countries import countries
from graph.vocabulary.folding import fold
from graph.vocabulary.loading import is_date, read_csv

_FILE = "office_holders.csv"
_COLUMNS = ("country", "role", "title", "name", "aliases", "qid", "since", "until", "source", "confidence")
Confidence = Literal["high", "medium", "low"]
_CONFIDENCES = ("high", "medium", "low")
_ORDER = ("monarch", "head_of_state", "head_of_government", "foreign_minister", "defence_minister", "deputy_head")
_NUMBER = re.compile(r"[ ,]+(?:Jr\.?|Sr\.?|[IVX]+)$")
_SURNAME_FIRST = frozenset({"CHN", "HKG", "KOR", "MAC", "PRK", "SGP", "TWN"})


@dataclass(frozen=True, slots=True)
class OfficeHolder:
    """A person held an office of an actor (`country`, a body too) from `since` to `until`, None where no end is known.

    `role` is a role class of eval/GUIDE.md; dates are ISO 8601 of any precision; `source` as in the file's README.
    """

    country: str
    role: str
    title: str
    name: str
    aliases: tuple[str, ...]
    qid: str | None
    since: str
    until: str | None
    source: str
    confidence: Confidence

    def in_office(self, date: str) -> bool:
        """Whether the person held the office at `date` (any precision), as far as both dates tell."""
        return _at_most(self.since, date) and (self.until is None or _at_most(date, self.until))


@cache
def office_holders() -> tuple[OfficeHolder, ...]:
    """The packaged facts, validated whole; VocabularyError names file and line."""
    return tuple(_holder(line, values) for line, values in read_csv(_FILE, _COLUMNS))


def holders_named(name: str, on_date: str | None = None) -> tuple[OfficeHolder, ...]:
    """Who `name` may be, highest office first: in office at `on_date`, or, without a date, at any time, latest first.

    `name` is a full name, an alias, or the surname alone by which news calls a person again; case, diacritics and
    middle names do not count. A single given name finds nobody.
    """
    words = fold(name).split()
    found = {id(holder): holder for holder in _candidates(words)}.values()
    if on_date is None:
        return tuple(sorted(found, key=lambda holder: (holder.until is None, holder.since), reverse=True))
    return tuple(sorted((holder for holder in found if holder.in_office(on_date)), key=_rank))


@cache
def holder_names() -> tuple[str, ...]:
    """All folded names, aliases and surnames that `holders_named` finds somebody by."""
    return tuple(_index().by_name)


def _candidates(words: list[str]) -> Iterable[OfficeHolder]:
    """Those of that whole name or surname; else those whose name holds all words, or whose name the words hold."""
    index = _index()
    exact = index.by_name.get(" ".join(words))
    if exact or len(words) < 2:
        return exact or ()
    asked = set(words)
    near = {id(entry): entry for word in words for entry in index.by_surname.get(word, ())}.values()
    return [holder for have, holder in near if have <= asked or asked <= have]


@dataclass(frozen=True, slots=True)
class _Index:
    """Holders by folded name, alias or surname; and by one word of the surname with all words of the name."""

    by_name: Mapping[str, list[OfficeHolder]]
    by_surname: Mapping[str, list[tuple[frozenset[str], OfficeHolder]]]


@cache
def _index() -> _Index:
    by_name: dict[str, list[OfficeHolder]] = defaultdict(list)
    by_surname: dict[str, list[tuple[frozenset[str], OfficeHolder]]] = defaultdict(list)
    for holder in office_holders():
        words = fold(_NUMBER.sub("", holder.name)).split()
        surname = words[0] if holder.country in _SURNAME_FIRST else words[-1]
        for key in {surname, fold(holder.name), *_ends(words), *map(fold, holder.aliases)}:
            by_name[key].append(holder)
        if len(words) > 1:
            by_surname[surname].append((frozenset(words), holder))
    return _Index(dict(by_name), dict(by_surname))


def _ends(words: list[str]) -> Iterable[str]:
    """All ends of a name: "lopez obrador" and "obrador" of "andres manuel lopez obrador"."""
    return (" ".join(words[i:]) for i in range(len(words)))


def _at_most(one: str, other: str) -> bool:
    """Whether date `one` is not after `other`, to the precision of the coarser."""
    length = min(len(one), len(other))
    return one[:length] <= other[:length]


def _rank(holder: OfficeHolder) -> tuple[int, bool, int, str]:
    """Highest office first; a title that is qualified ("acting", "rival government") after one that is not."""
    role = _ORDER.index(holder.role) if holder.role in _ORDER else len(_ORDER)
    qualified = "," in holder.title or "(" in holder.title
    return role, qualified, _CONFIDENCES.index(holder.confidence), holder.country


def _holder(line: int, values: list[str]) -> OfficeHolder:
    country, role, title, name, aliases, qid, since, until, source, confidence = values
    if country not in countries() and country not in bodies():
        _fail(line, f"unknown country {country!r}")
    if confidence not in _CONFIDENCES:
        _fail(line, f"confidence is {confidence!r}")
    if not is_date(since) or (until and not is_date(until)):
        _fail(line, f"malformed date: {since!r}, {until!r}")
    if until and not _at_most(since, until):
        _fail(line, f"until {until} is before since {since}")
    if not name or not role:
        _fail(line, "name or role is missing")
    return OfficeHolder(
        country,
        role,
        title,
        name,
        tuple(aliases.split(";")) if aliases else (),
        qid or None,
        since,
        until or None,
        source,
        cast(Confidence, confidence),
    )


def _fail(line: int, message: str) -> None:
    raise VocabularyError(f"{_FILE}: line {line}: {message}")
