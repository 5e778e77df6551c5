"""GraphML and GEXF, for programs that draw and measure graphs; written by networkx."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import networkx as nx


def write_graphml(graph: nx.MultiDiGraph[str], path: Path) -> int:
    """Writes the projected graph as GraphML; gives the number of its nodes and edges."""
    plain = _plain(graph)
    nx.write_graphml(plain, path, named_key_ids=True)
    return len(plain) + plain.number_of_edges()


def write_gexf(graph: nx.MultiDiGraph[str], path: Path) -> int:
    """Writes the projected graph as GEXF 1.2, whose labels are the nodes' names; the number of nodes and edges."""
    plain = _plain(graph)
    for _, data in plain.nodes(data=True):
        data["label"] = data["name"]
    for number, (_, _, data) in enumerate(plain.edges(data=True)):
        data["kind"] = data.pop("type")  # GEXF's own `type` says whether an edge has a direction
        data["label"] = data["kind"]
        data["id"] = str(number)
    nx.write_gexf(plain, path)
    return len(plain) + plain.number_of_edges()


def _plain(graph: nx.MultiDiGraph[str]) -> nx.MultiDiGraph[str]:
    """The same with text and numbers alone: lists are joined by commas, what is not known is left out."""
    plain: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node, data in graph.nodes(data=True):
        plain.add_node(node, **_attributes(data))
    for source, target, key, data in graph.edges(keys=True, data=True):
        plain.add_edge(source, target, key, **_attributes(data))
    return plain


def _attributes(data: dict[str, Any]) -> dict[str, Any]:
    return {
        name: ", ".join(map(str, value)) if isinstance(value, list) else value
        for name, value in data.items()
        if value is not None and value != []
    }
