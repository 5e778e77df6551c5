from __future__ import annotations

from graph.claim import Agreement, Cooperation, Dispute, Event, Meeting, Office, Statement
from graph.store import Store
from graph.subgraph import Subgraph, joined
from tests.graph.samples import article, claim, energy, random_readings, reading


def _write_one(store: Store) -> None:
    own = article("a")
    statements: list[Statement] = [
        energy("agreed"),
        Cooperation((("IDN", "JPN"), ("AUS", "JPN")), "trade", (), "proposed"),
        Dispute((("IDN", "JPN"),), "fisheries"),
        Event((("JPN", "IDN"),), "AID", None, ("energy",), "pledged"),
        Event((("JPN", "IDN"),), "ACCUSE", None, (), "negated"),
        Agreement("Pact of Bali", "treaty", ("IDN", "JPN"), ("energy",), "signed"),
        Office("Fumio Kishida", "JPN", "head_of_government", "Prime Minister"),
        Meeting("visit", ("IDN", "JPN"), ("Fumio Kishida",), "Jakarta"),
    ]
    store.writer().write(own, reading(own, *(claim(own, statement) for statement in statements)))


def _whole(graph: Subgraph) -> None:
    """Each edge's ends are there, and all but IN_DYAD can be opened to a sentence."""
    ids = [node.id for node in graph.nodes]
    assert len(ids) == len(set(ids))
    assert {end for edge in graph.edges for end in (edge.source, edge.target)} <= set(ids)
    assert [edge for edge in graph.edges if not edge.evidence and edge.type != "IN_DYAD"] == []


def test_a_pair_has_its_dyad_in_the_middle(store: Store) -> None:
    _write_one(store)
    graph = store.view().subgraph(["JPN", "IDN"])
    _whole(graph)
    assert graph.title == "Indonesia–Japan"
    assert {(node.kind, node.label) for node in graph.nodes} == {
        ("country", "Japan"),
        ("country", "Indonesia"),
        ("dyad", "Indonesia–Japan"),
        ("sector", "Energy"),
        ("sector", "Trade"),
        ("sector", "Fisheries"),
        ("agreement", "Pact of Bali"),
        ("leader", "Fumio Kishida"),
        ("meeting", "visit, Jakarta"),
    }
    assert {(e.source, e.type, e.target, e.status) for e in graph.edges if e.type in {"COOPERATES_IN", "AIDED"}} == {
        ("IDN-JPN", "COOPERATES_IN", "energy", "agreed"),
        ("IDN-JPN", "COOPERATES_IN", "trade", "proposed"),
        ("JPN", "AIDED", "IDN", "pledged"),
    }
    assert {edge.type for edge in graph.edges} == {
        *("IN_DYAD", "COOPERATES_IN", "DISPUTES", "AIDED", "BOUND_BY", "COVERS", "REPRESENTS", "OF", "ATTENDED")
    }
    assert graph.left_out == {}


def test_several_actors_have_all_their_dyads(store: Store) -> None:
    _write_one(store)
    graph = store.view().subgraph(["AUS", "JPN", "IDN"])
    _whole(graph)
    assert [node.id for node in graph.nodes if node.kind == "dyad"] == ["AUS-JPN", "IDN-JPN"]
    assert graph.title == "Australia, Japan, Indonesia"


def test_an_agreement_of_three_is_drawn_once(store: Store) -> None:
    own = article("a")
    pact = Agreement("Pact of Bali", "treaty", ("AUS", "IDN", "JPN"), ("energy.gas",), "signed")
    store.writer().write(own, reading(own, claim(own, pact), claim(own, energy())))
    graph = store.view().subgraph(["AUS", "JPN", "IDN"])
    _whole(graph)
    assert [node.label for node in graph.nodes if node.kind == "agreement"] == ["Pact of Bali"]
    ends = [(edge.source, edge.type, edge.target) for edge in graph.edges]
    assert len(ends) == len(set(ends))
    assert {(source, kind) for source, kind, _ in ends if kind in {"BOUND_BY", "COVERS"}} >= {
        *(("AUS-IDN", "BOUND_BY"), ("AUS-JPN", "BOUND_BY"), ("IDN-JPN", "BOUND_BY"))
    }


