"""What the gazetteer takes for an actor's name, and what only looks like one."""

from __future__ import annotations

import pytest

from ingest.reader.text.token import words_of
from ingest.reader.who.gazetteer import gazetteer, settle


def actors(*sentences: str) -> list[str]:
    found = settle(gazetteer().find(words_of(s), s, 0) for s in sentences)
    return [m.actors[0] for mentions in found for m in mentions]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Ships crossed the South China Sea.", []),
        ("The Bank of China lent money to Chad.", ["TCD"]),
        ("The Washington Post wrote about Peru.", ["PER"]),
        ("Jordan Spieth won in Texas.", []),
        ("Jordan signed, said Michael Jordan.", ["JOR"]),
        ("Voters in Atlanta, Georgia, chose.", []),
        ("Georgia asked Armenia.", ["GEO", "ARM"]),
        ("Guinea-Bissau and Guinea and Equatorial Guinea and Papua New Guinea met.", ["GNB", "GIN", "GNQ", "PNG"]),
        ("Floods hit Niger State in Nigeria.", ["NGA"]),
        ("Niger spoke to Nigeria.", ["NER", "NGA"]),
        ("The Democratic Republic of the Congo and the Republic of the Congo met.", ["COD", "COG"]),
        ("A South American bloc met Latin Americans and Central American leaders.", []),
        ("An American envoy came.", ["USA"]),
        ("It belongs to the Minsk Group under the Vienna Convention.", []),
        ("Santiago Peña spoke in Asunción.", ["PRY"]),
        ("Chile's government in Santiago agreed.", ["CHL", "CHL"]),
        ("IRAN AND OMAN SIGN; ASEAN LOOKS ON", ["IRN", "OMN", "ORG:ASEAN"]),
        ("US-Japan talks, a Saudi-Omani pact, Sino-Indian trade", ["USA", "JPN", "SAU", "OMN", "CHN", "IND"]),
        ("The Indo-Pacific strategy and Mr Franco", []),
        ("The Turks and the Poles agreed.", ["TUR", "POL"]),
    ],
)
def test_names_and_what_is_none(sentence: str, expected: list[str]) -> None:
    assert actors(sentence) == expected


@pytest.mark.parametrize(
    ("sentences", "expected"),
    [
        (("South Korea spoke.", "The North fired; the South replied."), ["KOR", "PRK", "KOR"]),
        (("South Korea spoke.", "The North Sea is cold."), ["KOR"]),
        (("Zambia bombed the South African base, the North Korean embassy and the South Sea.",), ["ZMB", "ZAF", "PRK"]),
        (("Italy spoke.", "The North is rich, the South is poor."), ["ITA"]),
        (("The EU met NATO in June.", "Brussels agreed."), ["ORG:EU", "ORG:NATO", "ORG:EU"]),
        (("NATO met.", "Brussels agreed."), ["ORG:NATO", "ORG:NATO"]),
        (("Belgium met Chile.", "Brussels agreed."), ["BEL", "CHL", "BEL"]),
        (("Chile spoke.", "Brussels agreed."), ["CHL", "ORG:EU"]),
        (("Rwanda accused Kinshasa.", "Congolese troops fled."), ["RWA", "COD", "COD"]),
        (("A ship left Dubai.",), []),
        (("The UAE agreed.", "Dubai and the Emirates will pay."), ["ARE", "ARE", "ARE"]),
        (("Arsenal play at the Emirates.",), []),
    ],
)
def test_names_that_the_rest_of_the_article_decides(sentences: tuple[str, ...], expected: list[str]) -> None:
    assert actors(*sentences) == expected
