"""The scene: a subgraph sorted for drawing, with what each node is called and how strong it is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from graph.claim import COOPERATION_STATUSES
from graph.subgraph import Edge, Node, NodeKind, Subgraph
from viz.crowd import waiting
from viz.lettering import capital, plain
from viz.spoken import spoken_date
from viz.style import family_of, is_detail, line_of, standing_of


@dataclass(frozen=True, slots=True)
class Scene:
    """The nodes by kind, strongest first, and each node's lines. `details` are the indexes of repeating lines."""

    subgraph: Subgraph
    by_kind: dict[NodeKind, tuple[Node, ...]]
    edges_of: dict[str, tuple[Edge, ...]]
    details: frozenset[int]

    @property
    def actors(self) -> tuple[Node, ...]:
        """Countries and bodies, strongest first."""
        return self.of("country", "organization")

    def of(self, *kinds: NodeKind) -> tuple[Node, ...]:
        """The nodes of these kinds, kind by kind."""
        return tuple(node for kind in kinds for node in self.by_kind.get(kind, ()))

    def neighbours(self, node_id: str) -> tuple[str, ...]:
        """The ids that `node_id` has a line to, each once, sorted."""
        ends = {end for edge in self.edges_of[node_id] for end in (edge.source, edge.target)}
        return tuple(sorted(ends - {node_id}))

    def note(self, node: Node) -> str:
        """The small line under a label: where the thing stands."""
        return _note(node, self.edges_of[node.id])


def scene(subgraph: Subgraph) -> Scene:
    """Sorts `subgraph` for drawing. Edges whose ends are missing are an error of the caller: KeyError."""
    edges_of: dict[str, list[Edge]] = {node.id: [] for node in subgraph.nodes}
    for edge in subgraph.edges:
        edges_of[edge.source].append(edge)
        if edge.target != edge.source:
            edges_of[edge.target].append(edge)
    frozen = {node_id: tuple(edges) for node_id, edges in edges_of.items()}
    by_kind: dict[NodeKind, list[Node]] = {}
    for node in sorted(subgraph.nodes, key=lambda node: (*_strength(frozen[node.id]), node.label, node.id)):
        by_kind.setdefault(node.kind, []).append(node)
    return Scene(subgraph, {kind: tuple(nodes) for kind, nodes in by_kind.items()}, frozen, _details(subgraph, frozen))


def _strength(edges: Iterable[Edge]) -> tuple[int, int, float, int]:
    """Sorts first what is sure and well supported: by status, independent sources, confidence, number of sentences."""
    lines = [edge for edge in edges if family_of(edge.type) != "frame"] or list(edges)
    ranks = [COOPERATION_STATUSES.index(line) for edge in lines if (line := line_of(standing_of(edge)))]
    confidence = max((_number(edge.attributes.get("confidence")) for edge in lines), default=0.0)
    return (
        min(ranks, default=len(COOPERATION_STATUSES)),
        -sum(edge.weight for edge in lines),
        -confidence,
        -sum(len(edge.evidence) for edge in lines),
    )


def _number(value: object) -> float:
    return float(value) if isinstance(value, int | float) else 0.0


def _details(subgraph: Subgraph, edges_of: dict[str, tuple[Edge, ...]]) -> frozenset[int]:
    """The lines that may wait until something that they touch is chosen: both ends hang on another line as well.

    That two actors cooperate at all may wait only where their relationship is drawn.
    """
    held = {node_id for node_id, edges in edges_of.items() if any(not is_detail(edge.type) for edge in edges)}
    dyads = {node.id for node in subgraph.nodes if node.kind == "dyad"}
    joined = {
        node_id: {end for edge in edges for end in (edge.source, edge.target)} & dyads
        for node_id, edges in edges_of.items()
    }
    return waiting(subgraph) | {
        index
        for index, edge in enumerate(subgraph.edges)
        if is_detail(edge.type)
        and {edge.source, edge.target} <= held
        and (edge.type != "COOPERATES_WITH" or joined[edge.source] & joined[edge.target])
    }


def _note(node: Node, edges: tuple[Edge, ...]) -> str:
    if node.kind == "sector":
        return _sector_note(edges)
    if node.kind == "agreement":
        return _joined(_said(node, "kind"), _said(node, "status") or next((e.status or "" for e in edges), ""))
    if node.kind == "meeting":
        return _joined(_said(node, "place"), spoken_date(_said(node, "date")), _planned(node, edges))
    if node.kind == "leader":
        return _said(node, "title") or status_word(_said(node, "role"))
    return _dyad_note(edges) if node.kind == "dyad" else ""


def _sector_note(edges: tuple[Edge, ...]) -> str:
    spoken = [edge for edge in edges if family_of(edge.type) in {"cooperation", "dispute"}]
    if len(spoken) > 2:
        return f"{len({edge.source for edge in spoken})} relationships"
    return _joined(*("disputed" if family_of(e.type) == "dispute" else status_word(e.status or "") for e in spoken))


def _dyad_note(edges: tuple[Edge, ...]) -> str:
    areas = sum(family_of(edge.type) == "cooperation" for edge in edges)
    disputes = sum(family_of(edge.type) == "dispute" for edge in edges)
    return _joined(counted(areas, "area") if areas else "", counted(disputes, "dispute") if disputes else "")


def name_of(node: Node) -> str:
    """What a node is called: its label, but a meeting by its kind, for its note tells where and when."""
    kind = node.attributes.get("kind")
    if node.kind == "meeting" and isinstance(kind, str):
        return capital(status_word(kind))
    return capital(plain(node.label)) or node.id


def counted(number: int, word: str, plural: str = "") -> str:
    """``1 area``, ``2 areas``."""
    return f"{number:,} {word if number == 1 else plural or word + 's'}"


def status_word(status: str) -> str:
    """A status, role or kind as it is read: ``in force``, ``head of state``."""
    return status.replace("_", " ")


def _planned(node: Node, edges: tuple[Edge, ...]) -> str:
    """Whether a meeting has yet to come, as it or its line to the relationship says."""
    standings = [_said(node, "modality"), *(standing_of(edge) or "" for edge in edges if edge.type == "OF")]
    standing = next((each for each in standings if each), "actual")
    return {"actual": "", "pledged": "planned"}.get(standing, status_word(standing))


def _said(node: Node, name: str) -> str:
    value = node.attributes.get(name)
    return status_word(value) if isinstance(value, str) else ""


def _joined(*parts: str) -> str:
    return " · ".join(dict.fromkeys(part for part in parts if part))
