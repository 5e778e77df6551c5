"""The subgraph of some actors: nodes and edges to draw, composed from facts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graph.claim import CooperationStatus
from graph.fact import (
    AgreementFact,
    CooperationFact,
    DisputeFact,
    DyadFact,
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

COOPERATION_PHRASES: dict[CooperationStatus, str] = {
    "active": "cooperate in",
    "agreed": "agreed to cooperate in",
    "proposed": "may cooperate in",
    "ended": "no longer cooperate in",
}

_TYPE_OF_EDGE = {kind.type: plover for plover, kind in EVENT_EDGES.items()}


@dataclass(frozen=True, slots=True)
class Drawn:
    """What is to be drawn: facts by dyad with `totals` of each kind, and the edges that sum events up.

    `passages` are those of the edges, by claim, of which each shows at most `evidence`; `beyond` counts the dyads that
    are left out.
    """

    dyads: Sequence[DyadFact]
    totals: Mapping[str, Mapping[str, int]]
    edges: Sequence[Mapping[str, Any]]
    passages: Mapping[str, Passage]
    evidence: int
    beyond: int


def draw(actors: Sequence[str], drawn: Drawn) -> Subgraph:
    """See `View.subgraph`."""
    drawing = _Drawing(drawn.passages, drawn.evidence)
    for actor in actors:
        drawing.add_actor(actor)
    drawing.left_out["dyads"] += drawn.beyond
    edges: dict[str, list[Mapping[str, Any]]] = {}
    for row in drawn.edges:
        edges.setdefault(dyad_id(row["actor"], row["recipient"]), []).append(row)
    for fact in drawn.dyads:
        if not _is_bare(fact):
            drawing.add_dyad(fact, drawn.totals[fact.id], edges.get(fact.id, ()))
    if len(actors) == 2:
        return drawing.subgraph(dyad_name(dyad_id(*actors)))
    return drawing.subgraph(", ".join(actor_name(actor) for actor in actors))


class _Drawing:
    """Collects nodes by id and edges."""

    def __init__(self, passages: Mapping[str, Passage], evidence: int) -> None:
        self._passages = passages
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

    def add_dyad(self, fact: DyadFact, totals: Mapping[str, int], edges: Iterable[Mapping[str, Any]]) -> None:
        """What a dyad shares."""
        for kind, total in totals.items():
            if kind != "events":  # all of them are in the edges that sum them up
                self.left_out[kind] += total - len(getattr(fact, kind))
        self._dyad(fact)
        for row in edges:
            self._event_edge(row)

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
        for office in {office.actor: office for office in fact.offices}.values():
            if office.actor in self._nodes:
                label = office.title or office.role.replace("_", " ")
                self._edge((fact.id, office.actor), "REPRESENTS", label, fact, role=office.role)

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

    def _event_edge(self, row: Mapping[str, Any]) -> None:
        """The edge over all events of one type and direction, with its best sentences."""
        event_type = _TYPE_OF_EDGE[row["type"]]
        edge = {name: value for name, value in row["edge"].items() if name != "best"}
        status = None if edge["modality"] == "actual" else edge["modality"]
        said = plover().by_id[event_type].phrase
        phrase = said if status is None else f"{said} ({status})"
        best = row["edge"]["best"][: self._evidence]
        quoted = tuple(self._passages[claim] for claim in best if claim in self._passages)
        own = {**edge, "event_type": event_type}
        self._add(Edge(row["actor"], row["recipient"], row["type"], phrase, status, edge["sources"], own, quoted))

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
