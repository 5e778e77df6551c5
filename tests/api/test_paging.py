"""Pages of lists: every list that has pages gives each item once, whatever the size of a page."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient

from api import cursor
from graph.errors import BadCursor
from tests.api.test_app import is_problem

LISTS = [
    "/search?q=a",
    "/cooperation",
    "/events",
    "/events?sort=newest",
    "/events?sort=confidence&modality=actual&modality=possible",
    "/agreements",
    "/leaders",
    "/articles",
    "/claims",
    "/dyads",
    "/dyads/JPN/IDN/cooperation",
    "/dyads/JPN/IDN/events",
    "/dyads/JPN/IDN/events?as_of=2023-09-30",
    "/dyads/JPN/IDN/timeline",
    "/dyads/JPN/IDN/timeline?order=desc",
    "/cooperation?as_of=2024-12-31",
]


def pages(client: TestClient, path: str, limit: int) -> list[Any]:
    items: list[Any] = []
    url: str | None = f"{path}{'&' if '?' in path else '?'}limit={limit}"
    while url:
        response = client.get(url)
        assert response.status_code == 200, response.text
        assert len(response.json()) <= limit
        items += response.json()
        url = response.links.get("next", {}).get("url")
    return items


@pytest.mark.parametrize("path", LISTS)
def test_pages_give_all_items_once(client: TestClient, path: str) -> None:
    whole = client.get(f"{path}{'&' if '?' in path else '?'}limit=500").json()
    assert len(whole) > 1
    for limit in (1, 2, 3):
        assert pages(client, path, limit) == whole


@pytest.mark.parametrize("path", ["/search?q=a", "/events", "/claims", "/dyads", "/facts/coop:IDN-JPN:energy/evidence"])
@pytest.mark.parametrize("wrong", ["x", "é", "W10", "bnVsbA", "WyIiXQ", "A" * 1999])
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


def test_a_fact_and_its_sentences(client: TestClient) -> None:
    for path in ("/cooperation", "/disputes", "/events", "/meetings", "/agreements", "/leaders"):
        for fact in client.get(path).json():
            one = client.get(f"/facts/{quote(fact['id'], safe='')}")
            assert one.json() == fact
            sentences = client.get(f"/facts/{quote(fact['id'], safe='')}/evidence").json()
            assert sentences == fact["support"]["evidence"]
    is_problem(client.get("/facts/coop:FJI-ISL:energy"), 404)
    is_problem(client.get("/facts/nothing"), 404)
