"""Opening a store, what can be wrong with it, and queries that may only read."""

from __future__ import annotations

import socket
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from graph.errors import QueryRefused, SettingError, StoreOutdated, StoreRefused, StoreUnreachable
from graph.readonly import Rows
from graph.store import Store, StoreConfig, open_store
from graph.vocabulary import bodies
from tests.graph.samples import article, claim, energy, reading


def test_nothing_is_set() -> None:
    with pytest.raises(SettingError, match="NEO4J_URI"):
        open_store(StoreConfig())


@pytest.mark.parametrize("uri", ["http://127.0.0.1:7474", "no address", "bolt+s+s://x"])
def test_an_address_that_is_none(uri: str) -> None:
    with pytest.raises(SettingError, match="NEO4J_URI"):
        open_store(StoreConfig(uri=uri))


def test_nobody_listens() -> None:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        uri = f"bolt://127.0.0.1:{held.getsockname()[1]}"
        with pytest.raises(StoreUnreachable, match=uri):
            open_store(StoreConfig(uri=uri))


def test_a_wrong_password(store_config: StoreConfig) -> None:
    with open_store(store_config) as store, pytest.raises(StoreRefused, match="password"):
        open_store(StoreConfig(uri=store.address, password="not-the-password"))


def test_an_address_that_routes(store_config: StoreConfig) -> None:
    with open_store(store_config) as store:
        engine = store.engine
        password = engine.password if engine else store_config.password
        with open_store(StoreConfig(uri=store.address.replace("bolt://", "neo4j://"), password=password)) as routed:
            assert routed.view().counts() == store.view().counts()


def test_an_address_that_is_not_secured(store_config: StoreConfig) -> None:
    with open_store(store_config) as store, pytest.raises(StoreUnreachable, match="Nothing answers"):
        open_store(StoreConfig(uri=store.address.replace("bolt://", "bolt+s://"), password="any"))


def test_a_database_that_is_not_there(store_config: StoreConfig) -> None:
    if store_config.uri is None:
        pytest.skip("the embedded engine has one database, which it makes itself")
    with pytest.raises(StoreUnreachable, match="no database 'nowhere'"):
        open_store(replace(store_config, database="nowhere"))


def test_the_schema_is_made_once(store_config: StoreConfig) -> None:
    with open_store(store_config) as store:
        first = store.run_read_only("MATCH (s:Schema) RETURN properties(s) AS schema")
    with open_store(store_config) as store:
        assert store.run_read_only("MATCH (s:Schema) RETURN properties(s) AS schema") == first
        assert store.view().counts()["countries"] > 240


def test_reference_data_is_brought_up_to_date(store: Store, store_config: StoreConfig) -> None:
    store.connection.define("MATCH (c:Country {id: 'JPN'}) SET c.name = 'Nippon'")
    store.connection.define("MATCH (s:Schema) SET s.reference = 'of another version'")
    with open_store(store_config) as again:
        assert again.run_read_only("MATCH (c:Country {id: 'JPN'}) RETURN c.name AS name").rows == ({"name": "Japan"},)
        twice = "MATCH (c)-[m:MEMBER_OF]->(o) WITH c, o, m.since AS since, count(m) AS n WHERE n > 1 RETURN c.id, o.id"
        assert again.run_read_only(twice).rows == ()


def test_two_who_open_a_new_graph_at_once(store_config: StoreConfig) -> None:
    def reference() -> int:
        with open_store(store_config) as store:
            rows = store.run_read_only("MATCH (:Country)-[m:MEMBER_OF]->(:Organization) RETURN count(m) AS n").rows
            return int(rows[0]["n"])

    expected = sum(1 for body in bodies() for _ in body.members)
    with ThreadPoolExecutor(2) as pool:
        assert {future.result() for future in [pool.submit(reference), pool.submit(reference)]} == {expected}


def test_an_emptied_graph_is_not_written_to(store: Store) -> None:
    store.connection.define("MATCH (s:Schema) DETACH DELETE s")
    own = article("a")
    with pytest.raises(StoreOutdated):
        store.writer().write(own, reading(own, claim(own, energy())))


