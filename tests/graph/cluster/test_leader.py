"""Names that are one person's, and near misses that are not."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest

import graph.cluster.leader as leader_rules
from graph.cluster import Join, Place, Ruling, Rulings, resolve
from graph.identity import leader_key, leader_scope
from graph.vocabulary.people import Person

ONE = [
    ("IDN", "Joko Widodo", "Jokowi", "known"),
    ("IDN", "Joko Widodo", "J. Widodo", "initials"),
    ("IDN", "Joko Widodo", "Djoko Widodo", "spelling"),
    ("IDN", "Joko Widodo", "Widodo", "part"),
    ("IND", "Subrahmanyam Jaishankar", "S. Jaishankar", "known"),
    ("IND", "Subramaniam Rao", "S. Rao", "initials"),
    ("IND", "Narendra Modi", "Narendra D. Modi", "part"),
    ("JPN", "Fumio Kishida", "Kishida Fumio", "order"),
    ("JPN", "Taro Kono", "Taro Kohno", "spelling"),
    ("JPN", "Jiro Otani", "Jirou Ohtani", "spelling"),
    ("CHN", "Li Keqiang", "Li Ke Qiang", "spacing"),
    ("CHN", "Xi Jinping", "Xi", "part"),
    ("PRK", "Kim Jong-un", "Kim Jongun", "spacing"),
    ("UKR", "Volodymyr Zelenskyy", "Volodymyr Zelenskiy", "spelling"),
    ("UKR", "Volodymyr Zelensky", "Volodymyr Zelenskij", "spelling"),
    ("UKR", "Volodymyr Zelensky", "Zelenskyy", "part_spelling"),
    ("UKR", "Volodymyr Zelensky", "Vladimir Zelensky", "known"),
    ("RUS", "Dmitry Medvedev", "Dmitriy Medvedyev", "spelling"),
    ("RUS", "Mariya Zakharova", "Maria Zakharova", "spelling"),
    ("KAZ", "Mukhtar Tileuberdi", "Muhtar Tileuberdi", "spelling"),
    ("KAZ", "Kassym-Jomart Tokayev", "Kassym Jomart Tokaev", "spelling"),
    ("AZE", "Ilham Aliyev", "Ilham Aliev", "spelling"),
    ("LBY", "Muammar Gaddafi", "Moammar Qadhafi", "spelling"),
    ("EGY", "Abdel Fattah el-Sisi", "Abdelfattah al-Sissi", "spelling"),
    ("SAU", "Mohammed bin Farid", "Muhammad ibn Farid", "spelling"),
    ("PAK", "Mohammed Ishaq Dar", "Muhammad Ishaq Dar", "spelling"),
    ("MNG", "Batbold Oyun-Tuya", "Batbold Oyuntuya", "spacing"),
    ("TUR", "Recep Tayyip Erdoğan", "R. T. Erdogan", "initials"),
    ("DEU", "Annegret Müller", "Annegret Mueller", "spelling"),
    ("POL", "Władysław Nowak", "Wladyslaw Nowak", "spelling"),
    ("NOR", "Bjørn Aasland", "Bjorn Åsland", "spelling"),
    ("USA", "George Walker Bush", "George W. Bush", "initials"),
    ("MEX", "Andrés Manuel López Obrador", "AMLO", "known"),
]
"""Actor, the fuller name, another name of the same person, and the rule that tells."""

TWO = [
    ("USA", "George H. W. Bush", "George W. Bush"),
    ("USA", "Ann B. Carter", "Ann D. Carter"),
    ("PRK", "Kim Jong-il", "Kim Jong-un"),
    ("RUS", "Sergei Lavrov", "Ekaterina Lavrova"),
    ("RUS", "Sergei Petrov", "Sergei Petrova"),
    ("UKR", "Volodymyr Zelensky", "Olena Zelenska"),
    ("CHN", "Chen Gang", "Cheng Ang"),
    ("CHN", "Wang Yi", "Wang Ji"),
    ("CHN", "Wang Yi", "Wangyi"),
    ("CHN", "Qin Gang", "Qin Kang"),
    ("KOR", "Lee Hyun-ju", "Lee Hyeon-ju"),
    ("JPN", "Yuko Obuchi", "Yoko Obuchi"),
    ("BHR", "Hamad bin Isa Al Khalifa", "Salman bin Hamad bin Isa Al Khalifa"),
    ("SAU", "Salman bin Abdulaziz", "Abdulaziz bin Salman"),
    ("SAU", "Salman", "Mohammed bin Salman"),
    ("SAU", "Faisal", "Saud bin Faisal"),
    ("PHL", "Ferdinand Marcos", "Ferdinand Marcos Jr."),
    ("IRQ", "Hassan Ali", "Hussein Ali"),
    ("LBY", "Muammar Gaddafi", "Saif Gaddafi"),
    ("MEX", "Juan Pérez", "J. P. López"),
    ("IND", "S. Rao", "Subramaniam Rao Patil"),
    ("FRA", "Marie Dupont", "Marc Dupond"),
]


def facts(actor: str, *names: str) -> list[str]:
    keys = [leader_key(actor, name) for name in names]
    places = resolve(leader_scope(actor), keys)
    return [places[key].fact for key in keys]


@pytest.mark.parametrize(("actor", "full", "other", "rule"), ONE)
def test_names_of_one_person(actor: str, full: str, other: str, rule: str) -> None:
    places = resolve(leader_scope(actor), [leader_key(actor, full), leader_key(actor, other)])
    assert len({place.fact for place in places.values()}) == 1
    (join,) = [place.join for place in places.values() if place.join]
    assert {join.key, join.to} == set(places)
    assert join.rule == rule


@pytest.mark.parametrize(("actor", "one", "other"), TWO)
def test_names_of_two_people(actor: str, one: str, other: str) -> None:
    assert len(set(facts(actor, one, other))) == 2


@pytest.mark.parametrize(
    ("actor", "short", "people"),
    [
        ("IDN", "Suharti", ["Ari Suharti", "Budi Suharti"]),
        ("IDN", "A. Suharti", ["Ari Suharti", "Ani Suharti"]),
        ("PRK", "Kim", ["Kim Jong-un", "Kim Yo-jong"]),
        ("USA", "Bush", ["George W. Bush", "George H. W. Bush"]),
        ("RUS", "Ivanow", ["Igor Ivanov", "Sergei Ivanov"]),
    ],
)
def test_whom_two_may_be_is_neither(actor: str, short: str, people: list[str]) -> None:
    assert facts(actor, short, *people) == [
        leader_key(actor, short),
        *(facts(actor, person)[0] for person in people),
    ]
    assert len(set(facts(actor, short, people[0]))) == 1


def test_a_known_person_goes_by_the_usual_name_whatever_is_mentioned() -> None:
    assert facts("IDN", "Jokowi") == ["leader:IDN:joko widodo"]
    assert facts("ARE", "Mohamed bin Zayed") == facts("ARE", "MBZ") == ["leader:ARE:mohamed bin zayed al nahyan"]
    assert facts("UKR", "Vladimir Zelensky") == ["leader:UKR:volodymyr zelenskyy"]
    assert facts("ORG:NATO", "Mark Rutte") == facts("NLD", "Mark Rutte") == ["leader:NLD:mark rutte"]
    assert facts("CAN", "Charles III") != facts("GBR", "Charles III")


def test_a_person_nobody_knows_goes_by_the_fullest_name() -> None:
    assert facts("IDN", "Suharti", "Ari Budi Suharti", "Ari Suharti") == ["leader:IDN:ari budi suharti"] * 3


def test_what_is_ruled_goes_before_all_rules() -> None:
    names = ("Joko Widodo", "Jokowi", "J. Widodo", "Retno Marsudi")
    keys = [leader_key("IDN", name) for name in names]
    apart = Rulings([Ruling(keys[0], keys[1], False)])
    assert [place.fact for _, place in sorted(resolve("leader:IDN", keys, apart).items())] == [
        "leader:IDN:joko widodo",
        "leader:IDN:joko widodo",
        "leader:IDN:jokowi",
        "leader:IDN:retno marsudi",
    ]
    one = Rulings([Ruling(keys[0], keys[3], True)])
    assert {place.fact for place in resolve("leader:IDN", keys, one).values()} == {"leader:IDN:joko widodo"}


@pytest.fixture
def solana(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Packaged facts that know somebody from a country and two bodies."""
    name = "javier solana"
    people = {
        actor: {name: Person(actor, name, frozenset({name}), "ESP", ())} for actor in ("ESP", "ORG:EU", "ORG:NATO")
    }
    monkeypatch.setattr(leader_rules, "people_of", lambda actor: people.get(actor, {}))
    leader_rules._spelt.cache_clear()
    yield
    leader_rules._spelt.cache_clear()


