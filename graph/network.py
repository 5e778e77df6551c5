"""The projected graph as a networkx graph, for analysis."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import networkx as nx

from graph.cypher import network

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


def to_networkx(store: Store, *, reference: bool = False) -> nx.MultiDiGraph[str]:
    """Actors, dyads, sectors, agreements, leaders and meetings with the edges that people browse.

    Nodes are ids with `kind` and `name`; edges are keyed by type (and role) and carry the graph's properties besides
    `type` and `weight`, the number of independent sources. Memberships, the sector tree and nodes without any edge are
    there only with `reference`.
    """
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    names = {row["id"]: row for row in store.connection.read(network.NODES)}
    if reference:
        for row in names.values():
            graph.add_node(row["id"], **_attributes(row))
    for edge in store.connection.read(network.EDGES):
        properties: dict[str, Any] = edge["properties"]
        if properties.get("basis") == "reference" and not reference:
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


def _attributes(row: dict[str, Any]) -> dict[str, str]:
    kind = next(kind for label, kind in _KINDS.items() if label in row["labels"])
    return {"kind": kind, "name": row["name"]}
