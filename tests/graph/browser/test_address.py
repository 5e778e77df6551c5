"""Where a Browser is: as a real server says is tested in tests/api/test_neo4j_browser."""

from __future__ import annotations

from typing import Any

import pytest

from graph.browser import link, pages
from graph.connection import Connection, Endpoint
from graph.errors import QueryRefused


@pytest.mark.parametrize(
    ("uri", "settings", "expected"),
    [
        ("bolt://db.example:7687", None, "http://db.example:7474/browser/"),
        ("neo4j://[::1]:7687", None, "http://[::1]:7474/browser/"),
        ("bolt://db:7687", {"http.enabled": "true", "http.advertised_address": "a:1"}, "http://a:1/browser/"),
        (
            "bolt://db:7687",
            {"http.enabled": "false", "https.enabled": "true", "https.advertised_address": "a:2"},
            "https://a:2/browser/",
        ),
        ("bolt://db:7687", {"http.enabled": "false"}, "http://db:7474/browser/"),
        ("neo4j+s://abcd1234.databases.neo4j.io", None, "https://console.neo4j.io"),
        ("neo4j+s://databases.neo4j.io.example", None, "http://databases.neo4j.io.example:7474/browser/"),
    ],
)
def test_where_it_is(monkeypatch: pytest.MonkeyPatch, uri: str, settings: dict[str, str] | None, expected: str) -> None:
    def read(self: Connection, query: object) -> list[dict[str, Any]]:
        if settings is None:
            raise QueryRefused("not allowed to ask")
        return [{"name": f"server.{name}", "value": value} for name, value in settings.items()]

    monkeypatch.setattr(Connection, "read", read)
    connection = Connection(lambda: Endpoint(uri, "neo4j", ""), "neo4j")
    try:
        assert pages(connection) == expected
    finally:
        connection.close()


def test_a_link_has_all_but_the_password() -> None:
    expected = "http://here/browser/?dbms=bolt%3A%2F%2Fa%2540b%40127.0.0.1%3A7687&db=neo4j"
    assert link("http://here/browser/", "bolt://127.0.0.1:7687", "a@b", "neo4j") == expected
    assert link("https://console.neo4j.io", "neo4j+s://x.databases.neo4j.io", "x", "x") == "https://console.neo4j.io"
