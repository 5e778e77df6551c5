"""Attacks by somebody's own query, on each engine: each is refused or stopped, and the engine answers afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from time import monotonic
from typing import Any

import pytest

from graph.errors import QueryRefused
from graph.store import Store, StoreConfig, open_store

LIMIT_S = 1.0
SLACK_S = 20.0
"""More than an engine on a busy machine takes to stop, and less than the engine's own limit of a minute."""


@pytest.fixture(autouse=True)
def unharmed(store: Store) -> Iterator[None]:
    """Nothing was written, and the next query is answered."""
    count = "MATCH (n) RETURN count(n) AS n"
    before = store.run_read_only(count).rows
    yield
    assert store.run_read_only(count).rows == before


@pytest.mark.parametrize(
    "query",
    [
        "CREATE (:X)",
        "MATCH (c:Country) DETACH DELETE c",
        "MATCH (c:Country) CALL (c) { DETACH DELETE c } IN TRANSACTIONS RETURN 1 AS x",
        "UNWIND [1] AS x FOREACH (y IN [1] | CREATE (:X)) RETURN x",
        "CREATE USER eve SET PASSWORD 'secret-word'",
        "SHOW USERS",
        "SHOW TRANSACTIONS",
        "TERMINATE TRANSACTIONS 'neo4j-transaction-1'",
        "CALL dbms.listConfig()",
        "CALL apoc.load.json('file:///etc/passwd')",
        "LOAD CSV FROM 'file:///etc/passwd' AS row RETURN row",
        "LOAD CSV FROM 'http://127.0.0.1:9/x.csv' AS row RETURN row",
        "RETURN 1 /",
        "RETURN nothing.of.that.name()",
    ],
)
def test_refused(store: Store, query: str) -> None:
    with pytest.raises(QueryRefused):
        store.run_read_only(query)


@pytest.mark.parametrize(
    "query",
    [
        "UNWIND range(1, 3000000) AS a UNWIND range(1, 3000000) AS b WITH a, b WHERE a * b < 0 RETURN count(*) AS n",
        "UNWIND range(1, 3000000) AS a UNWIND range(1, 300) AS b RETURN a, b ORDER BY a * b",
        "MATCH (a:Actor), (b:Actor), (c:Actor), (d:Actor) WHERE a.name + b.name + c.name + d.name = 'x' RETURN a",
        "MATCH p = (a)-[*1..15]-(b) RETURN count(p) AS n",
        "UNWIND range(1, 10000000) AS a UNWIND range(1, 10000000) AS b WITH a, b WHERE a * b < 0 RETURN count(*) AS n",
    ],
)
def test_stopped_in_time(store: Store, query: str) -> None:
    started = monotonic()
    with pytest.raises(QueryRefused):
        store.run_read_only(query, timeout_s=LIMIT_S)
    assert monotonic() - started < LIMIT_S + SLACK_S


def test_a_long_query_is_stopped_too(store: Store) -> None:
    query = "UNWIND range(1, 3000000) AS a UNWIND range(1, 3000000) AS b WITH a, b WHERE a * b < 0 RETURN count(*) AS n"
    started = monotonic()
    with pytest.raises(QueryRefused):
        store.run_read_only(f"{query} // {'x' * 15_000}", timeout_s=LIMIT_S)
    assert monotonic() - started < LIMIT_S + SLACK_S


def test_of_endless_rows_the_first_come_at_once(store: Store) -> None:
    query = "UNWIND range(1, 3000000) AS a UNWIND range(1, 3000000) AS b RETURN a"
    started = monotonic()
    found = store.run_read_only(query, limit=10)
    assert (len(found.rows), found.truncated) == (10, True)
    assert monotonic() - started < SLACK_S


def test_what_is_not_wanted_is_not_made(store: Store) -> None:
    query = "UNWIND range(1, 3000000) AS a UNWIND range(1, 3000000) AS b RETURN a"

    def refuse(row: dict[str, Any]) -> bool:
        raise QueryRefused(f"no more than {row}")

    started = monotonic()
    assert store.each_read_only(lambda row: False, query).rows == 0
    with pytest.raises(QueryRefused, match="no more than"):
        store.each_read_only(refuse, query)
    assert monotonic() - started < 2 * SLACK_S


def test_a_hundred_million_rows_are_refused_or_cut(store: Store) -> None:
    try:
        assert store.run_read_only("UNWIND range(1, 100000000) AS x RETURN x", limit=10).truncated
    except QueryRefused as error:
        assert "range" in str(error)


def test_what_takes_all_memory_ends_the_query_and_not_the_graph(tmp_path: Path) -> None:
    with open_store(StoreConfig(home=tmp_path, heap="256m")) as own:
        expected = own.run_read_only("MATCH (c:Country) RETURN count(c) AS n").rows
        with pytest.raises(QueryRefused):
            own.run_read_only("RETURN size(reduce(s = [1, 2, 3, 4], x IN range(1, 40) | s + s)) AS n", timeout_s=30)
        assert own.run_read_only("MATCH (c:Country) RETURN count(c) AS n").rows == expected
