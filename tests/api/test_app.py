from __future__ import annotations

import html
import json
import re
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.routing import APIRoute
from fastapi.testclient import TestClient

from api import script
from api.app import create_app
from api.problem import STATUSES, status_of
from api.routers import ROUTERS, cypher
from api.settings import Settings
from graph import errors
from graph.errors import AccordError, ArticleError, InputError
from graph.store import open_store
from tests.api.conftest import LENDING, lending_claims, reading


def get(client: TestClient, path: str, **query: Any) -> Any:
    response = client.get(path, params=query)
    assert response.status_code == 200, response.text
    return response.json()


def text_of(page: Any) -> str:
    """What stands on a page, without its markup."""
    return html.unescape(re.sub(r"<[^>]+>", "", page.text))


def is_problem(response: Any, status: int) -> dict[str, Any]:
    assert response.status_code == status, response.text
    assert response.headers["content-type"] == "application/problem+json"
    body: dict[str, Any] = response.json()
    assert body["status"] == status
    assert set(body) <= {"type", "title", "status", "detail", "instance", "suggestions", "errors"}
    assert body["type"].startswith("urn:accord:")
    assert "Traceback" not in response.text
    return body


def test_answers_a_question(client: TestClient) -> None:
    answer = get(client, "/query", q="Japan–Indonesia cooperation areas")
    assert answer["understanding"]["intent"] == "cooperation"
    assert answer["understanding"]["dyads"] == ["IDN-JPN"]
    statuses = {fact["sector"]: fact["status"] for fact in answer["facts"]["cooperation"]}
    assert statuses == {"energy": "agreed", "defence": "agreed", "trade": "proposed"}
    [energy] = [fact for fact in answer["facts"]["cooperation"] if fact["sector"] == "energy"]
    assert energy["sector_name"] == "Energy"
    assert energy["subsectors"] == ["energy.gas"]
    assert energy["support"]["evidence"][0]["text"] == "They agreed on gas and defence."
    assert answer["cypher"][0]["parameters"]["dyad"] == "IDN-JPN"
    assert answer["facts"]["meetings"] == []


@pytest.mark.parametrize(
    ("q", "status", "kind", "suggestion"),
    [
        ("Japan and Wakanda", 422, "unknown-name", "Rwanda"),
        ("what is the meaning of life", 422, "question-error", "Japan–Indonesia cooperation areas"),
    ],
)
def test_a_question_that_cannot_be_answered(
    client: TestClient, q: str, status: int, kind: str, suggestion: str
) -> None:
    body = is_problem(client.get("/query", params={"q": q}), status)
    assert body["type"] == f"urn:accord:{kind}"
    assert suggestion in body["suggestions"]


def test_a_dyad_is_the_same_from_both_sides_and_by_any_name(client: TestClient) -> None:
    dyad = get(client, "/dyads/JPN/IDN")
    assert dyad["id"] == "IDN-JPN"
    assert dyad["name"] == "Indonesia–Japan"
    for path in ("/dyads/IDN/JPN", "/dyads/jp/id", "/dyads/Tokyo/indonesia"):
        assert get(client, path) == dyad
    assert {leader["name"] for leader in dyad["leaders"]} == {"Fumio Kishida", "Joko Widodo"}


def test_a_dyad_that_shares_nothing_is_empty(client: TestClient) -> None:
    dyad = get(client, "/dyads/FJI/ISL")
    assert dyad["cooperation"] == dyad["events"] == dyad["meetings"] == []


def test_parts_of_a_dyad(client: TestClient) -> None:
    assert [f["sector"] for f in get(client, "/dyads/JPN/IDN/cooperation", sector="energy.gas")] == ["energy"]
    assert [f["name"] for f in get(client, "/dyads/JPN/IDN/agreements")] == ["loan for gas"]
    assert [f["type"] for f in get(client, "/dyads/JPN/IDN/events", type="AGREE")] == ["AGREE"]
    assert get(client, "/dyads/JPN/IDN/events", since="2024") == []
    assert len(get(client, "/dyads/JPN/IDN/events", until="2023-09")) == 2
    [meeting] = get(client, "/dyads/JPN/IDN/meetings")
    assert (meeting["place"], meeting["date"]) == ("Jakarta", "2023-09-07")
    timeline = get(client, "/dyads/JPN/IDN/timeline")
    assert {entry["date"] for entry in timeline} == {"2023-09-07"}
    assert {entry["kind"] for entry in timeline} == {"event", "meeting", "agreement"}
    fact = get(client, "/dyads/JPN/IDN/cooperation")[0]["id"]
    assert get(client, "/dyads/JPN/IDN/evidence", fact=fact)[0]["article_id"] == "lending"


