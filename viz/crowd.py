"""The crowd: what a picture of many relationships shows at first, so that it can be read, and what waits."""

from __future__ import annotations

from graph.claim import COOPERATION_STATUSES
from graph.subgraph import Edge, NodeKind, Subgraph
from viz.style import family_of, line_of, standing_of

MOST_NODES = 36
"""Above so many nodes, agreements, meetings and people wait until the legend is asked for them."""

MOST_LINES = 160
"""So many lines at most are drawn at first, the best supported; the others wait until what they touch is chosen."""

FOLDED: tuple[NodeKind, ...] = ("agreement", "leader", "meeting")


def folded(subgraph: Subgraph) -> tuple[NodeKind, ...]:
    """The kinds that wait in the legend."""
    return FOLDED if _is_crowd(subgraph) and len(subgraph.nodes) > MOST_NODES else ()


def waiting(subgraph: Subgraph) -> frozenset[int]:
    """The indexes of lines that wait: of the acts of a pair all but the best of each family, and what is too much."""
    if not _is_crowd(subgraph):
        return frozenset()
    joined = _pairs(subgraph)
    told: set[tuple[frozenset[str], str]] = set()
    waits: set[int] = set()
    drawn = 0
    for index, edge in sorted(enumerate(subgraph.edges), key=lambda item: (_rank(item[1]), item[0])):
        pair, family = frozenset((edge.source, edge.target)), family_of(edge.type)
        if family == "frame":
            continue
        repeats = pair in joined and (pair, family) in told
        if repeats or drawn >= MOST_LINES:
            waits.add(index)
        else:
            drawn += 1
        told.add((pair, family))
    return frozenset(waits)


def _is_crowd(subgraph: Subgraph) -> bool:
    return sum(node.kind == "dyad" for node in subgraph.nodes) > 1


def _pairs(subgraph: Subgraph) -> frozenset[frozenset[str]]:
    """The two ends of each relationship that is drawn."""
    ends: dict[str, set[str]] = {}
    for edge in subgraph.edges:
        if edge.type == "IN_DYAD":
            ends.setdefault(edge.target, set()).add(edge.source)
    return frozenset(frozenset(pair) for pair in ends.values())


def _rank(edge: Edge) -> tuple[int, int]:
    line = line_of(standing_of(edge))
    return (COOPERATION_STATUSES.index(line) if line else 0, -edge.weight)
