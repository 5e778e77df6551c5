"""Pages of lists: every list that has pages gives each item once, whatever the size of a page."""

from __future__ import annotations

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient

from api import cursor
from graph.article import Article
from graph.claim import Agreement, Cooperation, Dispute, Event, Meeting, Office, Statement, When
from graph.errors import BadCursor
from graph.rulings import unmerge, withdraw
from graph.store import Store
from tests.api.conftest import claim, reading
from tests.api.test_app import is_problem

PAIR = "/dyads/{a}/{b}"
NAMED = {"a": "JPN", "b": "IDN", "id": "coop:IDN-JPN:energy"}
LISTS = [
    ("/search", "q=japan"),
    ("/cooperation", ""),
    ("/cooperation", "as_of=2024-12-31"),
    ("/disputes", ""),
    ("/events", ""),
    ("/events", "sort=newest"),
    ("/events", "sort=confidence&modality=actual&modality=possible"),
    ("/meetings", ""),
    ("/agreements", ""),
    ("/leaders", ""),
    ("/articles", ""),
    ("/claims", ""),
    ("/dyads", ""),
    ("/merges", ""),
    ("/merges", "actor=IDN&all=true"),
    ("/merges/rulings", ""),
    ("/facts/{id}/evidence", ""),
    (f"{PAIR}/cooperation", ""),
    (f"{PAIR}/disputes", ""),
    (f"{PAIR}/agreements", ""),
    (f"{PAIR}/events", ""),
    (f"{PAIR}/events", "as_of=2024-06-30"),
    (f"{PAIR}/meetings", ""),
    (f"{PAIR}/timeline", ""),
    (f"{PAIR}/timeline", "order=desc"),
    (f"{PAIR}/evidence", f"fact={NAMED['id']}"),
]
"""Patterns and queries, each of more items than one."""

SAID = "Japan and Indonesia agreed on gas again but quarrelled over fish and trade."
AGAIN = Article("again", "Gas again", SAID, "2024-03-02", publisher="Example Weekly")


@pytest.fixture
def again(store: Store) -> Iterator[None]:
    """An article by which Japan and Indonesia have two of everything, and two rulings."""
    pair, when = (("IDN", "JPN"),), When("2024-03-01", "stated")
    statements: tuple[Statement, ...] = (
        Cooperation(pair, "energy", ("energy.gas",), "agreed"),
        Dispute(pair, "fisheries"),
        Dispute(pair, "trade"),
        Agreement("gas pact", "treaty", ("IDN", "JPN"), ("energy",), "agreed"),
        Meeting("visit", ("IDN", "JPN"), (), "Tokyo"),
        *(Office(name, "IDN", "head_of_state") for name in ("Jokowi", "J. Widodo")),
    )
    told = [claim(AGAIN, statement, SAID, when) for statement in statements]
    store.writer().write(AGAIN, reading(AGAIN, told))
    ruled = [unmerge(store, f"leader:IDN:{name}", "leader:JPN:fumio kishida") for name in ("jokowi", "j widodo")]
    yield
    for one in ruled:
        withdraw(store, one.id)
    store.writer().forget(AGAIN.id)


def pages(client: TestClient, path: str, limit: int) -> list[Any]:
    items: list[Any] = []
    url: str | None = f"{path}&limit={limit}"
    while url:
        response = client.get(url)
        assert response.status_code == 200, response.text
        assert len(response.json()) <= limit
        items += response.json()
        url = response.links.get("next", {}).get("url")
    return items


@pytest.mark.usefixtures("again")
@pytest.mark.parametrize(("pattern", "query"), LISTS)
def test_pages_give_all_items_once(client: TestClient, pattern: str, query: str) -> None:
    path = f"{pattern.format(**NAMED)}?{query}"
    whole = client.get(f"{path}&limit=500").json()
    assert len(whole) > 1
    for limit in (1, 2, 3):
        assert pages(client, path, limit) == whole


def test_the_next_page_of_whatever_is_in_the_path(client: TestClient, store: Store) -> None:
    again: list[str] = []
    text = "Japan and Indonesia met. They met there."
    for sentence in ("Japan and Indonesia met.", "They met there."):
        article = Article(f"met-{len(again)}", "", text, "2024-03-02")
        told = claim(article, Event((("IDN", "JPN"),), "CONSULT"), sentence, When("2024-03-01", "stated"))
        store.writer().write(article, reading(article, [told]))
        again.append(article.id)
    path = f"/facts/{quote('event:IDN>JPN:CONSULT:2024-03-01', safe='')}/evidence"
    assert [one["article_id"] for one in pages(client, f"{path}?", 1)] == again
    for id_ in again:
        store.writer().forget(id_)


def test_every_list_that_has_pages_is_among_them(client: TestClient) -> None:
    paths = client.get("/openapi.json").json()["paths"]
    paged = {
        pattern
        for pattern, methods in paths.items()
        for operation in methods.values()
        if any(parameter["name"] == "cursor" for parameter in operation.get("parameters", ()))
    }
    assert paged == {pattern for pattern, _ in LISTS}


@pytest.mark.parametrize("path", ["/search?q=a", "/events", "/claims", "/dyads", "/facts/coop:IDN-JPN:energy/evidence"])
@pytest.mark.parametrize("wrong", ["x", "é", "W10", "bnVsbA", "WyIiXQ", "A" * 1999, "W1tb" * 1_500])
def test_a_wrong_cursor_is_a_problem(client: TestClient, path: str, wrong: str) -> None:
    is_problem(client.get(f"{path}{'&' if '?' in path else '?'}cursor={wrong}"), 400)


