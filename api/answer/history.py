"""How relations went over time: acts of cooperation and conflict by year or quarter, and where the tide turned."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from api.answer.narrowing import distinct, events_of
from api.answer.phrase import counted, listed, of_whom, scope
from api.answer.record import Facts, Span
from api.question import Question
from graph.claim import Pair
from graph.fact import EventFact
from graph.measure.score import Period as Every
from graph.measure.score import Point, period_of, score_of
from graph.view import View
from graph.vocabulary import plover

_YEARS_BY_QUARTER = 2
"""What spans more years than these is told by year."""

_STEEP = 4.0
"""A mean score that moves by so much (of -10 to 10) is a turning point: about from talks to accusations."""


def find_history(question: Question, view: View, pairs: Sequence[Pair]) -> Facts:
    """The spans in which anything dated happened between the pairs, in the order of time."""
    events = distinct(events_of(question, view, pairs, ("actual",)))
    every = _every([event.date for event in events if event.date])
    points = score_of(events, every).points
    turns = {after.period: after.mean - before.mean for before, after in pairwise(points) if _turns(before, after)}
    return Facts(history=tuple(_span(point, events, every, turns) for point in points))


def _every(dates: Sequence[str]) -> Every:
    years = [int(date[:4]) for date in dates]
    return "quarter" if years and max(years) - min(years) < _YEARS_BY_QUARTER else "year"


def _turns(before: Point, after: Point) -> bool:
    return before.mean * after.mean < 0 or abs(after.mean - before.mean) >= _STEEP


def _span(point: Point, events: Sequence[EventFact], every: Every, turns: dict[str, float]) -> Span:
    own = [event for event in events if period_of(event.date, every) == point.period]
    hostile = sum(plover().by_id[event.type].hostile for event in own)
    towards = turns.get(point.period, point.mean)
    ranked = sorted(own, key=lambda e: (_weight(e) * (1 if towards >= 0 else -1), e.support.sources), reverse=True)
    return Span(
        period=point.period,
        cooperative=len(own) - hostile,
        conflictual=hostile,
        mean=round(point.mean, 2),
        turning=point.period in turns,
        weightiest=ranked[0] if ranked else None,
    )


def _weight(event: EventFact) -> float:
    return plover().by_id[event.type].weight


def history_headline(question: Question, facts: Facts) -> str:
    """The sum of the acts, the best and the worst time, and the turns."""
    spans = facts.history
    counts = [
        counted(sum(span.cooperative for span in spans), "act of cooperation", "acts of cooperation"),
        counted(sum(span.conflictual for span in spans), "of conflict", "of conflict"),
    ]
    when = spans[0].period if len(spans) == 1 else f"{spans[0].period} to {spans[-1].period}"
    told = f"{of_whom(question)}{scope(question, period=False)}, {when}: {listed(counts)}"
    if len(spans) > 1:
        best, worst = max(spans, key=lambda s: s.mean), min(spans, key=lambda s: s.mean)
        told += f"; best in {best.period} (mean score {best.mean:+.1f}), worst in {worst.period} ({worst.mean:+.1f})"
    turns = [span.period for span in spans if span.turning]
    return f"{told}; turning points: {listed(turns)}." if turns else f"{told}."
