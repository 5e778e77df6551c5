from __future__ import annotations

import pytest

from graph.subgraph import Subgraph
from tests.viz.sample import AGREED, countries_subgraph, edge, node, passage, seed_subgraph
from viz.scene import scene


@pytest.mark.parametrize(
    ("node_id", "note"),
    [
        ("IDN-JPN", "8 areas"),
        ("defence", "agreed"),
        ("finance", "proposed"),
        ("agreement:2", "partnership · in force"),
        ("leader:2", "Prime Minister"),
        ("meeting:1", ""),
        ("IDN", ""),
    ],
)
def test_the_note_under_a_label(node_id: str, note: str) -> None:
    stage = scene(seed_subgraph())
    assert stage.note(next(n for n in stage.subgraph.nodes if n.id == node_id)) == note


def test_lines_that_repeat_others_wait() -> None:
    stage = scene(seed_subgraph())
    assert {stage.subgraph.edges[i].type for i in stage.details} == {
        "COOPERATES_WITH",
        "PARTY_TO",
        "COVERS",
        "ATTENDED",
    }


def test_a_line_that_alone_holds_a_node_does_not_wait() -> None:
    nodes = (node("IDN", "country", "Indonesia"), node("agreement:1", "agreement", "Pact"))
    lines = (edge("IDN", "agreement:1", "PARTY_TO", "is party to", "signed", passage(AGREED)),)
    assert scene(Subgraph("x", nodes, lines, {})).details == frozenset()


def test_cooperation_of_two_actors_waits_only_where_their_relationship_is_drawn() -> None:
    assert scene(countries_subgraph()).details == frozenset()


def test_a_sector_of_many_relationships_counts_them() -> None:
    nodes = [node(name, "dyad", name) for name in ("A-B", "A-C", "B-C")] + [node("trade", "sector", "Trade")]
    lines = [edge(name, "trade", "COOPERATES_IN", "cooperate in", "active", passage(AGREED)) for name in ("A-B", "A-C")]
    lines += [edge("B-C", "trade", "DISPUTES", "are at odds over", None, passage(AGREED))]
    assert scene(Subgraph("x", tuple(nodes), tuple(lines), {})).note(nodes[-1]) == "3 relationships"
    assert scene(Subgraph("x", tuple(nodes), tuple(lines[1:]), {})).note(nodes[-1]) == "active · disputed"
