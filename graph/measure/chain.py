"""How agreements join two actors that may have none with each other."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

import networkx as nx

BINDING = frozenset({"agreed", "signed", "ratified", "in_force"})
"""Statuses of agreements that stand."""


class Link(NamedTuple):
    """One agreement of a chain, from one of its parties to another."""

    party: str
    agreement: str
    name: str
    other: str


def agreement_chain(
    graph: nx.MultiDiGraph[str], a: str, b: str, *, statuses: Collection[str] = BINDING
) -> tuple[Link, ...]:
    """The shortest chain of agreements from one actor to another: each has one party in common with the next.

    Only agreements with one of `statuses` are followed; of chains of equal length the one that comes first by ids is
    given. Empty where none joins them, and where they are one.
    """
    parties: nx.Graph[str] = nx.Graph()
    parties.add_edges_from(
        sorted(
            (source, target)
            for source, target, data in graph.edges(data=True)
            if data["type"] == "PARTY_TO" and data["status"] in statuses
        )
    )
    if a not in parties or b not in parties or not nx.has_path(parties, a, b):
        return ()
    path = nx.shortest_path(parties, a, b)
    return tuple(
        Link(path[at], path[at + 1], graph.nodes[path[at + 1]]["name"], path[at + 2])
        for at in range(0, len(path) - 2, 2)
    )
