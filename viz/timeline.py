"""The timeline: what two sides did, cooperation above a line and conflict below it, and their score over time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Literal

from graph.fact import EventFact
from graph.measure.score import Period, period_of, score_of
from graph.vocabulary import plover
from viz.spoken import MONTHS, act, spoken_date

WIDTHS = (1100, 340)
"""Widths in pixels at full size: of a wide page, and of a telephone."""

_MARGIN = 30.0
_HEAD, _GAP, _FOOT = 18.0, 30.0, 24.0
_SIDE, _LEAST_SIDE = 96.0, 26.0
"""The most and the least room for acts on one side of the line."""

_CELL = 13.0
_WIDEST = 22.0
_SCORE = 66.0
_BEST = 10.0
"""The highest score; the lowest is as far below nought."""

_LABEL = {"year": 40.0, "quarter": 40.0, "month": 66.0}
_LEAST_PERIODS = 7
_MONTHS_MOST, _QUARTERS_MOST = 30, 40


@dataclass(frozen=True, slots=True)
class Mark:
    """One act as a rectangle: `side` is up for cooperation, `deed` tells doing from saying, `planned` is to come."""

    fact: str
    x: float
    y: float
    width: float
    height: float
    side: Literal["up", "down"]
    deed: bool
    planned: bool
    told: str


@dataclass(frozen=True, slots=True)
class Score:
    """The mean score of a period as a dot."""

    x: float
    y: float
    told: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """A drawing of `width` by `height` pixels: acts about the line at `middle`, down to `below`; scores about `nought`.

    `undated` acts are not in it: their date is not known, or not as precisely as the drawing has it.
    """

    width: float
    height: float
    left: float
    right: float
    middle: float
    below: float
    nought: float
    reach: float
    marks: tuple[Mark, ...]
    scores: tuple[Score, ...]
    ticks: tuple[tuple[float, str], ...]
    undated: int
    every: Period
    first: str
    last: str


def timeline(events: Sequence[EventFact], width: float) -> Timeline | None:
    """The drawing of `events`; None where none of them has a date."""
    dates = [event.date for event in events if event.date]
    if not dates:
        return None
    every = _every(dates)
    dated = [(place, event) for event in events if (place := _number(event.date, every)) is not None]
    if not dated:
        return None
    first, last = min(place for place, _ in dated), max(place for place, _ in dated)
    start, step = _scale(first, last, width)
    up, down = _most(dated, hostile=False), _most(dated, hostile=True)
    high, low = _room(up), _room(down)
    middle = _HEAD + high
    nought = middle + low + _GAP + _SCORE / 2
    return Timeline(
        width=width,
        height=round(nought + _SCORE / 2 + _FOOT, 1),
        left=_MARGIN,
        right=width - 6,
        middle=middle,
        below=middle + low,
        nought=nought,
        reach=_SCORE / 2,
        marks=tuple(_marks(dated, start, step, middle, (high / max(up, 1), low / max(down, 1)))),
        scores=tuple(_scores(events, every, start, step, nought)),
        ticks=tuple(_ticks(start, step, width, every)),
        undated=len(events) - len(dated),
        every=every,
        first=_name(first, every),
        last=_name(last, every),
    )


def told(event: EventFact) -> str:
    """An act in words: ``Japan helped Indonesia, 7 September 2023``."""
    planned = "" if event.modality == "actual" else f" ({event.modality})"
    what = act(event.type, event.actor, event.recipient, event.modality) + planned
    return ", ".join(filter(None, [what, spoken_date(event.date)]))


def _every(dates: Sequence[str]) -> Period:
    """By month, quarter or year: whichever is fine enough and leaves room."""
    months = [int(date[:4]) * 12 + int(date[5:7]) - 1 for date in dates if len(date) >= len("2023-09")]
    years = [int(date[:4]) for date in dates]
    if not months or max(years) - min(years) > _QUARTERS_MOST // 4:
        return "year"
    return "month" if max(months) - min(months) < _MONTHS_MOST else "quarter"


def _number(date: str | None, every: Period) -> int | None:
    """The place of a date's period in the order of time; None where the date is not so precise."""
    if not date or period_of(date, every) is None:
        return None
    year = int(date[:4])
    if every == "year":
        return year
    month = int(date[5:7]) - 1
    return year * 12 + month if every == "month" else year * 4 + month // 3


