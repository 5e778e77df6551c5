"""Facts: what the claims of any number of articles support together, as a View returns them."""

from __future__ import annotations

from dataclasses import dataclass

from graph.claim import AgreementStatus, CooperationStatus, DateBasis, MeetingKind, Modality


@dataclass(frozen=True, slots=True)
class Passage:
    """One claim's sentence in one article, ready to be quoted; offsets as in `graph.claim.Evidence`.

    `name` is what to call the article, which may have no `title`.
    """

    claim_id: str
    article_id: str
    title: str
    name: str
    url: str | None
    publisher: str | None
    published: str | None
    field: str
    start: int
    end: int
    text: str
    marks: tuple[tuple[int, int], ...]
    confidence: float
    frame: str


@dataclass(frozen=True, slots=True)
class Support:
    """How well a fact is supported. `articles` counts articles, `sources` independent ones (near-copies are one).

    `first_seen` and `last_seen` are dates: when the articles that say so were published. `confidence` is in 0..1.
    """

    articles: int
    sources: int
    first_seen: str | None
    last_seen: str | None
    confidence: float
    evidence: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True)
class CooperationFact:
    """A dyad cooperates in a top-level sector."""

    id: str
    dyad: str
    sector: str
    subsectors: tuple[str, ...]
    status: CooperationStatus
    support: Support


@dataclass(frozen=True, slots=True)
class DisputeFact:
    """A dyad is at odds over a top-level sector, or over nothing named."""

    id: str
    dyad: str
    sector: str | None
    support: Support


@dataclass(frozen=True, slots=True)
class EventFact:
    """An act of a PLOVER type from actor to recipient."""

    id: str
    dyad: str
    actor: str
    recipient: str
    type: str
    mode: str | None
    quad: str
    modality: Modality
    sectors: tuple[str, ...]
    date: str | None
    date_basis: DateBasis | None
    support: Support


@dataclass(frozen=True, slots=True)
class Step:
    """One step in an agreement's life: the status, the date it took it (valid time) and how that is known.

    `evidence` is the sentence of the claim that says so, where evidence was asked for.
    """

    status: AgreementStatus
    date: str | None
    basis: DateBasis | None
    claim_id: str
    evidence: Passage | None = None


@dataclass(frozen=True, slots=True)
class AgreementFact:
    """An agreement between parties and where it stands; `history` is in the order of valid time."""

    id: str
    name: str
    kind: str
    parties: tuple[str, ...]
    sectors: tuple[str, ...]
    status: AgreementStatus
    history: tuple[Step, ...]
    support: Support


@dataclass(frozen=True, slots=True)
class MeetingFact:
    """A meeting, visit or call."""

    id: str
    kind: MeetingKind
    participants: tuple[str, ...]
    leaders: tuple[str, ...]
    place: str | None
    date: str | None
    date_basis: DateBasis | None
    modality: Modality
    support: Support


@dataclass(frozen=True, slots=True)
class OfficeFact:
    """An office in which articles of `first_seen` to `last_seen` show a person.

    `since` and `until` are of the packaged facts, None where they do not know, `until` also where no end is known.
    """

    actor: str
    role: str
    title: str
    since: str | None
    until: str | None
    first_seen: str | None
    last_seen: str | None


@dataclass(frozen=True, slots=True)
class LeaderFact:
    """A person who spoke or acted for an actor, in a role, as articles show it: in the last of `offices`."""

    id: str
    name: str
    aliases: tuple[str, ...]
    actor: str
    role: str
    title: str
    support: Support
    offices: tuple[OfficeFact, ...] = ()


Fact = CooperationFact | DisputeFact | EventFact | AgreementFact | MeetingFact | LeaderFact


@dataclass(frozen=True, slots=True)
class DyadFact:
    """All that the graph says of two actors; `id` joins their ids in order (``IDN-JPN``)."""

    id: str
    name: str
    actors: tuple[str, str]
    cooperation: tuple[CooperationFact, ...]
    disputes: tuple[DisputeFact, ...]
    events: tuple[EventFact, ...]
    agreements: tuple[AgreementFact, ...]
    meetings: tuple[MeetingFact, ...]
    leaders: tuple[LeaderFact, ...]


@dataclass(frozen=True, slots=True)
class Partner:
    """An actor with which another cooperates; `status` is the strongest of `sectors`. `support` has no evidence."""

    actor: str
    dyad: str
    sectors: tuple[str, ...]
    status: CooperationStatus
    support: Support


@dataclass(frozen=True, slots=True)
class ArticleSummary:
    """A stored article without its text; `claims` counts what `reader` found in it, `read_at` is when (UTC).

    `name` is what to call it, which may have no `title`; `copy_of` is the article with which it counts as one source.
    """

    id: str
    title: str
    name: str
    url: str | None
    publisher: str | None
    author: str | None
    published: str | None
    language: str
    reader: str
    read_at: str
    claims: int
    copy_of: str | None
