"""What a view gives, on each engine."""

from __future__ import annotations

import pytest

from graph.claim import (
    Agreement,
    AgreementStatus,
    Cooperation,
    CooperationStatus,
    Dispute,
    Event,
    Meeting,
    Modality,
    Office,
    When,
)
from graph.errors import NotFound
from graph.fact import Passage
from graph.store import Store
from graph.view.rows import Standing
from tests.graph.samples import article, claim, energy, reading


def _cooperation(sector: str, status: CooperationStatus = "active") -> Cooperation:
    return Cooperation((("IDN", "JPN"),), sector, (), status)


def test_two_who_share_nothing(store: Store) -> None:
    fact = store.view().dyad("JPN", "FRA")
    assert (fact.id, fact.name, fact.actors) == ("FRA-JPN", "France–Japan", ("FRA", "JPN"))
    assert not any((fact.cooperation, fact.disputes, fact.events, fact.agreements, fact.meetings, fact.leaders))
    assert set(store.view().totals("JPN", "FRA").values()) == {0}


def test_cooperation_comes_by_sources_and_what_is_proposed_last(store: Store) -> None:
    for name, statements in {
        "a": [_cooperation("trade"), _cooperation("energy"), _cooperation("space", "proposed")],
        "b": [_cooperation("energy"), _cooperation("space", "proposed"), _cooperation("health", "ended")],
        "c": [_cooperation("space", "proposed")],
    }.items():
        own = article(name, f"Text {name}.")
        store.writer().write(own, reading(own, *(claim(own, s) for s in statements)))
    found = store.view().cooperation("JPN", "IDN")
    assert [(f.sector, f.support.sources) for f in found] == [("energy", 2), ("trade", 1), ("health", 1), ("space", 3)]


@pytest.mark.parametrize(("sector", "count"), [("energy", 1), ("energy.gas", 1), ("energy.oil", 0), ("trade", 0)])
def test_cooperation_in_one_sector_or_subsector(store: Store, sector: str, count: int) -> None:
    own = article("a")
    store.writer().write(own, reading(own, claim(own, energy())))
    assert len(store.view().cooperation("IDN", "JPN", sector)) == count
    assert len(store.view().partners("JPN", sector)) == count


def test_every_fact_can_be_quoted(store: Store) -> None:
    own = article("a", "Today Japan and Indonesia agreed.")
    said = claim(own, energy(), start=6, confidence=0.7)
    store.writer().write(own, reading(own, said))
    (fact,) = store.view().cooperation("IDN", "JPN")
    (passage,) = fact.support.evidence
    assert (passage.claim_id, passage.article_id, passage.title) == (said.id, "a", own.title)
    assert (passage.url, passage.publisher, passage.published) == (own.url, own.publisher, own.published)
    assert own.field(passage.field)[passage.start : passage.end] == passage.text
    assert (passage.marks, passage.confidence, passage.frame) == (((6, 9),), 0.7, "a-rule")


def test_evidence_is_limited_and_the_rest_can_be_asked_for(store: Store) -> None:
    for n in range(7):
        own = article(f"a{n}", f"Text {n} of Japan and Indonesia.")
        store.writer().write(own, reading(own, claim(own, energy(), confidence=0.5 + n / 20)))
    (fact,) = store.view().cooperation("IDN", "JPN", evidence=2)
    assert fact.support.articles == 7
    assert [passage.article_id for passage in fact.support.evidence] == ["a6", "a5"]
    everything = store.view().evidence(fact.id)
    assert [passage.article_id for passage in everything] == [f"a{n}" for n in range(6, -1, -1)]
    assert store.view().evidence(fact.id, after=_standing(everything[4]), limit=1) == everything[5:6]
    assert store.view().evidence("coop:IDN-JPN:trade") == store.view().evidence("nonsense") == ()


def _standing(passage: Passage) -> Standing:
    return Standing(passage.confidence, passage.published or "", passage.claim_id)


def _event(modality: Modality, event_type: str = "AID", sectors: tuple[str, ...] = ("energy",)) -> Event:
    return Event((("JPN", "IDN"),), event_type, None, sectors, modality)


