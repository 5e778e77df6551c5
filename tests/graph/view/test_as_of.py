"""What was known and held on a day: the same as in a graph into which nothing published later was ever written."""

from __future__ import annotations

import random
from dataclasses import replace
from itertools import combinations
from typing import Any

import pytest

from graph.article import Article
from graph.claim import Agreement, AgreementStatus, Event, Meeting, Modality, Office, When
from graph.original import copies, put_originals
from graph.projection.as_of import last_day
from graph.reading import Reading
from graph.rulings import merges, unmerge
from graph.store import Store
from graph.view import View
from tests.graph.samples import ACTORS, article, claim, energy, random_readings, reading


def everything(view: View, as_of: str | None) -> dict[str, Any]:
    """All that a view says of the sample's actors."""
    found: dict[str, Any] = {"all_agreements": view.all_agreements(as_of=as_of), "dyads": view.dyads(as_of=as_of)}
    found["leaders"] = leaders = view.leaders(as_of=as_of)
    for leader in leaders:
        found[f"evidence {leader.id}"] = view.evidence(leader.id, as_of=as_of)
    for a, b in combinations(ACTORS, 2):
        found[f"dyad {a} {b}"] = fact = view.dyad(a, b, limit=4, as_of=as_of)
        found[f"totals {a} {b}"] = view.totals(a, b, as_of=as_of)
        found[f"cooperation {a} {b}"] = view.cooperation(a, b, "energy", as_of=as_of)
        found[f"disputes {a} {b}"] = view.disputes(a, b, as_of=as_of)
        found[f"events {a} {b}"] = view.events(a, b, modalities=["negated", "actual"], sector="trade", as_of=as_of)
        found[f"agreements {a} {b}"] = view.agreements(a, b, skip=1, limit=3, as_of=as_of)
        found[f"meetings {a} {b}"] = view.meetings(a, b, since="2015", as_of=as_of)
        for id_ in [f.id for f in fact.cooperation] + [f.id for f in fact.events] + [f.id for f in fact.leaders]:
            found[f"evidence {id_}"] = view.evidence(id_, as_of=as_of)
    for actor in ACTORS:
        found[f"partners {actor}"] = view.partners(actor, as_of=as_of), view.partners(actor, "energy.gas", as_of=as_of)
        found[f"leaders {actor}"] = view.leaders(actor, role="official", as_of=as_of)
        found[f"agreements {actor}"] = view.all_agreements(actor=actor, status="signed", as_of=as_of)
    found["one"] = view.subgraph(["JPN"], limit=3, as_of=as_of)
    found["two"] = view.subgraph(["JPN", "IDN"], as_of=as_of)
    found["three"] = view.subgraph(ACTORS[2:5], as_of=as_of)
    return found


def made(seed: int) -> list[tuple[Article, Reading]]:
    """Random readings, in which somebody has offices of two actors too, and is one of these by other names."""
    rng = random.Random(seed)
    readings = []
    for own, read in random_readings(16, 14, seed):
        actor, name = rng.choice((("NLD", "Mark Rutte"), ("ORG:NATO", "Mark Rutte"), ("ORG:NATO", "Rutte")))
        role = "head_of_government" if actor == "NLD" else "official"
        more = claim(own, Office(name, actor, role), start=rng.randrange(9))
        readings.append((own, reading(own, *read.claims, more)))
    return readings


def _dated(readings: list[tuple[Article, Reading]]) -> list[tuple[Article, Reading]]:
    """Those with a date; no claim of theirs tells of what comes later."""
    kept = []
    for own, read in readings:
        if own.published:
            claims = [c if (c.when.date or "") <= own.published else replace(c, when=When()) for c in read.claims]
            kept.append((own, replace(read, claims=tuple({c.id: c for c in claims}.values()))))
    return kept


def test_what_people_decided_holds_as_of_any_day(store: Store) -> None:
    readings = made(seed=25)
    store.writer().write_many(readings)
    apart = [copy.article.id for copy in copies(store)][::2]
    (known, *_) = [merge.id for merge in merges(store, "ORG:NATO") if merge.rule.id == "known"]
    before = everything(store.view(), "2016")
    for id_ in apart:
        put_originals(store, [{"id": id_, "decided_at": "2026-01-01"}])
    unmerge(store, known)
    then = everything(store.view(), "2016")
    assert then != before
    for own, _ in readings:
        if not own.published or last_day(own.published) > "2016-12-31":
            store.writer().forget(own.id)
    assert everything(store.view(), "2016") == then


