from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.answer.record import Change, Facts, Link, Member, Span
from api.news import news_of, states_of
from graph.article import Article
from graph.backup import back_up, restore
from graph.claim import Cooperation, Event, When
from graph.errors import NotFound
from graph.fact import CooperationFact, EventFact, Partner, Support
from graph.store import Store
from graph.watch import State, ask_again, drop, keep, watch, watches
from tests.api.conftest import claim, reading
from tests.api.test_app import get, is_problem

SUPPORT = Support(1, 1, None, None, 0.8)
GAS = CooperationFact("coop:IDN-JPN:energy", "IDN-JPN", "energy", (), "proposed", SUPPORT)
TRADE = CooperationFact("coop:IDN-JPN:trade", "IDN-JPN", "trade", (), "active", SUPPORT)
MORE = Article("more", "", "Japan and Indonesia work together on education. Trade goes on.", "2024-05-01")


def test_what_is_new_changed_and_gone() -> None:
    partner = Partner("IDN", "IDN-JPN", ("energy",), "agreed", SUPPORT)
    before = states_of(Facts(cooperation=(GAS, TRADE), partners=(partner,)))
    agreed = replace(GAS, status="agreed")
    defence = replace(TRADE, id="coop:IDN-JPN:defence", sector="defence")
    found = news_of(Facts(cooperation=(agreed, defence), partners=(partner,)), before)
    assert found.new == Facts(cooperation=(defence,))
    [changed] = found.changed
    assert (changed.id, changed.before, changed.now) == (GAS.id, {"status": "proposed"}, {"status": "agreed"})
    assert found.gone == (TRADE.id,)
    nothing = news_of(Facts(cooperation=(GAS, TRADE), partners=(partner,)), before)
    assert (bool(nothing.new), nothing.changed, nothing.gone) == (False, (), ())


def test_what_is_made_of_facts_is_told_of_too() -> None:
    act = EventFact(
        "e", "IDN-JPN", "JPN", "IDN", "AID", None, "material_cooperation", "actual", (), "2023-05", "stated", SUPPORT
    )
    change = Change("new", "agreement", "agreement:x", "pact", None, "agreed", None, SUPPORT)
    span, link = Span("2023", 3, 0, 4.5, False, act), Link("partner", "VNM", "in trade", 2)
    before = states_of(
        Facts(changes=(change,), history=(span,), links=(link,), members=(Member("A-B", {"events": 1}),))
    )
    assert json.loads(json.dumps(before)) == before
    now = Facts(
        changes=(change, replace(change, fact="agreement:y")),
        history=(replace(span, cooperative=4), replace(span, period="2024")),
        links=(replace(link, actor="FJI"),),
        members=(Member("A-B", {"events": 2}),),
    )
    found = news_of(now, before)
    assert [one.fact for one in found.new.changes] == ["agreement:y"]
    assert [one.period for one in found.new.history] == ["2024"]
    assert [one.actor for one in found.new.links] == ["FJI"]
    assert {one.id: (one.before, one.now) for one in found.changed} == {
        "history:2023": ({"cooperative": 3}, {"cooperative": 4}),
        "members:A-B": ({"events": 1}, {"events": 2}),
    }
    assert found.gone == ("links:partner:VNM",)


def test_a_watch_is_kept_and_in_backups(store: Store, tmp_path: Path) -> None:
    seen: dict[str, State] = {"a": {"status": "agreed", "sources": 2}, "b": {"sources": 1}}
    kept = keep(store, "Japan–Indonesia", seen)
    assert watch(store, kept.id) == kept
    assert ask_again(store, kept, {}).seen == watch(store, kept.id).seen == {}
    back_up(store, tmp_path / "x.jsonl")
    drop(store, kept.id)
    for gone in (lambda: watch(store, kept.id), lambda: drop(store, kept.id)):
        with pytest.raises(NotFound, match=kept.id):
            gone()
    restore(store, tmp_path / "x.jsonl", add=True)
    assert [one.question for one in watches(store)] == ["Japan–Indonesia"]
    drop(store, kept.id)
    ask_again(store, kept, seen)
    assert watches(store) == []


