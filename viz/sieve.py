"""The sieve: what a picture can be narrowed to, and what each of its parts is narrowed by."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from graph.subgraph import Edge, Node, NodeKind
from viz.crowd import folded
from viz.scene import Scene, name_of
from viz.span import Step, span_of, steps
from viz.style import FAMILIES, KINDS, LINES, FamilyStyle, KindStyle, LineStyle, family_of, line_of, standing_of


@dataclass(frozen=True, slots=True)
class Sieve:
    """What the legend offers: what the picture has, in the order of `viz.style`; sectors by name.

    `most_sources` is the largest number of independent sources of any line, 1 at least. `steps` are those of the period
    slider, none where nothing is dated. `details` says whether lines wait until what they touch is chosen, `folded`
    which kinds wait until they are asked for.
    """

    kinds: tuple[KindStyle, ...]
    folded: tuple[NodeKind, ...]
    families: tuple[FamilyStyle, ...]
    lines: tuple[LineStyle, ...]
    sectors: tuple[tuple[str, str], ...]
    steps: tuple[Step, ...]
    most_sources: int
    details: bool


def sieve(stage: Scene) -> Sieve:
    """What `stage` can be narrowed to."""
    edges = stage.subgraph.edges
    families = {family_of(edge.type) for edge in edges} & {"cooperation", "dispute", "neutral"}
    lines = {line_of(standing_of(edge)) for edge in edges}
    nodes = {node.id: node for node in stage.subgraph.nodes}
    return Sieve(
        tuple(style for style in KINDS if stage.of(style.kind)),
        tuple(kind for kind in folded(stage.subgraph) if stage.of(kind)),
        tuple(style for style in FAMILIES if style.family in families),
        tuple(style for style in LINES if style.line in lines),
        tuple(sorted(((node.id, name_of(node)) for node in stage.of("sector")), key=lambda item: item[1])),
        steps(span_of(edge, nodes) for edge in edges),
        max((edge.weight for edge in edges if edge.evidence), default=1),
        bool(stage.details),
    )


def marks(stage: Scene) -> tuple[dict[str, Any], ...]:
    """What each line is narrowed by: its `days`, `sources` and `sectors`; what it does not tell is left out.

    Lines that no sentence tells of show what belongs to what, and have none of it. Lines of an agreement are about the
    sectors that it covers.
    """
    nodes = {node.id: node for node in stage.subgraph.nodes}
    covered: dict[str, list[str]] = {}
    for edge in stage.subgraph.edges:
        if edge.type == "COVERS":
            covered.setdefault(edge.source, []).append(edge.target)
    return tuple(_marks(edge, nodes, covered) for edge in stage.subgraph.edges)


def _marks(edge: Edge, nodes: Mapping[str, Node], covered: Mapping[str, list[str]]) -> dict[str, Any]:
    if not edge.evidence:
        return {}
    span = span_of(edge, nodes)
    sectors = _sectors(edge, nodes, covered)
    return {
        "sources": edge.weight,
        **({"days": [span.first, span.last]} if span else {}),
        **({"sectors": sectors} if sectors else {}),
    }


def _sectors(edge: Edge, nodes: Mapping[str, Node], covered: Mapping[str, list[str]]) -> list[str]:
    """The sectors that a line leads to, else those that it tells of, else those of its agreement; top-level ones."""
    ends = [end for end in (edge.source, edge.target) if nodes[end].kind == "sector"]
    told = edge.attributes.get("sectors")
    own = sorted({str(sector).partition(".")[0] for sector in told}) if isinstance(told, list) else []
    return ends or own or covered.get(edge.source) or covered.get(edge.target) or []
