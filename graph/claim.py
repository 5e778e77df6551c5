"""The claim: one thing that one passage of an article says, with that passage."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from typing import Literal

Modality = Literal["actual", "pledged", "possible", "negated"]
MODALITIES: tuple[Modality, ...] = ("actual", "pledged", "possible", "negated")
"""Strongest first: what is kept when passages differ (GUIDE.md, events)."""

CooperationStatus = Literal["active", "agreed", "proposed", "ended"]
COOPERATION_STATUSES: tuple[CooperationStatus, ...] = ("active", "agreed", "proposed", "ended")
"""Strongest first; `ended` counts only where nothing else is said (GUIDE.md, cooperation)."""

AgreementStatus = Literal[
    "proposed", "under_negotiation", "agreed", "signed", "ratified", "in_force", "suspended", "terminated"
]
AGREEMENT_STATUSES: tuple[AgreementStatus, ...] = (
    "proposed",
    "under_negotiation",
    "agreed",
    "signed",
    "ratified",
    "in_force",
    "suspended",
    "terminated",
)
"""In the order of an agreement's life."""

MeetingKind = Literal["summit", "bilateral_meeting", "visit", "call", "ministerial", "dialogue", "negotiation"]
DateBasis = Literal["stated", "relative", "publication"]
Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Evidence:
    """The sentence that says it: code point offsets ``[start, end)`` into the article's `field`, and its text.

    `marks` are the words in it that carried the claim, as offsets into the same field.
    """

    field: Literal["title", "text"]
    start: int
    end: int
    text: str
    marks: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class When:
    """When it happened: `date` as precise as is known (``2015``, ``2015-01``, ``2015-01-20``), and how it is known."""

    date: str | None = None
    basis: DateBasis | None = None


@dataclass(frozen=True, slots=True)
class Cooperation:
    """Actors cooperate, or mean to, in a sector. `pairs` hold the smaller actor id first."""

    pairs: tuple[Pair, ...]
    sector: str
    subsectors: tuple[str, ...] = ()
    status: CooperationStatus = "proposed"


@dataclass(frozen=True, slots=True)
class Dispute:
    """Actors are at odds over a sector, or over nothing named (`sector` None). `pairs` hold the smaller id first."""

    pairs: tuple[Pair, ...]
    sector: str | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """An act of PLOVER `type` from actor to recipient; AGREE, CONSULT and COOPERATE hold the smaller id first."""

    pairs: tuple[Pair, ...]
    type: str
    mode: str | None = None
    sectors: tuple[str, ...] = ()
    modality: Modality = "actual"


@dataclass(frozen=True, slots=True)
class Agreement:
    """A document or arrangement between `parties` (sorted actor ids)."""

    name: str
    kind: str
    parties: tuple[str, ...]
    sectors: tuple[str, ...] = ()
    status: AgreementStatus = "agreed"


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting, visit or call of `participants` (sorted actor ids); `leaders` are names as in the Office claims."""

    kind: MeetingKind
    participants: tuple[str, ...]
    leaders: tuple[str, ...] = ()
    place: str | None = None
    modality: Modality = "actual"


@dataclass(frozen=True, slots=True)
class Office:
    """A named person speaks or acts for an actor: role class (GUIDE.md, leaders) and title as written."""

    name: str
    actor: str
    role: str
    title: str = ""


Statement = Cooperation | Dispute | Event | Agreement | Meeting | Office
Kind = Literal["cooperation", "dispute", "event", "agreement", "meeting", "office"]
KINDS: dict[type, Kind] = {
    Cooperation: "cooperation",
    Dispute: "dispute",
    Event: "event",
    Agreement: "agreement",
    Meeting: "meeting",
    Office: "office",
}


def fields_of(statement: Statement) -> dict[str, object]:
    """The fields of a statement by name: texts, tuples of them, or nothing."""
    return {name: getattr(statement, name) for name in type(statement).__slots__}


@dataclass(frozen=True, slots=True)
class Claim:
    """What `evidence` says. `frame` names the rule; `confidence` in 0..1 is how often such a rule is right.

    `direct`: the words name all whom it is about. It tells rules how a claim stands, and is not stored.
    """

    article_id: str
    statement: Statement
    evidence: tuple[Evidence, ...]
    confidence: float
    frame: str
    when: When = When()
    direct: bool = field(default=True, compare=False)

    def __post_init__(self) -> None:
        if not self.evidence:
            raise ValueError(f"a claim without evidence: {self.statement}")

    @property
    def kind(self) -> Kind:
        """The statement's kind, as stored and served."""
        return KINDS[type(self.statement)]

    @property
    def id(self) -> str:
        """A pure function of article, offsets, kind and fields: 20 hex digits of their SHA-256."""
        key = [
            self.article_id,
            self.kind,
            fields_of(self.statement),
            [self.when.date, self.when.basis],
            [(e.field, e.start, e.end) for e in self.evidence],
        ]
        return hashlib.sha256(json.dumps(key, sort_keys=True, ensure_ascii=False).encode()).hexdigest()[:20]

    @property
    def quoted(self) -> Evidence:
        """The passage that stands for it: the one with most of the names it gives; of equals the first, titles last."""
        names = [word for name in self._names for word in name.lower().split()]

        def rank(evidence: Evidence) -> tuple[int, bool]:
            said = evidence.text.lower()
            return -sum(name in said for name in names), evidence.field == "title"

        return min(self.evidence, key=rank)

    @property
    def _names(self) -> tuple[str, ...]:
        """The names that the statement gives, actors left out: they have many."""
        s = self.statement
        if isinstance(s, Meeting):
            return (*s.leaders, *filter(None, [s.place]))
        return (s.name,) if isinstance(s, Agreement | Office) else ()

    @property
    def actors(self) -> tuple[str, ...]:
        """All actors that the statement is about, sorted."""
        s = self.statement
        if isinstance(s, Agreement):
            return s.parties
        if isinstance(s, Meeting):
            return s.participants
        if isinstance(s, Office):
            return (s.actor,)
        return tuple(sorted({actor for pair in s.pairs for actor in pair}))
