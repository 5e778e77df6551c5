"""Which edges a fact has: a pure function of its label and properties."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import combinations
from json import loads
from typing import Any, NamedTuple

from graph.vocabulary.names import dyad_id

Properties = Mapping[str, Any]


class EdgeKind(NamedTuple):
    """Label of the source, relationship type, label of the target."""

    source: str
    type: str
    target: str


@dataclass(frozen=True, slots=True)
class Edge:
    """One relationship of the graph between the nodes with these ids."""

    kind: EdgeKind
    source: str
    target: str
    properties: dict[str, Any]

    @property
    def key(self) -> tuple[EdgeKind, str, str, str]:
        """What tells it from all others: a leader has one REPRESENTS edge for each role."""
        role = str(self.properties["role"]) if self.kind == REPRESENTS else ""
        return (self.kind, self.source, self.target, role)


COOPERATION_OF = EdgeKind("Cooperation", "OF", "Dyad")
COOPERATION_IN = EdgeKind("Cooperation", "IN", "Sector")
COOPERATES_IN = EdgeKind("Dyad", "COOPERATES_IN", "Sector")
DISPUTE_OF = EdgeKind("Dispute", "OF", "Dyad")
DISPUTE_OVER = EdgeKind("Dispute", "OVER", "Sector")
DISPUTES = EdgeKind("Dyad", "DISPUTES", "Sector")
EVENT_OF = EdgeKind("Event", "OF", "Dyad")
EVENT_BY = EdgeKind("Event", "BY", "Actor")
EVENT_TOWARDS = EdgeKind("Event", "TOWARDS", "Actor")
EVENT_ABOUT = EdgeKind("Event", "ABOUT", "Sector")
PARTY_TO = EdgeKind("Actor", "PARTY_TO", "Agreement")
COVERS = EdgeKind("Agreement", "COVERS", "Sector")
BOUND_BY = EdgeKind("Dyad", "BOUND_BY", "Agreement")
MEETING_OF = EdgeKind("Meeting", "OF", "Dyad")
TOOK_PART_IN = EdgeKind("Actor", "TOOK_PART_IN", "Meeting")
ATTENDED = EdgeKind("Leader", "ATTENDED", "Meeting")
REPRESENTS = EdgeKind("Leader", "REPRESENTS", "Actor")

FACT_EDGES: tuple[EdgeKind, ...] = (
    COOPERATION_OF,
    COOPERATION_IN,
    COOPERATES_IN,
    DISPUTE_OF,
    DISPUTE_OVER,
    DISPUTES,
    EVENT_OF,
    EVENT_BY,
    EVENT_TOWARDS,
    EVENT_ABOUT,
    PARTY_TO,
    COVERS,
    BOUND_BY,
    MEETING_OF,
    TOOK_PART_IN,
    ATTENDED,
    REPRESENTS,
)
"""Edges that are functions of one fact."""

COOPERATES_WITH = EdgeKind("Actor", "COOPERATES_WITH", "Actor")
EVENT_EDGES: dict[str, EdgeKind] = {
    plover: EdgeKind("Actor", edge, "Actor")
    for plover, edge in {
        "AGREE": "AGREED_WITH",
        "CONSULT": "CONSULTED",
        "SUPPORT": "SUPPORTED",
        "CONCEDE": "CONCEDED_TO",
        "COOPERATE": "COOPERATED_MATERIALLY_WITH",
        "AID": "AIDED",
        "RETREAT": "RETREATED_FROM",
        "REQUEST": "REQUESTED_OF",
        "ACCUSE": "ACCUSED",
        "REJECT": "REJECTED",
        "THREATEN": "THREATENED",
        "PROTEST": "PROTESTED_AGAINST",
        "SANCTION": "SANCTIONED",
        "MOBILIZE": "MOBILIZED_AGAINST",
        "COERCE": "COERCED",
        "ASSAULT": "ASSAULTED",
    }.items()
}
"""PLOVER event type to the edge between actors that sums up such events."""

SUMMARY_EDGES: tuple[EdgeKind, ...] = (COOPERATES_WITH, *EVENT_EDGES.values())
"""Edges between actors that sum up all facts of a block; at most one of a kind between two actors."""

FIGURES = ("articles", "sources", "first_seen", "last_seen", "confidence")


def dyads_of(actors: list[str]) -> list[str]:
    """The dyads of each two of `actors`."""
    return sorted({dyad_id(a, b) for a, b in combinations(actors, 2)})


def edges_of(label: str, fact: Properties) -> list[Edge]:
    """All edges that the fact with these properties has, but for its claims'."""
    return _EDGES[label](fact)


