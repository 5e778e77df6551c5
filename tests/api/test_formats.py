from __future__ import annotations

import csv
import io
import json
from typing import Any

import networkx as nx
import pytest
from fastapi.testclient import TestClient
from starlette.requests import Request

from api.accept import CSV, GRAPHML, HTML, JSON, JSONLD, preferred
from api.formats import as_csv
from tests.api.test_app import get, is_problem, text_of

PAIR = "/dyads/JPN/IDN"
GRAPH = "/graph?actor=JPN&actor=IDN"


def rows(client: TestClient, path: str) -> list[dict[str, str]]:
    response = client.get(path, headers={"accept": CSV})
    assert response.status_code == 200, response.text
    assert response.headers["content-type"].startswith(CSV)
    return list(csv.DictReader(io.StringIO(response.text)))


@pytest.mark.parametrize(
    "path",
    [
        "/countries",
        "/countries/JPN/partners",
        "/events",
        "/agreements",
        "/leaders",
        "/articles",
        "/search?q=a",
        "/claims",
        f"{PAIR}/timeline",
        "/dyads",
    ],
)
def test_lists_as_csv(client: TestClient, path: str) -> None:
    items = client.get(path).json()
    found = rows(client, path)
    assert len(found) == len(items) > 0
    shared = next(name for name in ("id", "dyad", "fact") if name in items[0])
    assert [row[shared] for row in found] == [item[shared] for item in items]


def test_csv_has_what_is_within_and_links_to_the_next_page(client: TestClient) -> None:
    response = client.get("/events?limit=1", headers={"accept": "text/csv;q=0.9, application/json;q=0.1"})
    assert response.headers["content-type"].startswith(CSV)
    assert "next" in response.links
    [row] = csv.DictReader(io.StringIO(response.text))
    assert float(row["support.confidence"]) == pytest.approx(0.8)
    assert as_csv([{"a": ["x", "y"], "b": {"c": None}}, {"d": 'q"'}]) == 'a,b.c,d\r\nx;y,,\r\n,,"q"""\r\n'
    assert as_csv([]) == "\r\n"


def test_an_answers_facts_as_csv(client: TestClient) -> None:
    found = rows(client, "/query?q=Japan–Indonesia")
    assert {row["fact"] for row in found} == {"cooperation", "events", "agreements", "meetings", "leaders"}


@pytest.mark.parametrize("path", ["/facts/coop:IDN-JPN:energy", "/countries/JPN", "/articles/lending", "/health/live"])
def test_what_has_no_table_stays_json(client: TestClient, path: str) -> None:
    response = client.get(path, headers={"accept": CSV})
    assert response.json() == client.get(path).json() != {}


def test_the_document_says_what_has_a_table(client: TestClient) -> None:
    paths = client.get("/openapi.json").json()["paths"]
    tables = {p for p, own in paths.items() if "get" in own and CSV in own["get"]["responses"]["200"]["content"]}
    assert {"/countries", "/countries/{actor}/partners", "/query", "/graph", "/dyads/{a}/{b}", "/events"} <= tables
    assert not tables & {"/countries/{actor}", "/facts/{id}", "/claims/{id}", "/articles/{id}"}


def test_a_dyad_in_every_form(client: TestClient) -> None:
    kinds = {row["fact"] for row in rows(client, PAIR)}
    assert kinds == {"cooperation", "events", "agreements", "meetings", "leaders"}
    assert "They agreed on gas and defence." in text_of(client.get(PAIR, headers={"accept": "text/html"}))


@pytest.mark.parametrize("path", [PAIR, GRAPH])
def test_graphml_and_json_ld(client: TestClient, path: str) -> None:
    response = client.get(path, headers={"accept": GRAPHML})
    assert response.headers["content-type"].startswith(GRAPHML)
    graph = nx.parse_graphml(response.text)
    assert {"JPN", "IDN"} <= {data.get("name") and node.rpartition(":")[2] for node, data in graph.nodes(data=True)}
    response = client.get(path, headers={"accept": JSONLD})
    assert response.headers["content-type"].startswith(JSONLD)
    linked: dict[str, Any] = json.loads(response.text)
    assert "urn:accord:actor:JPN" in {node["id"] for node in linked["@graph"]}
    separator = "&" if "?" in path else "?"
    is_problem(client.get(f"{path}{separator}as_of=2023", headers={"accept": JSONLD}), 422)
    is_problem(client.get("/dyads/FJI/ISL", headers={"accept": GRAPHML}), 404)


@pytest.mark.parametrize("accept", [JSON, GRAPHML])
def test_too_many_actors_are_refused_in_any_form(client: TestClient, accept: str) -> None:
    codes = "JPN IDN CHN VNM FJI ISL FRA DEU ITA ESP PRT POL CZE".split()
    is_problem(client.get("/graph", params={"actor": codes}, headers={"accept": accept}), 422)


def test_a_subgraphs_edges_as_csv(client: TestClient) -> None:
    edges = client.get(GRAPH).json()["edges"]
    assert [row["type"] for row in rows(client, GRAPH)] == [edge["type"] for edge in edges]


@pytest.mark.parametrize(
    ("accept", "expected"),
    [
        ("text/csv", CSV),
        ("text/*", HTML),
        ("application/*", JSON),
        ("application/ld+json, application/json;q=0.5", JSONLD),
        ("image/png", JSON),
        ("text/csv;q=0, */*;q=0.1", JSON),
    ],
)
def test_the_form_that_a_client_likes_best(accept: str, expected: str) -> None:
    request = Request({"type": "http", "headers": [(b"accept", accept.encode())]})
    assert preferred(request, (JSON, HTML, CSV, JSONLD)) == expected


def test_what_a_client_has_it_is_not_sent_again(client: TestClient) -> None:
    first = client.get(PAIR)
    tag = first.headers["etag"]
    assert first.headers["cache-control"] == "private, no-cache"
    again = client.get(PAIR, headers={"if-none-match": f'"x", {tag}'})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    assert client.get(PAIR, headers={"if-none-match": '"x"'}).status_code == 200
    for path, accept in (("/dyads/IDN/JPN", JSON), (f"{PAIR}?as_of=2023", JSON), (PAIR, CSV)):
        assert client.get(path, headers={"accept": accept}).headers["etag"] != tag
    assert client.get(PAIR, headers={"if-none-match": "*"}).status_code == 200
    is_problem(client.get("/articles/nothing", headers={"if-none-match": "*"}), 404)
    assert "etag" not in client.get("/health/live").headers
    assert "etag" not in client.get("/nowhere").headers
    added = client.post("/articles", json={"id": "tagged", "text": "Fiji met Iceland."})
    assert added.status_code == 201
    assert client.get(PAIR, headers={"if-none-match": tag}).status_code == 200
    assert client.delete("/articles/tagged").status_code == 204
    assert get(client, PAIR) == first.json()
