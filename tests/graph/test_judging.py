"""What people decide about claims: it holds whatever comes first, on each engine."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest
from neo4j import ManagedTransaction

from graph.article import Article
from graph.backup import back_up, restore
from graph.claim import Claim, Cooperation, Meeting, Office
from graph.dump import dump
from graph.erasure import erase_person
from graph.errors import NotFound
from graph.everything import nodes
from graph.judgement import Judgement, judged
from graph.judging import decide, judge, take_back
from graph.reading import Reading
from graph.store import Store
from graph.writer import WriteReport
from tests.graph.samples import article, claim, energy, random_readings, reading

OWN = article("a")
ENERGY = claim(OWN, energy(), confidence=0.5)
TRADE = claim(OWN, Cooperation((("IDN", "JPN"),), "trade"))
READ = reading(OWN, ENERGY, TRADE)


def sectors(store: Store) -> dict[str, float]:
    return {fact.sector: fact.support.confidence for fact in store.view().cooperation("IDN", "JPN")}


def test_claims_under_verdicts() -> None:
    claims = {one.id: one for one in READ.claims}
    found = judged(claims, {ENERGY.id: "confirmed", TRADE.id: "rejected", "of another": "rejected"})
    assert {id_: c.confidence for id_, c in found.counted.items()} == {ENERGY.id: 1.0}
    assert found.rejected == {TRADE.id: TRADE}
    assert found.confirmed == {ENERGY.id: 0.5}
    assert judged(claims, {}).counted == claims


def test_a_rejected_claim_counts_nowhere_and_is_kept(store: Store) -> None:
    store.writer().write(OWN, READ)
    decide(store, ENERGY.id, "rejected")
    assert set(sectors(store)) == {"trade"}
    view = store.view()
    assert (view.counts()["claims"], view.articles()[0].claims) == (1, 1)
    assert view.reading("a").claims == (TRADE,)
    assert set(view.reading("a", as_read=True).claims) == {ENERGY, TRADE}
    assert [node.properties["id"] for node in nodes(store) if node.label == "Claim"] == [TRADE.id]
    kept = view.claim(ENERGY.id)
    assert (kept.claim, kept.facts, kept.judgement and kept.judgement.verdict) == (ENERGY, (), "rejected")


def test_a_confirmed_claim_is_certain(store: Store) -> None:
    store.writer().write(OWN, READ)
    decide(store, ENERGY.id, "confirmed")
    assert sectors(store) == {"energy": 0.99, "trade": 0.8}
    [fact] = store.view().cooperation("IDN", "JPN", "energy")
    assert [passage.confidence for passage in fact.support.evidence] == [1.0]
    kept = store.view().claim(ENERGY.id)
    assert (kept.claim.confidence, kept.read_confidence, kept.facts) == (1.0, 0.5, (fact.id,))


def test_taken_back_all_is_as_it_was(store: Store) -> None:
    store.writer().write(OWN, READ)
    before = dump(store)
    for verdict in ("rejected", "confirmed"):
        first = decide(store, ENERGY.id, verdict)
        assert decide(store, ENERGY.id, verdict) == first
        assert dump(store) != before
        take_back(store, ENERGY.id)
        assert dump(store) == before
    decide(store, ENERGY.id, "rejected")
    decide(store, ENERGY.id, "confirmed")
    assert [one.verdict for one in store.view().judgements()] == ["confirmed"]


def test_what_is_not_there_cannot_be_judged(store: Store) -> None:
    with pytest.raises(NotFound, match="nothing"):
        decide(store, "nothing", "rejected")
    store.writer().write(OWN, READ)
    with pytest.raises(NotFound, match=ENERGY.id):
        take_back(store, ENERGY.id)
    assert store.view().judgements() == ()


def test_taking_back_once_more_after_a_lost_commit_that_was_done(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    store.writer().write(OWN, READ)
    decide(store, ENERGY.id, "rejected")
    write = store.connection.write

    def twice(work: Callable[[ManagedTransaction], None]) -> None:
        write(work)
        write(work)

    monkeypatch.setattr(store.connection, "write", twice)
    take_back(store, ENERGY.id)
    with pytest.raises(NotFound):
        take_back(store, ENERGY.id)


def test_reading_again_respects_it(store: Store) -> None:
    writer = store.writer()
    writer.write(OWN, READ)
    decide(store, ENERGY.id, "rejected")
    before = dump(store)
    assert writer.write(OWN, READ) == WriteReport(unchanged=1)
    assert dump(store) == before
    surer = claim(OWN, energy(), confidence=0.9)
    writer.write(OWN, reading(OWN, surer, reader="sample/2.0.0"))
    assert sectors(store) == {}
    assert store.view().reading("a", as_read=True).claims == (surer,)
    writer.write(OWN, reading(OWN, reader="sample/3.0.0"))
    assert {one.claim.id for one in store.view().closed_claims("a")} == {ENERGY.id, TRADE.id}
    writer.forget("a")
    writer.write(OWN, READ)
    assert set(sectors(store)) == {"trade"}
    writer.forget("a")
    assert [node for node in nodes(store, kept=True) if node.label.endswith("Claim")] == []


def test_order_does_not_matter(store: Store) -> None:
    readings = random_readings(10, 12, seed=31)
    rng = random.Random(5)
    claims = sorted({c.id for _, read in readings for c in read.claims})
    chosen = rng.sample(claims, 40)
    judgements = [
        Judgement(id_, rng.choice(("rejected", "confirmed")), f"2024-01-{day:02}")
        for id_ in chosen
        for day in rng.sample(range(1, 29), rng.choice((1, 2)))
    ]
    dumps = []
    for _ in range(3):
        steps: list[Judgement | tuple[Article, Reading]] = [*judgements, *readings, *readings[:3]]
        rng.shuffle(steps)
        for step in steps:
            if isinstance(step, Judgement):
                judge(store, [step])
            else:
                store.writer().write(*step)
        dumps.append(dump(store))
        for own, _ in readings:
            store.writer().forget(own.id)
        for id_ in chosen:
            take_back(store, id_)
    assert dumps[0] == dumps[1] == dumps[2]


def test_a_backup_holds_it(store: Store, tmp_path: Path) -> None:
    readings = random_readings(5, 10, seed=32)
    store.writer().write_many(readings)
    first, second, third = [read.claims[0].id for _, read in readings[:3]]
    decide(store, first, "rejected")
    decide(store, second, "confirmed")
    expected, decided = dump(store), store.view().judgements()
    assert back_up(store, tmp_path / "x.jsonl").decisions == 2
    take_back(store, first)
    take_back(store, second)
    decide(store, third, "rejected")
    restore(store, tmp_path / "x.jsonl", add=True)
    assert len(store.view().judgements()) == 3
    take_back(store, third)
    assert dump(store) == expected
    for own, _ in readings:
        store.writer().forget(own.id)
    take_back(store, first)
    restore(store, tmp_path / "x.jsonl")
    assert dump(store) == expected
    assert store.view().judgements() == decided


def test_of_two_decisions_the_later_stands(store: Store) -> None:
    store.writer().write(OWN, READ)
    judge(store, [Judgement(ENERGY.id, "rejected", "2024-02-01")])
    judge(store, [Judgement(ENERGY.id, "confirmed", "2024-01-01")])
    assert set(sectors(store)) == {"trade"}


def test_it_holds_for_a_claim_from_which_a_name_was_taken(store: Store) -> None:
    names = ("Fumio Kishida", "Joko Widodo")
    own = article("b", "Fumio Kishida met Joko Widodo.")
    met: list[Claim] = [
        claim(own, Meeting("visit", ("IDN", "JPN"), names)),
        claim(own, Office("Fumio Kishida", "JPN", "head_of_government"), start=1),
    ]
    store.writer().write(own, reading(own, *met))
    decide(store, met[0].id, "rejected")
    erase_person(store, "Fumio Kishida")
    assert store.view().meetings("IDN", "JPN") == ()
    store.writer().write(own, reading(own, *met, reader="sample/2.0.0"))
    assert store.view().meetings("IDN", "JPN") == ()