def test_what_was_known_and_held_on_a_day(client: TestClient) -> None:
    """The articles were published on 8 September 2023 and 1 February 2024."""
    for path in ("/dyads/JPN/VNM", "/dyads/JPN/VNM/agreements", "/countries/VNM", "/agreements", "/graph"):
        own = {"actor": ["JPN", "VNM"]} if path == "/graph" else {}
        assert get(client, path, as_of="2024-02-01", **own) == get(client, path, **own)
        assert get(client, path, as_of="2024-01-31", **own) != get(client, path, **own)
    assert get(client, "/dyads/JPN/VNM/agreements", as_of="2024-01-31") == []
    assert [p["actor"] for p in get(client, "/countries/JPN/partners", as_of="2023-12")] == ["IDN"]
    assert [d["id"] for d in get(client, "/dyads", as_of="2023")] == ["IDN-JPN"]
    assert get(client, "/leaders", as_of="2023-09-07") == []
    found = get(client, "/query", q="agreements of Vietnam", as_of="2023-12-31")
    assert (found["as_of"], found["facts"]["agreements"], found["cypher"]) == ("2023-12-31", [], [])
    assert get(client, "/query", q="agreements of Vietnam")["as_of"] is None


def test_countries_bodies_leaders_sectors_agreements(client: TestClient) -> None:
    japan = get(client, "/countries/Japan")
    assert {p["actor"] for p in japan["partners"]} == {"IDN", "VNM"}
    assert [p["name"] for p in get(client, "/countries/JPN/partners", sector="fisheries")] == ["Vietnam"]
    assert len(get(client, "/countries")) > 240
    assert "IDN" in get(client, "/bodies/ORG:ASEAN")["members"]
    assert get(client, "/countries/ASEAN")["body"]["id"] == "ORG:ASEAN"
    assert [p["name"] for p in get(client, "/leaders", actor="IDN")] == ["Joko Widodo"]
    assert len(get(client, "/leaders", role="head_of_government")) == 1
    assert {"id": "energy.gas", "name": "Natural gas", "parent": "energy"} in get(client, "/sectors")
    assert [a["name"] for a in get(client, "/agreements", status="signed")] == ["fisheries pact"]
    assert {d["id"] for d in get(client, "/dyads")} == {"IDN-JPN", "CHN-JPN", "JPN-VNM"}
    assert len(get(client, "/dyads", limit=1)) == 1


def test_articles(client: TestClient) -> None:
    assert [a["id"] for a in get(client, "/articles")] == ["quarrel", "lending"]
    article = get(client, "/articles/lending")
    assert article["text"].startswith("Kishida met Widodo")
    assert article["reading"]["countries"] == ["IDN", "JPN"]


def test_an_article_is_read_stored_and_forgotten(client: TestClient) -> None:
    new = {
        "id": "https://news.example/a/b?c=1",
        "title": "Fiji and Iceland sign fisheries pact",
        "text": "Fiji and Iceland signed an agreement on fisheries cooperation in Suva on Monday.",
        "published": "2024-03-05",
    }
    response = client.post("/articles", json=new)
    assert response.status_code == 201, response.text
    assert response.json()["reading"]["countries"] == ["FJI", "ISL"]
    again = client.post("/articles", json=new)
    assert (again.status_code, again.json()["unchanged"]) == (200, True)
    assert get(client, f"/articles/{new['id'].replace('?', '%3F')}")["title"] == new["title"]
    assert client.delete(f"/articles/{new['id'].replace('?', '%3F')}").status_code == 204
    is_problem(client.get(f"/articles/{new['id'].replace('?', '%3F')}"), 404)


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({"text": ""}, 422),
        ({"text": "\x00 ..."}, 422),
        ({"text": "They met.", "published": "soon"}, 422),
        ({"title": "no text"}, 422),
        ({"text": "They met.", "color": "red"}, 422),
        ({"text": 7}, 422),
        ({"text": "x" * 5_000_001}, 413),
    ],
)
def test_what_is_no_article_is_a_problem(client: TestClient, body: dict[str, Any], status: int) -> None:
    is_problem(client.post("/articles", json=body), status)


