"""The icons: one for each kind and each top-level sector, as strokes on a grid of 24 by 24."""

from __future__ import annotations

import json
from functools import cache
from importlib import resources

from graph.subgraph import Node


@cache
def icons() -> dict[str, str]:
    """SVG path data by kind and by sector id, drawn for this project."""
    text = (resources.files("viz") / "assets" / "icons.json").read_text(encoding="utf-8")
    loaded: dict[str, str] = json.loads(text)
    return loaded


def icon_of(node: Node) -> str:
    """The icon of a node: a sector's own, or that of its kind."""
    sector = node.id.rpartition(":")[2].partition(".")[0]
    return sector if node.kind == "sector" and sector in icons() else node.kind
