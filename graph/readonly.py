"""Somebody's own Cypher: run so that it can only read, in bounded time and rows, as plain values."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from threading import Event, Thread
from time import monotonic
from typing import Any
from uuid import uuid4

from neo4j import READ_ACCESS, Driver, Result
from neo4j import Query as TimedQuery
from neo4j.exceptions import Neo4jError
from neo4j.graph import Node, Path, Relationship

from graph.connection import Connection
from graph.cypher.query import Query
from graph.errors import QueryRefused, StoreError, StoreUnreachable
from graph.permitted import check_permitted

SHOW = "SHOW TRANSACTIONS"
TERMINATE = "TERMINATE TRANSACTIONS $id"

AGAIN_S = 0.5
"""After so long a query that was to be ended and goes on is ended again."""

_SHOWN = 500
"""Characters of a query that an engine surely shows to who looks for it."""


_FETCHED = 100
"""Rows that the driver fetches at one time: each may hold the whole text of an article."""

Sink = Callable[[dict[str, Any]], bool]
"""Takes a row of plain JSON values; False if it does not, and no more are wanted. It may raise QueryRefused."""


@dataclass(frozen=True, slots=True)
class Ended:
    """How a query ended: under which columns, how many rows were taken, and whether there were more."""

    columns: tuple[str, ...]
    rows: int
    truncated: bool


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows of plain JSON values under `columns`; `truncated` if there were more than the limit."""

    columns: tuple[str, ...]
    rows: tuple[dict[str, Any], ...]
    truncated: bool


class ReadOnly:
    """Runs queries on a connection that may only read: by its user's rights (embedded) or by its mode (Neo4j).

    An `own` connection is of a user of whom all queries come from here. It takes no time limit from a client, so a
    second session of that user ends what takes too long.
    """

    def __init__(self, connection: Connection, *, own: bool = False) -> None:
        self._connection = connection
        self._own = own

    def each(self, cypher: str, parameters: Mapping[str, Any], limit: int, timeout_s: float, sink: Sink) -> Ended:
        """Gives at most `limit` rows to `sink`; see `Store.run_read_only`."""
        check_permitted(cypher)
        self._connection.use(lambda driver: driver.verify_connectivity())  # an engine that has gone is started again
        started = monotonic()
        try:
            return self._connection.use_once(
                lambda driver: self._run(driver, cypher, parameters, limit, timeout_s, sink)
            )
        except (OverflowError, RecursionError, TypeError, ValueError) as error:  # what Bolt has no form for
            raise QueryRefused(f"A parameter cannot be sent: {error}") from error
        except StoreUnreachable as error:
            raise QueryRefused(f"The engine broke off in this query, which may be too much for it: {error}") from error
        except StoreError as error:
            if monotonic() - started >= timeout_s:
                raise QueryRefused(f"The query was stopped after {timeout_s:g} s (ACCORD_QUERY_SECONDS).") from error
            if type(error) is StoreError:  # what an engine cannot do with the query, and has no name for
                raise QueryRefused(str(error)) from error
            raise

    def close(self) -> None:
        """Closes the reader's connections where they are its own."""
        if self._own:
            self._connection.close()

    def _run(
        self, driver: Driver, cypher: str, parameters: Mapping[str, Any], limit: int, timeout_s: float, sink: Sink
    ) -> Ended:
        mark = f"/* {uuid4().hex} */" if self._own else ""
        text = f"{cypher}\n{mark}" if len(cypher) < _SHOWN else f"{mark} {cypher}"
        with (
            self._limited(mark, timeout_s),
            driver.session(
                database=self._connection.database, default_access_mode=READ_ACCESS, fetch_size=min(limit + 1, _FETCHED)
            ) as session,
        ):
            result = session.run(TimedQuery(text, timeout=timeout_s), dict(parameters))
            columns, taken, truncated = tuple(result.keys()), 0, False
            try:
                for record in result:
                    truncated = taken == limit or not sink({name: plain(record[name]) for name in columns})
                    if truncated:
                        break
                    taken += 1
            except QueryRefused:
                self._leave(mark, result)
                raise
            if truncated:
                self._leave(mark, result)
        return Ended(columns, taken, truncated)

    def _leave(self, mark: str, result: Result) -> None:
        """Ends a query of which no more rows are wanted, else the engine makes the others, for nobody."""
        if self._own:
            self._terminate(mark)
            with suppress(Neo4jError):
                result.consume()

    @contextmanager
    def _limited(self, mark: str, timeout_s: float) -> Iterator[None]:
        """Ends the query with `mark` after `timeout_s`, unless it has ended."""
        ended = Event()

        def end() -> None:
            wait = timeout_s
            while not ended.wait(wait):
                with suppress(StoreError):
                    self._terminate(mark)
                wait = AGAIN_S

        if self._own:
            Thread(target=end, daemon=True).start()
        try:
            yield
        finally:
            ended.set()

    def _terminate(self, mark: str) -> None:
        """Ends the transaction whose query carries `mark`."""
        for row in self._connection.read(Query(SHOW)):
            if mark in (row.get("currentQuery") or ""):
                self._connection.read(Query(TERMINATE, {"id": row["transactionId"]}))


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
