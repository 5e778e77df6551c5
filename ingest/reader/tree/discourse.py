"""Discourse: who is in focus as an article goes on, for "they", "the two countries", "its", "his counterpart"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TypeVar

from graph.claim import CooperationStatus, Pair
from ingest.reader.who.mention import Leader

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Document:
    """A document that "the text", "under it" point back to: its parties, and how far what it holds stands."""

    parties: tuple[str, ...]
    status: CooperationStatus


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: the sectors that it names and the paragraph that it is."""

    sectors: tuple[str, ...]
    paragraph: int


@dataclass(frozen=True, slots=True)
class Lead:
    """What a line that opens a list says of those in it; `provides`: a document holds them."""

    pairs: tuple[Pair, ...]
    status: CooperationStatus | None
    provides: bool


@dataclass(slots=True)
class Discourse:
    """What the sentences so far have put in focus; the newest first in every list.

    `main` are the two actors that the article is most about; `dominant` says that no third comes near them.
    `deeds` hold who did what was told last, by the frame that told it and, under "", whatever it was ("the move").
    """

    main: tuple[str, ...] = ()
    recent: list[str] = field(default_factory=list)
    subjects: list[str] = field(default_factory=list)
    leaders: list[Leader] = field(default_factory=list)
    groups: list[tuple[str, ...]] = field(default_factory=list)
    deeds: dict[str, tuple[str, ...]] = field(default_factory=dict)
    sides: list[tuple[tuple[str, ...], tuple[str, ...]]] = field(default_factory=list)
    """Who stood against whom in the acts told last, each way round."""
    dominant: bool = False
    topic: str | None = None
    signatories: tuple[str, ...] = ()
    """Those who declare something as "we"."""
    here: list[tuple[str, ...]] = field(default_factory=list)
    """The groups that the paragraph so far has told of, the newest first."""
    document: Document | None = None
    summary: Document | None = None
    heading: Heading | None = None
    lead: Lead | None = None
    """The document told of last, the one that the whole article sums up, the heading and the lead of a list above."""
    met: list[tuple[str, ...]] = field(default_factory=list)
    """Those who met, the newest first: whom "the three" mean."""
    written: str | None = None
    """The day of publication, else the first that is stated: "last week" is reckoned from it."""
    day: str | None = None
    same_day: bool = False
    lead_day: str | None = None
    """The day told last, and whether what is told now still belongs to it; the day that the lead tells."""

    def note(self, actors: Iterable[str], subject: bool = False) -> None:
        """Brings `actors` to the front."""
        for actor in actors:
            _to_front(self.recent, actor)
            if subject:
                _to_front(self.subjects, actor)

    def note_leader(self, leader: Leader) -> None:
        """Brings a person to the front."""
        _to_front(self.leaders, leader)

    def note_group(self, actors: Iterable[str]) -> None:
        """Records actors that were told of as acting together or on each other."""
        group = tuple(dict.fromkeys(actors))
        if len(group) > 1:
            _to_front(self.groups, group)
            _to_front(self.here, group)

    def group(self, size: int | None = None, states: bool = False) -> tuple[str, ...]:
        """The actors that "they", "the two sides", "the three countries" mean now; empty where nothing fits.

        `states`: no bodies are among them.
        """
        if self.dominant and size in {None, 2}:
            return self.main
        for group in self.groups:
            if (size is None or len(group) == size) and not (states and any(a.startswith("ORG:") for a in group)):
                return group
        if size is not None and size > 2:
            if group := next((g for g in self.met if len(g) == size), ()):
                return group
            return tuple(self.recent[:size]) if len(self.recent) == size else ()
        if len(self.main) > 1:
            return self.main[:2]
        return tuple(self.recent[:2]) if len(self.recent) > 1 else ()

    def pair(self, actor: str) -> tuple[str, ...]:
        """The two, `actor` among them, that "the two leaders" mean where a sentence has named that one."""
        return next((g for g in (*self.here, *self.groups) if len(g) == 2 and actor in g), ())

    def near(self, size: int | None = None, without: Iterable[str] = ()) -> tuple[str, ...]:
        """As `group`, but what the paragraph told last comes first: whom "the text", "their services" mean."""
        for group in self.here:
            if (size is None or len(group) == size) and not set(group) & set(without):
                return group
        return self.group(size)

    def partner(self, actor: str, among: Iterable[str] = ()) -> str | None:
        """The other side that an act of `actor` means when it names none: of `among`, else of the group in focus."""
        for other in among:
            if other != actor:
                return other
        for group in self.groups[:3]:
            if actor in group:
                return self._across(actor, group) or next((a for a in group if a != actor), None)
        if actor in self.main and len(self.main) > 1:
            return next(a for a in self.main if a != actor)
        return next((a for a in self.recent if a != actor), None)

    def _across(self, actor: str, group: tuple[str, ...]) -> str | None:
        """The one on whom `group` acted as one side, or who acted on it: those listed together are not each other's."""
        for one, other in self.sides[:3]:
            if len(one) > 2 and len(other) == 1 and actor in one and set(group) <= {*one, *other}:
                return other[0]
        return None

    def it(self) -> str | None:
        """The actor that "it", "the country" mean: the last subject, else the last named."""
        return next(iter(self.subjects or self.recent), None)

    def note_sides(self, agents: tuple[str, ...], patients: tuple[str, ...]) -> None:
        """Records who acted on whom."""
        if agents and patients:
            _to_front(self.sides, (patients, agents))
            _to_front(self.sides, (agents, patients))

    def note_deed(self, frame: str, actors: tuple[str, ...]) -> None:
        """Records who did what was told just now."""
        self.deeds[frame] = self.deeds[""] = actors

    def doers(self, frame: str | None) -> tuple[str, ...]:
        """Who did what a deed's noun points back to: the last act of that frame, else the last of all."""
        return self.deeds.get(frame or "", self.deeds.get("", ()))

    def body(self) -> str | None:
        """The body that "the bloc", "the alliance" mean: the last one named."""
        return next((a for a in self.recent if a.startswith("ORG:")), None)

    def person(self, roles: frozenset[str] = frozenset()) -> Leader | None:
        """The last person, of one of `roles` where given."""
        return next((p for p in self.leaders if not roles or p.role in roles), None)


def _to_front(items: list[T], item: T) -> None:
    if item in items:
        items.remove(item)
    items.insert(0, item)
