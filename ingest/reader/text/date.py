"""Dates in a sentence, resolved by the day of publication, as precise as they are said."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from graph.claim import DateBasis, When

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        1,
    )
    for name in names.split()
}
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "monday mon",
            "tuesday tue tues",
            "wednesday wed",
            "thursday thu thurs thur",
            "friday fri",
            "saturday sat",
            "sunday sun",
        )
    )
    for name in names.split()
}
_MONTH = (
    r"(?P<month{0}>January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan\.|Feb\.|Mar\.|Apr\.|Jun\.|Jul\.|Aug\.|Sept?\.|Oct\.|Nov\.|Dec\.|Sept?|Oct|Nov|Dec|Jan|Feb|Aug)"
)
_DAY = r"(?P<day{0}>[0-3]?\d)(?:st|nd|rd|th)?"
_RANGE = r"(?:\s?(?:-|–|to|and)\s?[0-3]?\d(?:st|nd|rd|th)?)?"
_THOUSANDS = r",\d{3}\b"
"""What makes a number of a day ("In May 2,000 soldiers")."""
_YEAR = r"(?P<year{0}>(?:19|20)\d\d)"
_COUNTS = ("a", "one", "two", "three", "four", "five", "six")
_COUNT = "|".join(_COUNTS)
_PATTERN = re.compile(
    r"\b(?:"  # a date begins where a word does
    + "|".join(
        (
            rf"(?P<iso>\b{_YEAR.format('i')}-(?P<monthi>\d\d)-(?P<dayi>\d\d)\b)",
            rf"(?P<dmy>\b{_DAY.format('1')}{_RANGE}(?:\s+of)?\s+{_MONTH.format('1')}\b(?:,?\s+{_YEAR.format('1')}\b)?)",
            rf"(?P<mdy>\b{_MONTH.format('2')}\s+{_DAY.format('2')}\b(?!{_THOUSANDS}){_RANGE}(?:,?\s+{_YEAR.format('2')}\b)?)",
            rf"(?P<my>\b{_MONTH.format('3')},?\s+(?:of\s+)?{_YEAR.format('3')}\b)",
            rf"(?P<rel>\b(?P<relword>last|next|this|early|late|mid|in|since|until|by|of|from|for|during)[\s-]+{_MONTH.format('4')}(?![\w-])"
            rf"(?!,?\s+(?:of\s+)?(?:19|20)\d\d)(?!\s+[0-3]?\d(?:st|nd|rd|th)?\b(?!{_THOUSANDS}))(?:\s+(?P<relyear>last|this|next)\s+year\b)?)",
            r"(?P<wd>\b(?:(?P<wdword>last|next|this|coming|previous)\s+)?(?P<weekday>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b)",
            rf"(?P<ago>\b(?P<count>{_COUNT})\s+days?\s+ago\b)",
            r"(?P<day>\b(?:last (?:night|evening)|the day before yesterday|the day after tomorrow"
            r"|today|yesterday|tomorrow|tonight|earlier in the day|later in the day|earlier on the day"
            r"|this (?:morning|afternoon|evening)|overnight)\b)",
            r"(?P<same>\b(?:(?:(?:the|that) same|that) (?:day|night|evening|afternoon|morning)|on the day"
            rf"|(?P<days>{_COUNT}) days? (?P<shift>later|earlier)|the (?P<next>next|following|previous) day)\b)",
            r"(?P<span>\b(?P<spanword>last|this|next)\s+(?P<unit>year|month|week)\b)",
            rf"(?P<y>\b(?:in|since|of|from|until|by|early|late|mid)[\s-]+{_YEAR.format('5')}\b(?![\w-]))",
            rf"(?P<yadj>\b{_YEAR.format('6')}(?=\s+[a-z]))",
        )
    )
    + ")",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class DateHit:
    """A date expression at ``[start, end)`` of the sentence's field and what it means."""

    start: int
    end: int
    when: When
    precise: bool


def find_dates(
    text: str, offset: int, published: str | None, future: bool = False, told: str | None = None
) -> list[DateHit]:
    """The dates in `text`. `future` says that a bare weekday or day of the year lies ahead of `published`; `told` is
    the day that was told before, for "the same day".
    """
    anchor, before = _anchor(published), _anchor(told)
    out = []
    for match in _matches(text):
        kind = _kind(match)
        told_day = kind == "same" or (kind == "day" and before is not None and match.group().lower().endswith(" day"))
        value, basis = _same(match, before) if told_day else _resolve(kind, match, anchor, future)
        if value:
            if kind != "same" and len(value) == 10:
                before = _anchor(value)
            out.append(DateHit(match.start() + offset, match.end() + offset, When(value, basis), len(value) >= 7))
    return out


_HINTS = (
    "day jan feb mar apr may jun jul aug sep oct nov dec week month year morrow night morning afternoon evening".split()
)
"""What each date without a figure has in it."""