@pytest.mark.parametrize("day", ["2016-06-30", "2019"])
def test_as_of_a_day_is_what_a_graph_of_that_day_would_say(store: Store, day: str) -> None:
    readings = made(seed=25)
    known = [(a, r) for a, r in readings if a.published and last_day(a.published) <= last_day(day)]
    assert 3 < len(known) < len(readings) - 3
    store.writer().write_many(readings)
    then = everything(store.view(), day)
    for own, read in readings:
        if (own, read) not in known:
            store.writer().forget(own.id)
    assert everything(store.view(), day) == then


def test_what_tells_of_nothing_to_come_is_as_of_its_day_what_it_is_now(store: Store) -> None:
    readings = _dated(made(seed=22))
    known = [(a, r) for a, r in readings if (a.published or "") <= "2016-12-31"]
    store.writer().write_many(readings)
    then = everything(store.view(), "2016")
    assert everything(store.view(), "2030") == everything(store.view(), None)
    for own, read in readings:
        if (own, read) not in known:
            store.writer().forget(own.id)
    assert everything(store.view(), None) == then


@pytest.mark.usefixtures("small_leaves")
def test_all_of_a_deep_tally_is_read(store: Store) -> None:
    readings = _dated(random_readings(12, 14, seed=23))
    store.writer().write_many(readings)
    assert everything(store.view(), "2030") == everything(store.view(), None)


@pytest.fixture
def small_leaves(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph.tally.LEAF", 2)


def _pact(status: AgreementStatus) -> Agreement:
    return Agreement("Pact of Bali", "treaty", ("IDN", "JPN"), (), status)


def test_an_agreement_stood_where_it_stood(store: Store) -> None:
    for name, published, status, date in (
        ("a", "2007-08-20", "signed", "2007-08-20"),
        ("b", "2008-05-01", "in_force", "2008-07-01"),
        ("c", "2012-03-03", "suspended", "2012-03"),
    ):
        own = article(name, f"Text {name}.", published)
        said = claim(own, _pact(status), when=When(date, "stated"))  # type: ignore[arg-type]
        store.writer().write(own, reading(own, said))

    def standing(day: str) -> list[str]:
        return [fact.status for fact in store.view().agreements("JPN", "IDN", as_of=day)]

    assert standing("2007-08-19") == []
    assert standing("2007-08-20") == standing("2008-06-30") == ["signed"]  # it was known that it would come into force
    assert standing("2008-07") == standing("2012-02") == ["in_force"]
    assert standing("2012-03-03") == ["suspended"]


@pytest.mark.parametrize(
    ("published", "day", "known"),
    [
        ("2019-06-30", "2019-06-30", True),
        ("2019-06-30", "2019-06-29", False),
        ("2019-06-30", "2019-06", True),
        ("2019-06", "2019-06-29", False),  # it may have been published on the 30th
        ("2019-06", "2019-06-30", True),
        ("2019", "2019-12", True),
        ("2019", "2019-11", False),
        (None, "2019", False),
    ],
)
def test_an_article_counts_once_it_must_have_been_out(
    store: Store, published: str | None, day: str, known: bool
) -> None:
    own = article("a", published=published)
    store.writer().write(own, reading(own, claim(own, energy())))
    assert bool(store.view().cooperation("IDN", "JPN", as_of=day)) is known


@pytest.mark.parametrize(("modality", "known"), [("actual", False), ("pledged", True)])
def test_only_plans_tell_of_what_comes(store: Store, modality: Modality, known: bool) -> None:
    own = article("a", published="2019-06-01")
    visit = Meeting("visit", ("IDN", "JPN"), (), None, modality)
    event = Event((("IDN", "JPN"),), "CONSULT", None, (), modality)
    said = [claim(own, s, when=When("2019-07", "stated")) for s in (visit, event)]
    store.writer().write(own, reading(own, *said))
    found = store.view().dyad("IDN", "JPN", as_of="2019-06-30")
    assert (bool(found.meetings), bool(found.events)) == (known, known)
    assert store.view().dyad("IDN", "JPN", as_of="2019-07-01").events


def test_a_person_was_known_by_the_names_of_the_time(store: Store) -> None:
    for name, said, published in (("a", "Suga", "2019-01-01"), ("b", "Yoshihide Suga", "2020-01-01")):
        own = article(name, f"Text {name}.", published)
        store.writer().write(own, reading(own, claim(own, Office(said, "JPN", "official"))))
    leaders = store.view().leaders
    assert [fact.name for fact in leaders("JPN", as_of="2019")] == ["Suga"]
    assert [(fact.name, fact.aliases) for fact in leaders("JPN", as_of="2020")] == [("Yoshihide Suga", ("Suga",))]
