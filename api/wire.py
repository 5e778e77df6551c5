"""What goes over the wire: the JSON forms of facts and answers, apart from the domain's records."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, computed_field

from api.answer.phrase import act_name
from graph.fact import AgreementFact, EventFact, MeetingFact
from graph.vocabulary import sectors
from graph.vocabulary.names import actor_name


class Wire(BaseModel):
    """Reads domain records by attribute."""

    model_config = ConfigDict(from_attributes=True, frozen=True)


class PassageOut(Wire):
    """A quoted sentence: where it stands (code points into the article's title or text), and in which article."""

    claim_id: str
    article_id: str
    title: str
    name: str = Field(description="What to call the article, which may have no title.")
    url: str | None
    publisher: str | None
    published: str | None
    field: str
    start: int
    end: int
    text: str
    marks: list[tuple[int, int]]
    confidence: float
    frame: str


class SupportOut(Wire):
    """How well a fact is supported; `sources` counts near-copies of one story once."""

    articles: int
    sources: int
    first_seen: str | None
    last_seen: str | None
    confidence: float
    evidence: list[PassageOut] = Field(default_factory=list)


class CooperationOut(Wire):
    """A pair cooperates in a sector."""

    id: str
    dyad: str
    sector: str
    subsectors: list[str]
    status: str
    support: SupportOut

    @computed_field  # type: ignore[prop-decorator]
    @property
    def sector_name(self) -> str:
        """The sector in words."""
        return sectors().by_id[self.sector].name


class DisputeOut(Wire):
    """A pair is at odds over a sector, or over nothing named."""

    id: str
    dyad: str
    sector: str | None
    support: SupportOut


class EventOut(Wire):
    """An act of one actor towards another, by PLOVER's types."""

    id: str
    dyad: str
    actor: str
    recipient: str
    type: str
    mode: str | None
    quad: str
    modality: str
    sectors: list[str]
    date: str | None
    date_basis: str | None
    support: SupportOut


class StepOut(Wire):
    """A step in an agreement's life, with the sentence that says so."""

    status: str
    date: str | None
    basis: str | None
    claim_id: str
    evidence: PassageOut | None


class AgreementOut(Wire):
    """An agreement, and where it stands."""

    id: str
    name: str
    kind: str
    parties: list[str]
    sectors: list[str]
    status: str
    history: list[StepOut]
    support: SupportOut


class MeetingOut(Wire):
    """A meeting, visit or call."""

    id: str
    kind: str
    participants: list[str]
    leaders: list[str]
    place: str | None
    date: str | None
    date_basis: str | None
    modality: str
    support: SupportOut


class OfficeOut(Wire):
    """An office in which articles show a person; since and until are of the facts packaged with Accord."""

    actor: str
    role: str
    title: str
    since: str | None
    until: str | None
    first_seen: str | None
    last_seen: str | None


class LeaderOut(Wire):
    """A person who spoke or acted for an actor: now in the last of these offices."""

    id: str
    name: str
    aliases: list[str]
    actor: str
    role: str
    title: str
    support: SupportOut
    offices: list[OfficeOut]


class PartnerOut(Wire):
    """With whom an actor cooperates, and in which sectors."""

    actor: str
    dyad: str
    sectors: list[str]
    status: str
    support: SupportOut

    @computed_field  # type: ignore[prop-decorator]
    @property
    def name(self) -> str:
        """The partner's name."""
        return actor_name(self.actor)


class DyadOut(Wire):
    """All that the graph says of two actors, at most 50 facts of each kind."""

    id: str
    name: str
    actors: tuple[str, str]
    cooperation: list[CooperationOut]
    disputes: list[DisputeOut]
    events: list[EventOut]
    agreements: list[AgreementOut]
    meetings: list[MeetingOut]
    leaders: list[LeaderOut]


class NodeOut(Wire):
    """A node of a subgraph."""

    id: str
    kind: str
    label: str
    attributes: dict[str, Any]


class EdgeOut(Wire):
    """An edge of a subgraph; `weight` is the number of independent sources."""

    source: str
    target: str
    type: str
    label: str
    status: str | None
    weight: int
    attributes: dict[str, Any]
    evidence: list[PassageOut]


class SubgraphOut(Wire):
    """Nodes and edges; `left_out` counts facts beyond the limit, by kind."""

    title: str
    nodes: list[NodeOut]
    edges: list[EdgeOut]
    left_out: dict[str, int]


class TimelineEntry(BaseModel):
    """Something dated that happened between two actors."""

    date: str
    kind: Literal["event", "meeting", "agreement"]
    what: str
    fact: str
    sources: int


def timeline_of(
    events: Iterable[EventFact], meetings: Iterable[MeetingFact], agreements: Iterable[AgreementFact]
) -> list[TimelineEntry]:
    """Those of them that have a date, and the steps of agreements that have one, in no order."""
    acts = [
        TimelineEntry(
            date=e.date,
            kind="event",
            what=f"{act_name(e.type, e.actor, e.recipient)} ({e.modality})",
            fact=e.id,
            sources=e.support.sources,
        )
        for e in events
        if e.date
    ]
    met = [
        TimelineEntry(date=m.date, kind="meeting", what=_met(m), fact=m.id, sources=m.support.sources)
        for m in meetings
        if m.date
    ]
    steps = [
        TimelineEntry(
            date=step.date, kind="agreement", what=f"{a.name}: {step.status}", fact=a.id, sources=a.support.sources
        )
        for a in agreements
        for step in a.history
        if step.date
    ]
    return [*acts, *met, *steps]


def _met(meeting: MeetingFact) -> str:
    where = f" in {meeting.place}" if meeting.place else ""
    return f"{meeting.kind.replace('_', ' ')}{where}"
