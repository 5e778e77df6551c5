"""Pages of lists: every list that has pages gives each item once, whatever the size of a page."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient

from api import cursor
from graph.errors import BadCursor
from tests.api.test_app import is_problem

LISTS = ["/search?q=a"]


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


@pytest.mark.parametrize("path", LISTS)
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
