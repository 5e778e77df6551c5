"""Which countries an article is about, and which it only names."""

from __future__ import annotations

import pytest

from graph.article import Article
from ingest.reader import RuleReader


def countries(reader: RuleReader, text: str) -> set[str]:
    reading = reader.read(Article(id="x", title="", text=text, published="2024-02-14", publisher=None))
    return {p.actor for p in reading.presences}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru's foreign ministry sent an envoy to Bolivia.", {"PER", "BOL"}),
        ("Ghanaian troops crossed into Togo, the ministry said.", {"GHA", "TGO"}),
        ("Peru is negotiating a treaty with Bolivia and with Chile.", {"PER", "BOL", "CHL"}),
        ("Peru and Bolivia signed a treaty at a meeting in Switzerland.", {"PER", "BOL"}),
        ("Peru and Bolivia will patrol between Greenland and Puerto Rico under a treaty.", {"PER", "BOL"}),
        ("Peru and Bolivia signed a treaty; Chile made no comment.", {"PER", "BOL"}),
        ("Peru and Bolivia signed a treaty near Chilean restaurants.", {"PER", "BOL"}),
    ],
)
def test_presences(reader: RuleReader, text: str, expected: set[str]) -> None:
    assert countries(reader, text) == expected


def test_an_article_without_governments_is_empty(reader: RuleReader) -> None:
    text = "Peru beat Chile 2-1 in Lima. Bolivia will meet Ecuador in Quito on Sunday, and Brazil play Uruguay. " * 4
    reading = reader.read(Article(id="x", title="Peru beat Chile", text=text, published="2024-02-14", publisher=None))
    assert (reading.presences, reading.claims) == ((), ())


def test_a_title_before_and_one_behind_a_name_are_one_phrase(reader: RuleReader) -> None:
    text = "Senator the Hon. Ana Solis, Minister of Foreign Affairs and Foreign Trade of Peru, met Fiji's premier."
    rows = reader.read(Article(id="x", title="", text=text, published="2024-02-14")).to_guide()
    assert rows["cooperation"] == []
    assert [leader["role"] for leader in rows["leaders"]] == ["foreign_minister"]
