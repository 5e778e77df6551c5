from __future__ import annotations

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from api.wire_merge import MergeOut
from graph.article import Article
from graph.claim import Office
from graph.rulings import unmerge, withdraw
from graph.store import Store
from tests.api.conftest import claim, reading
from tests.api.test_app import get, is_problem

NAMED = Article("named", "", "Jokowi spoke. J. Widodo left.", "2023-09-09")
JOKOWI, WIDODO = "leader:IDN:jokowi", "leader:IDN:joko widodo"


@pytest.fixture
def named(store: Store) -> Iterator[None]:
    """An article that calls somebody by two other names than the graph's."""
    told = [claim(NAMED, Office(name, "IDN", "head_of_state"), NAMED.text) for name in ("Jokowi", "J. Widodo")]
    store.writer().write(NAMED, reading(NAMED, told))
    yield
    store.writer().forget(NAMED.id)


@pytest.mark.usefixtures("named")
def test_merges_are_listed_with_their_reasons(client: TestClient, store: Store) -> None:
    found = get(client, "/merges", actor="Indonesia")
    assert [(one["key"], one["to"], one["fact"]) for one in found] == [
        ("leader:IDN:j widodo", WIDODO, WIDODO),
        (JOKOWI, WIDODO, WIDODO),
    ]
    assert all(one["reason"] and one["strength"] in {"certain", "strong", "fair"} for one in found)
    assert get(client, "/merges") == found == get(client, "/merges", actor="IDN", all=True)
    assert get(client, "/merges", actor="JPN") == get(client, "/merges/rulings") == []
    is_problem(client.get("/merges?actor=Wakanda"), 404)
    before = client.get("/merges")
    ruled = unmerge(store, found[1]["id"])
    now = client.get("/merges", headers={"If-None-Match": before.headers["etag"]})
    assert [one["key"] for one in now.json()] == ["leader:IDN:j widodo"]
    [ruling] = get(client, "/merges/rulings")
    assert (ruling["id"], {ruling["a"], ruling["b"]}, ruling["one"]) == (ruled.id, {JOKOWI, WIDODO}, False)
    withdraw(store, ruled.id)
    assert get(client, "/merges") == found


def test_the_documents_example_is_one(client: TestClient) -> None:
    schema = get(client, "/openapi.json")["components"]["schemas"]["MergeOut"]
    [example] = schema["examples"]
    assert MergeOut.model_validate(example).model_dump() == example
    assert set(example) == set(schema["properties"])
