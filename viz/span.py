"""The span: the days that a line is about, and the steps of the slider that goes over them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from graph.subgraph import Edge, Node
from viz.spoken import DATE, spoken_date

_MOST_YEARS_BY_MONTH = 3
"""Over so many years the slider goes month by month, over more year by year."""


@dataclass(frozen=True, slots=True)
class Span:
    """From one day to another, both included, as ISO dates; a month or a year alone is all of its days."""

    first: str
    last: str


@dataclass(frozen=True, slots=True)
class Step:
    """One stop of the slider: what it is called, and its first and last day."""

    name: str
    first: str
    last: str


def span_of(edge: Edge, nodes: Mapping[str, Node]) -> Span | None:
    """When what a line shows took place; else when it was first and last reported; None where nothing is dated.

    A meeting's line has the date of its meeting.
    """
    for attributes in (edge.attributes, *(nodes[end].attributes for end in _dated_ends(edge, nodes))):
        found = _between(attributes.get("date"), attributes.get("date"))
        if found:
            return found
    seen = _between(edge.attributes.get("first_seen"), edge.attributes.get("last_seen"))
    if seen:
        return seen
    published = sorted(passage.published for passage in edge.evidence if passage.published)
    return _between(published[0], published[-1]) if published else None


def steps(spans: Iterable[Span | None]) -> tuple[Step, ...]:
    """The stops from the first day to the last: months, or years where there are many; none where nothing is dated."""
    dated = [span for span in spans if span]
    if not dated:
        return ()
    first, last = min(span.first for span in dated), max(span.last for span in dated)
    low, high = int(first[:4]), int(last[:4])
    if high - low >= _MOST_YEARS_BY_MONTH:
        return tuple(_step(f"{year:04}") for year in range(low, high + 1))
    months = [f"{year:04}-{month:02}" for year in range(low, high + 1) for month in range(1, 13)]
    return tuple(_step(month) for month in months if first[:7] <= month <= last[:7])


def _dated_ends(edge: Edge, nodes: Mapping[str, Node]) -> Iterable[str]:
    return (end for end in (edge.source, edge.target) if nodes[end].kind == "meeting")


def _step(date: str) -> Step:
    return Step(spoken_date(date), _day(date, "-01"), _day(date, "-99"))


def _between(first: Any, last: Any) -> Span | None:
    if not (_is_date(first) and _is_date(last)):
        return None
    return Span(_day(first, "-01"), _day(last, "-99"))


def _is_date(value: Any) -> bool:
    return isinstance(value, str) and DATE.fullmatch(value) is not None


def _day(date: str, missing: str) -> str:
    """`date` with its missing parts as `missing`: ``-01`` sorts before all days of its month or year, ``-99`` after."""
    parts = DATE.fullmatch(date)
    if parts is None:
        raise ValueError(f"no date: {date!r}")
    year, month, day = parts.groups()
    return f"{year}{f'-{month}' if month else missing}{f'-{day}' if day else missing}"
