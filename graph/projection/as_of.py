"""What was known on a day, and held on it: contributions as they were then."""

from __future__ import annotations

from calendar import monthrange

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


def last_day(date: str) -> str:
    """The last day of a day, month or year: ``2019-02-28`` of ``2019-02``; of a time its day."""
    if len(date) == 4:
        return f"{date}-12-31"
    if len(date) == 7:
        return f"{date}-{monthrange(int(date[:4]), int(date[5:]))[1]:02}"
    return date[:10]


def _holds(saying: Saying, end: str) -> bool:
    if saying.date is None or saying.date <= end:  # a month or year sorts before its days: it begins by then
        return True
    return (saying.standing[1] if saying.standing else saying.telling) in _TO_COME