def test_too_large_a_request_is_refused_before_it_is_read(client: TestClient) -> None:
    is_problem(client.post("/articles", content=b"x" * 20_000_001, headers={"content-type": "application/json"}), 413)

    def unannounced() -> Iterator[bytes]:
        for _ in range(21):
            yield b" " * 1_000_000

    is_problem(client.post("/articles", content=unannounced(), headers={"content-type": "application/json"}), 413)


def test_what_a_form_of_another_site_could_send_is_no_article(client: TestClient) -> None:
    text = '{"text": "Fiji met Iceland."}'
    headers = {"content-type": "text/plain", "origin": "https://elsewhere.example"}
    is_problem(client.post("/articles", content=text, headers=headers), 403)
    own = {"content-type": "text/plain", "origin": "http://127.0.0.1"}
    is_problem(client.post("/articles", content=text, headers=own), 422)


def test_cypher_reads(client: TestClient) -> None:
    query = "MATCH (:Dyad {id: $dyad})-[edge:COOPERATES_IN]->(s:Sector) RETURN s.id AS sector ORDER BY sector"
    response = client.post("/cypher", json={"query": query, "parameters": {"dyad": "IDN-JPN"}})
    assert response.json() == {
        "columns": ["sector"],
        "rows": [{"sector": "defence"}, {"sector": "energy"}, {"sector": "trade"}],
        "truncated": False,
    }


@pytest.mark.parametrize("form", ["application/x-ndjson", "application/jsonl"])
def test_cypher_gives_rows_as_lines(client: TestClient, form: str) -> None:
    body = {"query": "UNWIND $xs AS x RETURN x", "parameters": {"xs": ["日本", 2]}}
    response = client.post("/cypher", json=body, headers={"Accept": form})
    assert response.headers["content-type"].partition(";")[0] == form
    lines = [json.loads(line) for line in response.text.splitlines()]
    assert lines == [{"row": {"x": "日本"}}, {"row": {"x": 2}}, {"end": {"rows": 2, "truncated": False}}]
    is_problem(client.post("/cypher", json={"query": "CREATE (n)"}, headers={"Accept": form}), 400)


def test_cypher_as_json_holds_so_much_and_no_more(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cypher, "MOST_BYTES", 40)
    found = client.post("/cypher", json={"query": "UNWIND range(1, 9) AS x RETURN x, 'abc' AS y"}).json()
    assert (found["rows"], found["truncated"]) == ([{"x": 1, "y": "abc"}, {"x": 2, "y": "abc"}], True)
    small = client.post("/cypher", json={"query": "UNWIND range(1, 2) AS x RETURN x, 'abc' AS y"}).json()
    assert (small["rows"], small["truncated"]) == (found["rows"], False)


@pytest.mark.parametrize(
    "query",
    ["CREATE (n:Country {id: 'XXX'}) RETURN n", "MATCH (n) DETACH DELETE n", "MATCH (n", "RETURN $missing.x.y("],
)
def test_cypher_neither_writes_nor_fails_without_a_word(client: TestClient, query: str) -> None:
    before = get(client, "/health/ready")["counts"]
    is_problem(client.post("/cypher", json={"query": query}), 400)
    assert get(client, "/health/ready")["counts"] == before


def test_a_subgraph_as_json_and_as_a_page(client: TestClient) -> None:
    graph = get(client, "/graph", actor=["Japan", "IDN"])
    ids = {node["id"] for node in graph["nodes"]}
    assert {"IDN", "JPN", "IDN-JPN", "energy"} <= ids
    assert all(edge["source"] in ids and edge["target"] in ids for edge in graph["edges"])
    for path, accept in (("/graph", "text/html"), ("/graph.html", "*/*")):
        page = client.get(path, params={"actor": ["JPN", "IDN"]}, headers={"accept": accept})
        assert page.headers["content-type"].startswith("text/html")
        assert "default-src 'none'" in page.headers["content-security-policy"]
        assert "<b>Indonesia</b>" not in page.text
    is_problem(client.get("/graph"), 422)
    is_problem(client.get("/graph", params={"actor": "Wakanda"}), 404)


