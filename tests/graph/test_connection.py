"""Which of the driver's errors becomes which of ours; that engines raise them so is tested in test_store."""

from __future__ import annotations

import pytest
from neo4j.exceptions import (
    AuthError,
    ClientError,
    DriverError,
    Forbidden,
    Neo4jError,
    ServiceUnavailable,
    SessionExpired,
    TransientError,
)

from graph.connection import translated
from graph.errors import QueryRefused, StoreError, StoreRefused, StoreUnreachable


def _server_error(code: str) -> Neo4jError:
    return Neo4jError._hydrate_neo4j(code=code, message="what the server says")


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (ServiceUnavailable("gone"), StoreUnreachable),
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