def test_possible_and_negated_events_are_only_given_when_asked_for(store: Store) -> None:
    own = article("a")
    claims = [
        claim(own, _event("actual"), when=When("2020-05-05", "stated")),
        claim(own, _event("pledged"), when=When("2021", "stated")),
        claim(own, _event("possible"), when=When("2022", "stated")),
        claim(own, _event("negated", "ACCUSE"), when=When("2020", "stated")),
    ]
    store.writer().write(own, reading(own, *claims))
    view = store.view()
    assert [(e.modality, e.date) for e in view.events("IDN", "JPN")] == [("actual", "2020-05-05"), ("pledged", "2021")]
    assert [e.type for e in view.events("IDN", "JPN", modalities=["negated"])] == ["ACCUSE"]
    assert (view.totals("IDN", "JPN")["events"], view.totals("IDN", "JPN", modalities=["possible"])["events"]) == (2, 1)


def test_events_by_type_sector_and_time(store: Store) -> None:
    own = article("a")
    claims = [
        claim(own, _event("actual", "AID", ("energy.gas",)), when=When("2020-05-05", "stated")),
        claim(own, _event("actual", "ACCUSE", ("trade",)), when=When("2021-12-31", "stated")),
        claim(own, _event("actual", "REJECT", ())),
    ]
    store.writer().write(own, reading(own, *claims))
    events = store.view().events

    assert [e.type for e in events("JPN", "IDN", types=["AID", "REJECT"])] == ["REJECT", "AID"]
    assert [e.type for e in events("JPN", "IDN", sector="energy")] == ["AID"]
    assert [e.type for e in events("JPN", "IDN", sector="energy.gas")] == ["AID"]
    assert events("JPN", "IDN", sector="energy.oil") == ()
    assert [e.type for e in events("JPN", "IDN", since="2021", until="2021")] == ["ACCUSE"]
    assert [e.type for e in events("JPN", "IDN", until="2020-05-05")] == ["AID"]
    assert events("JPN", "IDN", until="2020-05-04") == ()
    assert len(events("JPN", "IDN", skip=1, limit=1)) == 1
    (aid,) = events("JPN", "IDN", types=["AID"])
    assert (aid.actor, aid.recipient, aid.quad, aid.date_basis) == ("JPN", "IDN", "material_cooperation", "stated")


def _pact(name: str, status: AgreementStatus, *sectors: str) -> Agreement:
    return Agreement(name, "treaty", ("AUS", "IDN", "JPN"), sectors, status)


def test_agreements_of_a_dyad_and_of_all(store: Store) -> None:
    own = article("a")
    claims = [
        claim(own, _pact("Pact of Perth", "signed", "energy.gas"), when=When("2019", "stated")),
        claim(own, _pact("Pact of Bali", "proposed", "trade")),
    ]
    store.writer().write(own, reading(own, *claims))
    view = store.view()
    assert [a.name for a in view.agreements("JPN", "AUS")] == ["Pact of Perth", "Pact of Bali"]
    assert [a.name for a in view.agreements("JPN", "AUS", sector="energy")] == ["Pact of Perth"]
    assert view.agreements("JPN", "CHN") == ()
    assert [a.name for a in view.all_agreements(actor="IDN", status="proposed")] == ["Pact of Bali"]
    (perth, _) = view.all_agreements()
    assert (perth.parties, perth.sectors, perth.status) == (("AUS", "IDN", "JPN"), ("energy.gas",), "signed")
    assert [(step.status, step.date) for step in perth.history] == [("signed", "2019")]


def test_each_step_of_an_agreement_opens_to_its_sentence(store: Store) -> None:
    for name, status, date in (("a", "signed", "2019-01-31"), ("b", "in_force", None)):
        own = article(name, f"Text {name}.", "2020-02-02")
        said = Agreement("Pact of Perth", "treaty", ("AUS", "JPN"), (), status)  # type: ignore[arg-type]
        store.writer().write(own, reading(own, claim(own, said, when=When(date, "stated" if date else None))))
    (pact,) = store.view().agreements("AUS", "JPN")
    assert [(step.status, step.date, step.basis) for step in pact.history] == [
        ("signed", "2019-01-31", "stated"),
        ("in_force", "2020-02-02", "publication"),
    ]
    assert [step.evidence.text if step.evidence else None for step in pact.history] == ["Text a.", "Text b."]
    (bare,) = store.view().agreements("AUS", "JPN", evidence=0)
    assert [step.evidence for step in bare.history] == [None, None]


