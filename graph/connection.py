"""The connection: the one place where queries go to the driver and its exceptions become Accord's."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from threading import Lock
from typing import Any, TypeVar

from neo4j import Driver, GraphDatabase, ManagedTransaction, NotificationMinimumSeverity, RoutingControl
from neo4j.exceptions import (
    AuthError,
    ClientError,
    ConfigurationError,
    ConnectionPoolError,
    ConstraintError,
    DriverError,
    IncompleteCommit,
    Neo4jError,
    ServiceUnavailable,
    SessionExpired,
    TransientError,
    UnsupportedServerProduct,
)

from graph.cypher.query import Query
from graph.cypher.words import WordIndex
from graph.errors import (
    QueryRefused,
    SettingError,
    StoreError,
    StoreOutdated,
    StoreRefused,
    StoreUnreachable,
)

T = TypeVar("T")
Row = dict[str, Any]
Watcher = Callable[[str, float], None]
"""Is told an operation, ``read``, ``write`` or ``query``, and how many seconds it took with all its repetitions."""

SCHEMES = tuple(f"{name}{security}://" for name in ("neo4j", "bolt") for security in ("", "+s", "+ssc"))
"""What an address of a Neo4j server starts with: a cluster or one server, plain, secured, or secured by own means."""

RETRY_S = 60.0
"""How long a write is run again while the engine says that others are in its way."""

SERVER_RETRY_S = 60.0
"""How long the driver itself does so, and waits for a server that has gone to come back, before it gives up."""

POOL_SIZE = 100
"""Most connections to one server at a time; who needs one more waits for it."""

ENGINE_RETRY_S = 5.0
"""The same for the embedded engine, which is back sooner, or at another address."""

_REFUSED_CODES = ("Neo.ClientError.Security.AuthenticationRateLimit", "Neo.ClientError.Security.CredentialsExpired")
_NO_DATABASE = "Neo.ClientError.Database.DatabaseNotFound"
_TIMED_OUT = ("TransactionTimedOut", "Terminated", "LockClientStopped")


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where a database is, and who asks."""

    uri: str
    username: str
    password: str


def open_driver(endpoint: Endpoint, retry_s: float = SERVER_RETRY_S, pool_size: int = POOL_SIZE) -> Driver:
    """A driver for `endpoint`, not yet connected; `SettingError` if its address is none."""
    uri = endpoint.uri
    if not uri.startswith(SCHEMES):
        raise SettingError(f"NEO4J_URI: {uri!r} does not start with {', '.join(SCHEMES)}.")
    try:
        return GraphDatabase.driver(
            uri,
            auth=(endpoint.username, endpoint.password) if endpoint.username else None,
            connection_timeout=10,
            max_connection_pool_size=pool_size,
            max_transaction_retry_time=retry_s,
            notifications_min_severity=NotificationMinimumSeverity.OFF,
            telemetry_disabled=True,
            user_agent="accord",
        )
    except (ConfigurationError, ValueError) as error:
        raise SettingError(f"NEO4J_URI: {uri!r} is no address of a Neo4j server ({error}).") from error


