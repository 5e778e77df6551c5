"""Lists of facts, page by page: the same from the graph and from what it is folded from, on each engine."""

from __future__ import annotations

from dataclasses import replace
from itertools import cycle
from typing import Any

import pytest

from graph.cypher import Query
from graph.errors import NotFound
from graph.projection.key import LABELS, FactLabel, top_level
from graph.store import Store
from graph.view.rows import Strength
from graph.view.wanted import SORTS, Listed, Page, Place, Sort, is_listed, page_of
from tests.graph.samples import random_readings

FAR = "2999"
"""A day as of which all is known that has a date."""

WANTED = (
    Listed(),
    Listed(actor="JPN"),
    Listed(actor="IDN", sector="energy"),
    Listed(sector="energy.gas"),
    Listed(sources=2, confidence=0.8),
    Listed(since="2015", until="2023-09"),
    Listed(modalities=["actual"], types=["CONSULT"], quads=["verbal_cooperation"]),
    Listed(statuses=["agreed", "signed"], kinds=["agreement"]),
    Listed(role="official", actor="CHN"),
)


def walk(store: Store, label: FactLabel, wanted: Listed, sort: Sort, limit: int, as_of: str | None = None) -> list[str]:
    ids: list[str] = []
    after: Place | None = None
    while True:
        found: Page[Any] = store.view().page(
            label, wanted, sort=sort, after=after, limit=limit, evidence=0, as_of=as_of
        )
        ids += [fact.id for fact in found.items]
        if found.last is None:
            return ids
        assert len(found.items) == limit
        after = found.last


def test_pages_are_what_is_wanted_in_order(store: Store) -> None:
    store.writer().write_many(random_readings(12, 14, seed=48))
    found = [0] * len(WANTED)
    for label in LABELS:
        rows = [row["fact"] for row in store.connection.read(Query(f"MATCH (n:{label}) RETURN properties(n) AS fact"))]
        for number, (wanted, sort) in enumerate(zip(WANTED, cycle(SORTS), strict=False)):
            of_label = (
                replace(wanted, sector=top_level(wanted.sector)) if label == "Dispute" and wanted.sector else wanted
            )
            own = [fact for fact in rows if is_listed(fact, of_label) and _is_of(fact, wanted.actor)]
            expected = [fact["id"] for fact in page_of(own, sort, None, 1000)]
            assert walk(store, label, wanted, sort, 9) == expected, (label, wanted, sort)
            found[number] += len(expected)
    assert 0 not in found


def _is_of(fact: dict[str, Any], actor: str | None) -> bool:
    named = {*fact.get("parties", ()), *fact.get("participants", ()), fact.get("actor"), fact.get("recipient")}
    return actor is None or actor in named or actor in fact.get("dyad", "").split("-")


@pytest.mark.parametrize("wanted", [Listed(), Listed(actor="JPN"), Listed(dyad="IDN-JPN")])
def test_pages_as_of_a_day(store: Store, wanted: Listed) -> None:
    readings = [(own, read) for own, read in random_readings(12, 10, seed=42) if own.published]
    store.writer().write_many(readings)
    for label in LABELS:
        if label != "Leader" or not wanted.dyad:
            now = walk(store, label, wanted, "support", 5)
            assert walk(store, label, wanted, "support", 3, as_of=FAR) == now
            for fact in now[:3]:
                assert store.view().fact(fact, as_of=FAR) == store.view().fact(fact)


def test_a_page_goes_on_behind_the_last_whatever_came_in_before_it(store: Store) -> None:
    store.writer().write_many(random_readings(8, 12, seed=43))
    first = store.view().page("Event", Listed(), sort="newest", limit=4)
    rest = walk(store, "Event", Listed(), "newest", 50)[4:]
    known = set(rest)
    store.writer().write_many(random_readings(14, 12, seed=43)[8:])
    later = store.view().page("Event", Listed(), sort="newest", after=first.last, limit=500).items
    assert [fact.id for fact in later if fact.id in known] == rest


def test_dyads_behind_another(store: Store) -> None:
    store.writer().write_many(random_readings(8, 12, seed=44))
    for as_of in (None, FAR):
        whole = store.view().strongest(as_of=as_of)
        assert store.view().strongest(after=whole[3], limit=2, as_of=as_of) == whole[4:6]
        assert store.view().strongest(after=Strength(0, "~"), as_of=as_of) == ()


def test_claims_by_id(store: Store) -> None:
    readings = random_readings(4, 9, seed=45)
    store.writer().write_many(readings)
    ids = sorted(claim.id for _, read in readings for claim in read.claims)
    view = store.view()
    assert [one.claim.id for one in view.claims(limit=5)] == ids[:5]
    assert [one.claim.id for one in view.claims(after=ids[4])] == ids[5:]
    own, read = readings[0]
    offices = sorted(claim.id for claim in read.claims if claim.kind == "office")
    assert [one.claim.id for one in view.claims(article=own.id, kind="office")] == offices
    assert view.claims(verdict="rejected") == ()
    assert view.claims()[0] == view.claim(ids[0])


def test_a_fact_that_is_not_there(store: Store) -> None:
    for wrong in ("nothing", "coop:IDN-JPN:energy", "leader:JPN:nobody", "meeting:IDN+JPN:2020"):
        for as_of in (None, FAR):
            with pytest.raises(NotFound):
                store.view().fact(wrong, as_of=as_of)
