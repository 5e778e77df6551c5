"""What is merged, why, and what people can rule about it, on each engine."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from itertools import pairwise, permutations
from pathlib import Path

import pytest
from neo4j import ManagedTransaction

import graph.cluster.leader as leader_rules
from graph.backup import back_up, restore
from graph.claim import Meeting, Office, When
from graph.dump import dump
from graph.erasure import erase_person
from graph.errors import NotFound, QuestionError
from graph.rulings import merge, merges, pair_id, put_rulings, rulings, unmerge, withdraw
from graph.store import Store, StoreConfig, open_store
from tests.graph.samples import article, claim, reading

WIDODO = ("leader:IDN:jokowi", "leader:IDN:joko widodo")


def tell(store: Store, id_: str, name: str, actor: str = "IDN", role: str = "head_of_state") -> None:
    """An article in which somebody of this name met Japan's prime minister."""
    own = article(id_, f"Text of {id_}: {name} met Fumio Kishida.")
    when = When("2023-09-07", "stated")
    visit = Meeting("visit", tuple(sorted((actor, "JPN"))), (name, "Fumio Kishida"))
    said = [claim(own, visit, when=when), claim(own, Office(name, actor, role), when=when)]
    said += [claim(own, Office("Fumio Kishida", "JPN", "head_of_government"), when=when)]
    store.writer().write(own, reading(own, *said))


def people(store: Store, actor: str = "IDN") -> dict[str, tuple[str, ...]]:
    return {fact.name: fact.aliases for fact in store.view().leaders(actor)}


@pytest.fixture
def told(store: Store) -> Store:
    for id_, name in zip("abcd", ("Jokowi", "Joko Widodo", "J. Widodo", "Retno Marsudi"), strict=True):
        tell(store, id_, name)
    return store


def test_merges_are_listed_with_their_reasons(told: Store) -> None:
    found = merges(told, "IDN")
    assert [(m.key, m.to, m.rule.id, m.rule.strength) for m in found] == [
        ("leader:IDN:j widodo", "leader:IDN:joko widodo", "initials", "strong"),
        ("leader:IDN:jokowi", "leader:IDN:joko widodo", "known", "certain"),
    ]
    assert {m.fact for m in found} == {"leader:IDN:joko widodo"}
    assert merges(told) == found
    assert merges(told, "JPN") == []
    assert merges(told, "ID") == []


def test_what_is_unmerged_is_two_until_that_is_taken_back(told: Store) -> None:
    before = dump(told)
    [merged] = [m for m in merges(told) if m.key == WIDODO[0]]
    ruled = unmerge(told, merged.id)
    assert (ruled.id, ruled.one) == (pair_id(*WIDODO), False)
    assert people(told) == {"Joko Widodo": ("J. Widodo",), "Jokowi": (), "Retno Marsudi": ()}
    (meeting,) = told.view().meetings("IDN", "JPN")
    assert {"Jokowi", "Joko Widodo"} <= set(meeting.leaders)
    assert merged not in merges(told)
    tell(told, "e", "Jokowi")
    assert people(told)["Jokowi"] == ()
    told.writer().forget("e")
    assert withdraw(told, ruled.id) == ruled
    assert (rulings(told), dump(told)) == ([], before)


def test_what_is_merged_is_one_until_that_is_taken_back(told: Store) -> None:
    before = dump(told)
    ruled = merge(told, "leader:IDN:retno marsudi", "leader:IDN:joko widodo")
    assert people(told) == {"Joko Widodo": ("J. Widodo", "Jokowi", "Retno Marsudi")}
    assert [m.rule.id for m in merges(told) if m.id == ruled.id] == ["ruled"]
    withdraw(told, ruled.id)
    assert dump(told) == before


def test_the_later_of_two_rulings_on_a_pair_stands(told: Store) -> None:
    unmerge(told, *WIDODO)
    merge(told, *reversed(WIDODO))
    assert [ruled.one for ruled in rulings(told)] == [True]
    assert "Jokowi" in people(told)["Joko Widodo"]


def test_somebody_may_rule_that_people_of_two_actors_are_one(store: Store) -> None:
    tell(store, "a", "Antonio Guterres", "PRT", "former")
    before = dump(store)
    tell(store, "b", "Antonio Guterres", "ORG:UN", "official")
    ids = ("leader:PRT:antonio guterres", "leader:ORG:UN:antonio guterres")
    merge(store, *ids)
    for actor in ("PRT", "ORG:UN"):
        (fact,) = store.view().leaders(actor)
        assert (fact.id, {office.actor for office in fact.offices}) == (min(ids), {"PRT", "ORG:UN"})
    store.writer().forget("b")
    (left,) = store.view().leaders("PRT")
    assert {office.actor for office in left.offices} == {"PRT"}
    withdraw(store, pair_id(*ids))
    assert dump(store) == before


def test_rulings_over_several_actors_do_not_depend_on_their_order(store: Store) -> None:
    actors = ("ORG:UN", "IDN", "PRT", "AUS")
    ids = [f"leader:{actor}:ana roe" for actor in actors]
    for actor in actors:
        tell(store, actor, "Ana Roe", actor, "official")
    apart = dump(store)
    pairs = list(pairwise(ids))
    dumps = []
    for order in permutations(pairs):
        for pair in order:
            merge(store, *pair)
        (fact,) = store.view().leaders("AUS")
        assert (fact.id, {office.actor for office in fact.offices}) == ("leader:AUS:ana roe", set(actors))
        dumps.append([row for row in dump(store) if "Ruling" not in row])
        for pair in reversed(order):
            withdraw(store, pair_id(*pair))
        assert dump(store) == apart
    assert all(one == dumps[0] for one in dumps)