class Connection:
    """One database behind one driver. All errors of the driver leave it as `StoreError`.

    `find` says where the database is. With `restarts` it is asked again when nothing answers there any more, and the
    query is run once more: the embedded engine may have been started anew, under another address. Each write is done
    inside of what `turn` gives. The driver runs a transaction again for `retry_s` seconds while its server has gone or
    asks for it. `run_sql` is the embedded engine's way to make what its Cypher cannot.
    """

    def __init__(
        self,
        find: Callable[[], Endpoint],
        database: str,
        *,
        restarts: bool = False,
        turn: Callable[[], AbstractContextManager[None]] = nullcontext,
        retry_s: float = SERVER_RETRY_S,
        pool_size: int = POOL_SIZE,
        run_sql: Callable[[str], None] | None = None,
    ) -> None:
        self._find = find
        self._run_sql = run_sql
        self._retry_s = retry_s
        self._pool_size = pool_size
        self._database = database
        self._restarts = restarts
        self._turn = turn
        self._endpoint = find()
        self._driver = self._open()
        self._reopening = Lock()
        self._watchers: tuple[Watcher, ...] = ()

    @property
    def address(self) -> str:
        """Where the database is."""
        return self._endpoint.uri

    @property
    def database(self) -> str:
        """Its name."""
        return self._database

    def watch(self, watcher: Watcher) -> None:
        """Tells `watcher` of each use from now on."""
        self._watchers = (*self._watchers, watcher)

    @contextmanager
    def timed(self, operation: str) -> Iterator[None]:
        """Tells the watchers how long the block took, whatever came of it."""
        begun = time.perf_counter()
        try:
            yield
        finally:
            for watcher in self._watchers:
                watcher(operation, time.perf_counter() - begun)

    def check(self) -> None:
        """Raises `StoreUnreachable`, `StoreRefused` or `StoreOutdated` if the database cannot be used."""
        info = self.use(lambda driver: driver.get_server_info())
        name, _, version = info.agent.partition("/")
        major = version.partition(".")[0]
        if name == "Neo4j" and major.isdigit() and int(major) < 5:
            raise StoreOutdated(f"{self.address} runs Neo4j {version}; Accord needs Neo4j 5 or later.")

    def read(self, query: Query) -> list[Row]:
        """All rows of a read."""
        with self.timed("read"):
            return self.use(lambda driver: self._read(driver, query))

    def read_together(self, work: Callable[[Callable[[Query], list[Row]]], T]) -> T:
        """What `work` makes of the reads that it is given a function for: all of them in one transaction.

        It is run again as a whole when the engine asks for it.
        """

        def read(transaction: ManagedTransaction) -> T:
            return work(lambda query: transaction.run(query.text, dict(query.parameters)).data())

        with self.timed("read"):
            return self.use(lambda driver: self._read_together(driver, read))

    def define(self, text: str) -> None:
        """Runs one schema command, in a transaction of its own."""
        self.use(lambda driver: driver.execute_query(text, database_=self._database))

    def index_words(self, index: WordIndex) -> None:
        """Makes an index over words, where there is none of its name; returns when it can be asked."""
        if self._run_sql is None:
            for text in index.on_neo4j:
                self.define(text)
        else:
            for text in index.on_engine:
                self._run_sql(text)

    def write(self, work: Callable[[ManagedTransaction], T]) -> T:
        """Runs `work` in one transaction, again as a whole when the engine asks for it."""
        with self.timed("write"), self._turn():
            return self.use(lambda driver: self._write(driver, work))

    def use(self, work: Callable[[Driver], T]) -> T:
        """What `work` makes of the driver."""
        driver = self._driver
        try:
            with self._errors():
                return work(driver)
        except StoreUnreachable:
            if not self._restarts:
                raise
            with self._errors():
                return work(self._reopened(driver))

    def use_once(self, work: Callable[[Driver], T]) -> T:
        """The same, but never twice: for what might be the reason why an engine has gone."""
        with self._errors():
            return work(self._driver)

    def close(self) -> None:
        """Closes all connections."""
        self._driver.close()

    def _read(self, driver: Driver, query: Query) -> list[Row]:
        records, _, _ = driver.execute_query(
            query.text, dict(query.parameters), database_=self._database, routing_=RoutingControl.READ
        )
        return [record.data() for record in records]

    def _read_together(self, driver: Driver, read: Callable[[ManagedTransaction], T]) -> T:
        bookmarks = driver.execute_query_bookmark_manager
        with driver.session(database=self._database, bookmark_manager=bookmarks) as session:
            return session.execute_read(read)

    def _write(self, driver: Driver, work: Callable[[ManagedTransaction], T]) -> T:
        """Does again what the driver does not.

        Two writers that make the same new node at once get a ConstraintError. When the connection is lost in a commit,
        nobody knows whether it was done: `work` writes what is the same when written twice.
        """
        deadline = time.monotonic() + RETRY_S
        while True:
            try:
                bookmarks = driver.execute_query_bookmark_manager  # reads of a cluster see what was written
                with driver.session(database=self._database, bookmark_manager=bookmarks) as session:
                    return session.execute_write(work)
            except (ConstraintError, TransientError, IncompleteCommit):
                if time.monotonic() > deadline:
                    raise
            time.sleep(random.uniform(0.05, 0.2))  # noqa: S311 - so that two writers do not meet again

    def _reopened(self, failed: Driver) -> Driver:
        """A driver for where the database is now, unless another thread has opened one since `failed` did."""
        with self._reopening:
            if self._driver is failed:
                self._endpoint = self._find()
                self._driver = self._open()
                failed.close()
            return self._driver

    def _open(self) -> Driver:
        return open_driver(self._endpoint, self._retry_s, self._pool_size)

    @contextmanager
    def _errors(self) -> Iterator[None]:
        try:
            yield
        except (DriverError, Neo4jError) as error:
            raise translated(error, self.address, self._database) from error


def translated(error: DriverError | Neo4jError, address: str, database: str) -> StoreError:
    """What Accord raises where the driver raises `error`."""
    if isinstance(error, Neo4jError):
        return _server_error(error, address, database)
    if isinstance(error, ServiceUnavailable | SessionExpired | ConnectionPoolError):
        return StoreUnreachable(f"Nothing answers at {address}: {str(error).partition(chr(10))[0]}")
    if isinstance(error, UnsupportedServerProduct):
        return StoreOutdated(f"{address} speaks another protocol: {error}")
    return StoreError(f"{address}: {error}")


def _server_error(error: Neo4jError, address: str, database: str) -> StoreError:
    code, message = error.code or "", error.message or str(error)
    if isinstance(error, AuthError) or code in _REFUSED_CODES:
        return StoreRefused(f"{address} refused the user name or the password: see NEO4J_USERNAME and NEO4J_PASSWORD.")
    if code == _NO_DATABASE:
        return StoreUnreachable(f"{address} has no database {database!r}.")
    if code.rpartition(".")[2] in _TIMED_OUT:
        return QueryRefused(f"The query took too long and was stopped: {message}")
    if isinstance(error, TransientError):
        return StoreUnreachable(f"{address} is too busy now: {message}")
    if isinstance(error, ClientError):
        return QueryRefused(message)
    return StoreError(f"{address}: {message}")
