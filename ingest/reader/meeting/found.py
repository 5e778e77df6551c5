"""A meeting as one sentence tells of it."""

from __future__ import annotations

from dataclasses import dataclass

from graph.claim import MeetingKind, Modality, When


@dataclass(frozen=True, slots=True)
class MeetingFound:
    """A meeting in one sentence.

    `weak` ones only add to others that are told better; `loose` ones tell what people did together, a `word` what one
    said to the other; a `summons` is no consultation.
    """

    kind: MeetingKind
    participants: tuple[str, ...]
    leaders: tuple[str, ...]
    place: str | None
    when: When
    modality: Modality
    direct: bool
    weak: bool = False
    loose: bool = False
    word: bool = False
    summons: bool = False
    paper: bool = False
    """Only told by the town and day in which a document was signed, nobody named: no consultation either."""
    hosts: tuple[str, ...] = ()
    """Participants who host, chair or mediate."""
    convener: str | None = None
    """Who meets two others at once, and so may only bring them together."""
    heads: bool = False
    """Whether heads of state or government are named."""
    ongoing: bool = False
    """A negotiation that is not over."""
    mediated: bool = False
    """Told by the mediation alone."""
    talk: bool = False
    """Only tells what was talked of."""
    touch: bool = False
    """What a host or guest does to the other: turns a visit into a meeting."""
    joins: bool = False
    """Only tells who else took part in what was told before."""
    stay: bool = False
    """Whether somebody stays with the other, perhaps for several days."""
    setting_out: bool = False
    """Told of the way there: the day may be another."""
