"""Projected graphs made by hand, in the form that `Store.to_networkx` gives."""

from __future__ import annotations

from collections.abc import Iterable

import networkx as nx


def tied(*pairs: tuple[str, str, int], edge_type: str = "COOPERATES_WITH") -> nx.MultiDiGraph[str]:
    """Actors that cooperate, each pair by so many sources."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for a, b, sources in pairs:
        graph.add_edge(a, b, edge_type, type=edge_type, weight=sources)
    return graph


def bound(agreements: Iterable[tuple[str, str, tuple[str, ...]]]) -> nx.MultiDiGraph[str]:
    """Agreements by id, status and parties."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for id_, status, parties in agreements:
        graph.add_node(id_, name=f"Treaty {id_}")
        for party in parties:
            graph.add_edge(party, id_, "PARTY_TO", type="PARTY_TO", status=status, weight=1)
    return graph
