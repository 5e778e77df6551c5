"""How well two actors get on, over time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from statistics import fmean
from typing import Literal, NamedTuple

from graph.fact import EventFact
from graph.view import View
from graph.vocabulary import plover

Period = Literal["year", "quarter", "month"]
_PAGE = 500
_YEAR, _MONTH = len("2023"), len("2023-09")


class Point(NamedTuple):
    """One `period` (``2023``, ``2023-Q3``, ``2023-09``): the mean score of its events, their sum, and their number."""

    period: str
    mean: float
    total: float
    events: int


@dataclass(frozen=True, slots=True)
class Scores:
    """Points in the order of time. `undated` events are in none: their date is not known, or not as precisely."""

    points: tuple[Point, ...]
    undated: int


def cooperation_scores(
    view: View, a: str, b: str, *, every: Period = "year", since: str | None = None, until: str | None = None
) -> Scores:
    """The scores of all that two actors did towards each other; see `score_of`."""
    return score_of(_events(view, a, b, since, until), every)


def score_of(events: Iterable[EventFact], every: Period = "year") -> Scores:
    """The scores of events by `every` year, quarter or month; periods without any are left out.

    Each event counts once, however many papers tell of it, with the weight of its PLOVER type, from -10 (most hostile)
    to +10 (most cooperative). The weights are the conflict and cooperation scores of the PLOVER Manual (Open Event Data
    Alliance, draft 0.7b1, 2021): for each type the mean of the Goldstein (1992) scores of the CAMEO events that fall
    into it. They are in ``graph/vocabulary/data/plover.yaml`` with what is known of their gaps. Events that did not
    happen (pledged, possible, negated) do not count.
    """
    periods: dict[str, list[float]] = defaultdict(list)
    undated = 0
    for event in events:
        if event.modality != "actual":
            continue
        period = period_of(event.date, every)
        if period:
            periods[period].append(plover().by_id[event.type].weight)
        else:
            undated += 1
    points = [Point(period, fmean(w), sum(w), len(w)) for period, w in sorted(periods.items())]
    return Scores(tuple(points), undated)


def period_of(date: str | None, every: Period) -> str | None:
    """The year, quarter or month of a date; None where it is not known so precisely."""
    if not date or len(date) < (_YEAR if every == "year" else _MONTH):
        return None
    if every == "year":
        return date[:_YEAR]
    if every == "month":
        return date[:_MONTH]
    return f"{date[:_YEAR]}-Q{(int(date[5:7]) + 2) // 3}"


def _events(view: View, a: str, b: str, since: str | None, until: str | None) -> Iterator[EventFact]:
    skip = 0
    while page := view.events(
        a, b, since=since, until=until, modalities=("actual",), evidence=0, skip=skip, limit=_PAGE
    ):
        yield from page
        skip += len(page)
