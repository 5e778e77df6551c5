"""The connection: the one place where queries go to the driver and its exceptions become Accord's."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

from neo4j import Driver, GraphDatabase, ManagedTransaction, NotificationMinimumSeverity, RoutingControl
from neo4j.exceptions import (
    AuthError,
    ClientError,
    ConfigurationError,
    ConnectionPoolError,
    ConstraintError,
    DriverError,
    Neo4jError,
    ServiceUnavailable,
    SessionExpired,
    TransientError,
    UnsupportedServerProduct,
)

from graph.cypher.query import Query
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

SCHEMES = tuple(f"{name}{security}://" for name in ("neo4j", "bolt") for security in ("", "+s", "+ssc"))
"""What an address of a Neo4j server starts with: a cluster or one server, plain, secured, or secured by own means."""

CONSTRAINT_RETRIES = 5
"""Two writers that make the same new node at once: one gets this error, which the driver does not retry."""

_REFUSED_CODES = ("Neo.ClientError.Security.AuthenticationRateLimit", "Neo.ClientError.Security.CredentialsExpired")
_NO_DATABASE = "Neo.ClientError.Database.DatabaseNotFound"
_TIMED_OUT = ("TransactionTimedOut", "Terminated", "LockClientStopped")


def open_driver(uri: str, username: str, password: str) -> Driver:
    """A driver for `uri`, not yet connected; `SettingError` if the address is none."""
    if not uri.startswith(SCHEMES):
        raise SettingError(f"NEO4J_URI: {uri!r} does not start with {', '.join(SCHEMES)}.")
    try:
        return GraphDatabase.driver(
            uri,
            auth=(username, password) if username else None,
            connection_timeout=10,
            notifications_min_severity=NotificationMinimumSeverity.OFF,
            telemetry_disabled=True,
            user_agent="accord",
        )
    except (ConfigurationError, ValueError) as error:
        raise SettingError(f"NEO4J_URI: {uri!r} is no address of a Neo4j server ({error}).") from error


class Connection:
    """One database behind one driver. All errors of the driver leave it as `StoreError`."""

    def __init__(self, driver: Driver, database: str, address: str) -> None:
        self._driver = driver
        self._database = database
        self.address = address

    @property
    def driver(self) -> Driver:
        """For what goes beyond queries in one transaction."""
        return self._driver

    @property
    def database(self) -> str:
        """The name of the database."""
        return self._database

    def check(self) -> None:
        """Raises `StoreUnreachable`, `StoreRefused` or `StoreOutdated` if the database cannot be used."""
        with self.errors():
            info = self._driver.get_server_info()
        name, _, version = info.agent.partition("/")
        major = version.partition(".")[0]
        if name == "Neo4j" and major.isdigit() and int(major) < 5:
            raise StoreOutdated(f"{self.address} runs Neo4j {version}; Accord needs Neo4j 5 or later.")

    def read(self, query: Query) -> list[Row]:
        """All rows of a read."""
        with self.errors():
            records, _, _ = self._driver.execute_query(
                query.text,
                dict(query.parameters),
                database_=self._database,
                routing_=RoutingControl.READ,
            )
        return [record.data() for record in records]

    def define(self, text: str) -> None:
        """Runs one schema command, in a transaction of its own."""
        with self.errors():
            self._driver.execute_query(text, database_=self._database)

    def write(self, work: Callable[[ManagedTransaction], T]) -> T:
        """Runs `work` in one transaction, again as a whole when the engine asks for it."""
        with self.errors():
            for attempt in range(CONSTRAINT_RETRIES):
                try:
                    with self._driver.session(database=self._database) as session:
                        return session.execute_write(work)
                except ConstraintError:
                    time.sleep(0.05 * 2**attempt)
            with self._driver.session(database=self._database) as session:
                return session.execute_write(work)

    def close(self) -> None:
        """Closes all connections."""
        self._driver.close()

    @contextmanager
    def errors(self) -> Iterator[None]:
        """Turns what the driver raises into what Accord raises."""
        try:
            yield
        except (DriverError, Neo4jError) as error:
            raise self._translated(error) from error

    def _translated(self, error: DriverError | Neo4jError) -> StoreError:
        if isinstance(error, Neo4jError):
            return self._server_error(error)
        if isinstance(error, ServiceUnavailable | SessionExpired | ConnectionPoolError):
            return StoreUnreachable(f"Nothing answers at {self.address}: {error}")
        if isinstance(error, UnsupportedServerProduct):
            return StoreOutdated(f"{self.address} speaks another protocol: {error}")
        return StoreError(f"{self.address}: {error}")

    def _server_error(self, error: Neo4jError) -> StoreError:
        code, message = error.code or "", error.message or str(error)
        if isinstance(error, AuthError) or code in _REFUSED_CODES:
            return StoreRefused(f"{self.address} refused the user name or the password.")
        if code == _NO_DATABASE:
            return StoreUnreachable(f"{self.address} has no database {self._database!r}.")
        if code.rpartition(".")[2] in _TIMED_OUT:
            return QueryRefused(f"The query took too long and was stopped: {message}")
        if isinstance(error, TransientError):
            return StoreUnreachable(f"{self.address} is too busy now: {message}")
        if isinstance(error, ClientError):
            return QueryRefused(message)
        return StoreError(f"{self.address}: {message}")
