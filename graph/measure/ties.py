"""Ties: actors, and how well supported the cooperation of each two of them is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

import networkx as nx

from graph.errors import UnknownName
from graph.vocabulary import bodies, plover

COOPERATION: frozenset[str] = frozenset({"COOPERATES_WITH"})
"""The edge that sums up in which sectors two actors cooperate."""


class Ranked(NamedTuple):
    """An actor or dyad by its id, and its value of a measure."""

    id: str
    value: float


def friendly() -> frozenset[str]:
    """Types of the edges between actors that stand for cooperation in word or deed."""
    return COOPERATION | {event_type.edge for event_type in plover() if not event_type.hostile}


def ties(graph: nx.MultiDiGraph[str], types: Iterable[str] | None = None) -> nx.Graph[str]:
    """The actors that have a tie, each two joined by one edge: its `weight` is the sum of the sources of those in
    `graph` that have one of `types` (not given: `friendly`), its `distance` 1 / `weight`.

    Proposed cooperation and pledged acts are ties as well; hostile acts are none unless asked for.
    """
    wanted = friendly() if types is None else frozenset(types)
    tied: nx.Graph[str] = nx.Graph()
    found = [
        (min(source, target), max(source, target), data["weight"])
        for source, target, data in graph.edges(data=True)
        if data["type"] in wanted
    ]
    for a, b, weight in sorted(found):
        before = tied[a][b]["weight"] if tied.has_edge(a, b) else 0
        tied.add_edge(a, b, weight=before + weight, distance=1 / (before + weight))
    return tied


def members(body: str, on: str | None = None) -> frozenset[str]:
    """The countries that belong to a body (``ORG:ASEAN``) on a date, or now, as the packaged vocabulary has it.

    Raises `UnknownName` for a body that the vocabulary lacks.
    """
    known = bodies().by_id.get(body)
    if known is None:
        raise UnknownName(body)
    return frozenset(
        member.country
        for member in known.members
        if (member.until is None if on is None else (member.since or "") <= on < (member.until or "9999"))
    )


def ranked(values: Mapping[str, float], limit: int) -> tuple[Ranked, ...]:
    """The `limit` highest values; of equals the first by id."""
    return tuple(Ranked(*row) for row in sorted(values.items(), key=lambda row: (-row[1], row[0]))[:limit])