@pytest.mark.usefixtures("solana")
@pytest.mark.parametrize(
    ("apart", "expected"),
    [
        (None, ("leader:ESP:javier solana",) * 2),
        (("ESP", "ORG:EU"), ("leader:ORG:EU:javier solana", "leader:ESP:javier solana")),
        (("ORG:EU", "ORG:NATO"), ("leader:ESP:javier solana", "leader:ORG:NATO:javier solana")),
        (("DEU", "ORG:EU"), ("leader:ESP:javier solana",) * 2),
    ],
)
def test_what_is_ruled_goes_before_what_the_facts_know_of_people_of_several_actors(
    apart: tuple[str, str] | None, expected: tuple[str, str]
) -> None:
    a, b = (leader_key(actor, "Javier Solana") for actor in apart or ("", ""))
    rulings = Rulings([Ruling(a, b, one=False)] if apart else [])
    for actor, fact in zip(("ORG:EU", "ORG:NATO"), expected, strict=True):
        key = leader_key(actor, "Javier Solana")
        join = Join(key, fact, "known") if fact != key else None
        assert resolve(f"leader:{actor}", [key], rulings) == {key: Place(fact, join)}


def test_no_order_matters_among_many_names() -> None:
    rng = random.Random(5)
    names = {f"{a} {b}" for a in "Ari Budi Citra A. Muhammad".split() for b in "Suharti Soeharti Widodo Halim".split()}
    names |= {"Suharti", "Widodo", "Joko Widodo", "Jokowi", "Halim", "Mohammed Halim", "B. C. Halim"}
    keys = [leader_key("IDN", name) for name in names]
    expected = dict(resolve("leader:IDN", keys))
    for _ in range(5):
        assert resolve("leader:IDN", rng.sample(keys, len(keys))) == expected
    for key in keys:  # what is one needs no third: a scope without the others says the same of exact equals
        assert resolve("leader:IDN", [key])[key].join is None
