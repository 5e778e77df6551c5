"""Dates as people write them: "2020", "May 2020", "3 May 2020", "Q3 2022", "the 2010s", "late 2021"."""

from __future__ import annotations

import re
from datetime import date, timedelta

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december|sept|"
    + "|".join(_MONTHS)
    + r")\b\.?"
)
_YEAR = r"(?:19|20)\d\d"
_SEASON = r"spring|summer|autumn|fall|winter"
DATE = (
    rf"(?:(?:\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?)?{MONTH},?\s+(?:of\s+)?{_YEAR}"  # 3 May 2020, May 2020
    rf"|{MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+{_YEAR}"  # May 3, 2020
    rf"|(?:q[1-4]|(?:first|second|third|fourth|1st|2nd|3rd|4th)\s+quarter)(?:\s+of)?[\s/-]*{_YEAR}|{_YEAR}[\s/-]*q[1-4]"
    rf"|(?:h[12]|(?:first|second)\s+half)(?:\s+of)?[\s/-]*{_YEAR}"
    rf"|(?:early|mid|late)[\s-]+{_YEAR}(?!s)|(?:{_SEASON})(?:\s+of)?\s+{_YEAR}"
    rf"|(?:start|beginning|end)\s+of\s+{_YEAR}"
    rf"|{_YEAR}[-/.]\d{{1,2}}[-/.]\d{{1,2}}|{_YEAR}[-/]\d\d(?!\d)|\d{{1,2}}[./]\d{{1,2}}[./]{_YEAR}"
    rf"|\d{{3}}0'?s|(?:nineteen-?)?(?:sixties|seventies|eighties|nineties)|(?<!\d)'?[6-9]0'?s|year\s+{_YEAR}|{_YEAR}(?!\d))"
)
_DECADES = {"sixties": 1960, "seventies": 1970, "eighties": 1980, "nineties": 1990}
_PARTS = {
    "early": (1, 4), "mid": (5, 8), "late": (9, 12), "h1": (1, 6), "h2": (7, 12), "first half": (1, 6),
    "second half": (7, 12), "spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11),
    "winter": (12, 12),
}  # fmt: skip
_ORDINALS = ("first", "second", "third", "fourth")


def month_number(name: str) -> int:
    """1 to 12 of a month's name or its beginning."""
    return _MONTHS.index(name.lower()[:3]) + 1


def bounds(written: str) -> tuple[str, str]:
    """The first and the last date that a written date means, as precise as it was written; ValueError if it is none."""
    text = " ".join(written.lower().replace(",", " ").split())
    if decade := _decade(text):
        return decade
    year_found = re.search(_YEAR, text)
    if year_found is None:
        raise ValueError(f"no year: {written!r}")
    year = year_found[0]
    rest = (text[: year_found.start()] + " " + text[year_found.end() :]).strip(" -/.")
    if months := _part(rest):
        return f"{year}-{months[0]:02}", f"{year}-{months[1]:02}"
    one = _one(year, rest, day_first=year_found.start() > 0)
    return one, one


def _decade(text: str) -> tuple[str, str] | None:
    if match := re.fullmatch(r"(\d{3})0'?s", text):
        return f"{match[1]}0", f"{match[1]}9"
    if match := re.fullmatch(r"'?([6-9])0'?s", text):
        return f"19{match[1]}0", f"19{match[1]}9"
    for word, first in _DECADES.items():
        if text.endswith(word):
            return str(first), str(first + 9)
    return None


def _part(rest: str) -> tuple[int, int] | None:
    """The first and last month of a part of a year."""
    words = rest.removesuffix(" of").strip(" -")
    if match := re.fullmatch(r"q([1-4])|(first|second|third|fourth|[1-4](?:st|nd|rd|th)) quarter", words):
        ordinal = match[2] or ""
        number = int(match[1] or (_ORDINALS.index(ordinal) + 1 if ordinal in _ORDINALS else ordinal[0]))
        return 3 * number - 2, 3 * number
    return _PARTS.get(words)


def _one(year: str, rest: str, *, day_first: bool) -> str:
    """A year, month or day."""
    month = re.search(MONTH, rest)
    numbers = re.findall(r"\d+", rest)
    if month:
        found = [month_number(month[0]), *map(int, numbers)]
    else:
        found = [int(number) for number in numbers]
        if day_first and len(found) == 2:
            found.reverse()
    if not found:
        return year
    if not 1 <= found[0] <= 12:
        raise ValueError(f"no month: {rest!r}")
    if len(found) == 1:
        return f"{year}-{found[0]:02}"
    return date(int(year), found[0], found[1]).isoformat()


def after(moment: str) -> str:
    """The next year, month or day."""
    return _moved(moment, 1)


def before(moment: str) -> str:
    """The year, month or day before."""
    return _moved(moment, -1)


def _moved(moment: str, by: int) -> str:
    if len(moment) == 4:
        return str(int(moment) + by)
    if len(moment) == 7:
        months = int(moment[:4]) * 12 + int(moment[5:]) - 1 + by
        return f"{months // 12}-{months % 12 + 1:02}"
    return (date.fromisoformat(moment) + timedelta(days=by)).isoformat()
