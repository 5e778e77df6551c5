from __future__ import annotations

import pytest

from graph.store import StoreConfig
from tests.database import Database, NotOurs


def test_a_store_config_is_of_an_empty_graph(store_config: StoreConfig, request: pytest.FixtureRequest) -> None:
    database = _behind(store_config, request)
    assert database.run("MATCH (n) WHERE NOT n:AccordTest RETURN n") == []


def test_what_is_not_ours_is_not_touched(embedded_database: Database) -> None:
    embedded_database.empty()
    embedded_database.run("MATCH (n:AccordTest) DELETE n")
    embedded_database.run("CREATE (:Precious)")
    with pytest.raises(NotOurs, match="1 nodes"):
        embedded_database.claim()
    assert len(embedded_database.run("MATCH (n) RETURN n")) == 1
    embedded_database.run("MATCH (n:Precious) DELETE n")
    embedded_database.claim()


def test_what_is_ours_is_claimed_again_after_a_crash(embedded_database: Database) -> None:
    embedded_database.run("CREATE (:LeftByACrash)")
    embedded_database.claim()
    embedded_database.empty()
    assert len(embedded_database.run("MATCH (n) RETURN n")) == 1


def _behind(config: StoreConfig, request: pytest.FixtureRequest) -> Database:
    database: Database = request.getfixturevalue("server_database" if config.uri else "embedded_database")
    return database
