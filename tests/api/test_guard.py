from __future__ import annotations

from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.access import Keyring
from api.app import create_app
from api.settings import Settings
from graph.store import Store
from tests.api.test_app import is_problem

QUERY = {"query": "RETURN 1 AS n"}


def test_all_answers_carry_the_guards_headers(client: TestClient) -> None:
    for path in ("/health/live", "/", "/nowhere", "/graph.html?actor=JPN&actor=IDN"):
        headers = client.get(path).headers
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["x-frame-options"] == "DENY"
        assert headers["referrer-policy"] == "same-origin"
        assert headers["content-security-policy"].startswith("default-src 'none'")
        assert "access-control-allow-origin" not in headers


def test_a_server_on_loopback_answers_to_no_other_name(client: TestClient) -> None:
    is_problem(client.get("/health/live", headers={"host": "rebound.example"}), 421)
    assert client.get("/health/live", headers={"host": "localhost:8000"}).status_code == 200
    assert client.get("/health/live", headers={"host": "[::1]:8000"}).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "http://127.0.0.1:9999"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site", "Origin": "http://127.0.0.1"},
    ],
)
def test_a_page_of_another_site_changes_nothing(client: TestClient, headers: dict[str, str]) -> None:
    is_problem(client.post("/cypher", json=QUERY, headers=headers), 403)
    is_problem(client.delete("/articles/lending", headers=headers), 403)
    assert client.get("/articles/lending", headers=headers).status_code == 200


@pytest.mark.parametrize(
    "headers", [{}, {"Origin": "http://127.0.0.1"}, {"Sec-Fetch-Site": "same-origin"}, {"Sec-Fetch-Site": "none"}]
)
def test_our_own_pages_and_programs_may(client: TestClient, headers: dict[str, str]) -> None:
    assert client.post("/cypher", json=QUERY, headers=headers).status_code == 200


def keyed(home: Path, store: Store, **more: object) -> tuple[TestClient, dict[str, str]]:
    settings = Settings.model_validate({"home": home, "neo4j_uri": None, **more})
    token, _ = Keyring(settings.keys).add("one", "read")
    return TestClient(create_app(settings, store)), {"Authorization": f"Bearer {token}"}


def test_behind_a_proxy_it_answers_to_the_names_it_was_given(tmp_path: Path, store: Store) -> None:
    client, own = keyed(tmp_path, store, hosts="accord.example, a.example")
    with client:
        for host, status in (("accord.example", 200), ("a.example:443", 200), ("localhost", 200), ("b.example", 421)):
            assert client.get("/sectors", headers={"host": host, **own}).status_code == status


def test_on_another_address_it_answers_to_any_name(tmp_path: Path, store: Store) -> None:
    client, own = keyed(tmp_path, store, host="192.0.2.1")
    with client:
        assert client.get("/sectors", headers={"host": "any.example", **own}).status_code == 200


def test_pages_of_another_origin_may_call_it_where_a_setting_says_so(tmp_path: Path, store: Store) -> None:
    client, own = keyed(tmp_path, store, host="192.0.2.1", cors_origins="https://app.example")
    asking = {"Origin": "https://app.example", "Access-Control-Request-Method": "POST"}
    with client:
        sent = "authorization, content-type, idempotency-key, if-none-match, x-request-id"
        allowed = client.options("/cypher", headers={**asking, "Access-Control-Request-Headers": sent})
        assert allowed.status_code == 200
        assert allowed.headers["access-control-allow-origin"] == "https://app.example"
        assert "access-control-allow-credentials" not in allowed.headers
        from_there = {"Origin": "https://app.example", "Sec-Fetch-Site": "cross-site", **own}
        answer = client.post("/cypher", json=QUERY, headers=from_there)
        assert answer.status_code == 200
        seen = set(answer.headers["access-control-expose-headers"].split(", "))
        assert seen >= {"ETag", "Link", "Location", "Retry-After", "X-Request-ID"}
        other = {**asking, "Origin": "https://evil.example"}
        assert "access-control-allow-origin" not in client.options("/cypher", headers=other).headers
        is_problem(client.post("/cypher", json=QUERY, headers={**from_there, "Origin": "https://evil.example"}), 403)
