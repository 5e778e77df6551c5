"""Roles: titles in texts and their classes, with near misses."""

from __future__ import annotations

from typing import Any

import pytest

from graph.errors import VocabularyError
from graph.vocabulary import roles
from graph.vocabulary.loading import Row
from graph.vocabulary.roles import read_roles

GUIDE = (
    "head_of_state head_of_government monarch deputy_head foreign_minister defence_minister minister ambassador envoy "
    "legislator military official opposition former"
)


def titles(text: str) -> list[str]:
    return [text[m.start : m.end] for m in roles().find_titles(text)]


def test_the_classes_of_the_guide() -> None:
    assert set(roles()) == set(GUIDE.split())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Indonesian President Joko Widodo met Prime Minister Kishida", ["President", "Prime Minister"]),
        ("Secretary of State Antony Blinken", ["Secretary of State"]),
        ("Trade, Industry and Energy Minister Ahn", ["Trade, Industry and Energy Minister"]),
        ("Minister for Foreign Affairs and Trade Winston Peters", ["Minister for Foreign Affairs and Trade"]),
        ("Minister of Foreign Affairs of Japan", ["Minister of Foreign Affairs"]),
        ("the defense and foreign ministers of both", ["defense and foreign ministers"]),
        ("talks on trade, Foreign Minister Wong said", ["Foreign Minister"]),
        ("on trade and Foreign Minister Wong", ["Foreign Minister"]),
        ("the first deputy foreign minister", ["deputy foreign minister"]),
        ("Vice Finance Minister Liao Min", ["Vice Finance Minister"]),
        ("Deputy Prime Minister and Foreign Minister Fajon", ["Deputy Prime Minister", "Foreign Minister"]),
        ("Lt. Gen. Ali and Gen. Milley", ["Lt. Gen.", "Gen."]),
        ("Secretaries of State and Governors-General", ["Secretaries of State", "Governors-General"]),
        ("PM Modi", ["PM"]),
        ("High Representative for Foreign Affairs and Security Policy Borrell",
         ["High Representative for Foreign Affairs and Security Policy"]),
        ("the U.S. commerce secretary", ["commerce secretary"]),
        ("Federal Minister for Economic Affairs and Climate Action Habeck",
         ["Federal Minister for Economic Affairs and Climate Action"]),
        ("Minister of Defence, Foreign Minister Lavrov", ["Minister of Defence", "Foreign Minister"]),
        ("former acting president Park", ["president"]),
    ],
)  # fmt: skip
def test_titles_in_a_text(text: str, expected: list[str]) -> None:
    assert titles(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "the general election",
        "a general agreement",
        "at 5 PM on Monday",
        "the prime minister's office",
        "world leaders",
        "a union leader",
        "the presidential palace",
        "prince of thieves",
        "a loud speaker",
        "the secretary typed",
        "Goodwill Ambassador Bianca",
    ],
)
def test_near_misses_are_no_titles(text: str) -> None:
    assert titles(text) == []