def test_a_subgraph_is_expanded_by_the_relations_of_one_more(client: TestClient) -> None:
    pair, more = get(client, "/graph", actor=["JPN", "IDN"]), get(client, "/graph", actor=["JPN", "IDN"], expand="VNM")
    assert {node["id"] for node in pair["nodes"]} < {node["id"] for node in more["nodes"]}
    assert more["title"] == pair["title"]
    page = client.get("/graph.html", params={"actor": ["JPN", "IDN"], "expand": "VNM"})
    assert '"served":["JPN","IDN"]' in page.text
    is_problem(client.get("/graph", params={"actor": "JPN", "expand": "Wakanda"}), 404)


def test_all_relations_as_json_and_as_a_page(client: TestClient) -> None:
    whole = get(client, "/matrix")
    ids = {node["id"] for node in whole["nodes"]}
    assert {"IDN", "JPN", "IDN-JPN", "energy"} <= ids
    assert all(edge["source"] in ids and edge["target"] in ids for edge in whole["edges"])
    assert len([node for node in get(client, "/matrix", actors=2)["nodes"] if node["kind"] == "country"]) == 2
    for path, accept in (("/matrix", "text/html"), ("/matrix.html", "*/*")):
        page = client.get(path, headers={"accept": accept})
        assert page.headers["content-type"].startswith("text/html")
        assert "unsafe" not in page.headers["content-security-policy"]
        assert "All relations" in page.text
    is_problem(client.get("/matrix", params={"actors": 1}), 422)


def test_health(client: TestClient) -> None:
    assert get(client, "/health/live") == {"status": "ok"}
    assert get(client, "/health/ready")["counts"]["articles"] >= 2


def test_a_question_that_was_not_understood_stays_in_the_box(client: TestClient) -> None:
    shown = client.get("/query", params={"q": "Japan and Wakanda"}, headers={"Accept": "text/html"})
    assert 'value="Japan and Wakanda"' in shown.text


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/docs",
        "/query?q=Japan-Indonesia",
        "/query?q=Who+leads+Japan",
        "/query?q=Japan+and+Wakanda",
        "/dyads/JPN/IDN",
        "/dyads/JPN/CHN",
        "/dyads/FJI/ISL",
        "/countries",
        "/countries/JPN",
        "/countries/FJI",
        "/bodies/ORG:ASEAN",
        "/articles/lending",
        "/facts/coop:IDN-JPN:energy",
        "/nowhere",
    ],
)
def test_pages_hold_no_markup_of_articles_and_load_nothing(client: TestClient, path: str) -> None:
    page = client.get(path, headers={"accept": "text/html,application/xhtml+xml,*/*;q=0.8"})
    assert page.headers["content-type"].startswith("text/html")
    policy = page.headers["content-security-policy"]
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "script-src 'self'; connect-src 'self';" in policy
    assert "unsafe" not in policy
    assert re.findall(r"<script[^>]*>", page.text) == [f'<script src="{script.address()}" defer>']
    assert "<b>" not in page.text
    assert page.text.count(" src=") == 1
    assert not re.search(r"<[^>]* (on\w+|style)=", page.text)


def test_an_article_is_shown_with_what_was_read_in_it(client: TestClient) -> None:
    page = client.get("/articles/lending", headers={"accept": "text/html"})
    assert "unsafe" not in page.headers["content-security-policy"]
    assert '<mark id="text-0">Kishida met Widodo in Jakarta.</mark>' in page.text
    assert '<a href="https://news.example/lending"' in page.text
    assert "Japan lends &lt;b&gt;Indonesia&lt;/b&gt; money for gas" in page.text
    quarrel = client.get("/articles/quarrel", headers={"accept": "text/html"}).text
    assert quarrel.count('<mark id="') == 2
    assert "source</a>" not in quarrel


