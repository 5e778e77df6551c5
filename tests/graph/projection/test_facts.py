"""What each kind of fact says of all its claims."""

import itertools
import random
from dataclasses import replace

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
    Statement,
    When,
)
from graph.identity import folded
from graph.projection import Block, Contribution, Projection, blocks_of, project
from graph.projection.contribution import contributions
from graph.projection.edges import edges_of
from tests.graph.samples import article, claim, energy, random_readings


def say(
    statement: Statement,
    article_id: str = "a",
    date: str | None = None,
    published: str | None = "2023-09-07",
    n: int = 0,
) -> Contribution:
    own = article(article_id, f"Text of {article_id}, long enough.", published)
    said = claim(own, statement, start=n, when=When(date, "stated" if date else None))
    return dict(contributions(own, {said.id: said}))[said.id]


def of(*contributions: Contribution) -> Projection:
    """The projection of the one block that all of them share."""
    (block,) = frozenset.intersection(*(blocks_of(c) for c in contributions))
    return project(block, contributions)


def cooperation(status: CooperationStatus) -> Cooperation:
    return energy(status)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ([("active", "a", "2020"), ("proposed", "b", "2021")], "proposed"),
        ([("active", "a", "2021"), ("proposed", "b", "2020")], "active"),
        ([("agreed", "a", "2020-05-01"), ("active", "b", "2020-05-01")], "active"),
        ([("active", "a", "2020"), ("ended", "b", "2022")], "ended"),
        ([("ended", "a", "2022"), ("proposed", "a", "2022")], "proposed"),  # one article: something is still wanted
        ([("active", "a", "2015"), ("proposed", "a", "2022")], "active"),  # one article: its strongest, as of its last
        ([("proposed", "a", "2022"), ("active", "b", None)], "active"),  # undated: as of its publication, 2023
    ],
)
def test_cooperation_status(said: list[tuple[CooperationStatus, str, str | None]], expected: str) -> None:
    facts = [say(cooperation(status), name, date, n=n) for n, (status, name, date) in enumerate(said)]
    for order in itertools.permutations(facts):
        assert of(*order).facts[0].properties["status"] == expected


def test_an_unsure_claim_decides_no_status_beside_a_sure_one() -> None:
    sure, unsure = say(cooperation("agreed")), replace(say(cooperation("active"), n=1), confidence=0.4)
    assert of(sure, unsure).facts[0].properties["status"] == "agreed"
    assert of(unsure).facts[0].properties["status"] == "active"


def test_cooperations_of_a_dyad_are_one_for_each_sector() -> None:
    trade = Cooperation((("IDN", "JPN"), ("AUS", "JPN")), "trade")
    found = project(Block("Cooperation", "coop:IDN-JPN"), [say(energy()), say(trade, "b")])
    assert [fact.id for fact in found.facts] == ["coop:IDN-JPN:energy", "coop:IDN-JPN:trade"]
    assert found.facts[0].properties["subsectors"] == ["energy.gas"]
    assert found.summary is not None
    assert (found.summary.source, found.summary.target) == ("IDN", "JPN")
    assert found.summary.properties["sectors"] == ["energy", "trade"]
    assert found.summary.properties["articles"] == 2


def test_who_only_cooperated_once_cooperates_no_more() -> None:
    assert of(say(energy("ended"))).summary is None


def test_a_subsector_in_the_place_of_a_sector_is_of_its_sector() -> None:
    fact = of(say(Cooperation((("IDN", "JPN"),), "energy.gas"))).facts[0]
    assert (fact.id, fact.properties["subsectors"]) == ("coop:IDN-JPN:energy", ["energy.gas"])


def test_a_dispute_over_nothing_named_has_no_sector_edge() -> None:
    named, unnamed = of(say(Dispute((("IDN", "JPN"),), "trade"))), of(say(Dispute((("IDN", "JPN"),))))
    assert named.facts[0].id == "dispute:IDN-JPN:trade"
    assert unnamed.facts[0].id == "dispute:IDN-JPN:-"
    assert {edge.kind.type for edge in edges_of("Dispute", named.facts[0].properties)} == {"OF", "OVER", "DISPUTES"}
    assert {edge.kind.type for edge in edges_of("Dispute", unnamed.facts[0].properties)} == {"OF"}


