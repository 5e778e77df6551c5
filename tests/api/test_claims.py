from __future__ import annotations

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from graph.judging import take_back
from graph.store import Store
from tests.api.conftest import lending_claims
from tests.api.test_app import get, is_problem

[TRADE] = [c.id for c in lending_claims() if getattr(c.statement, "sector", None) == "trade"]


@pytest.fixture
def undone(store: Store) -> Iterator[None]:
    yield
    for one in store.view().judgements():
        take_back(store, one.claim_id)


def sectors(client: TestClient) -> dict[str, float]:
    return {f["sector"]: f["support"]["confidence"] for f in get(client, "/dyads/JPN/IDN/cooperation")}


def test_a_claim(client: TestClient) -> None:
    claim = get(client, f"/claims/{TRADE}")
    assert (claim["article_id"], claim["kind"], claim["judgement"]) == ("lending", "cooperation", None)
    assert claim["statement"]["sector"] == "trade"
    assert claim["evidence"][0]["text"] == "Trade may follow."
    assert claim["facts"] == [f["id"] for f in get(client, "/dyads/JPN/IDN/cooperation", sector="trade")]


@pytest.mark.usefixtures("undone")
def test_rejected_confirmed_and_taken_back(client: TestClient) -> None:
    before = sectors(client)
    for _ in range(2):
        rejected = client.post(f"/claims/{TRADE}/reject")
        assert rejected.status_code == 200
        assert (rejected.json()["judgement"]["verdict"], rejected.json()["facts"]) == ("rejected", [])
    assert set(sectors(client)) == {"energy", "defence"}
    assert get(client, "/query", q="Japan Indonesia trade")["facts"]["cooperation"] == []
    rows = get(client, "/articles/lending")["reading"]["cooperation"]
    assert {row["sector"] for row in rows} == {"energy", "defence"}
    assert client.post(f"/claims/{TRADE}/confirm").json()["confidence"] == 1.0
    assert sectors(client)["trade"] == 0.99
    assert client.delete(f"/claims/{TRADE}/judgement").status_code == 204
    assert sectors(client) == before
    is_problem(client.delete(f"/claims/{TRADE}/judgement"), 404)


@pytest.mark.parametrize(
    ("method", "path"), [("GET", ""), ("POST", "/reject"), ("POST", "/confirm"), ("DELETE", "/judgement")]
)
def test_a_claim_that_there_is_not(client: TestClient, method: str, path: str) -> None:
    is_problem(client.request(method, f"/claims/none{path}"), 404)
