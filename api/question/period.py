"""The period a question names: years, months, quarters, decades, "since 2019", "between 2018 and 2020", "last year"."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from api.question.moment import DATE, MONTH, after, before, bounds, month_number
from api.question.record import Period

Span = tuple[int, int]
_AND = r"\s*(?:-|–|—|to|and|until|till|through|thru|up to)\s*(?:the\s+)?"
_NUMBERS = {
    "a": 1, "one": 1, "two": 2, "couple of": 2, "three": 3, "few": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "twelve": 12, "fifteen": 15, "twenty": 20,
}  # fmt: skip
_COUNT = rf"(?:\d{{1,3}}|{'|'.join(_NUMBERS)})"
_UNIT = r"(?:day|week|month|quarter|year|decade)"


@dataclass(frozen=True, slots=True)
class Found:
    """A period, and where the question names it (code points)."""

    period: Period
    span: Span


Maker = Callable[[Sequence[str]], Period]


def _range(d: Sequence[str]) -> Period:
    return Period(bounds(d[0])[0], bounds(d[1])[1])


def _short_range(d: Sequence[str]) -> Period:
    return Period(d[0], d[0][:2] + d[1])


def _in(d: Sequence[str]) -> Period:
    return Period(*bounds(d[0]))


def _two(d: Sequence[str]) -> Period:
    first, last = sorted((bounds(d[0]), bounds(d[1])))
    return Period(first[0], last[1])


_ABSOLUTE: tuple[tuple[re.Pattern[str], Maker], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), make)
    for pattern, make in (
        (r"\b(?:between|from|in|during|over)?\s*\b((?:19|20)\d\d)[-–/](\d\d)\b(?![-\d])", _short_range),
        (rf"\b(?:in|for)\s+({DATE})\s+(?:and|or)\s+({DATE})\b", _two),
        (rf"\b(?:between|from|in|during|over)?\s*\b(?:the\s+)?({DATE}){_AND}({DATE})\b", _range),
        (rf"\b({DATE})\s+(?:onwards?|and later|and after|or later)\b", lambda d: Period(since=bounds(d[0])[0])),
        (
            rf"\b(?:since|from|starting(?: in| from)?|as of|ever since)\s+(?:the\s+)?({DATE})\b",
            lambda d: Period(since=bounds(d[0])[0]),
        ),
        (rf"\bafter\s+(?:the\s+)?({DATE})\b", lambda d: Period(since=after(bounds(d[0])[1]))),
        (
            rf"\b(?:until|till|up to|through|by|til)\s+(?:the\s+)?({DATE})\b",
            lambda d: Period(until=bounds(d[0])[1]),
        ),
        (rf"\b(?:before|prior to)\s+(?:the\s+)?({DATE})\b", lambda d: Period(until=before(bounds(d[0])[0]))),
        (rf"\b({DATE})(?!\w)", _in),
    )
)  # fmt: skip
_WORDS = re.compile(
    rf"\b(since|in|during|over|from|for|until|before|after)?\s*\b(the\s+)?(?:"
    rf"(?P<ago>{_COUNT})\s+(?P<ago_unit>{_UNIT})s?\s+ago|"
    rf"(?P<which>last|past|this|previous|current|recent|these)\s+(?:(?P<count>{_COUNT})\s+)?(?P<unit>{_UNIT})(?P<many>s)?|"
    rf"(?P<day>yesterday)|"
    rf"(?P<month>{MONTH})(?=\W*$|\W+(?!(?:19|20)\d\d)))\b",
    re.IGNORECASE,
)


def period_of(text: str, today: date | None = None) -> Period | None:
    """The first period that `text` names; relative ones ("last year") only where `today` is given."""
    found = find_period(text, today)
    return found.period if found else None


def find_period(text: str, today: date | None = None) -> Found | None:
    """The period, and where it stands."""
    for pattern, make in _ABSOLUTE:
        for match in pattern.finditer(text):
            period = _checked(make, match.groups())
            if period:
                return Found(period, match.span())
    return _relative(text, today) if today else None


def _checked(make: Maker, dates: Sequence[str]) -> Period | None:
    """The period, or None where the figures are no dates ("2020-55") or run backwards."""
    try:
        period = make(dates)
    except ValueError:
        return None
    backwards = period.since and period.until and period.since > f"{period.until}~"
    return None if backwards else period


def _relative(text: str, today: date) -> Found | None:
    for match in _WORDS.finditer(text):
        period = _relative_period(match, today)
        if period:
            return Found(period, match.span())
    return None


def _relative_period(match: re.Match[str], today: date) -> Period | None:
    how = (match[1] or "").lower()
    if match["month"]:
        return _of_month(how, match["month"], today)
    if match["day"]:
        return _placed(how, (today - timedelta(days=1)).isoformat())
    if match["ago"]:
        return _placed(how, _unit_back(today, match["ago_unit"].lower(), _number(match["ago"])))
    return _of_unit(match, how, today)


def _of_unit(match: re.Match[str], how: str, today: date) -> Period | None:
    which, unit = match["which"].lower(), match["unit"].lower()
    if match["count"] or match["many"]:
        if which in {"this", "current"}:
            return None
        return Period(since=_unit_back(today, unit, _number(match["count"] or "three")))
    rolling = which == "past" or (which == "last" and match[2] and how != "since")
    if rolling or (which == "recent"):
        return Period(since=_unit_back(today, unit, 1))
    first, last = _calendar(today, unit, back=which in {"last", "previous"})
    return Period(since=first) if how in {"since", "from"} else Period(first, last)


def _calendar(today: date, unit: str, *, back: bool) -> tuple[str, str]:
    """The first and last of the calendar unit that `today` lies in, or of the one before."""
    if unit == "day":
        day = (today - timedelta(days=back)).isoformat()
        return day, day
    if unit == "week":
        monday = today - timedelta(days=today.weekday() + 7 * back)
        return monday.isoformat(), (monday + timedelta(days=6)).isoformat()
    if unit == "quarter":
        month = _months_back(today, 3 * back)
        return bounds(f"Q{(int(month[5:]) + 2) // 3} {month[:4]}")
    if unit == "month":
        month = _months_back(today, int(back))
        return month, month
    year = today.year - (back if unit == "year" else 0)
    decade = year // 10 * 10 - 10 * back
    return (str(year), str(year)) if unit == "year" else (str(decade), str(decade + 9))


def _unit_back(today: date, unit: str, count: int) -> str:
    """The date so many units before `today`, as precise as the unit."""
    if unit in {"day", "week"}:
        return (today - timedelta(days=count * (7 if unit == "week" else 1))).isoformat()
    if unit in {"month", "quarter"}:
        return _months_back(today, count * (3 if unit == "quarter" else 1))
    return str(today.year - count * (10 if unit == "decade" else 1))


def _months_back(today: date, count: int) -> str:
    months = today.year * 12 + today.month - 1 - count
    return f"{months // 12}-{months % 12 + 1:02}"


def _number(written: str) -> int:
    return int(written) if written.isdigit() else _NUMBERS[written.lower()]


def _of_month(how: str, name: str, today: date) -> Period | None:
    """A month without a year, behind a preposition alone: the last one that has begun ("in May")."""
    if not how or how == "for":
        return None
    month = month_number(name)
    return _placed(how, f"{today.year - (month > today.month)}-{month:02}")


def _placed(how: str, moment: str) -> Period:
    if how in {"since", "from"}:
        return Period(since=moment)
    if how == "after":
        return Period(since=after(moment))
    if how == "until":
        return Period(until=moment)
    return Period(until=before(moment)) if how == "before" else Period(moment, moment)
