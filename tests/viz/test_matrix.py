from __future__ import annotations

from graph.subgraph import Subgraph
from tests.viz.sample import edge, node, overview_subgraph
from viz.matrix import figures, matrix, pair_rows, pairs_of

EMPTY = Subgraph("All relations", (), (), {})


def test_each_two_have_one_cell_with_all_that_is_told_of_them() -> None:
    drawn = matrix(overview_subgraph())
    assert len(drawn["cells"]) == 5, "every third of fifteen pairs"
    a, b, parts = drawn["cells"][0]
    assert [drawn["actors"][n][0] for n in (a, b)] == ["AUS", "CHN"]
    told = {(drawn["families"][p[0]], p[2], drawn["words"][p[3]], p[4] >= 0, p[5]) for p in parts}
    assert told == {
        ("cooperation", 1, "cooperate in", True, 0),
        ("dispute", 2, "at odds over", True, 0),
        ("dispute", 3, "accused", False, 2),
    }


def test_only_what_stands_counts() -> None:
    by_name = {(pair.a, pair.b): pair for pair in pairs_of(overview_subgraph())}
    proposed = next(p for p in by_name.values() if all(e.status == "proposed" for e in p.edges))
    assert proposed.sources("cooperation") == 0
    assert by_name["AUS", "CHN"].sources("dispute") == 3, "of the best supported line, not of all together"


def test_orders_hold_every_actor_once() -> None:
    drawn = matrix(overview_subgraph(40))
    for order in drawn["orders"].values():
        assert sorted(order) == list(range(40))
    named = [drawn["actors"][n][1] for n in drawn["orders"]["name"]]
    assert named == sorted(named, key=str.casefold)


def test_those_who_work_together_stand_together() -> None:
    ends = [("AUS", "JPN"), ("JPN", "USA"), ("AUS", "USA"), ("CHN", "RUS"), ("BLR", "CHN"), ("BLR", "RUS")]
    codes = sorted({end for pair in ends for end in pair})
    edges = tuple(edge(a, b, "COOPERATES_WITH", "cooperates with", "active", weight=4) for a, b in ends)
    drawn = matrix(Subgraph("", tuple(node(code, "country", code) for code in codes), edges, {}))
    order = [codes[n] for n in drawn["orders"]["company"]]
    assert {frozenset(order[:3]), frozenset(order[3:])} == {
        frozenset({"AUS", "JPN", "USA"}),
        frozenset({"BLR", "CHN", "RUS"}),
    }


def test_the_same_graph_gives_the_same_matrix() -> None:
    given = overview_subgraph(30)
    turned = Subgraph(given.title, given.nodes, given.edges[::-1], given.left_out)
    assert matrix(given)["cells"] == matrix(turned)["cells"]
    assert matrix(given)["orders"] == matrix(turned)["orders"]


def test_the_best_supported_follow_as_text() -> None:
    rows = pair_rows(overview_subgraph(40))
    assert len(rows) == 100
    strengths = [row.cooperation + row.dispute for row in rows]
    assert strengths == sorted(strengths, reverse=True)
    assert figures(overview_subgraph()) == ("6 actors", "5 relationships", "2 with disputes")


def test_nothing_is_an_empty_matrix() -> None:
    assert matrix(EMPTY)["cells"] == []
    assert (pair_rows(EMPTY), figures(EMPTY)) == ((), ())