def test_pages_quote_what_they_tell(client: TestClient) -> None:
    answer = client.get("/query", params={"q": "Japan Indonesia"}, headers={"accept": "text/html"})
    page = answer.text
    assert "<mark>They</mark> agreed" in page
    assert "They agreed on gas and defence." in text_of(answer)
    assert "Japan lends &lt;b&gt;Indonesia&lt;/b&gt; money for gas" in page
    home = client.get("/", headers={"accept": "text/html"}).text
    assert "Indonesia–Japan" in home


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/nowhere", 404),
        ("DELETE", "/query", 405),
        ("GET", "/query", 422),
        ("GET", "/dyads/JPN/Wakanda", 404),
        ("GET", "/dyads/JPN/Japan", 422),
        ("GET", "/dyads/JPN/Congolese", 422),
        ("GET", "/dyads/JPN/IDN/events?type=DANCE", 404),
        ("GET", "/dyads/JPN/IDN/events?since=soon", 422),
        ("GET", "/dyads/JPN/IDN?as_of=2019-02-30", 422),
        ("GET", "/countries/JPN?as_of=2019-13", 422),
        ("GET", "/dyads/JPN/IDN/events?modality=maybe", 422),
        ("GET", "/dyads/JPN/IDN/cooperation?sector=magic", 404),
        ("GET", "/dyads?limit=0", 422),
        ("GET", "/dyads?limit=9999", 422),
        ("GET", "/bodies/ORG:NONE", 404),
        ("GET", "/articles/none", 404),
        ("DELETE", "/articles/none", 404),
        ("POST", "/cypher", 422),
    ],
)
def test_every_refusal_is_a_problem(client: TestClient, method: str, path: str, status: int) -> None:
    is_problem(client.request(method, path), status)


def test_a_method_that_is_not_allowed_is_told_which_are(client: TestClient) -> None:
    response = client.put("/articles")
    is_problem(response, 405)
    assert response.headers["allow"] == "GET, POST"
    assert client.post("/articles/x").headers["allow"] == "DELETE, GET"


def test_every_error_has_a_status() -> None:
    kinds = [e for e in vars(errors).values() if isinstance(e, type) and issubclass(e, AccordError)]
    for kind in kinds:
        error = kind("where", "reason") if issubclass(kind, InputError) else kind("text")
        assert status_of(error) in {400, 404, 422, 500, 503}
    assert status_of(ArticleError("where", "too_long")) == 413
    assert STATUSES[-1] == (AccordError, 500)


def test_the_openapi_document_describes_every_route(client: TestClient) -> None:
    schema = get(client, "/openapi.json")
    routes = [r for router in ROUTERS for r in router.routes if isinstance(r, APIRoute) and r.include_in_schema]
    assert len(routes) == sum(len(methods) for methods in schema["paths"].values())
    for route in routes:
        for method in route.methods or ():
            operation = schema["paths"][route.path_format][method.lower()]
            assert operation["summary"]
            assert operation["description"]
            assert "application/problem+json" in operation["responses"]["default"]["content"]


def test_the_openapi_documents_examples_work(client: TestClient) -> None:
    schema = get(client, "/openapi.json")
    for path, methods in schema["paths"].items():
        if "get" not in methods or path.startswith(("/articles/", "/claims/", "/jobs/", "/watches/")):
            continue
        url, query = path, {}
        for parameter in methods["get"].get("parameters", []):
            [example, *_] = parameter["schema"].get("examples") or parameter.get("examples") or [None]
            if parameter["in"] == "path":
                url = url.replace(f"{{{parameter['name']}}}", example)
            elif parameter["required"]:
                query[parameter["name"]] = example
        assert client.get(url, params=query).status_code == 200, url


def test_texts_expire_while_it_serves(tmp_path: Path) -> None:
    settings = Settings(home=tmp_path, neo4j_uri=None, keep_text_days=0)
    with open_store(settings.store()) as opened:
        opened.writer().write(LENDING, reading(LENDING, lending_claims()[:1]))
        with TestClient(create_app(settings, opened), base_url="http://127.0.0.1") as serving:
            deadline = time.monotonic() + 20
            while not (found := serving.get("/articles/lending").json())["text_removed"]:
                assert time.monotonic() < deadline
                time.sleep(0.05)
            assert found["text"] == "Kishida met Widodo in Jakarta."
            page = serving.get("/articles/lending", headers={"Accept": "text/html"}).text
            assert "has not been kept since" in page
