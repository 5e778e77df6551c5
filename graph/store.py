"""The store: the graph on a Neo4j server, or on the embedded engine where none is set."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import networkx as nx

from graph.connection import ENGINE_RETRY_S, POOL_SIZE, SERVER_RETRY_S, Connection, Endpoint, Watcher
from graph.engine import DATABASE, Engine
from graph.erasure import ScreenedWriter
from graph.errors import SettingError
from graph.everything import select
from graph.network import to_networkx
from graph.readonly import Ended, ReadOnly, Rows, Sink
from graph.schema import ensure_schema
from graph.turn import turn
from graph.view import View
from graph.writer import Writer


@dataclass(frozen=True, slots=True)
class StoreConfig:
    """Where the graph is: at `uri`, or with no `uri` on the embedded engine in the folder `home`.

    `database` and the credentials are of the server at `uri`; the embedded engine has its own. `heap` is the embedded
    engine's (``2g``); None: by the size of the graph.
    """

    uri: str | None = None
    username: str = "neo4j"
    password: str = ""
    database: str = "neo4j"
    home: Path | None = None
    heap: str | None = None
    retry_s: float = SERVER_RETRY_S
    pool_size: int = POOL_SIZE


class Store:
    """An open graph. Close it, or use it in a ``with``: the embedded engine stops with its last user."""

    def __init__(self, connection: Connection, read_only: ReadOnly, engine: Engine | None) -> None:
        self._connection = connection
        self._read_only = read_only
        self._engine = engine

    @property
    def address(self) -> str:
        """What a Neo4j Browser connects to."""
        return self._connection.address

    @property
    def engine(self) -> Engine | None:
        """The embedded engine, with its credentials; None on a server."""
        return self._engine

    @property
    def connection(self) -> Connection:
        """For code in `graph` that brings its own queries."""
        return self._connection

    def writer(self) -> Writer:
        """The write side; it blacks out people who were erased."""
        return ScreenedWriter(self._connection)

    def view(self) -> View:
        """The read side."""
        return View(self._connection)

    def to_networkx(self, actors: Sequence[str] = (), *, reference: bool = False) -> nx.MultiDiGraph[str]:
        """The projected graph, whole or of some actors, for analysis: see `graph.network` and `graph.measure`."""
        return to_networkx(self, reference=reference, selection=select(self, actors))

    def run_read_only(
        self, cypher: str, parameters: dict[str, Any] | None = None, limit: int = 1000, timeout_s: float = 30.0
    ) -> Rows:
        """At most `limit` rows of somebody's own query; `QueryRefused` if it writes, is wrong or takes too long."""
        rows: list[dict[str, Any]] = []

        def keep(row: dict[str, Any]) -> bool:
            rows.append(row)
            return True

        ended = self.each_read_only(keep, cypher, parameters, limit, timeout_s)
        return Rows(ended.columns, tuple(rows), ended.truncated)

    def each_read_only(
        self,
        sink: Sink,
        cypher: str,
        parameters: dict[str, Any] | None = None,
        limit: int = 1000,
        timeout_s: float = 30.0,
    ) -> Ended:
        """The same, each row to `sink` as it comes; the time that `sink` takes is of the query's."""
        with self._connection.timed("query"):
            return self._read_only.each(cypher, parameters or {}, limit, timeout_s, sink)

    def watch(self, watcher: Watcher) -> None:
        """Tells `watcher` of each use of the graph from now on."""
        self._connection.watch(watcher)

    def close(self) -> None:
        """Closes all connections; the last user's stops the embedded engine."""
        self._read_only.close()
        self._connection.close()
        if self._engine:
            self._engine.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def open_store(config: StoreConfig) -> Store:
    """Connects, and makes the schema and the reference data what this version needs.

    Raises `StoreUnreachable`, `StoreRefused`, `StoreOutdated`, or `SettingError` where neither `uri` nor `home` is set.
    """
    store = connect(config)
    try:
        ensure_schema(store.connection)
    except BaseException:
        store.close()
        raise
    return store


def connect(config: StoreConfig) -> Store:
    """Connects, whatever version the graph has; raises as `open_store` does."""
    if config.uri:
        store = _on_server(config, config.uri)
    elif config.home:
        store = _embedded(config.home, config.heap)
    else:
        raise SettingError("Neither NEO4J_URI nor a folder for the embedded engine is set.")
    try:
        store.connection.check()
    except BaseException:
        store.close()
        raise
    return store


def _on_server(config: StoreConfig, uri: str) -> Store:
    endpoint = Endpoint(uri, config.username, config.password)
    connection = Connection(lambda: endpoint, config.database, retry_s=config.retry_s, pool_size=config.pool_size)
    return Store(connection, ReadOnly(connection), None)


def _embedded(home: Path, heap: str | None) -> Store:
    engine = Engine.start_or_join(home, heap=heap)

    def writer() -> Endpoint:
        running = engine.ensure()
        return Endpoint(running.bolt_uri, running.username, running.password)

    def reader() -> Endpoint:
        running = engine.ensure()
        return Endpoint(running.bolt_uri, running.reader_username, running.reader_password)

    try:
        lock = home.expanduser().resolve() / "writers.lock"
        connection = Connection(
            writer, DATABASE, restarts=True, turn=lambda: turn(lock), retry_s=ENGINE_RETRY_S, run_sql=engine.run_sql
        )
        read_only = ReadOnly(Connection(reader, DATABASE, restarts=True, retry_s=ENGINE_RETRY_S), own=True)
    except BaseException:
        engine.close()
        raise
    return Store(connection, read_only, engine)
