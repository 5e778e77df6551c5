"""Somebody's own Cypher: run so that it can only read, in bounded time and rows, as plain values."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice
from threading import Timer
from typing import Any
from uuid import uuid4

from neo4j import READ_ACCESS, Driver
from neo4j import Query as TimedQuery
from neo4j.graph import Node, Path, Relationship

from graph.connection import Connection
from graph.cypher.query import Query
from graph.errors import QueryRefused

SHOW = "SHOW TRANSACTIONS"
TERMINATE = "TERMINATE TRANSACTIONS $id"


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows of plain JSON values under `columns`; `truncated` if there were more than the limit."""

    columns: tuple[str, ...]
    rows: tuple[dict[str, Any], ...]
    truncated: bool


class ReadOnly:
    """Runs queries on a connection that may only read: by its user's rights (embedded) or by its mode (Neo4j).

    `warden` may end transactions, for an engine that takes no time limit from a client.
    """

    def __init__(self, connection: Connection, warden: Connection | None = None) -> None:
        self._connection = connection
        self._warden = warden

    def run(self, cypher: str, parameters: Mapping[str, Any], limit: int, timeout_s: float) -> Rows:
        """At most `limit` rows; see `Store.run_read_only`."""
        mark = f"/* {uuid4().hex} */"
        timer = Timer(timeout_s, self._terminate, [mark]) if self._warden else None
        if timer:
            timer.daemon = True
            timer.start()
        try:
            query = TimedQuery(f"{cypher}\n{mark}" if timer else cypher, timeout=timeout_s)
            return self._connection.use(lambda driver: self._run(driver, query, parameters, limit))
        except (OverflowError, RecursionError, TypeError, ValueError) as error:  # what Bolt has no form for
            raise QueryRefused(f"A parameter cannot be sent: {error}") from error
        finally:
            if timer:
                timer.cancel()

    def close(self) -> None:
        """Closes the reader's connections where they are its own."""
        if self._warden:
            self._connection.close()

    def _run(self, driver: Driver, query: TimedQuery, parameters: Mapping[str, Any], limit: int) -> Rows:
        with driver.session(
            database=self._connection.database, default_access_mode=READ_ACCESS, fetch_size=min(limit + 1, 1000)
        ) as session:
            result = session.run(query, dict(parameters))
            columns = tuple(result.keys())
            records = list(islice(result, limit + 1))
            rows = tuple({name: plain(record[name]) for name in columns} for record in records[:limit])
        return Rows(columns, rows, len(records) > limit)

    def _terminate(self, mark: str) -> None:
        """Ends the transaction whose query carries `mark`."""
        if not self._warden:
            return
        for row in self._warden.read(Query(SHOW)):
            if mark in (row.get("currentQuery") or ""):
                self._warden.read(Query(TERMINATE, {"id": row["transactionId"]}))


def plain(value: Any) -> Any:
    """A value of the driver as JSON values: nodes, relationships and paths as objects, times as ISO 8601 texts."""
    if isinstance(value, Node):
        return {"labels": sorted(value.labels), "properties": plain(dict(value))}
    if isinstance(value, Relationship):
        ends = [node.get("id") if node is not None else None for node in value.nodes]
        return {"type": value.type, "start": ends[0], "end": ends[1], "properties": plain(dict(value))}
    if isinstance(value, Path):
        return {"nodes": [plain(n) for n in value.nodes], "relationships": [plain(r) for r in value.relationships]}
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [plain(item) for item in value]
    if isinstance(value, bytes | bytearray):
        return b64encode(value).decode()
    if value is None or isinstance(value, str | bool | int | float):
        return value
    iso_format = getattr(value, "iso_format", None) or getattr(value, "isoformat", None)
    return iso_format() if iso_format else str(value)
