"""The answer to a question."""

from __future__ import annotations

from dataclasses import dataclass, fields

from api.question import Question
from graph.cypher import Query
from graph.fact import (
    AgreementFact,
    CooperationFact,
    DisputeFact,
    EventFact,
    LeaderFact,
    MeetingFact,
    Partner,
)


@dataclass(frozen=True, slots=True)
class Facts:
    """Facts of every kind, each kind in the order in which it is to be read."""

    cooperation: tuple[CooperationFact, ...] = ()
    disputes: tuple[DisputeFact, ...] = ()
    agreements: tuple[AgreementFact, ...] = ()
    meetings: tuple[MeetingFact, ...] = ()
    events: tuple[EventFact, ...] = ()
    leaders: tuple[LeaderFact, ...] = ()
    partners: tuple[Partner, ...] = ()

    def __bool__(self) -> bool:
        return any(getattr(self, field.name) for field in fields(self))


@dataclass(frozen=True, slots=True)
class Answer:
    """What the graph says to `question`: a sentence, the facts behind it, and the queries that gave them.

    `as_of` is the day of which it is the answer; there are no queries then, since the graph holds what is known now.
    """

    question: Question
    headline: str
    facts: Facts
    queries: tuple[Query, ...] = ()
    as_of: str | None = None
