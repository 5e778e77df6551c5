"""One shape of error on every route of the OpenAPI document, whatever goes wrong."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from fastapi.testclient import TestClient

from api.access import Keyring
from api.app import create_app
from api.settings import Settings
from graph.errors import StoreUnreachable
from graph.store import Store
from tests.api.test_app import is_problem

UNUSED = "PATCH"
"""A method that no route has."""

WITHOUT_GRAPH = {
    *("/health/live", "/metrics", "/sectors", "/countries", "/bodies", "/bodies/{id}"),
    *("/jobs", "/jobs/{id}", "/jobs/{id}/cancel"),
}
"""Routes that can answer without the graph."""


class Broken:
    """A store that fails at whatever it is asked."""

    def __init__(self, error: Exception) -> None:
        self._error = error

    def watch(self, watcher: object) -> None:
        """Nobody."""

    def __getattr__(self, name: str) -> Any:
        raise self._error


def requests(schema: dict[str, Any]) -> Iterator[tuple[str, str, str, dict[str, Any]]]:
    """Each operation as its method, pattern, and a request that is right: its address and what goes with it."""
    for pattern, methods in schema["paths"].items():
        for method, operation in methods.items():
            url, query = pattern, {}
            for parameter in operation.get("parameters", []):
                [example, *_] = parameter["schema"].get("examples") or parameter.get("examples") or ["x"]
                if parameter["in"] == "path":
                    url = url.replace(f"{{{parameter['name']}}}", str(example))
                elif parameter["required"]:
                    query[parameter["name"]] = example
            yield method.upper(), pattern, url, {"params": query, **body_of(operation, schema)}


def body_of(operation: dict[str, Any], schema: dict[str, Any]) -> dict[str, Any]:
    """The example of an operation's body, if it has one."""
    content = operation.get("requestBody", {}).get("content", {}).get("application/json")
    if not content:
        return {}
    name = content["schema"]["$ref"].rpartition("/")[2]
    return {"json": schema["components"]["schemas"][name]["examples"][0]}


@pytest.fixture
def schema(client: TestClient) -> dict[str, Any]:
    found: dict[str, Any] = client.get("/openapi.json").json()
    return found


def serving(settings: Settings, error: Exception) -> TestClient:
    app = create_app(settings, Broken(error))  # type: ignore[arg-type]
    return TestClient(app, base_url="http://127.0.0.1", raise_server_exceptions=False)


def test_nobody_gets_in_without_a_key(tmp_path: Any, store: Store, schema: dict[str, Any]) -> None:
    settings = Settings(home=tmp_path, neo4j_uri=None, host="192.0.2.1")
    Keyring(settings.keys).add("one", "read")
    with TestClient(create_app(settings, store)) as client:
        for method, pattern, url, request in requests(schema):
            if not pattern.startswith("/health/"):
                is_problem(client.request(method, url, **request), 401)


def test_a_name_of_another_host_is_refused(client: TestClient, schema: dict[str, Any]) -> None:
    for method, _, url, request in requests(schema):
        is_problem(client.request(method, url, headers={"Host": "rebound.example"}, **request), 421)


def test_a_method_that_is_not_allowed(client: TestClient, schema: dict[str, Any]) -> None:
    for _, pattern, url, _ in requests(schema):
        response = client.request(UNUSED, url)
        is_problem(response, 405)
        assert {method.upper() for method in schema["paths"][pattern]} <= set(response.headers["allow"].split(", "))


def test_a_graph_that_does_not_answer(api_settings: Settings, schema: dict[str, Any]) -> None:
    with serving(api_settings, StoreUnreachable("Nothing answers at bolt://db:7687")) as client:
        for method, pattern, url, request in requests(schema):
            response = client.request(method, url, **request)
            if pattern in WITHOUT_GRAPH:
                assert response.status_code < 500
            else:
                assert is_problem(response, 503)["type"] == "urn:accord:store-unreachable"


def test_who_waits_for_the_graph_waits_once(api_settings: Settings) -> None:
    asked = []

    class Slow(Broken):
        def view(self) -> Any:
            asked.append("view")
            raise StoreUnreachable("gone")

    with TestClient(create_app(api_settings, Slow(StoreUnreachable("gone")))) as client:  # type: ignore[arg-type]
        is_problem(client.get("http://127.0.0.1/agreements"), 503)
    assert asked == ["view"]


def test_a_browser_is_told_as_much_in_headers(client: TestClient, tmp_path: Any, store: Store) -> None:
    page = client.request(UNUSED, "/agreements", headers={"Accept": "text/html"})
    assert page.headers["content-type"].startswith("text/html")
    assert page.headers["allow"] == "GET"
    settings = Settings(home=tmp_path, neo4j_uri=None, host="192.0.2.1", rate_per_minute=1)
    token, _ = Keyring(settings.keys).add("one", "read")
    own = {"Accept": "text/html", "Authorization": f"Bearer {token}"}
    with TestClient(create_app(settings, store)) as other:
        assert other.get("/sectors", headers=own).status_code == 200
        slow = other.get("/sectors", headers=own)
    assert slow.status_code == 429
    assert 1 <= int(slow.headers["retry-after"]) <= 60
    assert slow.headers["content-security-policy"].startswith("default-src 'none'")


def test_a_fault_of_ours(api_settings: Settings, schema: dict[str, Any]) -> None:
    with serving(api_settings, RuntimeError("the secret inside")) as client:
        for method, pattern, url, request in requests(schema):
            response = client.request(method, url, **request)
            assert "secret" not in response.text
            if pattern not in WITHOUT_GRAPH:
                is_problem(response, 500)
            page = client.request(method, url, headers={"Accept": "text/html"}, **request)
            assert "secret" not in page.text
            assert "Traceback" not in page.text


def test_examples_of_what_is_sent_work(client: TestClient, schema: dict[str, Any]) -> None:
    for method, pattern, url, request in requests(schema):
        if method == "POST" and "{" not in pattern:
            response = client.request(method, url, **request)
            assert response.status_code in {200, 201, 202}, (url, response.text)
    client.delete("/articles/example-1")
