from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from starlette.datastructures import URL
from starlette.requests import Request

from api.access import Keyring
from api.access.session import COOKIE
from api.app import create_app
from api.settings import Settings
from graph.errors import SettingError
from graph.store import Store
from tests.api.test_app import is_problem

TEXT = {"text": "Fiji and Iceland signed an agreement on fisheries in Suva.", "id": "gate"}


def public(home: Path, **more: object) -> Settings:
    return Settings.model_validate({"home": home, "neo4j_uri": None, "host": "192.0.2.1", **more})


@pytest.fixture
def keyring(tmp_path: Path) -> Keyring:
    return Keyring(public(tmp_path).keys)


@pytest.fixture
def tokens(keyring: Keyring) -> dict[str, str]:
    return {scope: keyring.add(scope, scope)[0] for scope in ("read", "write", "admin")}


@pytest.fixture
def visitor(tmp_path: Path, tokens: dict[str, str], store: Store) -> Iterator[TestClient]:
    app = create_app(public(tmp_path), store)
    with TestClient(app, base_url="https://accord.example", follow_redirects=False) as opened:
        yield opened


def bearer(token: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {token}"}


@pytest.mark.parametrize("settings", [{}, {"host": "0.0.0.0"}, {"host": "::"}, {"host": "box.example"}])  # noqa: S104
def test_refuses_to_start_where_others_reach_it_and_nobody_has_a_key(
    tmp_path: Path, store: Store, settings: dict[str, str]
) -> None:
    with pytest.raises(SettingError, match="accord keys add"):
        create_app(public(tmp_path, **settings), store)


def test_refuses_to_start_behind_a_proxy_without_keys(tmp_path: Path, store: Store) -> None:
    with pytest.raises(SettingError, match=r"as accord\.example"):
        create_app(public(tmp_path, host="127.0.0.1", hosts=("accord.example",)), store)


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.2", "::1", "localhost"])
def test_needs_no_keys_on_loopback(tmp_path: Path, store: Store, host: str) -> None:
    with TestClient(create_app(public(tmp_path, host=host), store), base_url="http://localhost") as client:
        assert client.get("/sectors").status_code == 200
        assert "security" not in client.get("/openapi.json").json()["paths"]["/sectors"]["get"]


def test_without_a_key_there_is_nothing_but_health(visitor: TestClient) -> None:
    for path in ("/health/live", "/health/ready"):
        assert visitor.get(path).status_code == 200
    for path in ("/", "/sectors", "/docs", "/openapi.json", "/nowhere", "/articles/lending", "/metrics", "/health"):
        response = visitor.get(path)
        is_problem(response, 401)
        assert response.headers["www-authenticate"].startswith("Bearer")
    is_problem(visitor.post("/articles", json=TEXT), 401)
    is_problem(visitor.delete("/articles/lending"), 401)


def test_a_key_may_do_what_its_scope_says(visitor: TestClient, tokens: dict[str, str]) -> None:
    for scope, token in tokens.items():
        own = bearer(token)
        assert visitor.get("/sectors", headers=own).status_code == 200
        assert visitor.post("/cypher", json={"query": "RETURN 1 AS n"}, headers=own).status_code == 200
        written = visitor.post("/articles", json=TEXT, headers=own)
        removed = visitor.delete("/articles/gate", headers=own)
        if scope == "read":
            assert "scope write" in is_problem(written, 403)["detail"]
            is_problem(removed, 403)
        else:
            assert (written.status_code, removed.status_code) == (201, 204)
        assert visitor.get("/metrics", headers=own).status_code == (200 if scope == "admin" else 403)


@pytest.mark.parametrize(
    "header", ["Bearer", "Bearer ", "Basic YTpi", "accord_x", "Bearer accord_000000000000_" + "A" * 43, "Bearer \xff"]
)
def test_what_is_no_key_opens_nothing(visitor: TestClient, header: str) -> None:
    is_problem(visitor.get("/sectors", headers={b"Authorization": header.encode("latin-1")}), 401)


def test_a_key_in_the_address_is_none(visitor: TestClient, tokens: dict[str, str]) -> None:
    is_problem(visitor.get("/sectors", params={"key": tokens["read"]}), 401)


def test_a_key_is_revoked_at_once(visitor: TestClient, keyring: Keyring, tokens: dict[str, str]) -> None:
    own = bearer(tokens["read"])
    assert visitor.get("/sectors", headers=own).status_code == 200
    keyring.revoke(next(key.id for key in keyring.all() if key.scope == "read"))
    assert "revoked" in is_problem(visitor.get("/sectors", headers=own), 401)["detail"]


def test_a_key_has_a_rate(tmp_path: Path, store: Store, tokens: dict[str, str]) -> None:
    with TestClient(create_app(public(tmp_path, rate_per_minute=3), store), base_url="https://a.example") as client:
        own = bearer(tokens["read"])
        assert [client.get("/sectors", headers=own).status_code for _ in range(3)] == [200] * 3
        slow = client.get("/sectors", headers=own)
        is_problem(slow, 429)
        assert 1 <= int(slow.headers["retry-after"]) <= 20
        assert client.get("/sectors", headers=bearer(tokens["write"])).status_code == 200
        assert client.get("/health/live").status_code == 200
        guesses = [client.get("/sectors", headers=bearer("accord_x")).status_code for _ in range(4)]
        assert guesses == [401, 401, 401, 429]


def test_a_browser_logs_in_and_out(visitor: TestClient, tokens: dict[str, str]) -> None:
    html = {"Accept": "text/html"}
    sent = visitor.get("/query?q=Japan+Indonesia", headers=html)
    assert (sent.status_code, sent.headers["location"]) == (303, "/login?next=%2Fquery%3Fq%3DJapan%2BIndonesia")
    form = visitor.get(sent.headers["location"], headers=html)
    assert 'value="/query?q=Japan+Indonesia"' in form.text
    assert "default-src 'none'" in form.headers["content-security-policy"]
    inside = visitor.post("/login", data={"key": tokens["write"], "next": "/query?q=Japan+Indonesia"})
    assert (inside.status_code, inside.headers["location"]) == (303, "/query?q=Japan+Indonesia")
    cookie = inside.headers["set-cookie"]
    assert all(word in cookie for word in ("HttpOnly", "SameSite=strict", "Secure", "Max-Age", "Path=/"))
    assert tokens["write"].rpartition("_")[2] not in cookie
    assert visitor.get("/query", params={"q": "Japan Indonesia"}, headers=html).status_code == 200
    assert visitor.post("/cypher", json={"query": "RETURN 1 AS n"}).status_code == 200
    assert visitor.post("/logout").status_code == 303
    assert COOKIE not in visitor.cookies
    assert visitor.get("/", headers=html).status_code == 303


def test_a_session_ends_with_its_key(visitor: TestClient, keyring: Keyring, tokens: dict[str, str]) -> None:
    visitor.post("/login", data={"key": tokens["read"]})
    assert visitor.get("/sectors").status_code == 200
    for key in keyring.all():
        keyring.revoke(key.id)
    is_problem(visitor.get("/sectors"), 401)


def test_a_wrong_key_at_the_door(visitor: TestClient) -> None:
    for data in ({"key": "accord_x"}, {}, {"key": "\x00"}):
        wrong = visitor.post("/login", data=data)
        assert wrong.status_code == 401
        assert "There is no such key" in wrong.text
        assert "set-cookie" not in wrong.headers


@pytest.mark.parametrize(
    "elsewhere", ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:x", "/a\nb"]
)
def test_nobody_is_sent_elsewhere(visitor: TestClient, tokens: dict[str, str], elsewhere: str) -> None:
    inside = visitor.post("/login", data={"key": tokens["read"], "next": elsewhere})
    assert inside.headers["location"] == "/"


def test_who_has_no_key_cannot_send_much(visitor: TestClient) -> None:
    is_problem(visitor.post("/login", content=b"key=" + b"x" * 10_000), 413)
    is_problem(visitor.post("/login", content=b"&".join([b"a=b"] * 100)), 400)


def test_the_document_says_what_each_route_needs(visitor: TestClient, tokens: dict[str, str]) -> None:
    schema = visitor.get("/openapi.json", headers=bearer(tokens["read"])).json()
    assert schema["components"]["securitySchemes"]["key"]["scheme"] == "bearer"
    asked = {
        (path, method): o["security"] for path, methods in schema["paths"].items() for method, o in methods.items()
    }
    assert asked["/sectors", "get"] == [{"key": ["read"]}]
    assert asked["/articles", "post"] == [{"key": ["write"]}]
    assert asked["/health/live", "get"] == []


@pytest.mark.parametrize("path", ["/login?", "/health/live#", "/login/..?"])
def test_a_host_that_holds_a_path_opens_nothing(visitor: TestClient, tokens: dict[str, str], path: str) -> None:
    is_problem(visitor.get("/sectors", headers={"Host": f"accord.example:1{path}"}), 401)
    is_problem(visitor.get("/metrics", headers={"Host": f"x{path}", **bearer(tokens["read"])}), 403)


def test_the_gate_goes_by_the_path_that_is_routed_by(visitor: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    elsewhere = property(lambda request: URL("http://accord.example:1/login?/sectors"))
    monkeypatch.setattr(Request, "url", elsewhere)  # as older Starlettes build it of the Host header
    is_problem(visitor.get("/sectors"), 401)
