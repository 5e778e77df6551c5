from __future__ import annotations

from graph.claim import Agreement, Cooperation, Event, Meeting, Office
from graph.network import to_networkx
from graph.store import Store
from tests.graph.samples import article, claim, energy, reading


def test_the_projected_graph_for_analysis(store: Store) -> None:
    own = article("a")
    store.writer().write(
        own,
        reading(
            own,
            claim(own, energy()),
            claim(own, Cooperation((("AUS", "JPN"),), "trade")),
            claim(own, Event((("JPN", "IDN"),), "AID")),
            claim(own, Agreement("Economic Pact of Bali", "treaty", ("IDN", "JPN"), ("trade",))),
            claim(own, Office("Fumio Kishida", "JPN", "head_of_government")),
            claim(own, Meeting("visit", ("IDN", "JPN"), ("Fumio Kishida",))),
        ),
    )
    graph = to_networkx(store)
    assert graph.nodes["JPN"] == {"kind": "country", "name": "Japan"}
    assert graph.nodes["IDN-JPN"] == {"kind": "dyad", "name": "Indonesia–Japan"}
    assert set(graph["JPN"]["IDN"]) == {"AIDED"}
    assert set(graph["IDN"]["JPN"]) == {"COOPERATES_WITH"}
    edge = graph["IDN-JPN"]["energy"]["COOPERATES_IN"]
    assert (edge["status"], edge["weight"], edge["fact"]) == ("active", 1, "coop:IDN-JPN:energy")
    assert {data["kind"] for _, data in graph.nodes(data=True)} == {
        *("country", "dyad", "sector", "agreement", "leader", "meeting")
    }
    assert "FRA" not in graph
    assert not any(data["type"] in {"MEMBER_OF", "PART_OF"} for *_, data in graph.edges(data=True))


def test_with_reference_data(store: Store) -> None:
    graph = to_networkx(store, reference=True)
    assert graph.nodes["FRA"] == {"kind": "country", "name": "France"}
    assert "MEMBER_OF" in graph["IDN"]["ORG:ASEAN"]
    assert "PART_OF" in graph["energy.gas"]["energy"]
