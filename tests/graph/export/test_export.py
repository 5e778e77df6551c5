from __future__ import annotations

import json
from pathlib import Path

import networkx as nx
import pyarrow.parquet
import pytest
from rdflib import RDF, Graph, URIRef
from rdflib.namespace import SDO

from graph.errors import NotFound, SettingError
from graph.export import FORMATS, export
from graph.network import to_networkx
from graph.store import Store
from graph.vocabulary import plover
from tests.graph.export.conftest import HARD


def lines(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def stored(store: Store, label: str) -> int:
    return store.view().counts()[label]


@pytest.mark.parametrize(("form", "read"), [("graphml", nx.read_graphml), ("gexf", nx.read_gexf)])
def test_what_draws_graphs_reads_the_projected_graph(
    form: str, read: nx.MultiDiGraph[str], filled: Store, tmp_path: Path
) -> None:
    count = export(filled, form, tmp_path / "out", ())
    found = read(tmp_path / "out")  # type: ignore[operator]
    expected = to_networkx(filled)
    assert count == len(expected) + expected.number_of_edges()
    assert set(found) == set(expected)
    assert found.number_of_edges() == expected.number_of_edges()
    assert found.nodes["IDN-JPN"]["name"] == "Indonesia–Japan"
    kinds = {data.get("kind") or data["type"] for *_, data in found.edges(data=True)}
    assert kinds == {data["type"] for *_, data in expected.edges(data=True)}


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")  # rdflib's own use of it
def test_linked_data_has_identifiers_that_others_use(filled: Store, tmp_path: Path) -> None:
    export(filled, "jsonld", tmp_path / "out.jsonld", ())
    graph = Graph().parse(tmp_path / "out.jsonld", format="json-ld")
    japan = URIRef("urn:accord:actor:JPN")
    assert (japan, SDO.sameAs, URIRef("http://www.wikidata.org/entity/Q17")) in graph
    assert str(graph.value(japan, URIRef("http://www.wikidata.org/prop/direct/P298"))) == "JPN"
    assert (japan, RDF.type, SDO.Country) in graph
    asean = URIRef("urn:accord:actor:ORG:ASEAN")
    assert (URIRef("urn:accord:actor:IDN"), SDO.memberOf, asean) in graph
    energy = URIRef("urn:accord:cooperation:coop:IDN-JPN:energy")
    claims = list(graph.subjects(URIRef("urn:accord:term:SUPPORTS"), energy))
    assert HARD.text in {str(graph.value(claim, SDO.text)) for claim in claims}
    assert len(set(graph.subjects(RDF.type, URIRef("urn:accord:term:Claim")))) == stored(filled, "claims")


def test_tables_hold_all_nodes_and_edges(filled: Store, tmp_path: Path) -> None:
    export(filled, "parquet", tmp_path / "out", ())
    claims = pyarrow.parquet.read_table(tmp_path / "out" / "Claim.parquet").to_pylist()
    assert len(claims) == stored(filled, "claims")
    [article] = [
        row
        for row in pyarrow.parquet.read_table(tmp_path / "out" / "Article.parquet").to_pylist()
        if row["id"] == HARD.id
    ]
    assert (article["title"], article["text"]) == (HARD.title, HARD.text)
    aid = pyarrow.parquet.read_table(tmp_path / "out" / "Actor-AIDED-Actor.parquet").to_pylist()
    assert ("JPN", "IDN") in {(row["source"], row["target"]) for row in aid}
    assert all(isinstance(row["confidence"], float) for row in aid)


def test_tables_say_what_they_need(filled: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)
    with pytest.raises(SettingError, match=r"accord\[parquet\]"):
        export(filled, "parquet", tmp_path / "out", ())


def test_events_come_as_plover_rows_with_their_sentence(filled: Store, tmp_path: Path) -> None:
    assert export(filled, "plover", tmp_path / "out", ()) == stored(filled, "events")
    rows = lines(tmp_path / "out")
    assert len({str(row["id"]) for row in rows}) == len(rows) == stored(filled, "events")
    [aid] = [row for row in rows if row["article"] and row["article"]["id"] == HARD.id]  # type: ignore[index]
    assert aid["actor"] == {"id": "JPN", "name": "Japan"}
    assert aid["recipient"] == {"id": "IDN", "name": "Indonesia"}
    assert (aid["type"], aid["mode"], aid["quad"], aid["date"]) == (
        "AID",
        "economic",
        "material_cooperation",
        "2023-09-07",
    )
    assert aid["intensity"] == plover().by_id["AID"].weight
    sentence = aid["sentence"]
    assert HARD.text[sentence["start"] : sentence["end"]] == sentence["text"]  # type: ignore[index]


def test_one_pair_or_one_country_alone(filled: Store, tmp_path: Path) -> None:
    export(filled, "plover", tmp_path / "pair", ("JPN", "IDN"))
    rows = lines(tmp_path / "pair")
    assert rows
    assert {frozenset((r["actor"]["id"], r["recipient"]["id"])) for r in rows} == {frozenset({"JPN", "IDN"})}  # type: ignore[index]
    export(filled, "plover", tmp_path / "one", ("JPN",))
    assert all("JPN" in {r["actor"]["id"], r["recipient"]["id"]} for r in lines(tmp_path / "one"))  # type: ignore[index]
    assert len(lines(tmp_path / "one")) > len(rows)
    export(filled, "graphml", tmp_path / "graph", ("JPN", "IDN"))
    found = nx.read_graphml(tmp_path / "graph")
    kinds = nx.get_node_attributes(found, "kind")
    assert {node for node, kind in kinds.items() if kind == "dyad"} == {"IDN-JPN"}
    assert {node for node, kind in kinds.items() if kind in {"country", "organization"}} >= {"IDN", "JPN"}
    with pytest.raises(NotFound, match="FRA"):
        export(filled, "plover", tmp_path / "none", ("FRA",))


def test_writes_over_nothing_that_it_does_not_know(filled: Store, tmp_path: Path) -> None:
    (tmp_path / "mine").write_text("mine")
    for form in FORMATS.values():
        with pytest.raises(SettingError, match="folder"):
            export(filled, form.name, tmp_path, ())
