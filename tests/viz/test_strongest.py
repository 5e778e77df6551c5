from __future__ import annotations

from tests.viz.sample import large_subgraph, seed_subgraph
from viz.crowd import FOLDED, MOST_LINES, folded, waiting
from viz.scene import scene
from viz.strongest import strongest
from viz.style import family_of


def test_what_has_room_stays_as_it_is() -> None:
    assert strongest(seed_subgraph()) is not None
    assert strongest(seed_subgraph()) == seed_subgraph()
    assert strongest(large_subgraph()) == large_subgraph()


def test_of_more_the_best_supported_part_stays_and_the_rest_is_counted() -> None:
    given = large_subgraph(700, 3_000)
    kept = strongest(given)
    assert (len(kept.nodes), len(kept.edges)) == (500, 2_000)
    ids = {node.id for node in kept.nodes}
    assert {end for edge in kept.edges for end in (edge.source, edge.target)} <= ids
    assert sum(node.kind == "country" for node in kept.nodes) == 40
    missing = [edge for edge in given.edges if edge not in kept.edges and {edge.source, edge.target} <= ids]
    assert kept.left_out == {"agreements": 200, "lines": len(missing)}
    drawn = [edge.weight for edge in kept.edges if edge.type == "COOPERATES_IN"]
    assert min(drawn) >= max(edge.weight for edge in missing if edge.type == "COOPERATES_IN")


def test_whatever_their_order_the_same_nodes_stay() -> None:
    given = large_subgraph(700, 3_000)
    turned = type(given)(given.title, given.nodes[::-1], given.edges, given.left_out)
    assert {node.id for node in strongest(given).nodes} == {node.id for node in strongest(turned).nodes}


def test_a_crowd_begins_with_its_best_supported_lines() -> None:
    given = large_subgraph()
    waits = waiting(given)
    told = [edge for index, edge in enumerate(given.edges) if index not in waits and family_of(edge.type) != "frame"]
    assert len(told) == MOST_LINES
    assert folded(given) == FOLDED
    assert waits <= scene(given).details


def test_a_pair_is_no_crowd() -> None:
    assert (folded(seed_subgraph()), waiting(seed_subgraph())) == ((), frozenset())