def aid(modality: Modality = "actual") -> Event:
    return Event((("JPN", "IDN"),), "AID", None, ("energy",), modality)


def test_events_of_one_date_are_one() -> None:
    found = of(say(aid("pledged"), "a", "2020-01-01"), say(aid(), "b", "2020-01-01"), say(aid(), "c", "2021"))
    assert [(f.properties["date"], f.properties["modality"]) for f in found.facts] == [
        ("2020-01-01", "actual"),
        ("2021", "actual"),
    ]
    assert found.summary is not None
    assert found.summary.kind.type == "AIDED"
    assert (found.summary.source, found.summary.target) == ("JPN", "IDN")
    assert (found.summary.properties["events"], found.summary.properties["articles"]) == (2, 3)


def test_undated_events_of_two_articles_are_two() -> None:
    assert len(of(say(aid(), "a"), say(aid(), "b")).facts) == 2
    assert len(of(say(aid(), "a"), say(aid(), "a", n=1)).facts) == 1


def test_pledges_are_summed_up_only_where_nothing_happened_yet() -> None:
    pledged = of(say(aid("pledged"), "a")).summary
    assert pledged is not None
    assert pledged.properties["modality"] == "pledged"
    both = of(say(aid("pledged"), "a"), say(aid(), "b")).summary
    assert both is not None
    assert (both.properties["modality"], both.properties["events"]) == ("actual", 1)


@pytest.mark.parametrize("modality", ["possible", "negated"])
def test_what_did_not_happen_is_a_fact_and_no_edge(modality: Modality) -> None:
    found = of(say(aid(modality)))
    assert found.facts[0].properties["modality"] == modality
    assert found.summary is None


def test_who_consults_whom_does_not_matter() -> None:
    there, back = Event((("IDN", "JPN"),), "CONSULT"), Event((("JPN", "IDN"),), "CONSULT")
    assert len(of(say(there, "a", "2020"), say(back, "b", "2020")).facts) == 1


def epa(status: AgreementStatus, name: str = "Economic Partnership Agreement of 2007") -> Agreement:
    return Agreement(name, "agreement", ("IDN", "JPN"), ("trade",), status)


def history(*said: tuple[AgreementStatus, str | None, str | None]) -> list[str]:
    """Status and date of each step."""
    facts = [say(epa(status), f"a{n}", date, published) for n, (status, date, published) in enumerate(said)]
    found = {
        tuple(tuple(text.split()[:2]) for text in of(*order).facts[0].properties["history"])
        for order in itertools.permutations(facts)
    }
    (steps,) = found
    return [" ".join(step) for step in steps]


def test_an_agreement_has_a_life() -> None:
    assert history(("in_force", "2008", None), ("signed", "2007", None), ("proposed", None, None)) == [
        "proposed -",
        "signed 2007",
        "in_force 2008",
    ]


def test_what_is_only_said_again_is_no_step() -> None:
    assert history(("signed", "2007", None), ("signed", None, "2023")) == ["signed 2007"]


def test_what_was_reached_stays_reached() -> None:
    assert history(("in_force", "2008", None), ("signed", None, "2023")) == ["in_force 2008"]


def test_what_was_suspended_can_come_into_force_again() -> None:
    assert history(("in_force", "2008", None), ("suspended", "2010", None), ("in_force", "2012", None)) == [
        "in_force 2008",
        "suspended 2010",
        "in_force 2012",
    ]


def test_within_one_date_the_strongest_is_where_it_stands() -> None:
    fact = of(say(epa("signed"), "a", "2007"), say(epa("ratified"), "b", "2007")).facts[0]
    assert fact.properties["status"] == "ratified"


def test_an_agreement_binds_each_two_of_its_parties() -> None:
    three = Agreement("Pact of Steel and Rice", "treaty", ("AUS", "IDN", "JPN"))
    edges = edges_of("Agreement", of(say(three)).facts[0].properties)
    assert [edge.source for edge in edges if edge.kind.type == "BOUND_BY"] == ["AUS-IDN", "AUS-JPN", "IDN-JPN"]
    assert [edge.source for edge in edges if edge.kind.type == "PARTY_TO"] == ["AUS", "IDN", "JPN"]