def _name(number: int, every: Period) -> str:
    if every == "year":
        return str(number)
    if every == "quarter":
        return f"Q{number % 4 + 1} {number // 4}"
    return f"{MONTHS[number % 12][:3]} {number // 12}"


def _scale(first: int, last: int, width: float) -> tuple[float, float]:
    """The number that stands at the left margin, and the pixels of a period."""
    spare = max(0, _LEAST_PERIODS - (last - first + 1))
    periods = last - first + 1 + spare
    return first - spare / 2, (width - 6 - _MARGIN) / periods


def _most(dated: Sequence[tuple[int, EventFact]], *, hostile: bool) -> int:
    """How many acts of one side there are in the fullest period."""
    stacks: dict[int, int] = {}
    for place, event in dated:
        if plover().by_id[event.type].hostile == hostile:
            stacks[place] = stacks.get(place, 0) + 1
    return max(stacks.values(), default=0)


def _room(most: int) -> float:
    return min(_SIDE, max(_LEAST_SIDE, most * _CELL))


def _marks(
    dated: Sequence[tuple[int, EventFact]], start: float, step: float, middle: float, heights: tuple[float, float]
) -> Iterator[Mark]:
    stacked: dict[tuple[int, bool], Iterator[int]] = {}
    width = min(_WIDEST, step * 0.86)
    for place, event in sorted(dated, key=lambda one: (one[0], one[1].modality != "actual", one[1].date, one[1].id)):
        kind = plover().by_id[event.type]
        level = next(stacked.setdefault((place, kind.hostile), count()))
        height = min(_CELL, heights[kind.hostile])
        top = middle + 1 + level * height if kind.hostile else middle - 1 - (level + 1) * height
        yield Mark(
            fact=event.id,
            x=round(_MARGIN + (place - start + 0.5) * step - width / 2, 1),
            y=round(top, 1),
            width=round(width, 1),
            height=round(max(1.0, height - (2 if height > 5 else 0.5)), 1),
            side="down" if kind.hostile else "up",
            deed=kind.quad.startswith("material"),
            planned=event.modality != "actual",
            told=told(event),
        )


def _scores(events: Sequence[EventFact], every: Period, start: float, step: float, nought: float) -> Iterator[Score]:
    for point in score_of(events, every).points:
        place = _number_of_period(point.period, every)
        x = _MARGIN + (place - start + 0.5) * step
        acts = f"{point.events} act{'' if point.events == 1 else 's'}"
        yield Score(
            round(x, 1),
            round(nought - point.mean / _BEST * _SCORE / 2, 1),
            f"{_name(place, every)}: mean score {point.mean:+.1f} of {acts}",
        )


def _number_of_period(period: str, every: Period) -> int:
    """The place of ``2023``, ``2023-Q3`` or ``2023-09``."""
    year, _, part = period.partition("-")
    if every == "year":
        return int(year)
    return int(year) * (4 if every == "quarter" else 12) + int(part.removeprefix("Q")) - 1


def _ticks(start: float, step: float, width: float, every: Period) -> Iterator[tuple[float, str]]:
    """Where names of periods stand: at years where there are enough of them, as many as there is room for."""
    numbers = range(int(-(-start // 1)), int(start + (width - 6 - _MARGIN) / step))
    in_year = {"year": 1, "quarter": 4, "month": 12}[every]
    years = [n for n in numbers if n % in_year == 0]
    by_year = len(years) > 1
    chosen = years if by_year else list(numbers)
    room = _LABEL["year" if by_year else every]
    apart = step * (in_year if by_year else 1)
    every_nth = max(1, int(-(-room // apart)))
    for number in chosen[::every_nth]:
        x = _MARGIN + (number - start + 0.5) * step
        if room / 2 < x < width - room / 2:
            yield round(x, 1), str(number // in_year) if by_year else _name(number, every)
