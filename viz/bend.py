"""The bend: lines between the same two nodes kept apart."""

from __future__ import annotations

from collections.abc import Iterable

from graph.subgraph import Edge
from viz.plan import Curve


def bends(edges: Iterable[tuple[int, Edge]], least: float = 0.08) -> dict[int, Curve]:
    """Curves, by index, for lines that share both ends; `least` is how far the first of an even number bends."""
    between: dict[tuple[str, str], list[tuple[int, Edge]]] = {}
    for index, edge in edges:
        low, high = sorted((edge.source, edge.target))
        between.setdefault((low, high), []).append((index, edge))
    curves: dict[int, Curve] = {}
    for (low, _), same in between.items():
        for number, (index, edge) in enumerate(same if len(same) > 1 else []):
            steps = number // 2 + 0.5 if len(same) % 2 == 0 else (number + 1) // 2
            clockwise = (number % 2 == 0) == (edge.source == low)
            if steps:
                bend = min(2 * least, 0.6 / len(same)) * steps
                curves[index] = Curve("curvedCW" if clockwise else "curvedCCW", round(bend, 3))
    return curves
