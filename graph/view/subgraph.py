"""The subgraph of some actors: nodes and edges to draw, composed from facts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import TYPE_CHECKING, Any

from graph.claim import CooperationStatus, Modality
from graph.fact import (
    AgreementFact,
    CooperationFact,
    DisputeFact,
    DyadFact,
    EventFact,
    Fact,
    LeaderFact,
    MeetingFact,
    Passage,
    Support,
)
from graph.projection.edges import EVENT_EDGES
from graph.projection.key import top_level
from graph.subgraph import Edge, Node, Subgraph
from graph.vocabulary import plover, sectors
from graph.vocabulary.names import actor_name, dyad_id, dyad_name

if TYPE_CHECKING:
    from graph.view.view import View

COOPERATION_PHRASES: dict[CooperationStatus, str] = {
    "active": "cooperate in",
    "agreed": "agreed to cooperate in",
    "proposed": "may cooperate in",
    "ended": "no longer cooperate in",
}

EventKey = tuple[str, str, str, Modality]

_TYPE_OF_EDGE = {kind.type: plover for plover, kind in EVENT_EDGES.items()}


def draw(view: View, actors: Sequence[str], limit: int, evidence: int) -> Subgraph:
    """See `View.subgraph`."""
    named = tuple(dict.fromkeys(actors))
    drawing = _Drawing(view, limit, evidence)
    if len(named) == 1:
        drawing.add_actor(named[0])
        dyads = view.dyads(named[0], limit=limit + 1)
        drawing.left_out["dyads"] += max(0, len(view.dyads(named[0], limit=1000)) - limit)
        drawing.add_dyads(dyads[:limit])
        return drawing.subgraph(actor_name(named[0]))
    for actor in named:
        drawing.add_actor(actor)
    drawing.add_dyads([dyad_id(a, b) for a, b in combinations(named, 2)])
    title = dyad_name(dyad_id(*named)) if len(named) == 2 else ", ".join(actor_name(actor) for actor in named)
    return drawing.subgraph(title)


class _Drawing:
    """Collects nodes by id and edges; the limit for each kind of fact shrinks where there are several dyads."""

    def __init__(self, view: View, limit: int, evidence: int) -> None:
        self._view = view
        self._limit = limit
        self._evidence = evidence
        self._nodes: dict[str, Node] = {}
        self._edges: dict[tuple[str, str, str], Edge] = {}
        self.left_out: Counter[str] = Counter()

    def subgraph(self, title: str) -> Subgraph:
        """All that was added."""
        left_out = {kind: number for kind, number in sorted(self.left_out.items()) if number > 0}
        return Subgraph(title, tuple(self._nodes.values()), tuple(self._edges.values()), left_out)

    def add_actor(self, actor: str) -> None:
        """The node of a country or body."""
        kind: Any = "organization" if actor.startswith("ORG:") else "country"
        self._node(Node(actor, kind, actor_name(actor), {}))

    def add_dyads(self, dyads: Sequence[str]) -> None:
        """What each of these dyads shares."""
        limit = self._limit if len(dyads) < 2 else max(3, self._limit // len(dyads))
        for dyad in dyads:
            a, _, b = dyad.partition("-")
            fact = self._view.dyad(a, b, evidence=self._evidence, limit=limit)
            if _is_bare(fact):
                continue
            self._count_left_out(fact)
            self._dyad(fact)

    def _count_left_out(self, fact: DyadFact) -> None:
        for kind, total in self._view.totals(*fact.actors).items():
            if kind != "events":  # all of them are in the edges that sum them up
                self.left_out[kind] += total - len(getattr(fact, kind))

    def _dyad(self, fact: DyadFact) -> None:
        for actor in fact.actors:
            self.add_actor(actor)
        self._node(Node(fact.id, "dyad", fact.name, {"actors": list(fact.actors)}))
        for actor in fact.actors:
            self._add(Edge(actor, fact.id, "IN_DYAD", "is one of", None, 1, {}))
        for cooperation in fact.cooperation:
            self._cooperation(cooperation)
        for dispute in fact.disputes:
            self._dispute(dispute)
        for agreement in fact.agreements:
            self._agreement(fact.id, agreement)
        for leader in fact.leaders:
            self._leader(leader)
        for meeting in fact.meetings:
            self._meeting(fact.id, meeting, fact.leaders)
        self._events(fact)

    def _cooperation(self, fact: CooperationFact) -> None:
        self._sector(fact.sector)
        ends = (fact.dyad, fact.sector)
        label = COOPERATION_PHRASES[fact.status]
        self._edge(ends, "COOPERATES_IN", label, fact, status=fact.status, subsectors=list(fact.subsectors))

    def _dispute(self, fact: DisputeFact) -> None:
        if fact.sector is None:
            a, _, b = fact.dyad.partition("-")
            self._edge((a, b), "DISPUTES", "at odds with", fact)
            return
        self._sector(fact.sector)
        self._edge((fact.dyad, fact.sector), "DISPUTES", "at odds over", fact)

    def _agreement(self, dyad: str, fact: AgreementFact) -> None:
        history = [{"status": step.status, "date": step.date} for step in fact.history]
        own = {"kind": fact.kind, "status": fact.status, "parties": list(fact.parties), "history": history}
        self._node(Node(fact.id, "agreement", fact.name, {**own, **_figures(fact.support)}))
        label = f"{fact.kind.replace('_', ' ')}, {fact.status.replace('_', ' ')}"
        self._edge((dyad, fact.id), "BOUND_BY", label, fact, status=fact.status)
        for sector in sorted({top_level(sector) for sector in fact.sectors}):
            if sector in self._nodes:
                self._edge((fact.id, sector), "COVERS", "covers", fact)

    def _leader(self, fact: LeaderFact) -> None:
        own = {"role": fact.role, "title": fact.title, "aliases": list(fact.aliases), **_figures(fact.support)}
        if fact.id in self._nodes:
            return
        self._node(Node(fact.id, "leader", fact.name, own))
        label = fact.title or fact.role.replace("_", " ")
        self._edge((fact.id, fact.actor), "REPRESENTS", label, fact, role=fact.role)

    def _meeting(self, dyad: str, fact: MeetingFact, leaders: Iterable[LeaderFact]) -> None:
        name = fact.kind.replace("_", " ")
        label = ", ".join(filter(None, [name, fact.place, fact.date]))
        own = {"kind": fact.kind, "date": fact.date, "place": fact.place, "participants": list(fact.participants)}
        self._node(Node(fact.id, "meeting", label, {**own, "leaders": list(fact.leaders), **_figures(fact.support)}))
        status = None if fact.modality == "actual" else fact.modality
        phrase = "meeting of" if fact.modality == "actual" else "planned meeting of"
        self._edge((fact.id, dyad), "OF", phrase, fact, status=status)
        for leader in leaders:
            if leader.name in fact.leaders:
                self._edge((leader.id, fact.id), "ATTENDED", "attended", fact, status=status)

    def _events(self, fact: DyadFact) -> None:
        """One edge for each type and direction, with the sentences of its best events."""
        passages = _passages_of_events(fact.events)
        for row in self._view.between(*fact.actors):
            event_type = _TYPE_OF_EDGE[row["type"]]
            edge = row["edge"]
            key = (row["actor"], row["recipient"], event_type, edge["modality"])
            status = None if edge["modality"] == "actual" else edge["modality"]
            said = plover().by_id[event_type].phrase
            phrase = said if status is None else f"{said} ({status})"
            quoted = passages.get(key) or self._quote(key)
            own = {**edge, "event_type": event_type}
            evidence = tuple(quoted[: self._evidence])
            self._add(Edge(row["actor"], row["recipient"], row["type"], phrase, status, edge["sources"], own, evidence))

    def _quote(self, key: EventKey) -> list[Passage]:
        """Sentences of events that the dyad's limited events lack."""
        actor, recipient, event_type, modality = key
        events = self._view.events(
            actor, recipient, types=[event_type], modalities=[modality], limit=6, evidence=self._evidence
        )
        return _passages_of_events(events).get(key, [])

    def _sector(self, sector: str) -> None:
        self._node(Node(sector, "sector", sectors().by_id[sector].name, {}))

    def _node(self, node: Node) -> None:
        self._nodes.setdefault(node.id, node)

    def _edge(
        self,
        ends: tuple[str, str],
        edge_type: str,
        label: str,
        fact: Fact,
        *,
        status: str | None = None,
        **attributes: Any,
    ) -> None:
        """An edge that stands for a fact, with its figures and its sentences."""
        own = {"fact": fact.id, **attributes, **_figures(fact.support)}
        self._add(Edge(*ends, edge_type, label, status, fact.support.sources, own, fact.support.evidence))

    def _add(self, edge: Edge) -> None:
        """An edge, unless it is there: an agreement of three is met in each of their dyads."""
        self._edges.setdefault((edge.source, edge.type, edge.target), edge)


def _is_bare(fact: DyadFact) -> bool:
    return not (fact.cooperation or fact.disputes or fact.events or fact.agreements or fact.meetings)


def _figures(support: Support) -> dict[str, Any]:
    return {
        "articles": support.articles,
        "sources": support.sources,
        "first_seen": support.first_seen,
        "last_seen": support.last_seen,
        "confidence": support.confidence,
    }


def _passages_of_events(events: Iterable[EventFact]) -> dict[EventKey, list[Passage]]:
    """The passages of events of each actor, recipient, type and modality, best first."""
    passages: dict[EventKey, list[Passage]] = {}
    for event in events:
        key = (event.actor, event.recipient, event.type, event.modality)
        passages.setdefault(key, []).extend(event.support.evidence)
    return passages