def test_meetings_and_leaders_of_a_dyad(store: Store) -> None:
    own = article("a")
    claims = [
        claim(own, Office("Fumio Kishida", "JPN", "head_of_government", "Prime Minister")),
        claim(own, Office("Xi Jinping", "CHN", "head_of_state", "President")),
        claim(
            own, Meeting("visit", ("IDN", "JPN"), ("Fumio Kishida", "Widodo"), "Jakarta"), when=When("2023", "stated")
        ),
    ]
    store.writer().write(own, reading(own, *claims))
    view = store.view()
    (meeting,) = view.meetings("IDN", "JPN", since="2023", until="2023")
    assert (meeting.leaders, meeting.place, meeting.date) == (("Fumio Kishida", "Widodo"), "Jakarta", "2023")
    assert view.meetings("IDN", "JPN", until="2022") == ()
    assert [leader.name for leader in view.dyad("JPN", "IDN").leaders] == ["Fumio Kishida"]
    assert [leader.title for leader in view.leaders("CHN")] == ["President"]
    assert view.leaders("CHN", role="foreign_minister") == ()
    assert len(view.leaders()) == 2


def test_disputes(store: Store) -> None:
    own = article("a")
    claims = [claim(own, Dispute((("IDN", "JPN"),), "trade")), claim(own, Dispute((("IDN", "JPN"),)))]
    store.writer().write(own, reading(own, *claims))
    assert {fact.sector for fact in store.view().disputes("IDN", "JPN")} == {None, "trade"}
    assert [fact.sector for fact in store.view().disputes("IDN", "JPN", "trade")] == ["trade"]


def test_partners_by_sources(store: Store) -> None:
    for name, pairs in {"a": [("IDN", "JPN"), ("AUS", "JPN")], "b": [("AUS", "JPN")]}.items():
        own = article(name, f"Text {name}.")
        store.writer().write(own, reading(own, claim(own, Cooperation(tuple(pairs), "trade"))))
    assert [(p.actor, p.sectors, p.support.sources) for p in store.view().partners("JPN")] == [
        ("AUS", ("trade",), 2),
        ("IDN", ("trade",), 1),
    ]
    assert [p.actor for p in store.view().partners("IDN")] == ["JPN"]
    assert store.view().dyads("JPN") == ("AUS-JPN", "IDN-JPN")
    assert store.view().dyads(limit=1) == ("AUS-JPN",)


def test_dyads_that_share_as_much_come_by_their_ids(store: Store) -> None:
    own = article("a")
    others = ("AUS", "CHN", "FRA", "IDN", "IND")
    store.writer().write(own, reading(own, claim(own, Cooperation(tuple((a, "JPN") for a in others), "trade"))))
    assert store.view().dyads("JPN") == store.view().dyads() == tuple(f"{a}-JPN" for a in others)
    assert [p.actor for p in store.view().partners("JPN")] == list(others)
    assert [p.actor for p in store.view().partners("JPN", "trade", limit=4)] == list(others)[:4]


def test_articles_newest_first(store: Store) -> None:
    for name, published in {"a": "2020", "b": "2023-01-01", "c": None}.items():
        own = article(name, f"Text {name}.", published)
        store.writer().write(own, reading(own, claim(own, energy())))
    found = store.view().articles()
    assert [row.id for row in found] == ["b", "a", "c"]
    assert (found[0].claims, found[0].reader, found[0].title) == (1, "sample/1.0.0", "Title of b")
    assert [row.id for row in store.view().articles(after=("2023-01-01", "b"), limit=1)] == ["a"]
    assert [row.id for row in store.view().articles(after=("2020", "a"))] == ["c"]
    assert [row.id for row in store.view().articles(since="2021", until="2023")] == ["b"]
    assert store.view().articles(publisher="Nobody") == ()


def test_an_article_that_is_not_there(store: Store) -> None:
    with pytest.raises(NotFound, match="nope"):
        store.view().article("nope")
    with pytest.raises(NotFound, match="nope"):
        store.view().reading("nope")