@pytest.mark.parametrize(
    ("title", "country", "role"),
    [
        ("President", "IDN", "head_of_state"),
        ("President", "ORG:EU", "official"),
        ("Prime Minister", "JPN", "head_of_government"),
        ("Chancellor", "DEU", "head_of_government"),
        ("Chancellor", "GBR", "minister"),
        ("Chancellor of the Exchequer", "GBR", "minister"),
        ("Taoiseach", "IRL", "head_of_government"),
        ("Emir", "QAT", "monarch"),
        ("Prince", "MCO", "monarch"),
        ("Prince", "SAU", "official"),
        ("vice-president", "USA", "deputy_head"),
        ("Deputy Prime Minister", "VNM", "deputy_head"),
        ("Secretary of State", "USA", "foreign_minister"),
        ("Secretary of State", None, "foreign_minister"),
        ("Secretary of State", "FRA", "official"),
        ("Secretary of State for Defence", "GBR", "defence_minister"),
        ("Secretary of Defense", "USA", "defence_minister"),
        ("Foreign Secretary", "GBR", "foreign_minister"),
        ("Foreign Secretary", "IND", "official"),
        ("Defence Secretary", "PAK", "official"),
        ("Home Secretary", "GBR", "minister"),
        ("foreign affairs secretary", "PHL", "foreign_minister"),
        ("external affairs minister", "IND", "foreign_minister"),
        ("foreign trade minister", "FRA", "minister"),
        ("deputy foreign minister", "CHN", "official"),
        ("Vice Foreign Minister", "CHN", "official"),
        ("Minister of State for Defence", "IND", "minister"),
        ("Minister of Economy, Trade and Industry", "JPN", "minister"),
        ("Trade Representative", "USA", "minister"),
        ("state councillor and foreign minister", "CHN", "foreign_minister"),
        ("crown prince and prime minister", "SAU", "head_of_government"),
        ("High Commissioner", "AUS", "ambassador"),
        ("High Commissioner for Refugees", "ORG:UN", "official"),
        ("ambassador", "ORG:EU", "ambassador"),
        ("chargé d'affaires", "USA", "ambassador"),
        ("consul general", "USA", "official"),
        ("special envoy", "KOR", "envoy"),
        ("chief negotiator", "ORG:EU", "envoy"),
        ("Speaker of the House", "USA", "legislator"),
        ("Vice Admiral", "JPN", "military"),
        ("army chief", "PAK", "military"),
        ("chief of staff", "ISR", "military"),
        ("chief of staff", "UKR", "official"),
        ("secretary-general", "ORG:NATO", "official"),
        ("central bank governor", "TUR", "official"),
        ("spokeswoman", "CHN", "official"),
        ("national security advisor", "USA", "official"),
        ("opposition leader", "VEN", "opposition"),
        ("leader", "JPN", "head_of_government"),
        ("leader", "PRK", "head_of_state"),
        ("junta chief", "MMR", "head_of_state"),
        ("rebel leader", "COD", "official"),
        ("Minister of State", "MCO", "head_of_government"),
        ("Cabinet Secretary for Foreign and Diaspora Affairs", "KEN", "foreign_minister"),
        ("Undersecretary of Defense", "USA", "official"),
        ("former prime minister", "JPN", "former"),
        ("ex-president", "KOR", "former"),
        ("former deputy foreign minister", "CHN", "former"),
        ("opposition leader and former prime minister", "MYS", "opposition"),
        ("acting president", "KOR", "head_of_state"),
        ("Chief Executive", "HKG", "head_of_government"),
        ("chief executive", "USA", None),
        ("chairman", None, None),
        ("chairman", "ORG:AU", "official"),
        ("professor", "JPN", None),
    ],
)  # fmt: skip
def test_the_class_of_a_title(title: str, country: str | None, role: str | None) -> None:
    assert roles().classify(title, country) == role


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("Mr Lee", "Lee"),
        ("Datuk Seri Anwar Ibrahim", "Anwar Ibrahim"),
        ("Dr. S. Jaishankar", "S. Jaishankar"),
        ("Sir", "Sir"),
    ],
)
def test_honorifics_go(name: str, bare: str) -> None:
    assert roles().without_honorifics(name) == bare


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"colour": "red"}, "unknown field 'colour'"),
        ({"roles": {"a": {}}}, "roles.a: titles is missing"),
        ({"roles": {"a": {"titles": ["boss"]}, "b": {"titles": ["boss"]}}}, "roles.b: titles: 'boss' is a title of a"),
        ({"roles": {"a": {"titles": [{"title": "boss", "where": {"JPN": "z"}}]}}}, "where: unknown role ['z']"),
        ({"roles": {"a": {"titles": [{"title": "boss", "portfolio": "all"}]}}}, "roles.a.titles: 'boss': portfolio"),
        ({"not": ["teacher"]}, "not: 'teacher' holds no title"),
    ],
)
def test_errors_name_file_and_key(change: dict[str, Any], message: str) -> None:
    body = {"roles": {"a": {"titles": ["boss"]}}, **change}
    with pytest.raises(VocabularyError) as caught:
        read_roles(Row("roles.yaml", "top level", body))
    assert str(caught.value).startswith("roles.yaml: ")
    assert message in str(caught.value)
