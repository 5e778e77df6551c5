from __future__ import annotations

import pytest

from ingest.reader import RuleReader
from tests.ingest.reader.cooperation.test_cooperation import rows


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bahrain and India agreed to cooperate in these fields:\n- Trade and investment\n- Cybersecurity",
         {"BHR-IND trade agreed", "BHR-IND investment agreed", "BHR-IND cybersecurity agreed"}),
        ("Kenya and Oman met in Muscat.\n1. Tourism.\nThe two sides agreed to set up a group.\n2. Mining.\n"
         "The two countries will cooperate closely.", {"KEN-OMN tourism agreed", "KEN-OMN minerals agreed"}),
        ("Australia and Fiji signed a treaty. Under the treaty:\n* Australia will pay for a hospital in Suva",
         {"AUS-FJI health active"}),
        ("Peru and Chile signed a pact. Its main points are:\n- a link between the two power grids\n- a bus service",
         {"CHL-PER energy active", "CHL-PER transport active"}),
    ],
)  # fmt: skip
def test_lines_inherit_from_what_stands_above_them(reader: RuleReader, text: str, expected: set[str]) -> None:
    assert rows(reader, text) >= expected


@pytest.mark.parametrize(
    "text",
    [
        "Kenya and Oman quarrelled.\n1. Tourism.\nThe two sides accused each other of lying.",
        "Kenya and Oman agreed to meet.\n- Tourism in Kenya fell last year",
        "Mining.\nThe weather was fine. Kenya and Oman met.\nOther news.\nKenya and Oman agreed to cooperate.",
    ],
)
def test_lines_inherit_nothing_from_strife_or_from_afar(reader: RuleReader, text: str) -> None:
    assert rows(reader, text) == set()
