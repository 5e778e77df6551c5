"""The detail: what the side panel says of a node or a line."""

from __future__ import annotations

from typing import Any

from graph.subgraph import Edge, Node
from viz.drawing import label_of
from viz.lettering import capital, plain
from viz.quotation import Quotation, quotations
from viz.scene import Scene
from viz.spoken import percent, rows, words
from viz.style import KIND, Family, family_of, line_of

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

    names = {node.id: plain(node.label) or node.id for node in stage.subgraph.nodes}
    edges = {}
    for index, edge in enumerate(stage.subgraph.edges):
        shown = [number_of(quote) for quote in quotations(edge.evidence)]
        edges[f"e{index}"] = {**_edge(edge, names), "quotes": shown}
    return {"quotes": quotes, "edges": edges, "nodes": {node.id: _node(stage, node) for node in stage.subgraph.nodes}}


def _quote(quote: Quotation) -> dict[str, Any]:
    return {
        "parts": [[text, marked] for text, marked in quote.parts],
        "title": quote.title or quote.article,
        "by": " · ".join(part for part in (quote.publisher, quote.date) if part),
        "url": quote.url,
        "confidence": percent(quote.confidence),
    }


def _edge(edge: Edge, names: dict[str, str]) -> dict[str, Any]:
    family = family_of(edge.type)
    known = {"sources": edge.weight} if edge.evidence or family != "frame" else {}
    return {
        "family": family,
        "over": _FAMILY_WORD[family],
        "title": sentence_of(edge, names),
        "line": line_of(edge.status) or "",
        "status": words(edge.status or ""),
        "rows": rows({**known, **{k: v for k, v in edge.attributes.items() if k != "status"}}),
        "ends": [edge.source, edge.target],
    }


def sentence_of(edge: Edge, names: dict[str, str]) -> str:
    """What a line says: ``Japan aids (pledged) Indonesia``."""
    return f"{names[edge.source]} {label_of(edge)} {names[edge.target]}"


def _node(stage: Scene, node: Node) -> dict[str, Any]:
    indexes = [index for index, edge in enumerate(stage.subgraph.edges) if node.id in {edge.source, edge.target}]
    status = node.attributes.get("status")
    return {
        "over": KIND[node.kind].word,
        "title": capital(plain(node.label)) or node.id,
        "line": line_of(status) or "" if isinstance(status, str) else "",
        "status": words(status) if isinstance(status, str) else "",
        "rows": rows({name: value for name, value in node.attributes.items() if name != "status"}),
        "edges": [f"e{index}" for index in indexes],
    }
