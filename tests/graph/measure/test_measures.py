from __future__ import annotations

import networkx as nx
import pytest

from graph.measure import Link, agreement_chain, bridges, central_actors, central_dyads, communities
from tests.graph.measure.made import bound, tied

# two blocs, and two countries between them: TUR alone joins A and B to X, QAT only joins C to Y
BRIDGED = tied(
    ("A", "B", 1), ("A", "TUR", 1), ("B", "TUR", 1), ("TUR", "X", 1), ("X", "Y", 1), ("C", "QAT", 1), ("QAT", "W", 1)
)
CLIQUES = tied(
    *((a, b, 5) for group in ("ABC", "XYZ") for a in group for b in group if a < b),
    ("C", "X", 1),
)


def test_who_bridges_two_blocs() -> None:
    # of five pairs with a chain (A X, A Y, B X, B Y, C W) four need TUR, two go on over X, one needs QAT
    found = bridges(BRIDGED, ["A", "B", "C"], ["X", "Y", "W"])
    assert found == (("TUR", 4 / 5), ("X", 2 / 5), ("QAT", 1 / 5))


def test_a_member_of_both_blocs_is_no_end_of_a_chain_and_may_bridge_them() -> None:
    assert bridges(tied(("A", "M", 1), ("M", "X", 1)), ["A", "M"], ["M", "X"]) == (("M", 1.0),)


def test_nobody_bridges_what_no_chain_joins() -> None:
    assert bridges(BRIDGED, ["A"], ["C"]) == ()
    assert bridges(BRIDGED, ["A"], ["nobody"]) == ()
    assert bridges(nx.MultiDiGraph(), ["A"], ["B"]) == ()


def test_who_keeps_together() -> None:
    assert communities(CLIQUES) == (frozenset("ABC"), frozenset("XYZ"))
    assert communities(CLIQUES, seed=7) == communities(CLIQUES)
    assert len(communities(CLIQUES, resolution=20.0)) == 6


def test_who_is_central() -> None:
    star = tied(("H", "A", 1), ("H", "B", 1), ("H", "C", 3))
    assert central_actors(star, by="strength", limit=2) == (("H", 5.0), ("C", 3.0))
    assert central_actors(star, by="betweenness", limit=1) == (("H", 1.0),)
    assert central_actors(nx.MultiDiGraph()) == ()


def test_which_dyads_are_central() -> None:
    # nine of fifteen pairs are on different sides
    [first] = central_dyads(CLIQUES, limit=1)
    assert first.id == "C-X"
    assert first.value == pytest.approx(9 / 15)
    assert central_dyads(CLIQUES, by="strength", limit=1) == (("A-B", 5.0),)


def test_the_shortest_chain_of_agreements() -> None:
    graph = bound(
        [
            ("t1", "in_force", ("FRA", "DEU")),
            ("t2", "signed", ("DEU", "POL", "CZE")),
            ("t3", "in_force", ("POL", "UKR")),
            ("t4", "proposed", ("FRA", "UKR")),
            ("t5", "terminated", ("FRA", "POL")),
        ]
    )
    assert agreement_chain(graph, "FRA", "UKR") == (
        Link("FRA", "t1", "Treaty t1", "DEU"),
        Link("DEU", "t2", "Treaty t2", "POL"),
        Link("POL", "t3", "Treaty t3", "UKR"),
    )
    proposed = agreement_chain(graph, "FRA", "UKR", statuses=["proposed"])
    assert proposed == (Link("FRA", "t4", "Treaty t4", "UKR"),)
    assert agreement_chain(graph, "FRA", "FRA") == agreement_chain(graph, "FRA", "JPN") == ()
