"""Which actors keep together."""

from __future__ import annotations

import networkx as nx

from graph.measure.ties import ties


def communities(graph: nx.MultiDiGraph[str], *, resolution: float = 1.0, seed: int = 1) -> tuple[frozenset[str], ...]:
    """Groups of actors with more ties among them than chance would have it, the largest first.

    Found by the Louvain method (Blondel et al. 2008) over ties weighted by their sources: higher `resolution`, smaller
    groups. The same graph, `resolution` and `seed` give the same groups.
    """
    tied = ties(graph)
    ordered: nx.Graph[str] = nx.Graph()
    ordered.add_nodes_from(sorted(tied))
    ordered.add_edges_from(sorted(tied.edges(data=True), key=lambda edge: edge[:2]))
    found = nx.community.louvain_communities(ordered, weight="weight", resolution=resolution, seed=seed)
    return tuple(sorted(map(frozenset, found), key=lambda group: (-len(group), sorted(group))))
