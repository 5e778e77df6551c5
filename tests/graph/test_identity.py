import pytest

from graph.claim import Agreement, AgreementStatus, Meeting, When
from graph.identity import (
    actors_of,
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


def _key(agreement: Agreement, article: str, date: str | None = None, published: str | None = "2024-05-01") -> str:
    return agreement_key(agreement, When(date, "stated") if date else When(), published, article)


def test_agreements_of_one_name_and_the_same_parties_have_one_key() -> None:
    one = _key(_agreement("the Economic Partnership Agreement on Trade"), "a")
    assert one == _key(_agreement("Economic Partnership Agreement — trade"), "b")
    assert one != _key(_agreement("Economic Partnership Agreement on Trade", ("AUS", "JPN")), "a")
    assert scope_of(one) == "agreement:IDN+JPN"
    assert actors_of(one) == ["IDN", "JPN"]


@pytest.mark.parametrize("name", ["memorandum of understanding", "an agreement", "6 memorandums", "joint statement"])
def test_a_phrase_that_names_nothing_is_one_agreement_in_each_article(name: str) -> None:
    assert _key(_agreement(name), "a") == _key(_agreement(name), "a")
    assert _key(_agreement(name), "a") != _key(_agreement(name), "b")
    assert scope_of(_key(_agreement(name), "a")) == _key(_agreement(name), "a")


@pytest.mark.parametrize(
    ("kind", "status", "date", "published", "year"),
    [
        ("agreement", "signed", "2007-08-20", "2023", "2007"),
        ("agreement", "signed", None, "2023-09-07", ""),  # of a treaty that is told of for years
        ("agreement", "in_force", "2008", "2023", ""),
        ("memorandum", "signed", "2007", "2023", "2007"),
        ("memorandum", "signed", None, "2023-09-07", "2023"),
        ("memorandum", "signed", None, None, ""),
        ("memorandum", "in_force", None, "2023", ""),
    ],
)
def test_when_an_agreement_was_new(
    kind: str, status: AgreementStatus, date: str | None, published: str | None, year: str
) -> None:
    one = Agreement("Pact on Fish", kind, ("IDN", "JPN"), (), status)
    assert _key(one, "a", date, published).partition("@")[2] == year


def test_meetings_are_mentioned_by_participants_date_and_kind() -> None:
    visit, talks = Meeting("visit", ("IDN", "JPN")), Meeting("bilateral_meeting", ("IDN", "JPN"), place="Jakarta")
    assert meeting_key(visit, "2023-09-07", "2024", "a") == meeting_key(visit, "2023-09-07", None, "b")
    keys = {meeting_key(m, date, None, "a") for m in (visit, talks) for date in ("2023-09-07", "2023-09-08", None)}
    assert len(keys) == 6
    assert meeting_key(visit, None, None, "a") != meeting_key(visit, None, None, "b")
    assert meeting_key(visit, None, None, "a") != meeting_key(Meeting("visit", ("AUS", "JPN")), None, None, "a")


def test_meetings_are_compared_with_those_of_their_year() -> None:
    visit = Meeting("visit", ("IDN", "JPN"))
    scopes = {scope_of(meeting_key(visit, d, "2023-01-02", "a")) for d in ("2023-09-07", "2023-09", "2023", None)}
    assert scopes == {"meeting:IDN+JPN:2023"}
    assert scope_of("meeting:IDN+JPN:2023-09-07") == "meeting:IDN+JPN:2023"
    assert scope_of(meeting_key(visit, None, None, "a")) == meeting_key(visit, None, None, "a")
