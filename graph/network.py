"""The projected graph as a networkx graph, for analysis."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import networkx as nx

from graph.cypher import network
from graph.everything import EdgeRow, Selection

if TYPE_CHECKING:
    from graph.store import Store

_KINDS = {
    "Country": "country",
    "Organization": "organization",
    "Dyad": "dyad",
    "Sector": "sector",
    "Agreement": "agreement",
    "Leader": "leader",
    "Meeting": "meeting",
}


def to_networkx(store: Store, *, reference: bool = False, selection: Selection | None = None) -> nx.MultiDiGraph[str]:
    """Actors, dyads, sectors, agreements, leaders and meetings with the edges that people browse.

    Nodes are ids with `kind` and `name`; edges are keyed by type (and role) and carry the graph's properties besides
    `type` and `weight`, the number of independent sources. Memberships, the sector tree and nodes without any edge are
    there only with `reference`. A `selection` (see `graph.everything.select`) bounds all of it.
    """
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    names = {
        row["id"]: row
        for row in store.connection.read(network.NODES)
        if selection is None or selection.holds(_label(row), row["id"])
    }
    if reference:
        for row in names.values():
            graph.add_node(row["id"], **_attributes(row))
    for edge in store.connection.read(network.EDGES):
        properties: dict[str, Any] = edge["properties"]
        if properties.get("basis") == "reference" and not reference:
            continue
        if selection is not None and not _selected(edge, names, selection):
            continue
        for end in (edge["source"], edge["target"]):
            graph.add_node(end, **_attributes(names[end]))
        key = ":".join(filter(None, [edge["type"], properties.get("role")]))
        graph.add_edge(
            edge["source"],
            edge["target"],
            key,
            **{**properties, "type": edge["type"], "weight": properties.get("sources", 1)},
        )
    return graph


def _selected(edge: dict[str, Any], names: dict[str, dict[str, Any]], selection: Selection) -> bool:
    source, target = names.get(edge["source"]), names.get(edge["target"])
    if source is None or target is None:
        return False
    row = EdgeRow(_label(source), edge["source"], edge["type"], _label(target), edge["target"], edge["properties"])
    return selection.has(row)


def _label(row: dict[str, Any]) -> str:
    """The node's label in a selection."""
    labels: list[str] = row["labels"]
    return "Actor" if "Actor" in labels else labels[0]


def _attributes(row: dict[str, Any]) -> dict[str, str]:
    kind = next(kind for label, kind in _KINDS.items() if label in row["labels"])
    return {"kind": kind, "name": row["name"]}
