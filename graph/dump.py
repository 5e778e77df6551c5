"""The whole graph as plain values, so that two graphs can be compared."""

from __future__ import annotations

from collections.abc import Mapping
from json import dumps
from typing import TYPE_CHECKING, Any

from graph.cypher import network

if TYPE_CHECKING:
    from graph.store import Store

AUDIT = frozenset({"read_at", "stored_at", "turn", "decided_at"})
"""Properties that say when something was written, not what is known; no part of a graph's equality."""

LABELS = frozenset(
    {"Schema", "Actor", "Sector", "Dyad", "Article", "Claim", "RejectedClaim", "Judgement", "Original", "Ruling"}
    | {"Cooperation", "Dispute", "Event", "Agreement", "Meeting", "Leader", "Tally", "Mention"}
)
"""Labels of the model: nodes of others are not ours and not dumped."""


def dump(store: Store) -> dict[str, list[str]]:
    """All nodes and all relationships, each as one line of JSON, sorted; without ids that the engine gave."""
    nodes = store.connection.read(network.ALL_NODES)
    edges = store.connection.read(network.ALL_EDGES)
    return {
        "nodes": sorted(_line({**row, "labels": sorted(row["labels"])}) for row in nodes if LABELS & {*row["labels"]}),
        "edges": sorted(_line(_edge(row)) for row in edges if LABELS & {*row["source_labels"]}),
    }


def _edge(row: Mapping[str, Any]) -> dict[str, Any]:
    return {**row, "source_labels": sorted(row["source_labels"]), "target_labels": sorted(row["target_labels"])}


def _line(row: Mapping[str, Any]) -> str:
    known = {name: value for name, value in row["properties"].items() if name not in AUDIT}
    return dumps({**row, "properties": known}, sort_keys=True, ensure_ascii=False)
