from __future__ import annotations

from pathlib import Path

import pytest

import graph.migrate as migration
from graph.backup import inspect
from graph.cypher import Query
from graph.dump import dump
from graph.errors import StoreOutdated
from graph.migrate import migrate
from graph.schema import UNFINISHED, VERSION
from graph.store import StoreConfig, connect, open_store
from tests.graph.samples import random_readings

READINGS = random_readings(6, 12, seed=31)
FORMER = (
    "CREATE CONSTRAINT name_id IF NOT EXISTS FOR (n:Name) REQUIRE n.id IS UNIQUE",
    "CREATE INDEX name_scope IF NOT EXISTS FOR (n:Name) ON (n.scope)",
    "CREATE INDEX leader_actor IF NOT EXISTS FOR (n:Leader) ON (n.actor)",
)
"""As version 2 had them."""


def run(config: StoreConfig, text: str, **parameters: object) -> None:
    with connect(config) as store:
        store.connection.write(lambda transaction: transaction.run(text, parameters).consume())


def as_of_version(config: StoreConfig, version: int) -> dict[str, list[str]]:
    """Stores articles, and makes the graph look as if another version had; gives what it was before."""
    with open_store(config) as store:
        store.writer().write_many(READINGS)
        written = dump(store)
    run(config, "MATCH (schema:Schema) SET schema.version = $version", version=version)
    run(config, "MATCH (fact:Cooperation) SET fact.status = 'unheard of'")
    run(config, "CREATE (:Name {id: 'leader:IDN:joko widodo', scope: 'leader:IDN'})")
    with connect(config) as store:
        for command in FORMER:
            store.connection.define(command)
    return written


def left_of_former(config: StoreConfig) -> tuple[int, set[str]]:
    """How many nodes there are of a label of an older version, and which of its constraints and indexes."""
    with connect(config) as store:
        names = store.connection.read(Query("MATCH (name:Name) RETURN count(name) AS names"))[0]["names"]
        commands = ("SHOW CONSTRAINTS YIELD name", "SHOW INDEXES YIELD name")
        schema = {row["name"] for command in commands for row in store.connection.read(Query(command))}
    return names, schema & {"name_id", "name_scope", "leader_actor"}


def test_an_older_graph_says_what_to_do_and_is_made_anew(store_config: StoreConfig, tmp_path: Path) -> None:
    written = as_of_version(store_config, VERSION - 1 or -1)
    with pytest.raises(StoreOutdated, match="accord migrate"):
        open_store(store_config)
    done = migrate(store_config, tmp_path / "kept" / "x.jsonl.gz")
    assert done is not None
    assert (done.articles, done.backup) == (6, tmp_path / "kept" / "x.jsonl.gz")
    with open_store(store_config) as store:
        assert dump(store) == written
    assert left_of_former(store_config) == (0, set())
    assert inspect(done.backup).articles == 6
    assert migrate(store_config, tmp_path / "y") is None


def test_a_newer_graph_says_what_to_do_and_is_left_alone(store_config: StoreConfig, tmp_path: Path) -> None:
    as_of_version(store_config, VERSION + 1)
    with connect(store_config) as store:
        before = dump(store)
    for opening in (lambda: open_store(store_config), lambda: migrate(store_config, tmp_path / "x")):
        with pytest.raises(StoreOutdated, match="newer than this program"):
            opening()
    with connect(store_config) as store:
        assert dump(store) == before


def test_nothing_to_do_for_a_graph_that_is_new(store_config: StoreConfig, tmp_path: Path) -> None:
    assert migrate(store_config, tmp_path / "x") is None
    with open_store(store_config):
        assert migrate(store_config, tmp_path / "x") is None
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("step", ["_empty", "make_schema", "restore"])
def test_an_interrupted_migration_is_finished_from_its_own_backup(
    step: str, store_config: StoreConfig, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = as_of_version(store_config, VERSION - 1 or -1)

    def stop(*arguments: object, **options: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(migration, step, stop)
        with pytest.raises(KeyboardInterrupt):
            migrate(store_config, tmp_path / "first")
    with pytest.raises(StoreOutdated, match="interrupted"):
        open_store(store_config)
    done = migrate(store_config, tmp_path / "second")
    assert done is not None
    assert done.backup == (tmp_path / "first").resolve()
    assert not (tmp_path / "second").exists()
    with open_store(store_config) as store:
        assert dump(store) == written
    assert UNFINISHED not in {VERSION, VERSION - 1 or -1}
