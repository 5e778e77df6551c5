from __future__ import annotations

import pytest

from api.access.scope import SCOPES, Scope, covers, needed


@pytest.mark.parametrize(
    ("method", "path", "scope"),
    [
        ("GET", "/health/live", None),
        ("GET", "/health/lively", "read"),
        ("GET", "/login", None),
        ("GET", "/", "read"),
        ("GET", "/openapi.json", "read"),
        ("GET", "/articles", "read"),
        ("POST", "/articles", "write"),
        ("DELETE", "/articles/x", "write"),
        ("POST", "/cypher", "read"),
        ("POST", "/cypher/", "write"),
        ("GET", "/metrics", "admin"),
        ("PUT", "/nowhere", "write"),
        ("BREW", "/nowhere", "write"),
    ],
)
def test_what_a_request_needs(method: str, path: str, scope: Scope | None) -> None:
    assert needed(method, path) == scope


def test_each_scope_covers_those_before_it() -> None:
    assert [[covers(held, wanted) for wanted in SCOPES] for held in SCOPES] == [
        [True, False, False],
        [True, True, False],
        [True, True, True],
    ]
