import pytest

from graph.claim import Agreement, Meeting
from graph.identity import (
    agreement_key,
    dated_key,
    event_key,
    event_pair,
    folded,
    leader_key,
    leader_scope,
    meeting_key,
    scope_of,
)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Joko Widodo", "joko widodo"),
        ("  JOKO   widodo ", "joko widodo"),
        ("Recep Tayyip Erdoğan", "recep tayyip erdogan"),
        ("Jean-Yves Le Drian", "jean yves le drian"),
        ("हिंदी", "हिंदी"),  # vowel signs are letters there, not accents
        ("岸田 文雄", "岸田 文雄"),
        ("Ｋｉｓｈｉｄａ", "kishida"),
        ("", ""),
    ],
)
def test_folded(name: str, expected: str) -> None:
    assert folded(name) == expected


def test_events_done_together_have_no_direction() -> None:
    assert event_pair("CONSULT", ("JPN", "IDN")) == ("IDN", "JPN")
    assert event_pair("AID", ("JPN", "IDN")) == ("JPN", "IDN")


def test_events_of_other_direction_type_or_date_are_others() -> None:
    aid = event_key("AID", ("JPN", "IDN"), "2023", "a")
    assert aid == event_key("AID", ("JPN", "IDN"), "2023", "b")
    others = [("ACCUSE", ("JPN", "IDN"), "2023"), ("AID", ("IDN", "JPN"), "2023"), ("AID", ("JPN", "IDN"), "2023-01")]
    assert aid not in {event_key(*other, "a") for other in others}


def test_leaders_are_compared_with_those_of_the_same_actor() -> None:
    keys = [leader_key("ORG:EU", name) for name in ("Kishida", "Fumio KISHIDA")]
    assert {scope_of(key) for key in keys} == {leader_scope("ORG:EU")}
    assert scope_of(leader_key("JPN", "Kishida")) != leader_scope("ORG:EU")


def test_undated_acts_of_two_articles_are_two() -> None:
    assert dated_key("2023-09-07", "a") == dated_key("2023-09-07", "b")
    assert dated_key(None, "a") != dated_key(None, "b")


def _agreement(name: str, parties: tuple[str, ...] = ("IDN", "JPN")) -> Agreement:
    return Agreement(name, "agreement", parties)


def test_agreements_of_one_name_and_the_same_parties_are_one() -> None:
    one = agreement_key(_agreement("the Economic Partnership Agreement on Trade"), "a")
    assert one == agreement_key(_agreement("Economic Partnership Agreement — trade"), "b")
    assert one != agreement_key(_agreement("Economic Partnership Agreement on Trade", ("AUS", "JPN")), "a")


@pytest.mark.parametrize("name", ["memorandum of understanding", "an agreement", "6 memorandums", "joint statement"])
def test_a_phrase_that_names_nothing_is_one_agreement_in_each_article(name: str) -> None:
    assert agreement_key(_agreement(name), "a") == agreement_key(_agreement(name), "a")
    assert agreement_key(_agreement(name), "a") != agreement_key(_agreement(name), "b")


def test_meetings_are_one_by_participants_and_date() -> None:
    visit, talks = Meeting("visit", ("IDN", "JPN")), Meeting("bilateral_meeting", ("IDN", "JPN"), place="Jakarta")
    assert meeting_key(visit, "2023-09-07", "a") == meeting_key(talks, "2023-09-07", "b")
    assert meeting_key(visit, "2023-09-07", "a") != meeting_key(visit, "2023-09-08", "a")
    assert meeting_key(visit, None, "a") != meeting_key(visit, None, "b")
    assert meeting_key(visit, None, "a") != meeting_key(talks, None, "a")
    assert meeting_key(visit, None, "a") != meeting_key(Meeting("visit", ("AUS", "JPN")), None, "a")