def test_a_backup_that_is_added_does_not_ask_again(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = keep(store, "Japan–Indonesia", {"a": {"sources": 1}})
    back_up(store, tmp_path / "x.jsonl")
    monkeypatch.setattr("graph.watch._now", lambda: f"9{kept.asked_at}")
    asked = ask_again(store, kept, {"a": {"sources": 2}})
    restore(store, tmp_path / "x.jsonl", add=True)
    assert watches(store) == [asked]
    drop(store, kept.id)


@pytest.fixture
def more(store: Store) -> Iterator[None]:
    yield
    store.writer().forget("more")


@pytest.mark.usefixtures("more")
def test_a_kept_question_tells_what_is_new(client: TestClient, store: Store) -> None:
    kept = client.post("/watches", json={"q": "Japan–Indonesia cooperation areas"})
    assert kept.status_code == 201, kept.text
    path = f"/watches/{kept.json()['id']}"
    first = get(client, path)
    assert (first["changed"], first["gone"], first["new"]["cooperation"]) == ([], [], [])
    pair = (("IDN", "JPN"),)
    told = [
        claim(MORE, Cooperation(pair, "education", (), "active"), "Japan and Indonesia work together on education."),
        claim(MORE, Cooperation(pair, "trade", (), "active"), "Trade goes on."),
    ]
    store.writer().write(MORE, reading(MORE, told))
    looked = get(client, path)
    assert [fact["sector"] for fact in looked["new"]["cooperation"]] == ["education"]
    assert [fact["support"]["evidence"][0]["article_id"] for fact in looked["new"]["cooperation"]] == ["more"]
    [changed] = looked["changed"]
    assert (changed["before"]["status"], changed["now"]["status"]) == ("proposed", "active")
    assert client.post(f"{path}/ask").json() == looked
    again = client.post(f"{path}/ask").json()
    assert (again["changed"], again["gone"], again["new"]["cooperation"]) == ([], [], [])
    assert kept.json()["id"] in [one["id"] for one in get(client, "/watches")]
    assert client.delete(path).status_code == 204
    is_problem(client.get(path), 404)
    is_problem(client.post(f"{path}/ask"), 404)


@pytest.mark.usefixtures("more")
@pytest.mark.parametrize(
    ("question", "kind", "new"),
    [
        ("What changed between Japan and Indonesia since 2024?", "changes", {"education"}),
        ("How have relations of Japan and Indonesia developed?", "history", {"2024-Q2"}),
        ("What links Indonesia and Viet Nam?", "links", {"Fiji"}),
    ],
)
def test_a_kept_question_of_any_kind_tells_what_is_new(
    client: TestClient, store: Store, question: str, kind: str, new: set[str]
) -> None:
    path = f"/watches/{client.post('/watches', json={'q': question}).json()['id']}"
    assert not get(client, path)["new"][kind]
    text = MORE.text
    told = [
        claim(MORE, Cooperation((("IDN", "JPN"),), "education", (), "active"), text),
        claim(MORE, Event((("IDN", "JPN"),), "CONSULT"), text, When("2024-04-30", "stated")),
        claim(MORE, Cooperation((("FJI", "IDN"), ("FJI", "VNM")), "education", (), "active"), text),
    ]
    store.writer().write(MORE, reading(MORE, told))
    found = client.post(f"{path}/ask").json()
    assert new <= {one.get("name") or one["period"] for one in found["new"][kind]}
    again = client.post(f"{path}/ask").json()
    assert (again["new"][kind], again["changed"], again["gone"]) == ([], [], [])
    assert client.delete(path).status_code == 204


def test_a_question_that_cannot_be_answered_is_not_kept(client: TestClient) -> None:
    before = get(client, "/watches")
    is_problem(client.post("/watches", json={"q": "Japan and Wakanda"}), 422)
    is_problem(client.post("/watches", json={"q": ""}), 422)
    assert get(client, "/watches") == before
