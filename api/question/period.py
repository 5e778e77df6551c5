"""The period a question names: years, months, "since 2019", "between 2018 and 2020", "last year"."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from api.question.record import Period

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAMES = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december", "sept", *_MONTHS,
)  # fmt: skip
_DATE = rf"(?:(?:(?:{'|'.join(_NAMES)})\.? )?(?:19|20)\d\d(?:-\d\d(?:-\d\d)?)?)"
_AND = r"(?:\s*(?:-|–|—|to|and|until|till|through)\s*)"

Maker = Callable[[list[str]], Period]
_PATTERNS: tuple[tuple[re.Pattern[str], Maker], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), make)
    for pattern, make in (
        (rf"\b(?:between|from|in|during|over)?\s*\b({_DATE}){_AND}({_DATE})\b", lambda d: Period(d[0], d[1])),
        (rf"\b(?:since|after|from|starting(?: in)?)\s+({_DATE})\b", lambda d: Period(since=d[0])),
        (rf"\b(?:until|till|before|up to|by)\s+({_DATE})\b", lambda d: Period(until=d[0])),
        (rf"\b({_DATE})\b", lambda d: Period(d[0], d[0])),
    )
)
_RELATIVE = re.compile(r"\b(last|this) year\b|\b(?:past|last) (\w+) years\b", re.IGNORECASE)
_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "ten": 10}


def period_of(text: str, today: date | None = None) -> Period | None:
    """The first period that `text` names; relative ones ("last year") only where `today` is given."""
    for pattern, make in _PATTERNS:
        if match := pattern.search(text):
            return make([_iso(found) for found in match.groups()])
    return _relative(text, today) if today else None


def _iso(written: str) -> str:
    """A date as it was written, as ISO 8601: "May 2020" is ``2020-05``."""
    *month, rest = written.split()
    if not month:
        return rest
    return f"{rest[:4]}-{_MONTHS.index(month[0].lower()[:3]) + 1:02}"


def _relative(text: str, today: date) -> Period | None:
    match = _RELATIVE.search(text)
    if match is None:
        return None
    if match[1]:
        year = str(today.year - (match[1].lower() == "last"))
        return Period(year, year)
    count = _NUMBERS.get(match[2].lower()) or (int(match[2]) if match[2].isdigit() else None)
    return Period(since=str(today.year - count)) if count else None
