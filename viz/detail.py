"""The detail: what the side panel says of a node or a line."""

from __future__ import annotations

from typing import Any

from graph.subgraph import Edge, Node
from viz.drawing import label_of
from viz.quotation import Quotation, quotations
from viz.scene import Scene, name_of
from viz.spoken import percent, rows, words
from viz.style import KIND, Family, family_of, line_of, standing_of

_FAMILY_WORD: dict[Family, str] = {
    "cooperation": "Cooperation",
    "dispute": "Dispute",
    "neutral": "Request",
    "bond": "Agreement",
    "frame": "Link",
}


def details(stage: Scene) -> dict[str, Any]:
    """What the panel says, by edge and node id, and the quotations that they refer to by number."""
    quotes: list[dict[str, Any]] = []
    numbers: dict[Quotation, int] = {}

    def number_of(quote: Quotation) -> int:
        if quote not in numbers:
            numbers[quote] = len(quotes)
            quotes.append(_quote(quote))
        return numbers[quote]

    names = names_of(stage)
    edges = {}
    for index, edge in enumerate(stage.subgraph.edges):
        shown = [number_of(quote) for quote in quotations(edge.evidence)]
        edges[f"e{index}"] = {**_edge(edge, names), "quotes": shown}
    touching: dict[str, list[str]] = {node.id: [] for node in stage.subgraph.nodes}
    for index, edge in enumerate(stage.subgraph.edges):
        for end in dict.fromkeys((edge.source, edge.target)):
            touching[end].append(f"e{index}")
    nodes = {node.id: {**_node(stage, node, names), "edges": touching[node.id]} for node in stage.subgraph.nodes}
    return {"quotes": quotes, "edges": edges, "nodes": nodes}


def _quote(quote: Quotation) -> dict[str, Any]:
    return {
        "parts": [[text, marked] for text, marked in quote.parts],
        "title": quote.title,
        "by": " · ".join(part for part in (quote.publisher, quote.date) if part),
        "url": quote.url,
        "confidence": percent(quote.confidence),
        "place": quote.place,
    }


def _edge(edge: Edge, names: dict[str, str]) -> dict[str, Any]:
    family = family_of(edge.type)
    known = {"sources": edge.weight} if edge.evidence or family != "frame" else {}
    return {
        "family": family,
        "over": _FAMILY_WORD[family],
        "title": sentence_of(edge, names),
        "line": line_of(standing_of(edge)) or "",
        "status": words(standing_of(edge) or ""),
        "rows": rows({**known, **{k: v for k, v in edge.attributes.items() if k not in {"status", "modality"}}}, names),
        "ends": [edge.source, edge.target],
    }


def sentence_of(edge: Edge, names: dict[str, str]) -> str:
    """What a line says: ``Japan helped Indonesia``; its two ends where its label is no phrase between them."""
    if edge.type == "BOUND_BY":
        return f"{names[edge.target]} · {names[edge.source]}"
    if edge.type == "OF":
        return f"{names[edge.source]} · {names[edge.target]}"
    if edge.type == "REPRESENTS":
        return f"{names[edge.source]}, {label_of(edge)} · {names[edge.target]}"
    return f"{names[edge.source]} {label_of(edge)} {names[edge.target]}"


def _node(stage: Scene, node: Node, names: dict[str, str]) -> dict[str, Any]:
    status = node.attributes.get("status")
    return {
        "over": KIND[node.kind].word,
        "title": _title(stage, node),
        "line": line_of(status) or "" if isinstance(status, str) else "",
        "status": words(status) if isinstance(status, str) else "",
        "rows": rows({name: value for name, value in node.attributes.items() if name != "status"}, names),
    }


def _title(stage: Scene, node: Node) -> str:
    """A node's name; of a meeting with where and when."""
    if node.kind != "meeting":
        return name_of(node)
    return ", ".join(part for part in (name_of(node), *stage.note(node).split(" · ")) if part)


def names_of(stage: Scene) -> dict[str, str]:
    """What each node is called, by its id."""
    return {node.id: name_of(node) for node in stage.subgraph.nodes}
