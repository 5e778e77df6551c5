"""Modality: what is only talked of, planned or denied, told by the acts that it is of."""

from __future__ import annotations

import pytest

from graph.article import Article
from graph.claim import Cooperation
from ingest.reader import RuleReader


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Fiji and Norway discussed working together on wind power.", "proposed"),
        ("Fiji and Norway talked about cooperating on wind power.", "proposed"),
        ("Fiji proposed cooperating with Norway on wind power.", "proposed"),
        ("Fiji and Norway began working together on wind power.", "active"),
        ("Fiji and Norway agreed to work together on wind power.", "agreed"),
    ],
)
def test_what_is_only_talked_of(reader: RuleReader, text: str, status: str) -> None:
    claims = reader.read(Article(id="a", title="", text=text, published="2024-05-05")).claims
    assert {c.statement.status for c in claims if isinstance(c.statement, Cooperation)} == {status}
