"""Where a meeting takes place: towns and buildings, journeys, and what is no place."""

from __future__ import annotations

import pytest

from graph.article import Article
from graph.claim import Meeting
from ingest.reader import RuleReader


def places(reader: RuleReader, text: str) -> set[str | None]:
    claims = reader.read(Article(id="a", title="", text=text, published="2024-05-05")).claims
    return {c.statement.place for c in claims if isinstance(c.statement, Meeting)}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Kenya's president met Norway's premier in Oslo on Friday.", "Oslo"),
        ("Kenya's president met Norway's premier in February.", None),
        ("Kenya's president met Norway's premier in Bergen in February.", "Bergen"),
        ("Kenya's president flew to Bergen on Friday for talks with Norway's premier.", "Bergen"),
        ("Kenya's president will visit Bergen, the Norwegian port, to see Norway's premier.", "Bergen"),
        ("Peru's president met Brazil's in Foz do Iguaçu.", "Foz do Iguaçu"),
        ("The foreign ministers of Kenya and Norway held talks at the Foreign Ministry in Oslo.", "Oslo"),
        ("Kenya's president met Norway's premier, Jonas Berg.", None),
    ],
)
def test_places(reader: RuleReader, text: str, place: str | None) -> None:
    assert places(reader, text) == {place}
