"""States that are no more: who is meant by their names and by the capitals of their heirs."""

from __future__ import annotations

import pytest

from graph.article import Article
from ingest.reader.draft import prepare


def _actors(text: str, published: str | None = None) -> set[str]:
    draft = prepare(Article("a", "", text, published))
    return {a for found in draft.mentions for m in found for a in m.actors}


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Moscow told Paris that Soviet troops would stay.", {"SUN", "FRA"}),
        ("Belgrade and Sofia quarrelled over a Yugoslav border post.", {"YUG", "BGR"}),
        ("Prague expelled a Dutch envoy; the Czechoslovak agency gave no reason.", {"CSK", "NLD"}),
        ("East Berlin and Bonn exchanged agents.", {"DDR", "DEU"}),
        ("South Yemen accused North Yemen of shelling.", {"YMD", "YEM"}),
        ("North Vietnamese gunners shelled South Vietnamese posts, Hanoi radio said.", {"VDR", "VNM"}),
        ("Zairean and Angolan officers met.", {"COD", "AGO"}),
        ("Moscow told Paris that Russian troops would stay.", {"RUS", "FRA"}),
        ("Former Soviet republics and China met.", {"CHN"}),
        ("Ex-Yugoslav states and Austria met.", {"AUT"}),
        ("Serbia and Montenegro met.", {"SRB", "MNE"}),
    ],
)
def test_a_capital_stands_for_the_state_that_is_named(text: str, actors: set[str]) -> None:
    assert _actors(text) == actors


def test_beside_its_heir_a_former_state_is_only_the_past_of_a_later_article() -> None:
    text = "Russia paid debts that the Soviet Union owed Finland."
    assert _actors(text, "2006-08-21") == {"RUS", "FIN"}
    assert _actors(text, "1992-03-01") == {"RUS", "SUN", "FIN"}
    assert _actors(text) == {"RUS", "SUN", "FIN"}
    assert _actors("Finland recalled the Soviet attack.", "2009-11-30") == {"FIN", "SUN"}
