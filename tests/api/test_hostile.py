"""Texts that mean harm: they are kept as texts, told as texts, and nothing else comes of them."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from fastapi.testclient import TestClient

from graph.errors import SourceError
from graph.store import Store
from ingest.fetch import Fetched, SafeFetch
from ingest.source import WebPages
from ingest.source.convert import Converter
from tests.api.test_app import is_problem

SAID = "Fiji and Iceland signed an agreement on fisheries in Suva on Monday."
HTML = {"Accept": "text/html"}
HARM = {
    "script": "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "style": "</style></title></textarea><svg/onload=alert(1)>",
    "template": "{{ 7 * 7 }}{% raw %}${7*7}#{7*7}",
    "cypher": "'}) DETACH DELETE n // \\' ` \" MATCH (n) DETACH DELETE n; CALL dbms.shutdown()",
    "json": '"}],"evidence":[{"</script>',
    "markdown": "[click](javascript:alert(1)) `code` [bold]markup[/bold]",
    "format": "%s%n%x {0} {request.app.state.settings}",
}


def post(client: TestClient, **fields: Any) -> Any:
    return client.post("/articles", json=fields)


@pytest.mark.parametrize("harm", HARM.values(), ids=HARM)
def test_it_is_text_wherever_it_is_told(client: TestClient, store: Store, harm: str) -> None:
    before = client.get("/health/ready").json()["counts"]
    response = post(client, id="hostile", title=f"Pact {harm}", text=f"{SAID} {harm}", author=harm, publisher=harm)
    assert response.status_code == 201, response.text
    try:
        kept = client.get("/articles/hostile").json()
        assert harm in kept["text"]
        assert kept["publisher"] == harm
        assert client.get("/health/ready").json()["counts"]["articles"] == before["articles"] + 1
        for path in (
            "/",
            "/articles/hostile",
            "/query?q=Fiji+Iceland",
            "/dyads/FJI/ISL",
            "/countries/FJI",
            "/graph.html?actor=FJI&actor=ISL",
        ):
            page = client.get(path, headers=HTML)
            assert page.status_code == 200
            assert "'unsafe-" not in page.headers["content-security-policy"].replace("style-src 'unsafe-inline'", "")
            for made in ("<script>alert", "<img src=x", "<svg/onload", "</textarea><svg", 'href="javascript:'):
                assert made not in page.text, path
            assert not re.search(r"\b49\b", page.text.partition("<body")[2].partition("<script")[0]) or "7" not in harm
    finally:
        assert client.delete("/articles/hostile").status_code == 204
    assert client.get("/health/ready").json()["counts"] == before


def test_an_address_of_an_article_runs_nothing(client: TestClient) -> None:
    try:
        post(client, id="link", title="A pact", text=SAID, url="javascript:alert(1)")
        for path in ("/articles/link", "/query?q=Fiji+Iceland", "/graph.html?actor=FJI&actor=ISL"):
            assert 'href="javascript:' not in client.get(path, headers=HTML).text.lower()
    finally:
        client.delete("/articles/link")


def test_what_changes_how_a_text_looks_is_taken_out(client: TestClient) -> None:
    tricks = "\x00\x1b[2J\x07\u202e\u2066\u200b\ufeff\x9b"
    response = post(client, id="tricks", title=f"A{tricks} pact", text=f"{SAID}{tricks}", publisher=f"News{tricks}")
    try:
        kept = response.json()["id"] and client.get("/articles/tricks").json()
        assert (kept["title"], kept["text"], kept["publisher"]) == ("A[2J pact", f"{SAID}[2J", "News[2J")
    finally:
        client.delete("/articles/tricks")


@pytest.mark.parametrize(
    "body",
    [
        b"[" * 100_000,
        b'{"text":' * 50_000,
        b'{"text": 1e999}',
        b'{"text": NaN}',
        b'{"text": "\\ud800 met", "query": "\\udfff"}',
        b"\xff\xfe{}",
        b'{"text": "' + b"9" * 100,
        b'{"text": ' + b"9" * 10_000 + b"}",
    ],
    ids=["deep", "nested", "infinite", "nan", "half", "bytes", "open", "digits"],
)
def test_what_is_no_json_is_a_problem(client: TestClient, body: bytes) -> None:
    for path in ("/articles", "/cypher"):
        response = client.post(path, content=body, headers={"Content-Type": "application/json"})
        is_problem(response, 400 if "parsing the body" in response.text else 422)


def test_a_line_of_ten_megabytes_is_too_long(client: TestClient) -> None:
    is_problem(post(client, text="Fiji met Iceland " * 600_000), 413)


def test_a_long_line_without_a_full_stop_is_read_in_time(client: TestClient) -> None:
    response = post(client, id="long", text=f"{SAID} " + "word " * 20_000)
    try:
        assert response.status_code == 201
    finally:
        client.delete("/articles/long")


@pytest.mark.parametrize(
    "path", ["/articles/%00", "/articles/..%2f..%2fetc%2fpasswd", "/countries/%ff%fe", "/%0d%0aX-Evil:1"]
)
def test_a_path_is_a_name_and_no_more(client: TestClient, path: str) -> None:
    response = client.get(path)
    is_problem(response, 404)
    assert "x-evil" not in response.headers


class Web(SafeFetch):
    def fetch(self, url: str) -> Fetched:
        if url == "https://news.example/pact":
            page = f"<html><title>Pact</title><body><article><p>{SAID}</p><p>{SAID}</p></article></body></html>"
            return Fetched(url, "html", page.encode())
        return super().fetch(url)


@pytest.fixture
def web(client: TestClient) -> Any:
    state: Any = client.app.state  # type: ignore[attr-defined]
    before, state.pages = state.pages, WebPages(Converter(), Web())
    yield
    state.pages.close()
    state.pages = before


@pytest.mark.usefixtures("web")
def test_a_page_is_fetched_read_and_stored(client: TestClient) -> None:
    response = post(client, url="https://news.example/pact", published="2024-03-05", publisher="Example Times")
    try:
        assert response.status_code == 201, response.text
        assert response.json()["reading"]["countries"] == ["FJI", "ISL"]
        kept = client.get("/articles/https://news.example/pact").json()
        assert (kept["published"], kept["publisher"]) == ("2024-03-05", "Example Times")
        assert kept["url"] == "https://news.example/pact"
    finally:
        assert client.delete("/articles/https://news.example/pact").status_code == 204


@pytest.mark.usefixtures("web")
@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("http://127.0.0.1:8000/articles", "port"),
        ("http://127.0.0.1/", "not on the public internet"),
        ("http://169.254.169.254/latest/meta-data/", "not on the public internet"),
        ("http://[::1]/", "not on the public internet"),
        ("http://2130706433/", "not on the public internet"),
        ("file:///etc/passwd", "does not start with http"),
        ("https://a:b@news.example/pact", "user name"),
    ],
)
def test_no_page_is_fetched_from_where_the_server_stands(client: TestClient, url: str, why: str) -> None:
    assert why in is_problem(post(client, url=url), 422)["detail"]


def test_an_article_is_a_text_or_an_address(client: TestClient) -> None:
    for fields in ({}, {"title": "A pact"}, {"text": None}, {"text": None, "url": ""}, {"url": None}):
        is_problem(post(client, **fields), 422)


def test_a_problem_of_the_web_is_counted_by_its_reason(client: TestClient) -> None:
    post(client, url="http://127.0.0.1/")
    assert 'accord_articles_skipped_total{reason="not_public"}' in client.get("/metrics").text
    assert SourceError("x", "not_public").reason == "not_public"


@pytest.mark.parametrize(
    "value", [2**63, -(2**64), [[10**30]], {"a": "\udfff"}], ids=["big", "small", "inside", "half"]
)
def test_a_parameter_that_the_graph_cannot_hold_is_refused(client: TestClient, value: object) -> None:
    body = json.dumps({"query": "RETURN $x AS x", "parameters": {"x": value}})
    is_problem(client.post("/cypher", content=body, headers={"Content-Type": "application/json"}), 400)