def test_one_actor_has_its_strongest_dyads(store: Store) -> None:
    _write_one(store)
    graph = store.view().subgraph(["JPN"], limit=1)
    _whole(graph)
    assert [node.id for node in graph.nodes if node.kind == "dyad"] == ["IDN-JPN"]
    assert graph.left_out == {"dyads": 1}


def test_who_shares_nothing_stands_alone(store: Store) -> None:
    graph = store.view().subgraph(["JPN", "ORG:ASEAN"])
    assert [(node.id, node.kind) for node in graph.nodes] == [("JPN", "country"), ("ORG:ASEAN", "organization")]
    assert graph.edges == ()


def test_what_is_left_out_is_counted(store: Store) -> None:
    store.writer().write_many(random_readings(12, 20, seed=11))
    view = store.view()
    graph = view.subgraph(["IDN", "JPN"], limit=1)
    _whole(graph)
    totals = view.totals("IDN", "JPN")
    drawn = {kind: sum(node.kind == kind for node in graph.nodes) for kind in ("agreement", "meeting")}
    assert drawn == {"agreement": 1, "meeting": 1}
    assert graph.left_out == {"agreements": totals["agreements"] - 1, "meetings": totals["meetings"] - 1}


def test_the_overview_has_all_relations_without_sentences(store: Store) -> None:
    _write_one(store)
    whole = store.view().overview()
    assert [node.id for node in whole.nodes if node.kind == "country"] == ["JPN", "IDN", "AUS"], "by sources"
    lines = {(edge.source, edge.type, edge.target): edge for edge in whole.edges}
    assert set(lines) == {
        ("AUS-JPN", "COOPERATES_IN", "trade"),
        ("IDN-JPN", "COOPERATES_IN", "energy"),
        ("IDN-JPN", "COOPERATES_IN", "trade"),
        ("IDN-JPN", "DISPUTES", "fisheries"),
        ("AUS", "COOPERATES_WITH", "JPN"),
        ("IDN", "COOPERATES_WITH", "JPN"),
        ("JPN", "AIDED", "IDN"),
    }
    assert lines["JPN", "AIDED", "IDN"].status == "pledged"
    assert lines["IDN-JPN", "COOPERATES_IN", "trade"].status == "proposed"
    assert {edge.evidence for edge in whole.edges} == {()}


def test_the_overview_of_a_few_says_what_it_leaves_out(store: Store) -> None:
    _write_one(store)
    few = store.view().overview(actors=2)
    assert [node.id for node in few.nodes if node.kind == "dyad"] == ["IDN-JPN"]
    assert few.left_out == {"actors": 1, "dyads": 1}
    assert {end for edge in few.edges for end in (edge.source, edge.target)} <= {node.id for node in few.nodes}


def test_the_overview_of_a_day_is_what_was_told_by_then(store: Store) -> None:
    _write_one(store)
    view = store.view()
    assert view.overview(as_of="9999") == view.overview()
    assert view.overview(as_of="0001").edges == ()


def test_two_subgraphs_are_joined_with_each_thing_once(store: Store) -> None:
    _write_one(store)
    view = store.view()
    pair, more = view.subgraph(["JPN", "IDN"]), view.subgraph(["AUS"])
    both = joined(pair, more)
    _whole(both)
    assert both.title == "Indonesia–Japan"
    assert {node.id for node in both.nodes} == {node.id for node in (*pair.nodes, *more.nodes)}
    assert len(both.edges) == len({(e.source, e.type, e.target) for e in (*pair.edges, *more.edges)})
    assert joined(pair, pair).edges == pair.edges


def test_nothing_has_an_empty_overview(store: Store) -> None:
    empty = store.view().overview()
    assert (empty.nodes, empty.edges, empty.left_out) == ((), (), {})
