"""The matrix: how everybody stands with everybody, a cell for each two, as data for its page and as rows of text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import networkx as nx

from graph.subgraph import Edge, Node, Subgraph
from viz.card import code_of
from viz.scene import counted, name_of
from viz.style import FAMILIES, LINES, Family, family_of, has_arrow, line_of, standing_of

MOST_ROWS = 100
"""So many of the best supported cells follow as text."""

_FAMILY = [style.family for style in FAMILIES]
_LINE = [style.line for style in LINES]
_SURE = frozenset({"active", "agreed", None})
"""What counts towards a cell's colour: neither what is only proposed nor what has ended."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two actors by their ids, all lines between them, and what of these stands: sources of the best supported one."""

    a: str
    b: str
    edges: tuple[Edge, ...]

    def sources(self, family: Family) -> int:
        """The independent sources of the best supported line of `family` that stands; 0 without any."""
        return max((e.weight for e in self.edges if family_of(e.type) == family and _stands(e)), default=0)


@dataclass(frozen=True, slots=True)
class PairRow:
    """A cell as text."""

    a: str
    b: str
    name: str
    cooperation: int
    dispute: int
    areas: str


def pairs_of(overview: Subgraph) -> tuple[Pair, ...]:
    """The pairs of `overview` that have lines, the best supported first."""
    ends: dict[str, tuple[str, str]] = {
        node.id: (str(node.attributes["actors"][0]), str(node.attributes["actors"][1]))
        for node in overview.nodes
        if node.kind == "dyad"
    }
    found: dict[tuple[str, str], list[Edge]] = {}
    for edge in overview.edges:
        pair = ends.get(edge.source) or (min(edge.source, edge.target), max(edge.source, edge.target))
        found.setdefault(pair, []).append(edge)
    pairs = [Pair(a, b, tuple(sorted(edges, key=_rank))) for (a, b), edges in found.items()]
    return tuple(sorted(pairs, key=_strength))


def matrix(overview: Subgraph) -> dict[str, Any]:
    """What the page draws: actors with their orders, sectors, words, and cells as numbers that point into these."""
    actors = [node for node in overview.nodes if node.kind in {"country", "organization"}]
    sectors = sorted((node for node in overview.nodes if node.kind == "sector"), key=name_of)
    pairs = pairs_of(overview)
    at = {node.id: number for number, node in enumerate(actors)}
    sector_at = {node.id: number for number, node in enumerate(sectors)}
    words: dict[str, int] = {}
    cells = [
        [at[pair.a], at[pair.b], [_part(edge, pair, sector_at, words) for edge in pair.edges]]
        for pair in sorted(pairs, key=lambda pair: (pair.a, pair.b))
    ]
    return {
        "actors": [[node.id, name_of(node), code_of(node)] for node in actors],
        "orders": _orders(actors, pairs),
        "sectors": [[node.id, name_of(node)] for node in sectors],
        "families": _FAMILY,
        "lines": [style.word.lower() for style in LINES],
        "words": list(words),
        "cells": cells,
    }


def pair_rows(overview: Subgraph) -> tuple[PairRow, ...]:
    """The best supported cells as text."""
    names = {node.id: name_of(node) for node in overview.nodes}
    return tuple(
        PairRow(
            pair.a,
            pair.b,
            f"{names[pair.a]} and {names[pair.b]}",
            pair.sources("cooperation"),
            pair.sources("dispute"),
            _areas(pair, names),
        )
        for pair in pairs_of(overview)[:MOST_ROWS]
    )


def figures(overview: Subgraph) -> tuple[str, ...]:
    """What the matrix holds, in figures."""
    pairs = pairs_of(overview)
    actors = sum(node.kind in {"country", "organization"} for node in overview.nodes)
    disputed = sum(bool(pair.sources("dispute")) for pair in pairs)
    told = [counted(actors, "actor"), counted(len(pairs), "relationship")]
    return tuple(told) + ((f"{disputed:,} with disputes",) if disputed else ()) if pairs else ()


def _part(edge: Edge, pair: Pair, sectors: Mapping[str, int], words: dict[str, int]) -> list[int]:
    """A line as numbers: family, status, sources, what it says, sector (-1: none), who acts (0 both, 1 a, 2 b)."""
    line = line_of(standing_of(edge))
    phrase = words.setdefault(edge.label, len(words))
    acting = (1 if edge.source == pair.a else 2) if has_arrow(edge) else 0
    return [
        _FAMILY.index(family_of(edge.type)),
        _LINE.index(line) if line else -1,
        edge.weight,
        phrase,
        sectors.get(edge.target, -1),
        acting,
    ]


def _orders(actors: Sequence[Node], pairs: Sequence[Pair]) -> dict[str, list[int]]:
    """The actors by strength (as they come), by name, and so that those who cooperate stand together."""
    numbers = range(len(actors))
    return {
        "strength": list(numbers),
        "name": sorted(numbers, key=lambda number: (name_of(actors[number]).casefold(), actors[number].id)),
        "company": _by_company(actors, pairs),
    }


def _by_company(actors: Sequence[Node], pairs: Sequence[Pair]) -> list[int]:
    """Communities by cooperation (Louvain; Blondel et al. 2008), the one with the strongest actor first."""
    at = {node.id: number for number, node in enumerate(actors)}
    company: nx.Graph[int] = nx.Graph()
    company.add_nodes_from(range(len(actors)))
    for pair in sorted(pairs, key=lambda pair: (pair.a, pair.b)):
        if sources := pair.sources("cooperation"):
            company.add_edge(at[pair.a], at[pair.b], weight=sources)
    groups = nx.community.louvain_communities(company, seed=1)
    return [
        number for group in sorted(groups, key=lambda group: (len(group) == 1, min(group))) for number in sorted(group)
    ]


def _areas(pair: Pair, names: Mapping[str, str]) -> str:
    """The sectors of a pair, the best supported first, each once."""
    sectors = dict.fromkeys(names[edge.target] for edge in pair.edges if edge.type in {"COOPERATES_IN", "DISPUTES"})
    return ", ".join(name for name in sectors if name not in {names[pair.a], names[pair.b]})


def _stands(edge: Edge) -> bool:
    return line_of(standing_of(edge)) in _SURE


def _rank(edge: Edge) -> tuple[bool, int, str, str, str]:
    return (not _stands(edge), -edge.weight, edge.type, edge.source, edge.target)


def _strength(pair: Pair) -> tuple[int, int, str, str]:
    return (-pair.sources("cooperation") - pair.sources("dispute"), -len(pair.edges), pair.a, pair.b)
