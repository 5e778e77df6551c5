"""Which actors and which dyads much goes through."""

from __future__ import annotations

from typing import Literal

import networkx as nx

from graph.measure.ties import Ranked, ranked, ties
from graph.vocabulary.names import dyad_id

Centrality = Literal["strength", "betweenness"]


def central_actors(
    graph: nx.MultiDiGraph[str], *, by: Centrality = "betweenness", limit: int = 10
) -> tuple[Ranked, ...]:
    """The most central actors by their ties.

    ``strength``: the sum of the sources of all its ties. ``betweenness`` (Freeman 1977): the share of shortest chains
    between two others that go through it, well supported ties being short (1 / sources).
    """
    tied = ties(graph)
    if by == "strength":
        return ranked(_sums(tied), limit)
    return ranked(nx.betweenness_centrality(tied, weight="distance"), limit)


def central_dyads(
    graph: nx.MultiDiGraph[str], *, by: Centrality = "betweenness", limit: int = 10
) -> tuple[Ranked, ...]:
    """The most central dyads.

    ``strength``: the sum of the sources of its ties. ``betweenness`` (Girvan and Newman 2002): the share of shortest
    chains between any two actors that go over it, well supported ties being short (1 / sources).
    """
    tied = ties(graph)
    if by == "strength":
        return ranked({dyad_id(a, b): float(data["weight"]) for a, b, data in tied.edges(data=True)}, limit)
    values = nx.edge_betweenness_centrality(tied, weight="distance")
    return ranked({dyad_id(a, b): value for (a, b), value in values.items()}, limit)


def _sums(tied: nx.Graph[str]) -> dict[str, float]:
    sums = dict.fromkeys(tied, 0.0)
    for a, b, data in tied.edges(data=True):
        sums[a] += data["weight"]
        sums[b] += data["weight"]
    return sums
