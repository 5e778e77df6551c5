"""The strongest part of a subgraph that is too large to draw, and what was left out for it."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from graph.claim import COOPERATION_STATUSES
from graph.subgraph import Edge, NodeKind, Subgraph
from viz.scene import scene
from viz.style import family_of, line_of, standing_of

MOST_NODES = 500
MOST_EDGES = 2_000

_ORDER: tuple[NodeKind, ...] = ("country", "organization", "dyad", "sector", "agreement", "meeting", "leader")
"""What goes before what, where not all has room."""

_COUNTED: dict[NodeKind, str] = {
    "country": "actors",
    "organization": "actors",
    "dyad": "dyads",
    "sector": "sectors",
    "agreement": "agreements",
    "meeting": "meetings",
    "leader": "leaders",
}


def strongest(subgraph: Subgraph, nodes: int = MOST_NODES, edges: int = MOST_EDGES) -> Subgraph:
    """`subgraph` with at most so many nodes and edges, its best supported ones; the same if it has no more.

    Actors go before relationships, these before sectors, and these before agreements, meetings and people. `left_out`
    grows by the nodes that are missing, by kind, and by the `lines` whose ends are both there.
    """
    if len(subgraph.nodes) <= nodes and len(subgraph.edges) <= edges:
        return subgraph
    stage = scene(subgraph)
    kept = {node.id for node in stage.of(*_ORDER)[:nodes]}
    left_out = Counter(subgraph.left_out)
    left_out.update(_COUNTED[node.kind] for node in subgraph.nodes if node.id not in kept)
    among = [edge for edge in subgraph.edges if {edge.source, edge.target} <= kept]
    best = {id(edge) for edge in sorted(among, key=_rank)[:edges]}
    left_out["lines"] += len(among) - len(best)
    return replace(
        subgraph,
        nodes=tuple(node for node in subgraph.nodes if node.id in kept),
        edges=tuple(edge for edge in among if id(edge) in best),
        left_out={kind: number for kind, number in left_out.items() if number},
    )


def _rank(edge: Edge) -> tuple[bool, int, int, float]:
    """Sorts first what holds the picture together, then what is sure and well supported."""
    line = line_of(standing_of(edge))
    confidence = edge.attributes.get("confidence")
    return (
        edge.type != "IN_DYAD",
        (family_of(edge.type) == "frame") * 9 + (COOPERATION_STATUSES.index(line) if line else 0),
        -edge.weight,
        -float(confidence) if isinstance(confidence, int | float) else 0.0,
    )
