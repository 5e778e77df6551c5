"""Who stands between two blocs."""

from __future__ import annotations

from collections.abc import Collection

import networkx as nx

from graph.measure.ties import Ranked, ranked, ties


def bridges(
    graph: nx.MultiDiGraph[str], one: Collection[str], other: Collection[str], *, limit: int = 10
) -> tuple[Ranked, ...]:
    """The actors through which the shortest chains of ties from `one` bloc to the `other` go, members of both too.

    The value is the share of such chains that go through the actor: betweenness (Brandes 2008) between the two sets,
    over the number of pairs that a chain joins; 1 means that nobody gets to the other side without it. A chain's length
    is its number of ties, whatever their weight; who is in both blocs counts for neither. None where no chain joins
    them.
    """
    tied = ties(graph)
    shared = set(one) & set(other)
    sources = sorted(actor for actor in set(one) - shared if actor in tied)
    targets = sorted(actor for actor in set(other) - shared if actor in tied)
    parts = {actor: number for number, part in enumerate(nx.connected_components(tied)) for actor in part}
    pairs = sum(parts[a] == parts[b] for a in sources for b in targets)
    if not pairs:
        return ()
    # networkx halves the values of graphs without direction, where each pair is met from both its ends; here it is not
    values = nx.betweenness_centrality_subset(tied, sources, targets)
    return ranked({actor: 2 * value / pairs for actor, value in values.items() if value}, limit)
