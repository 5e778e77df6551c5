from __future__ import annotations

import pytest

from graph.errors import UnknownName
from graph.measure import members, ties
from tests.graph.measure.made import tied


def test_ties_of_two_are_one_whatever_their_direction() -> None:
    graph = tied(("IDN", "JPN", 3))
    graph.add_edge("JPN", "IDN", "AIDED", type="AIDED", weight=1)
    graph.add_edge("JPN", "IDN", "ACCUSED", type="ACCUSED", weight=9)
    graph.add_edge("JPN", "IDN-JPN", "IN_DYAD", type="IN_DYAD", weight=1)
    found = ties(graph)
    assert dict(found.edges) == {("IDN", "JPN"): {"weight": 4, "distance": 0.25}}
    assert ties(graph, ["ACCUSED"])["IDN"]["JPN"]["weight"] == 9


def test_members_of_a_body_on_a_date() -> None:
    now = members("ORG:EU")
    assert "FRA" in now
    assert "GBR" not in now
    assert "GBR" in members("ORG:EU", "2015-06-30")
    assert "HRV" not in members("ORG:EU", "2010-01-01")
    with pytest.raises(UnknownName):
        members("ORG:NONE")
