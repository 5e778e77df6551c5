"""What each kind of fact says of all its claims."""

import itertools
import random
from collections.abc import Mapping
from typing import Any

import pytest

from graph.claim import (
    Agreement,
    AgreementStatus,
    Claim,
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
from graph.cluster import resolved
from graph.identity import is_mention
from graph.projection import Contribution, contributions, edges_of, fact_of, summarized
from graph.projection.agreement import step_from_text
from graph.projection.contribution import joined
from graph.projection.key import label_of
from tests.graph.samples import article, claim, energy, random_readings

Said = Mapping[str, Contribution]


def say(
    statement: Statement,
    article_id: str = "a",
    date: str | None = None,
    published: str | None = "2023-09-07",
    n: int = 0,
    confidence: float = 0.8,
) -> Said:
    """What one claim adds, by key."""
    own = article(article_id, f"Text of {article_id}, long enough.", published)
    said = claim(own, statement, start=n, confidence=confidence, when=When(date, "stated" if date else None))
    return contributions(own, {said.id: said})


def of(*said: Said) -> dict[str, dict[str, Any]]:
    """All facts and edges that follow, by key."""
    by_key: dict[str, dict[str, list[Contribution]]] = {}
    people = resolved(key for own in said for key in own if is_mention(key))
    for own in said:
        for key, c in own.items():
            by_key.setdefault(people.get(key, key), {}).setdefault(c.article, []).append(c)
    found = {key: summarized([joined(parts) for parts in own.values()]) for key, own in by_key.items()}
    made = {key: fact_of(key, summary, people) for key, summary in found.items()}
    return {key: properties for key, properties in sorted(made.items()) if properties is not None}


def facts(*said: Said) -> list[dict[str, Any]]:
    """The facts among them."""
    return [properties for key, properties in of(*said).items() if label_of(key)]


def edge(*said: Said) -> dict[str, Any] | None:
    """The edge between actors among them."""
    return next((properties for key, properties in of(*said).items() if not label_of(key)), None)


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
    all_ = [say(cooperation(status), name, date, n=n) for n, (status, name, date) in enumerate(said)]
    for order in itertools.permutations(all_):
        assert facts(*order)[0]["status"] == expected


def test_an_unsure_claim_decides_no_status_beside_a_sure_one() -> None:
    sure, unsure = say(cooperation("agreed")), say(cooperation("active"), n=1, confidence=0.4)
    assert facts(sure, unsure)[0]["status"] == "agreed"
    assert facts(unsure)[0]["status"] == "active"


def test_cooperations_of_a_dyad_are_one_for_each_sector() -> None:
    trade = Cooperation((("IDN", "JPN"), ("AUS", "JPN")), "trade")
    found = of(say(energy()), say(trade, "b"))
    assert list(found)[2:] == ["coop:AUS-JPN:trade", "coop:IDN-JPN:energy", "coop:IDN-JPN:trade"]
    assert found["coop:IDN-JPN:energy"]["subsectors"] == ["energy.gas"]
    drawn = found["COOPERATES_WITH:IDN>JPN"]
    assert (drawn["sectors"], drawn["articles"]) == (["energy", "trade"], 2)


def test_who_only_cooperated_once_cooperates_no_more() -> None:
    assert edge(say(energy("ended"))) is None


def test_the_edge_of_two_who_cooperate_counts_what_tells_of_that() -> None:
    ended = Cooperation((("IDN", "JPN"),), "trade", (), "ended")
    drawn = edge(say(energy()), say(ended, "b"))
    assert drawn is not None
    assert (drawn["sectors"], drawn["articles"], len(drawn["best"])) == (["energy"], 1, 2)


def test_a_subsector_in_the_place_of_a_sector_is_of_its_sector() -> None:
    fact = facts(say(Cooperation((("IDN", "JPN"),), "energy.gas")))[0]
    assert (fact["id"], fact["subsectors"]) == ("coop:IDN-JPN:energy", ["energy.gas"])


def test_a_dispute_over_nothing_named_has_no_sector_edge() -> None:
    (named,), (unnamed,) = facts(say(Dispute((("IDN", "JPN"),), "trade"))), facts(say(Dispute((("IDN", "JPN"),))))
    assert named["id"] == "dispute:IDN-JPN:trade"
    assert unnamed["id"] == "dispute:IDN-JPN:-"
    assert {edge.kind.type for edge in edges_of("Dispute", named)} == {"OF", "OVER", "DISPUTES"}
    assert {edge.kind.type for edge in edges_of("Dispute", unnamed)} == {"OF"}


def aid(modality: Modality = "actual") -> Event:
    return Event((("JPN", "IDN"),), "AID", None, ("energy",), modality)


def test_events_of_one_date_are_one() -> None:
    found = of(say(aid("pledged"), "a", "2020-01-01"), say(aid(), "b", "2020-01-01"), say(aid(), "c", "2021"))
    first, second = found["event:JPN>IDN:AID:2020-01-01"], found["event:JPN>IDN:AID:2021"]
    assert [(f["date"], f["modality"]) for f in (first, second)] == [("2020-01-01", "actual"), ("2021", "actual")]
    assert (found["AIDED:JPN>IDN"]["events"], found["AIDED:JPN>IDN"]["articles"]) == (2, 2)


def test_undated_events_of_two_articles_are_two() -> None:
    two, one = (say(aid(), "a"), say(aid(), "b")), (say(aid(), "a"), say(aid(), "a", n=1))
    for said, number in ((two, 2), (one, 1)):
        drawn = edge(*said)
        assert drawn is not None
        assert (len(facts(*said)), drawn["events"]) == (number, number)


def test_pledges_are_summed_up_only_where_nothing_happened_yet() -> None:
    pledged = edge(say(aid("pledged"), "a"))
    assert pledged is not None
    assert pledged["modality"] == "pledged"
    both = edge(say(aid("pledged"), "a"), say(aid(), "b"))
    assert both is not None
    assert (both["modality"], both["events"]) == ("actual", 1)


@pytest.mark.parametrize("modality", ["possible", "negated"])
def test_what_did_not_happen_is_a_fact_and_no_edge(modality: Modality) -> None:
    assert facts(say(aid(modality)))[0]["modality"] == modality
    assert edge(say(aid(modality))) is None


def test_who_consults_whom_does_not_matter() -> None:
    there, back = Event((("IDN", "JPN"),), "CONSULT"), Event((("JPN", "IDN"),), "CONSULT")
    assert len(facts(say(there, "a", "2020"), say(back, "b", "2020"))) == 1
    own = article("a")
    both = claim(own, Event((("IDN", "JPN"), ("JPN", "IDN")), "CONSULT"))
    assert [len(c.sayings) for c in contributions(own, {both.id: both}).values()] == [1, 1]


def epa(status: AgreementStatus, name: str = "Economic Partnership Agreement of 2007") -> Agreement:
    return Agreement(name, "agreement", ("IDN", "JPN"), ("trade",), status)


def history(*said: tuple[AgreementStatus, str | None, str | None]) -> list[str]:
    """Status and date of each step."""
    all_ = [say(epa(status), f"a{n}", date, published) for n, (status, date, published) in enumerate(said)]
    (steps,) = {tuple(facts(*order)[0]["history"]) for order in itertools.permutations(all_)}
    found = [step_from_text(text) for text in steps]
    assert {step.claim_id for step in found} <= {c for own in all_ for one in own.values() for c in one.claims}
    return [f"{step.status} {step.date or '-'} {step.basis or '-'}" for step in found]


def test_an_agreement_has_a_life() -> None:
    assert history(("in_force", "2008", None), ("signed", "2007", None), ("proposed", None, None)) == [
        "proposed - -",
        "signed 2007 stated",
        "in_force 2008 stated",
    ]


def test_what_is_only_said_again_is_no_step() -> None:
    assert history(("signed", "2007", None), ("signed", None, "2023")) == ["signed 2007 stated"]


def test_what_was_reached_stays_reached() -> None:
    assert history(("in_force", "2008", None), ("signed", None, "2023")) == ["in_force 2008 stated"]


def test_a_step_without_a_date_was_taken_when_it_was_told() -> None:
    assert history(("signed", None, "2023-09-07")) == ["signed 2023-09-07 publication"]


def test_what_was_suspended_can_come_into_force_again() -> None:
    assert history(("in_force", "2008", None), ("suspended", "2010", None), ("in_force", "2012", None)) == [
        "in_force 2008 stated",
        "suspended 2010 stated",
        "in_force 2012 stated",
    ]


def test_within_one_date_the_strongest_is_where_it_stands() -> None:
    assert facts(say(epa("signed"), "a", "2007"), say(epa("ratified"), "b", "2007"))[0]["status"] == "ratified"


def test_an_agreement_binds_each_two_of_its_parties() -> None:
    three = Agreement("Pact of Steel and Rice", "treaty", ("AUS", "IDN", "JPN"))
    edges = edges_of("Agreement", facts(say(three))[0])
    assert [edge.source for edge in edges if edge.kind.type == "BOUND_BY"] == ["AUS-IDN", "AUS-JPN", "IDN-JPN"]
    assert [edge.source for edge in edges if edge.kind.type == "PARTY_TO"] == ["AUS", "IDN", "JPN"]


def meet(*leaders: str, place: str | None = None) -> Meeting:
    return Meeting("visit", ("IDN", "JPN"), leaders, place)


def test_leaders_of_a_meeting_are_those_that_its_article_knows() -> None:
    own, other = article("a"), article("b")
    claims = [claim(own, meet("Fumio Kishida", "Widodo", "Nobody Known"), when=When("2023", "stated"))]
    claims += [claim(own, office("Fumio Kishida"))]
    elsewhere = claim(other, Office("Widodo", "IDN", "head_of_state"))
    said = contributions(own, {c.id: c for c in claims}), contributions(other, {elsewhere.id: elsewhere})
    fact = of(*said)["meeting:IDN+JPN:2023"]
    assert fact["leader_ids"] == ["leader:JPN:fumio kishida"]
    assert fact["leaders"] == ["Nobody Known", "Widodo"]
    attended = [edge.source for edge in edges_of("Meeting", fact) if edge.kind.type == "ATTENDED"]
    assert attended == fact["leader_ids"]


def test_a_meeting_keeps_the_place_that_most_articles_give() -> None:
    places = zip("abcd", ("Bali", "Jakarta", "Bali", None), strict=True)
    assert facts(*(say(meet(place=place), name, "2023") for name, place in places))[0]["place"] == "Bali"


def office(name: str, role: str = "head_of_government", title: str = "Prime Minister") -> Office:
    return Office(name, "JPN", role, title)


def test_a_leader_is_one_under_a_part_of_the_name() -> None:
    said = [say(office(name), id_) for id_, name in zip("abc", ("Kishida", "Fumio Kishida", "Yoko Mori"), strict=True)]
    assert [(f["id"], f["name"], f["aliases"]) for f in facts(*said)] == [
        ("leader:JPN:fumio kishida", "Fumio Kishida", ["Kishida"]),
        ("leader:JPN:yoko mori", "Yoko Mori", []),
    ]


def test_a_part_of_two_names_is_neither() -> None:
    said = [say(office(name), name) for name in ("Suga", "Yoshihide Suga", "Kenji Suga")]
    assert {f["name"] for f in facts(*said)} == {"Suga", "Yoshihide Suga", "Kenji Suga"}


def test_a_leader_stays_one_through_all_offices() -> None:
    first = say(office("Fumio Kishida", "foreign_minister", "Foreign Minister"), "a", published="2015-05-05")
    then = say(office("Fumio Kishida"), "b", published="2021-10-10")
    (fact,) = facts(first, then)
    assert (fact["role"], fact["title"]) == ("head_of_government", "Prime Minister")
    edges = edges_of("Leader", fact)
    assert [(e.properties["role"], e.properties["first_seen"]) for e in edges] == [
        ("foreign_minister", "2015-05-05"),
        ("head_of_government", "2021-10-10"),
    ]
    assert len({edge.key for edge in edges}) == 2


def test_nothing_comes_of_nothing() -> None:
    assert summarized([]) is None
    assert fact_of("leader:JPN:kishida", None, {}) is None


def test_no_order_changes_any_fact() -> None:
    readings = random_readings(30, 20, seed=5)
    said = [contributions(a, _by_id(r.claims)) for a, r in readings]
    expected = of(*said)
    assert of(*random.Random(3).sample(said, len(said))) == expected
    assert {label_of(key) for key in expected} == {
        *("Cooperation", "Dispute", "Event", "Agreement", "Meeting", "Leader", None)
    }
    assert {c for own in said for one in own.values() for c in one.claims} == {
        c.id for _, r in readings for c in r.claims
    }


def _by_id(claims: tuple[Claim, ...]) -> dict[str, Claim]:
    return {c.id: c for c in claims}