def meet(*leaders: str, place: str | None = None) -> Meeting:
    return Meeting("visit", ("IDN", "JPN"), leaders, place)


def test_leaders_of_a_meeting_are_those_that_its_article_knows() -> None:
    said = say(meet("Fumio Kishida", "Widodo", "Nobody Known"), "a", "2023")
    leaders = {("a", "JPN", "fumio kishida"): "leader:1", ("b", "IDN", "widodo"): "leader:2"}
    (fact,) = project(Block("Meeting", "meeting:IDN+JPN:2023"), [said], leaders).facts
    assert fact.properties["leader_ids"] == ["leader:1"]
    assert fact.properties["leaders"] == ["Nobody Known", "Widodo"]
    attended = [edge.source for edge in edges_of("Meeting", fact.properties) if edge.kind.type == "ATTENDED"]
    assert attended == ["leader:1"]


def test_a_meeting_keeps_the_place_that_most_articles_give() -> None:
    said = [
        say(meet(place=place), name, "2023")
        for name, place in zip("abcd", ("Bali", "Jakarta", "Bali", None), strict=True)
    ]
    assert of(*said).facts[0].properties["place"] == "Bali"


def office(name: str, role: str = "head_of_government", title: str = "Prime Minister") -> Office:
    return Office(name, "JPN", role, title)


def test_a_leader_is_one_under_a_part_of_the_name() -> None:
    found = of(say(office("Kishida"), "a"), say(office("Fumio Kishida"), "b"), say(office("Yoko Kamikawa"), "c"))
    assert [(f.properties["name"], f.properties["aliases"]) for f in found.facts] == [
        ("Fumio Kishida", ["Kishida"]),
        ("Yoko Kamikawa", []),
    ]


def test_a_part_of_two_names_is_neither() -> None:
    said = [say(office(name), name) for name in ("Suga", "Yoshihide Suga", "Kenji Suga")]
    assert {f.properties["name"] for f in of(*said).facts} == {"Suga", "Yoshihide Suga", "Kenji Suga"}


def test_a_leader_stays_one_through_all_offices() -> None:
    first = say(office("Fumio Kishida", "foreign_minister", "Foreign Minister"), "a", published="2015-05-05")
    then = say(office("Fumio Kishida"), "b", published="2021-10-10")
    (fact,) = of(first, then).facts
    assert (fact.properties["role"], fact.properties["title"]) == ("head_of_government", "Prime Minister")
    edges = edges_of("Leader", fact.properties)
    assert [(e.properties["role"], e.properties["first_seen"]) for e in edges] == [
        ("foreign_minister", "2015-05-05"),
        ("head_of_government", "2021-10-10"),
    ]
    assert len({edge.key for edge in edges}) == 2


def test_ids_are_the_smallest_mention_whatever_the_order() -> None:
    said = [say(office(name), name) for name in ("Kishida", "Fumio Kishida")]
    (fact,) = of(*said).facts
    assert fact.id == f"leader:{min(c.claim_id for c in said)}"


def test_nothing_comes_of_nothing() -> None:
    assert project(Block("Leader", "leader:JPN"), []) == Projection(())


def test_no_order_changes_any_projection() -> None:
    readings = random_readings(30, 20, seed=5)
    all_of_them = [c for a, r in readings for _, c in contributions(a, {c.id: c for c in r.claims})]
    blocks: dict[Block, list[Contribution]] = {}
    for c in all_of_them:
        for block in blocks_of(c):
            blocks.setdefault(block, []).append(c)
    rng = random.Random(3)
    for block, own in blocks.items():
        expected = project(block, own)
        assert project(block, rng.sample(own, len(own))) == expected
        assert {id_ for fact in expected.facts for id_ in fact.claims} == {c.claim_id for c in own}


def test_folded_names_are_what_leaders_are_looked_up_by() -> None:
    assert folded("Fumio KISHIDA") == "fumio kishida"