@lru_cache(maxsize=256)
def _matches(text: str) -> tuple[re.Match[str], ...]:
    """The matches of the pattern; several rules ask for those of one sentence."""
    lower = text.lower()
    if not any(hint in lower for hint in _HINTS) and not any(c.isdigit() for c in text):
        return ()
    return tuple(_PATTERN.finditer(text))


def _kind(match: re.Match[str]) -> str:
    return next(
        name
        for name in ("iso", "dmy", "mdy", "my", "rel", "wd", "ago", "day", "same", "span", "y", "yadj")
        if match.group(name)
    )


def _anchor(published: str | None) -> date | None:
    try:
        return date.fromisoformat(published) if published and len(published) == 10 else None
    except ValueError:
        return None


def _resolve(kind: str, match: re.Match[str], anchor: date | None, future: bool) -> tuple[str | None, DateBasis]:
    group = match.groupdict()
    if kind in {"iso", "dmy", "mdy"}:
        key = {"iso": "i", "dmy": "1", "mdy": "2"}[kind]
        month = int(group["monthi"]) if kind == "iso" else _month(group[f"month{key}"])
        return _day_of(group[f"year{key}"], month, int(group[f"day{key}"]), anchor, future)
    if kind == "my":
        return f"{group['year3']}-{_month(group['month3']):02}", "stated"
    if kind in {"y", "yadj"}:
        return group["year5" if kind == "y" else "year6"], "stated"
    if anchor is None:
        return None, "relative"
    if kind == "rel" and group["relyear"]:
        year = anchor.year + {"last": -1, "this": 0, "next": 1}[group["relyear"].lower()]
        return f"{year}-{_month(group['month4']):02}", "relative"
    if kind == "ago":
        return (anchor - timedelta(days=_count(group["count"]))).isoformat(), "relative"
    if kind == "rel":
        return _month_near(_month(group["month4"]), group["relword"].lower(), anchor, future), "relative"
    if kind == "wd":
        return _weekday(WEEKDAYS[group["weekday"].lower()], (group["wdword"] or "").lower(), anchor, future), "relative"
    if kind == "day":
        shift = _SHIFTS.get(match.group().lower(), 0)
        return (anchor + timedelta(days=shift)).isoformat(), "relative"
    return _unit(group["unit"].lower(), group["spanword"].lower(), anchor), "relative"


_SHIFTS = {
    "yesterday": -1,
    "last night": -1,
    "last evening": -1,
    "tomorrow": 1,
    "the day before yesterday": -2,
    "the day after tomorrow": 2,
}


def _count(word: str) -> int:
    return max(1, _COUNTS.index(word.lower()))


def _same(match: re.Match[str], told: date | None) -> tuple[str | None, DateBasis]:
    """The day told before, or the one after or before it."""
    if told is None:
        return None, "relative"
    step = {"later": 1, "next": 1, "following": 1, "earlier": -1, "previous": -1}
    days = step.get((match.group("shift") or match.group("next") or "").lower(), 0)
    days *= _count(match.group("days") or "a")
    return (told + timedelta(days=days)).isoformat(), "relative"


def _month(word: str) -> int:
    return MONTHS[word.lower().rstrip(".")]


def _day_of(year: str | None, month: int, day: int, anchor: date | None, future: bool) -> tuple[str | None, DateBasis]:
    """A day with its year, or in the year that puts it nearest to publication."""
    if not 1 <= day <= 31 or not 1 <= month <= 12:
        return None, "stated"
    if year:
        return f"{year}-{month:02}-{day:02}", "stated"
    if anchor is None:
        return None, "relative"
    choices = [d for y in (anchor.year - 1, anchor.year, anchor.year + 1) if (d := _date(y, month, day))]
    ahead = [d for d in choices if d >= anchor] if future else [d for d in choices if d <= anchor + timedelta(days=45)]
    pick = min(ahead or choices, key=lambda d: abs((d - anchor).days), default=None)
    return (pick.isoformat() if pick else None), "relative"


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _month_near(month: int, word: str, anchor: date, future: bool) -> str:
    """The month that the word and the tense point to, for "last November", "in April", "next May"."""
    if word == "next" or (future and word != "last"):
        year = anchor.year if month >= anchor.month else anchor.year + 1
    else:
        year = anchor.year if month < anchor.month or (month == anchor.month and word != "last") else anchor.year - 1
    return f"{year}-{month:02}"


def _weekday(number: int, word: str, anchor: date, future: bool) -> str:
    ahead = (number - anchor.weekday()) % 7
    if word in {"next", "coming"} or (future and word != "last"):
        return (anchor + timedelta(days=ahead or (7 if word else 0))).isoformat()
    back = (anchor.weekday() - number) % 7
    return (anchor - timedelta(days=back or (7 if word == "last" else 0))).isoformat()


def _unit(unit: str, word: str, anchor: date) -> str | None:
    step = {"last": -1, "this": 0, "next": 1}[word]
    if unit == "year":
        return str(anchor.year + step)
    if unit == "month":
        index = anchor.year * 12 + anchor.month - 1 + step
        return f"{index // 12}-{index % 12 + 1:02}"
    return None
