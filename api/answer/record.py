"""The answer to a question."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Literal

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
    Support,
)


@dataclass(frozen=True, slots=True)
class Change:
    """What is otherwise at the end of a period than before it: a `fact` (its id, and what it is called) that is new, or
    one whose status went from `before` to `after`. `date` is when it did, as well as is known.
    """

    kind: Literal["new", "changed"]
    what: Literal["cooperation", "dispute", "agreement", "meeting", "event"]
    fact: str
    name: str
    before: str | None
    after: str | None
    date: str | None
    support: Support


@dataclass(frozen=True, slots=True)
class Span:
    """What two sides did towards each other in a year or quarter (``2023``, ``2023-Q3``).

    `cooperative` and `conflictual` count acts, `mean` is their mean score (`graph.measure.score`, -10 to 10). At a
    `turning` point the mean changed its sign, or by much, against the span before; `weightiest` is the act that tells
    most of the span.
    """

    period: str
    cooperative: int
    conflictual: int
    mean: float
    turning: bool
    weightiest: EventFact | None


@dataclass(frozen=True, slots=True)
class Link:
    """What two actors share beside agreements: a body, a partner in cooperation, or a party to agreements of each.

    `sources` is how well the weaker of its two ends is supported; None for memberships, which are reference data.
    """

    kind: Literal["body", "partner", "party"]
    actor: str
    details: str
    sources: int | None


@dataclass(frozen=True, slots=True)
class Member:
    """One pair of a group, and how many facts of each kind it shares."""

    dyad: str
    totals: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Entity:
    """What is known of who or what is asked about by itself; all but the graph's facts is reference data.

    `bodies` are those it belongs to, `members` those of a body, `offices` those of a person, `parts` those of a sector.
    """

    kind: Literal["country", "body", "person", "sector"]
    id: str
    name: str
    region: str | None = None
    bodies: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    offices: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    note: str | None = None


FACT_KINDS = ("cooperation", "disputes", "agreements", "meetings", "events", "leaders", "partners")
"""The kinds of `Facts` that are facts of the graph."""

MADE_KINDS = ("changes", "history", "links", "members")
"""Those that are made of them. An entity is reference data."""


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
    changes: tuple[Change, ...] = ()
    history: tuple[Span, ...] = ()
    links: tuple[Link, ...] = ()
    members: tuple[Member, ...] = ()
    entity: Entity | None = field(default=None)

    def __bool__(self) -> bool:
        """Whether the graph says anything: reference data alone is not the graph's."""
        return any(getattr(self, f.name) for f in fields(self) if f.name not in {"entity", "members"})

    def and_also(self, other: Facts) -> Facts:
        """These, and of each kind that is empty here those of `other`."""
        return Facts(**{f.name: getattr(self, f.name) or getattr(other, f.name) for f in fields(self)})


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