def test_whom_the_facts_wrongly_know_from_two_actors_can_be_told_apart(store: Store) -> None:
    tell(store, "a", "Mark Rutte", "NLD", "head_of_government")
    tell(store, "b", "Mark Rutte", "ORG:NATO", "official")
    before = dump(store)
    (fact,) = store.view().leaders("ORG:NATO")
    assert store.view().leaders("NLD") == (fact,)
    found = merges(store, "ORG:NATO")
    assert [(m.key, m.to, m.fact, m.rule.id) for m in found] == [
        ("leader:ORG:NATO:mark rutte", "leader:NLD:mark rutte", "leader:NLD:mark rutte", "known")
    ]
    assert merges(store, "NLD") == found
    unmerge(store, found[0].id)
    for actor in ("NLD", "ORG:NATO"):
        (alone,) = store.view().leaders(actor)
        assert (alone.id, {o.actor for o in alone.offices}) == (f"leader:{actor}:mark rutte", {actor})
    assert merges(store, "ORG:NATO") == []
    withdraw(store, found[0].id)
    assert dump(store) == before


def test_a_ruling_that_is_made_while_older_ones_are_put_is_not_lost(
    told: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    older = unmerge(told, *WIDODO)
    withdraw(told, older.id)
    write = told.connection.write

    def meanwhile(work: Callable[[ManagedTransaction], None]) -> None:
        monkeypatch.undo()
        merge(told, *WIDODO)
        write(work)

    monkeypatch.setattr(told.connection, "write", meanwhile)
    put_rulings(told, [asdict(older)])
    assert [ruled.one for ruled in rulings(told)] == [True]


def test_whom_the_facts_know_from_a_country_and_a_body_is_one(store: Store) -> None:
    tell(store, "a", "Ursula von der Leyen", "DEU", "defence_minister")
    tell(store, "b", "Ursula von der Leyen", "ORG:EU", "official")
    tell(store, "c", "von der Leyen", "ORG:EU", "official")
    tell(store, "d", "David Johnston", "AUS", "defence_minister")
    tell(store, "e", "David Johnston", "CAN", "official")
    (fact,) = store.view().leaders("ORG:EU")
    assert store.view().leaders("DEU") == (fact,)
    assert fact.id == "leader:DEU:ursula von der leyen"
    assert [(o.actor, o.role, o.since) for o in fact.offices] == [
        ("DEU", "defence_minister", None),
        ("ORG:EU", "official", "2019-12-01"),
    ]
    assert store.view().leaders("AUS") != store.view().leaders("CAN")


def test_rulings_outlive_articles_and_backups(told: Store, tmp_path: Path) -> None:
    unmerge(told, *WIDODO)
    expected = dump(told)
    back_up(told, tmp_path / "x.jsonl")
    for id_ in "abcd":
        told.writer().forget(id_)
    withdraw(told, pair_id(*WIDODO))
    restore(told, tmp_path / "x.jsonl")
    assert dump(told) == expected
    for id_ in "ab":
        told.writer().forget(id_)
    tell(told, "b", "Joko Widodo")
    tell(told, "a", "Jokowi")
    assert dump(told) == expected


def test_a_backup_that_is_added_rules_on_what_is_there(told: Store, tmp_path: Path) -> None:
    ruled = unmerge(told, *WIDODO)
    expected = dump(told)
    back_up(told, tmp_path / "x.jsonl")
    withdraw(told, ruled.id)
    restore(told, tmp_path / "x.jsonl", add=True)
    assert dump(told) == expected


def test_rulings_on_people_who_are_erased_go_with_them(told: Store, tmp_path: Path) -> None:
    unmerge(told, *WIDODO)
    back_up(told, tmp_path / "x.jsonl")
    erase_person(told, "Joko Widodo")
    assert rulings(told) == []
    restore(told, tmp_path / "x.jsonl", add=True)
    assert rulings(told) == []


def test_what_is_not_there_or_cannot_be_one_is_refused(told: Store) -> None:
    with pytest.raises(NotFound, match="accord merges"):
        unmerge(told, "nonsense")
    with pytest.raises(NotFound, match="leader:IDN:nobody"):
        merge(told, "leader:IDN:nobody", WIDODO[0])
    with pytest.raises(QuestionError, match="one mention"):
        merge(told, WIDODO[0], WIDODO[0])
    with pytest.raises(NotFound, match="decided"):
        withdraw(told, "nonsense")


def test_other_packaged_facts_join_other_mentions_when_the_graph_is_opened(
    store_config: StoreConfig, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(leader_rules, "people_of", lambda actor: {})
        patched.setattr("graph.schema.digest", lambda: "other")
        patched.setattr("graph.settling.digest", lambda: "other")
        leader_rules._spelt.cache_clear()
        with open_store(store_config) as store:
            tell(store, "a", "Jokowi")
            tell(store, "b", "Joko Widodo")
            assert set(people(store)) == {"Jokowi", "Joko Widodo"}
    leader_rules._spelt.cache_clear()
    with open_store(store_config) as store:
        assert people(store) == {"Joko Widodo": ("Jokowi",)}
        healed = dump(store)
        for id_ in "ab":
            store.writer().forget(id_)
        tell(store, "b", "Joko Widodo")
        tell(store, "a", "Jokowi")
        assert dump(store) == healed


def test_a_merge_names_its_pair_whatever_the_order() -> None:
    assert pair_id(*WIDODO) == pair_id(*reversed(WIDODO))
