"""The subgraph: what a page draws and `GET /graph` serves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from graph.fact import Passage

NodeKind = Literal["country", "organization", "dyad", "sector", "agreement", "leader", "meeting"]


@dataclass(frozen=True, slots=True)
class Node:
    """One drawn node; `attributes` hold plain JSON values (dates, roles, status)."""

    id: str
    kind: NodeKind
    label: str
    attributes: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Edge:
    """One drawn edge. `type` is the graph's relationship type, `label` the phrase to read, `status` the line style.

    `weight` is the number of independent sources; `evidence` the sentences behind it, best first.
    """

    source: str
    target: str
    type: str
    label: str
    status: str | None
    weight: int
    attributes: dict[str, Any]
    evidence: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True)
class Subgraph:
    """Nodes and edges; each edge's ends are among the nodes. `left_out` counts facts beyond a stated limit, by kind."""

    title: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    left_out: dict[str, int]


def joined(one: Subgraph, other: Subgraph) -> Subgraph:
    """Both together under the title of `one`: each node and line once. What either left out is not shown in both."""
    nodes = {node.id: node for node in (*other.nodes, *one.nodes)}
    edges = {(edge.source, edge.type, edge.target): edge for edge in (*other.edges, *one.edges)}
    kinds = {*one.left_out, *other.left_out}
    left_out = {kind: one.left_out.get(kind, 0) + other.left_out.get(kind, 0) for kind in sorted(kinds)}
    return Subgraph(one.title, tuple(nodes.values()), tuple(edges.values()), left_out)
