"""Which of the driver's errors becomes which of ours; that engines raise them so is tested in test_store."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from neo4j import Driver
from neo4j.exceptions import (
    AuthError,
    ClientError,
    DriverError,
    Forbidden,
    IncompleteCommit,
    Neo4jError,
    ServiceUnavailable,
    SessionExpired,
    TransientError,
    UnsupportedServerProduct,
)

from graph.connection import SCHEMES, Connection, Endpoint, open_driver, translated
from graph.errors import QueryRefused, StoreError, StoreOutdated, StoreRefused, StoreUnreachable


def _server_error(code: str) -> Neo4jError:
    return Neo4jError._hydrate_neo4j(code=code, message="what the server says")


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (ServiceUnavailable("gone"), StoreUnreachable),
        (IncompleteCommit("gone"), StoreUnreachable),
        (UnsupportedServerProduct("other"), StoreOutdated),
        (SessionExpired("gone"), StoreUnreachable),
        (_server_error("Neo.ClientError.Security.Unauthorized"), StoreRefused),
        (_server_error("Neo.ClientError.Security.AuthenticationRateLimit"), StoreRefused),
        (_server_error("Neo.ClientError.Security.CredentialsExpired"), StoreRefused),
        (_server_error("Neo.ClientError.Database.DatabaseNotFound"), StoreUnreachable),
        (_server_error("Neo.ClientError.Statement.SyntaxError"), QueryRefused),
        (_server_error("Neo.ClientError.Statement.AccessMode"), QueryRefused),
        (_server_error("Neo.ClientError.Security.Forbidden"), QueryRefused),
        (_server_error("Neo.ClientError.Transaction.TransactionTimedOut"), QueryRefused),
        (_server_error("Neo.TransientError.Transaction.DeadlockDetected"), StoreUnreachable),
        (_server_error("Neo.DatabaseError.General.UnknownError"), StoreError),
        (DriverError("odd"), StoreError),
    ],
)
def test_translated(error: DriverError | Neo4jError, expected: type[StoreError]) -> None:
    found = translated(error, "bolt://here", "neo4j")
    assert type(found) is expected
    assert str(found)


def test_the_cases_above_are_the_drivers_own_classes() -> None:
    assert isinstance(_server_error("Neo.ClientError.Security.Unauthorized"), AuthError)
    assert isinstance(_server_error("Neo.ClientError.Security.Forbidden"), Forbidden)
    assert isinstance(_server_error("Neo.ClientError.Statement.AccessMode"), ClientError)
    assert isinstance(_server_error("Neo.TransientError.Transaction.DeadlockDetected"), TransientError)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_kind_of_address_is_taken(scheme: str) -> None:
    with open_driver(Endpoint(f"{scheme}abcd1234.databases.neo4j.io", "abcd1234", "secret")) as driver:
        assert driver.encrypted is ("+s" in scheme)


@pytest.mark.parametrize(
    ("agent", "too_old"),
    [("Neo4j/4.4.38", True), ("Neo4j/3.5.35", True), ("Neo4j/5.26.0", False), ("Neo4j/2026.01.0", False)],
)
def test_a_server_that_is_too_old(monkeypatch: pytest.MonkeyPatch, agent: str, too_old: bool) -> None:
    monkeypatch.setattr(Driver, "get_server_info", lambda self: SimpleNamespace(agent=agent))
    connection = Connection(lambda: Endpoint("bolt://127.0.0.1:1", "neo4j", "secret"), "neo4j")
    try:
        if too_old:
            with pytest.raises(StoreOutdated, match=f"runs Neo4j {agent.partition('/')[2]}; Accord needs Neo4j 5"):
                connection.check()
        else:
            connection.check()
    finally:
        connection.close()


def test_retries_and_pool_are_as_set(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: dict[str, float] = {}
    monkeypatch.setattr("graph.connection.GraphDatabase.driver", lambda uri, **options: asked.update(options))
    Connection(lambda: Endpoint("bolt://127.0.0.1:1", "", ""), "neo4j", retry_s=3.5, pool_size=7)
    assert (asked["max_transaction_retry_time"], asked["max_connection_pool_size"]) == (3.5, 7)