def test_a_cursor_is_of_one_list() -> None:
    text = cursor.written((-0.5, 2, "x"), "/search", [("q", "sea"), ("limit", "2")])
    asked = [("limit", "5"), ("q", "sea"), ("cursor", text)]
    assert cursor.read(text, "/search", asked, (float, int, str)) == (-0.5, 2, "x")
    for path, query, kinds in (
        ("/search", [("q", "land")], (float, int, str)),
        ("/other", asked, (float, int, str)),
        ("/search", asked, (int, int, str)),
        ("/search", asked, (float, int)),
    ):
        with pytest.raises(BadCursor):
            cursor.read(text, path, query, kinds)


@pytest.mark.parametrize(
    ("path", "key"),
    [
        ("/events", (2**63, 1, "", "x")),
        ("/events", (0, -(2**70), "", "x")),
        ("/events", (0, 1e300, "", "x")),
        ("/events", (0, float("nan"), "", "x")),
        ("/events", (True, 1, "", "x")),
        ("/dyads", (2**64, "x")),
    ],
)
def test_a_cursor_of_what_no_graph_holds_is_a_problem(client: TestClient, path: str, key: tuple[Any, ...]) -> None:
    is_problem(client.get(path, params={"cursor": cursor.written(key, path, [])}), 400)


def test_a_cursor_of_half_a_letter_is_a_problem(client: TestClient) -> None:
    [list_, *_] = json.loads(urlsafe_b64decode(cursor.written(("x",), "/claims", []) + "=="))
    half = urlsafe_b64encode(f'["{list_}","\\ud800"]'.encode()).decode().rstrip("=")
    is_problem(client.get("/claims", params={"cursor": half}), 400)


def test_the_longest_cursor_is_taken() -> None:
    longest = cursor.written((0, 1, "2024-01-01", "\U0001f41f" * 1_000), "/events", [])
    assert len(longest) <= cursor.LONGEST


def test_lists_are_narrowed(client: TestClient) -> None:
    def ids(path: str) -> list[str]:
        response = client.get(path)
        assert response.status_code == 200, response.text
        return [item["id"] for item in response.json()]

    assert [fact["sector"] for fact in client.get("/cooperation?actor=VNM").json()] == ["fisheries"]
    assert len(ids("/cooperation?status=agreed&actor=Japan")) == 2
    assert [fact["type"] for fact in client.get("/events?quad=verbal_conflict").json()] == ["ACCUSE"]
    assert [fact["type"] for fact in client.get("/events?type=AGREE&sector=energy&since=2023-09-07").json()] == [
        "AGREE"
    ]
    assert ids("/events?until=2022") == ids("/events?min_sources=2") == ids("/events?min_confidence=0.9") == []
    assert len(ids("/meetings?kind=bilateral_meeting&actor=IDN")) == 1
    assert ids("/meetings?kind=visit") == []
    assert [fact["name"] for fact in client.get("/agreements?kind=treaty").json()] == ["fisheries pact"]
    assert [fact["dyad"] for fact in client.get("/disputes?actor=CHN").json()] == ["CHN-JPN"]
    assert ids("/articles?actor=VNM") == ids("/articles?since=2024") == ["quarrel"]
    assert ids("/articles?language=fr") == []
    assert len(ids("/claims?article=quarrel&kind=event")) == 1
    assert ids("/claims?judgement=rejected") == ids("/claims?judgement=confirmed") == []
    is_problem(client.get("/events?quad=weather"), 404)
    is_problem(client.get("/events?type=DANCE"), 404)
    is_problem(client.get("/events?sort=size"), 422)


def test_the_sentences_of_a_dyads_facts(client: TestClient) -> None:
    lists = client.get("/dyads/JPN/IDN").json()
    own = [fact["id"] for kind in lists.values() if isinstance(kind, list) for fact in kind if isinstance(fact, dict)]
    assert {id_.partition(":")[0] for id_ in own} == {"coop", "event", "agreement", "meeting", "leader"}
    for id_ in own:
        assert client.get("/dyads/JPN/IDN/evidence", params={"fact": id_}).json()
        if not id_.startswith("leader:JPN"):
            is_problem(client.get("/dyads/JPN/VNM/evidence", params={"fact": id_}), 404)


def test_a_fact_and_its_sentences(client: TestClient) -> None:
    for path in ("/cooperation", "/disputes", "/events", "/meetings", "/agreements", "/leaders"):
        for fact in client.get(path).json():
            one = client.get(f"/facts/{quote(fact['id'], safe='')}")
            assert one.json() == fact
            sentences = client.get(f"/facts/{quote(fact['id'], safe='')}/evidence").json()
            assert sentences == fact["support"]["evidence"]
    for gone in ("coop:FJI-ISL:energy", "nothing", "agreement:JPN+VNM:nothing"):
        is_problem(client.get(f"/facts/{gone}/evidence"), 404)
        is_problem(client.get("/dyads/JPN/IDN/evidence", params={"fact": gone}), 404)
    is_problem(client.get("/facts/coop:FJI-ISL:energy"), 404)
    is_problem(client.get("/facts/nothing"), 404)
