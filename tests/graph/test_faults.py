"""Servers that die in the middle of an ingest, engines that are killed, processes that write the same at once."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from threading import Barrier, BrokenBarrierError, Thread, Timer
from typing import Any

import pytest
from neo4j import ManagedTransaction

from graph.article import Article
from graph.connection import Connection, Endpoint
from graph.dump import dump
from graph.errors import StoreUnreachable
from graph.reading import Reading
from graph.store import Store, StoreConfig, open_store
from graph.writer import Writer
from tests.database import Database
from tests.graph.samples import random_readings
from tests.graph.writing import CLAIMS
from tests.neo4j.server import Server

KILLS = 20
PER_KILL = 8
LATEST_KILL_S = 0.15
"""As long as a few articles take to write: a kill comes at any moment of one after the first ones are there."""
SEED = 20230907

Readings = list[tuple[Article, Reading]]


@pytest.mark.server
def test_a_server_that_dies_in_the_middle_of_an_ingest(own_server: Server, embedded_database: Database) -> None:
    """What was being written is written when it is back; writing all once more finds nothing lost or doubled."""
    readings = random_readings(40, CLAIMS, seed=1)
    expected = _usual(embedded_database, readings)
    restart = Thread(target=_restart, args=[own_server])

    def dying() -> Iterator[tuple[Article, Reading]]:
        for number, one in enumerate(readings):
            if number == 17:
                restart.start()
            yield one

    with open_store(StoreConfig(uri=own_server.uri, password=own_server.password)) as served:
        with suppress(StoreUnreachable):  # where a restart takes longer than is waited for
            served.writer().write_many(dying(), batch=5)
        restart.join()
        resumed = served.writer().write_many(readings, batch=5)
        assert resumed.unchanged >= 15
        assert dump(served) == expected
        _forget(served, readings)


def test_an_engine_that_is_killed_again_and_again(tmp_path: Path, embedded_database: Database) -> None:
    """After each kill all that was acknowledged is there, each article whole; in the end the graph is the usual one."""
    rng = random.Random(SEED)
    readings = random_readings(KILLS * PER_KILL, CLAIMS, seed=3)
    whole = {own.id: len({claim.id for claim in read.claims}) for own, read in readings}
    acknowledged: set[str] = set()
    with open_store(StoreConfig(home=tmp_path)) as store:
        for kill in range(KILLS):
            part = readings[kill * PER_KILL : (kill + 1) * PER_KILL]
            acknowledged.update(_written_before_a_kill(store, part, rng.randrange(4), rng.uniform(0.0, LATEST_KILL_S)))
            stored = _claims(store)
            assert acknowledged <= stored.keys()
            assert stored == {id_: whole[id_] for id_ in stored}
        assert len(acknowledged) >= KILLS
        store.writer().write_many(readings)
        assert dump(store) == _usual(embedded_database, readings)


def _written_before_a_kill(store: Store, readings: Readings, first: int, after_s: float) -> list[str]:
    """The ids of those articles of which a writer that does not try again heard that they are stored.

    The engine is killed `after_s` seconds after the `first` of them.
    """
    assert store.engine is not None
    engine = store.engine.ensure()
    endpoint = Endpoint(engine.bolt_uri, engine.username, engine.password)
    connection = Connection(lambda: endpoint, store.connection.database, retry_s=0)
    timer = Timer(after_s, os.kill, [engine.pid, signal.SIGKILL])
    heard: list[str] = []
    with suppress(StoreUnreachable):
        for own, read in readings:
            if len(heard) == first:
                timer.start()
            Writer(connection).write(own, read)
            heard.append(own.id)
    timer.join()
    connection.close()
    engine.ensure()
    return heard


def _usual(database: Database, readings: Readings) -> Any:
    """The graph of `readings`, written where nothing goes wrong."""
    with open_store(database.config) as store:
        store.writer().write_many(readings)
        graph = dump(store)
        _forget(store, readings)
    return graph


def _restart(server: Server) -> None:
    server.kill()
    server.start()


def _claims(store: Store) -> dict[str, int]:
    """How many claims there are of each article."""
    rows = store.run_read_only(
        "MATCH (a:Article) OPTIONAL MATCH (c:Claim)-[:STATED_IN]->(a) RETURN a.id AS id, count(c) AS claims"
    ).rows
    return {row["id"]: row["claims"] for row in rows}


def test_two_processes_that_write_the_same_at_once(store: Store, store_config: StoreConfig) -> None:
    readings = random_readings(24, CLAIMS, seed=9)
    store.writer().write_many(readings)
    expected = dump(store)
    _forget(store, readings)
    settings = json.dumps(asdict(store_config), default=str)
    command = [sys.executable, "-m", "tests.graph.writing", settings]
    writers = [
        subprocess.Popen([*command, str(seed), str(len(readings)), "3"], stdin=subprocess.PIPE, stderr=subprocess.PIPE)
        for seed in (1, 2)
    ]
    with ThreadPoolExecutor(2) as pool:
        said = [errors for _, errors in pool.map(lambda writer: writer.communicate(), writers)]
    assert [writer.returncode for writer in writers] == [0, 0], said
    assert dump(store) == expected


def test_writers_in_each_other_s_way_both_get_through(store: Store, store_config: StoreConfig) -> None:
    """Each holds what the other needs: the engine stops one, which is run again as a whole."""
    store.connection.define("UNWIND ['x', 'y'] AS id CREATE (:Crossing {id: id, times: 0})")
    endpoint = _endpoint(store, store_config)
    barrier = Barrier(2)
    tries: list[str] = []

    def cross(first: str, second: str) -> None:
        def work(transaction: ManagedTransaction) -> None:
            tries.append(first)
            _add(transaction, first)
            with suppress(BrokenBarrierError):  # the other is through already
                barrier.wait(5)
            _add(transaction, second)

        connection = Connection(lambda: endpoint, store.connection.database)
        connection.write(work)
        connection.close()

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(cross, "xy", "yx"))
    rows = store.run_read_only("MATCH (n:Crossing) RETURN n.times AS times").rows
    assert [row["times"] for row in rows] == [2, 2]
    assert len(tries) > 2


def _endpoint(store: Store, config: StoreConfig) -> Endpoint:
    if store.engine:
        return Endpoint(store.engine.bolt_uri, store.engine.username, store.engine.password)
    return Endpoint(store.address, config.username, config.password)


def _add(transaction: ManagedTransaction, id_: str) -> None:
    transaction.run("MATCH (n:Crossing {id: $id}) SET n.times = n.times + 1", id=id_).consume()


def _forget(store: Store, readings: Sequence[tuple[Article, Reading]]) -> None:
    for own, _ in readings:
        store.writer().forget(own.id)