@pytest.mark.parametrize("version", [0, 99])
def test_a_graph_of_another_version_is_left_alone(store: Store, store_config: StoreConfig, version: int) -> None:
    store.connection.define(f"MATCH (s:Schema) SET s.version = {version}")
    with pytest.raises(StoreOutdated, match=str(version)):
        open_store(store_config)


@pytest.mark.parametrize(
    "query",
    [
        "CREATE (:Country {id: 'XXX'})",
        "MERGE (:Country {id: 'XXX'})",
        "MATCH (c:Country {id: 'JPN'}) SET c.name = 'x'",
        "MATCH (c:Country {id: 'JPN'}) DETACH DELETE c",
        "MATCH (c:Country {id: 'JPN'}) REMOVE c.name",
        "CREATE INDEX nonsense FOR (n:Country) ON (n.nonsense)",
        "DROP CONSTRAINT actor_id",
        "MATCH (c:Country {id: 'JPN'}) CALL (c) { SET c.name = 'x' } RETURN c",
        "LOAD CSV FROM 'file:///etc/passwd' AS row CREATE (:Country {id: row[0]})",
    ],
)
def test_a_read_cannot_write(store: Store, query: str) -> None:
    with pytest.raises(QueryRefused):
        store.run_read_only(query)
    assert store.run_read_only("MATCH (c:Country {id: 'JPN'}) RETURN c.name AS name").rows == ({"name": "Japan"},)


def test_a_read_that_is_no_cypher(store: Store) -> None:
    with pytest.raises(QueryRefused):
        store.run_read_only("SELECT * FROM Country")


def test_a_read_without_its_parameter(store: Store) -> None:
    with pytest.raises(QueryRefused):
        store.run_read_only("MATCH (c:Country {id: $id}) RETURN c.name AS name")


def test_rows_are_limited_and_say_so(store: Store) -> None:
    cypher = "UNWIND range(1, $n) AS x RETURN x"
    assert store.run_read_only(cypher, {"n": 3}, limit=3) == Rows(("x",), ({"x": 1}, {"x": 2}, {"x": 3}), False)
    assert store.run_read_only(cypher, {"n": 4}, limit=3).truncated


def test_a_read_that_takes_too_long_is_stopped(store: Store) -> None:
    endless = (
        "UNWIND range(1, 1000000) AS a UNWIND range(1, 100000) AS b WITH a, b WHERE a * b < 0 RETURN count(*) AS n"
    )
    with pytest.raises(QueryRefused):
        store.run_read_only(endless, timeout_s=1)
    assert store.run_read_only("RETURN 1 AS x").rows == ({"x": 1},)


def test_graph_values_are_plain(store: Store) -> None:
    own = article("a")
    store.writer().write(own, reading(own, claim(own, energy())))
    found = store.run_read_only(
        "MATCH path = (d:Dyad)-[edge:COOPERATES_IN]->(s:Sector) RETURN d, edge, path, [s.id] AS ids, {a: 1} AS map"
    ).rows[0]
    assert found["d"] == {"labels": ["Dyad"], "properties": {"id": "IDN-JPN", "name": "Indonesia–Japan"}}
    assert (found["edge"]["type"], found["edge"]["properties"]["status"]) == ("COOPERATES_IN", "active")
    assert (found["edge"]["start"], found["edge"]["end"]) == ("IDN-JPN", "energy")
    assert [node["labels"] for node in found["path"]["nodes"]] == [["Dyad"], ["Sector"]]
    assert (found["ids"], found["map"]) == (["energy"], {"a": 1})


def test_times_are_texts(store: Store) -> None:
    found = store.run_read_only("RETURN date('2023-09-07') AS d, datetime('2023-09-07T10:00:00Z') AS t").rows[0]
    assert found["d"] == "2023-09-07"
    assert found["t"].startswith("2023-09-07T10:00:00")


def test_a_closed_store_lets_another_in(store_config: StoreConfig) -> None:
    with open_store(store_config) as store:
        address = store.address
    assert address.startswith(("bolt://", "neo4j://"))
    with open_store(store_config) as store:
        assert store.view().counts()["articles"] == 0
