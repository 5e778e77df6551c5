"""Names of agreements that are one's, and near misses that are not."""

from __future__ import annotations

import random

import pytest

from graph.claim import Agreement, AgreementStatus, When
from graph.cluster import resolve
from graph.identity import agreement_key, scope_of

Told = tuple[str, str, AgreementStatus, str | None, str | None]
"""Name, kind, status, the date that is given, and when the article was published."""


def key(told: Told, parties: tuple[str, ...] = ("ARE", "IND"), article: str = "a") -> str:
    name, kind, status, date, published = told
    when = When(date, "stated") if date else When()
    return agreement_key(Agreement(name, kind, parties, (), status), when, published, article)


def facts(*told: Told, parties: tuple[str, ...] = ("ARE", "IND")) -> list[str]:
    keys = [key(one, parties) for one in told]
    places = resolve(f"agreement:{'+'.join(parties)}", keys)
    return [places[one].fact for one in keys]


def signed(name: str, year: str | None = None, kind: str = "agreement") -> Told:
    return name, kind, "signed", year, "2024-05-01"


def held(name: str, kind: str = "agreement") -> Told:
    return name, kind, "in_force", None, "2024-05-01"


FULL = "Comprehensive Economic Partnership Agreement"

ONE = [
    (held(FULL), held(f"India–UAE {FULL}"), "wording"),
    (held(FULL), held(f"{FULL} between India and the United Arab Emirates"), "wording"),
    (held(FULL), held(f"{FULL} (CEPA)"), "wording"),
    (held(FULL), held(f"{FULL} on 18 February"), "wording"),
    (held(FULL), held("CEPA"), "acronym"),
    (held(FULL), held("the India-UAE CEPA"), "acronym"),
    (held(FULL), held("UAE–India CEPA agreement"), "acronym"),
    (signed(FULL, "2022-02-18"), held("CEPA"), "acronym"),
    (held("Defence Cooperation Agreement"), held("Defense Cooperation Pact"), "wording"),
    (held("defence cooperation agreement"), held("DCA"), "acronym"),
    (held("agreement on cooperation in the defence field"), held("defense field cooperation agreement"), "wording"),
    (signed("1973 Itaipu Treaty", None, "treaty"), held("Itaipu Treaty", "treaty"), "wording"),
    (signed("MoU on fisheries", "2010", "memorandum"), signed("MoU on fisheries", "2014", "memorandum"), "period"),
    (
        signed("memorandum of understanding on fisheries", "2010", "memorandum"),
        held("fisheries MoU", "memorandum"),
        "wording",
    ),
]
"""Two names of one agreement, and the rule that tells."""

TWO = [
    (held("defence cooperation agreement"), held("defence industry cooperation agreement")),
    (held("Extradition Treaty", "treaty"), held("Protocol to the Extradition Treaty", "treaty")),
    (held("Free Trade Agreement"), held(FULL)),
    (held("2010 defence pact"), held("2021 defence pact")),
    (signed("defence agreement", "2010"), signed("defence agreement", "2021")),
    (signed("MoU on fisheries", "2010", "memorandum"), signed("MoU on fisheries", "2023", "memorandum")),
    (signed("1973 Itaipu Treaty", None, "treaty"), signed("Itaipu Treaty", "2024", "treaty")),
    (held("2 March Declaration on Space", "joint_statement"), held("9 Points on Space", "joint_statement")),
    (held("Air Services Agreement"), held("CEPA")),
    (held("agreement on health"), held("agreement on health workers")),
    (held("second joint declaration on space", "joint_statement"), held("joint declaration on space")),
]


@pytest.mark.parametrize(("one", "other", "rule"), ONE)
def test_names_of_one_agreement(one: Told, other: Told, rule: str) -> None:
    places = resolve("agreement:ARE+IND", [key(one), key(other)])
    assert len({place.fact for place in places.values()}) == 1
    (join,) = [place.join for place in places.values() if place.join]
    assert ({join.key, join.to}, join.rule) == (set(places), rule)


@pytest.mark.parametrize(("one", "other"), TWO)
def test_names_of_two_agreements(one: Told, other: Told) -> None:
    assert len(set(facts(one, other))) == 2


def test_other_parties_have_other_initials_before_an_acronym() -> None:
    epa = held("Economic Partnership Agreement")
    assert len(set(facts(epa, held("JIEPA"), held("Indonesia-Japan EPA"), parties=("IDN", "JPN")))) == 1
    assert len(set(facts(epa, held("JIEPA"), parties=("ARE", "GBR")))) == 2


def test_an_acronym_of_two_names_is_neither() -> None:
    closer = held("Closer Economic Partnership Arrangement", "agreement")
    assert len(set(facts(held("CEPA"), held(FULL), closer))) == 3


def test_an_undated_name_of_what_was_signed_twice_is_neither() -> None:
    told = (signed("defence agreement", "2010"), signed("defence agreement", "2021"), held("defence agreement"))
    assert facts(*told) == [
        "agreement:ARE+IND:defence agreement@2010",
        "agreement:ARE+IND:defence agreement@2021",
        "agreement:ARE+IND:defence agreement",
    ]


def test_years_between_make_what_is_told_of_far_apart_one() -> None:
    far = [signed("MoU on fisheries", year, "memorandum") for year in ("2010", "2017")]
    assert len(set(facts(*far))) == 2
    assert len(set(facts(*far, signed("MoU on fisheries", "2013", "memorandum")))) == 1


def test_the_id_is_the_fullest_name() -> None:
    assert set(facts(held("CEPA"), signed(FULL, "2022"), held(f"India-UAE {FULL}"))) == {
        "agreement:ARE+IND:india uae comprehensive economic partnership agreement"
    }
    assert facts(signed(FULL, "2022")) == ["agreement:ARE+IND:comprehensive economic partnership agreement"]


def test_what_only_describes_is_told_apart_by_its_article() -> None:
    keys = [key(held("the memorandum", "memorandum"), article=article) for article in "ab"]
    assert len({scope_of(one) for one in keys}) == 2
    assert {place.fact for one in keys for place in resolve(scope_of(one), [one]).values()} == set(keys)


def test_no_order_matters_among_many_names() -> None:
    names = [FULL, "CEPA", "India-UAE CEPA", "defence pact", "Defence Agreement", "MoU on ports", "2010 defence pact"]
    told = [signed(name, year, kind) for name in names for year in ("2009", "2013", "2022", None) for kind in KINDS]
    keys = sorted({key(one) for one in told})
    expected = dict(resolve("agreement:ARE+IND", keys))
    assert 1 < len({place.fact for place in expected.values()}) < len(keys)
    rng = random.Random(3)
    for _ in range(5):
        assert resolve("agreement:ARE+IND", rng.sample(keys, len(keys))) == expected


KINDS = ("agreement", "memorandum")