def dyads_of_fact(label: str, fact: Properties) -> list[str]:
    """The dyads that a fact is about: none for a leader."""
    if label in {"Agreement", "Meeting"}:
        return dyads_of(fact["parties" if label == "Agreement" else "participants"])
    return [fact["dyad"]] if label != "Leader" else []


def _cooperation(fact: Properties) -> list[Edge]:
    own = {"fact": fact["id"], "status": fact["status"], "subsectors": fact["subsectors"], **_figures(fact)}
    return [
        Edge(COOPERATION_OF, fact["id"], fact["dyad"], {}),
        Edge(COOPERATION_IN, fact["id"], fact["sector"], {}),
        Edge(COOPERATES_IN, fact["dyad"], fact["sector"], own),
    ]


def _dispute(fact: Properties) -> list[Edge]:
    of = [Edge(DISPUTE_OF, fact["id"], fact["dyad"], {})]
    if not fact.get("sector"):
        return of
    own = {"fact": fact["id"], **_figures(fact)}
    return [
        *of,
        Edge(DISPUTE_OVER, fact["id"], fact["sector"], {}),
        Edge(DISPUTES, fact["dyad"], fact["sector"], own),
    ]


def _event(fact: Properties) -> list[Edge]:
    return [
        Edge(EVENT_OF, fact["id"], fact["dyad"], {}),
        Edge(EVENT_BY, fact["id"], fact["actor"], {}),
        Edge(EVENT_TOWARDS, fact["id"], fact["recipient"], {}),
        *(Edge(EVENT_ABOUT, fact["id"], sector, {}) for sector in fact["sectors"]),
    ]


def _agreement(fact: Properties) -> list[Edge]:
    own = {"fact": fact["id"], "status": fact["status"], **_figures(fact)}
    return [
        *(Edge(PARTY_TO, party, fact["id"], own) for party in fact["parties"]),
        *(Edge(BOUND_BY, dyad, fact["id"], own) for dyad in dyads_of(fact["parties"])),
        *(Edge(COVERS, fact["id"], sector, {"fact": fact["id"]}) for sector in fact["sectors"]),
    ]


def _meeting(fact: Properties) -> list[Edge]:
    own = {"fact": fact["id"], "modality": fact["modality"], **_figures(fact)}
    return [
        *(Edge(MEETING_OF, fact["id"], dyad, {}) for dyad in dyads_of(fact["participants"])),
        *(Edge(TOOK_PART_IN, actor, fact["id"], own) for actor in fact["participants"]),
        *(Edge(ATTENDED, leader, fact["id"], own) for leader in fact["leader_ids"]),
    ]


def _leader(fact: Properties) -> list[Edge]:
    offices = [loads(office) for office in fact["offices"]]
    own = [{name: value for name, value in office.items() if name != "actor"} for office in offices]
    return [
        Edge(REPRESENTS, fact["id"], office["actor"], {"fact": fact["id"], **properties})
        for office, properties in zip(offices, own, strict=True)
    ]


def _figures(fact: Properties) -> dict[str, Any]:
    return {name: fact[name] for name in FIGURES if fact.get(name) is not None}


_EDGES: dict[str, Callable[[Properties], list[Edge]]] = {
    "Cooperation": _cooperation,
    "Dispute": _dispute,
    "Event": _event,
    "Agreement": _agreement,
    "Meeting": _meeting,
    "Leader": _leader,
}
