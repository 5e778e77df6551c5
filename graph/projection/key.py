"""The key of a fact, or of an edge between two actors that sums facts up: what its text says of it."""

from __future__ import annotations

from typing import Literal, get_args

from graph.projection.edges import SUMMARY_EDGES, EdgeKind
from graph.vocabulary.names import dyad_id

FactLabel = Literal["Cooperation", "Dispute", "Event", "Agreement", "Meeting", "Leader"]
LABELS: tuple[FactLabel, ...] = get_args(FactLabel)

_BY_PREFIX: dict[str, FactLabel] = {
    "coop": "Cooperation",
    "dispute": "Dispute",
    "event": "Event",
    "agreement": "Agreement",
    "meeting": "Meeting",
    "leader": "Leader",
}
_EDGES = {kind.type: kind for kind in SUMMARY_EDGES}


def label_of(key: str) -> FactLabel | None:
    """The label of the fact with this key; None where the key is of no fact."""
    return _BY_PREFIX.get(key.partition(":")[0])


def cooperation_key(a: str, b: str, sector: str) -> str:
    """One cooperation: its dyad and top-level sector."""
    return f"coop:{dyad_id(a, b)}:{top_level(sector)}"


def dispute_key(a: str, b: str, sector: str | None) -> str:
    """One dispute: its dyad and top-level sector, or ``-``."""
    return f"dispute:{dyad_id(a, b)}:{top_level(sector) if sector else '-'}"


def top_level(sector: str) -> str:
    """``energy`` of ``energy.gas``."""
    return sector.partition(".")[0]


def edge_key(kind: EdgeKind, source: str, target: str) -> str:
    """One edge between actors."""
    return f"{kind.type}:{source}>{target}"


def edge_of(key: str) -> tuple[EdgeKind, str, str]:
    """Kind and ends of the edge with this key."""
    edge_type, _, ends = key.partition(":")
    source, _, target = ends.partition(">")
    return _EDGES[edge_type], source, target


def fields_of(key: str) -> tuple[str, str]:
    """Of the key of a fact what stands between its prefix and its last colon, and what comes after that."""
    first, _, last = key.partition(":")[2].rpartition(":")
    return first, last
