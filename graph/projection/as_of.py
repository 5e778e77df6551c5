"""What was known on a day, and held on it: contributions as they were then."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from re import fullmatch

from graph.projection.contribution import Contribution, Saying

_TO_COME = frozenset({"proposed", "under_negotiation", "agreed", "pledged", "possible", "negated"})
"""Words for what may be said of a day that has not come yet."""


def known_at(contribution: Contribution, day: str) -> Contribution | None:
    """What an article said, if it was published by the end of `day` (a date of any precision), of what held then.

    An article of which only the month or year is known counts from its end on, one of no known date never. What is said
    to have happened or to hold after `day` did not hold yet, unless it is said as a plan.
    """
    end = last_day(day)
    if contribution.published is None or last_day(contribution.published) > end:
        return None
    sayings = [saying for saying in contribution.sayings if _holds(saying, end)]
    return contribution._replace(sayings=sayings) if sayings else None


def last_day(text: str) -> str:
    """The last day of a day, month or year: ``2019-02-28`` of ``2019-02``; of a time its day."""
    if len(text) == 4:
        return f"{text}-12-31"
    if len(text) == 7:
        return f"{text}-{monthrange(int(text[:4]), int(text[5:]))[1]:02}"
    return text[:10]


def checked_day(text: str) -> str:
    """`text` if it is an ISO 8601 date of day, month or year; ValueError says what it should have been."""
    if not fullmatch(r"\d{4}(-\d{2}){0,2}", text):
        raise ValueError(f"{text!r} is no date such as 2019, 2019-06 or 2019-06-30")
    try:
        date.fromisoformat(last_day(text))
    except ValueError as error:
        raise ValueError(f"{text!r} is no date: {error}") from error
    return text


def _holds(saying: Saying, end: str) -> bool:
    if saying.date is None or saying.date <= end:  # a month or year sorts before its days: it begins by then
        return True
    return (saying.standing[1] if saying.standing else saying.telling) in _TO_COME
