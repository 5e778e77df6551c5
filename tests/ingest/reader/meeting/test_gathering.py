"""Several meetings of one person, meetings that others only prepare, and ceremonies."""

from __future__ import annotations

import pytest

from ingest.reader import RuleReader
from tests.ingest.reader.meeting.test_meeting import Rows, guide, meetings


@pytest.mark.parametrize(
    "text",
    [
        "Kofi Mensah, the foreign minister of Ghana, held bilateral meetings with his counterparts from Mali and Chad.",
        "Kofi Mensah, the foreign minister of Ghana, met his counterparts from Mali and Chad on the sidelines of the "
        "conference.",
        "Kofi Mensah, the foreign minister of Ghana, met his counterparts from Mali and Chad separately.",
    ],
)
def test_who_sees_several_one_by_one_has_a_meeting_with_each(reader: RuleReader, text: str) -> None:
    assert {countries for _, countries, _ in meetings(reader, text)} == {"GHA-MLI", "GHA-TCD"}


def test_who_meets_several_together_has_one_meeting(reader: RuleReader) -> None:
    text = "Kofi Mensah, the foreign minister of Ghana, met his counterparts from Mali and Chad."
    assert [countries for _, countries, _ in meetings(reader, text)] == ["GHA-MLI-TCD"]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "Kenyan foreign minister Peter Otieno and his Ghanaian counterpart, Kofi Mensah, discussed by telephone on "
            "Monday the preparations for the summit in October.",
            [("call", "GHA-KEN", "2022-06-13")],
        ),
        (
            "Kenyan foreign minister Peter Otieno and his Ghanaian counterpart, Kofi Mensah, spoke by phone on Monday. "
            "Otieno and Mensah also discussed fishing.",
            [("call", "GHA-KEN", "2022-06-13")],
        ),
        (
            "The contracts between Poland and Chile were signed in Warsaw on 7 June.",
            [("bilateral_meeting", "CHL-POL", "2022-06-07")],
        ),
        ("Poland and Chile signed the contracts in June.", []),
        (
            "Kenyan foreign minister Peter Otieno joined Kofi Mensah, the foreign minister of Ghana, in Accra on "
            "Monday to sign a memorandum.",
            [("bilateral_meeting", "GHA-KEN", "2022-06-13")],
        ),
        (
            "Kenya and Ghana will set up a committee, which is to meet in Accra in July.",
            [("dialogue", "GHA-KEN", "2022-07")],
        ),
        (
            "The Peruvian foreign minister had the Chilean ambassador summoned to the ministry on Monday.",
            [("bilateral_meeting", "CHL-PER", "2022-06-13")],
        ),
        (
            "Peru and Chile thanked Laos and Oman, which hosted several rounds of talks between them in 2021.",
            [("negotiation", "CHL-LAO-OMN-PER", None)],
        ),
        ("Peru offered to exchange data with Chile on Monday.", []),
        (
            "The Ghanaian foreign minister had a trilateral meeting with the ministers of Mali and Chad, respectively, "
            "at the offices of Ghana's mission.",
            [("ministerial", "GHA-MLI-TCD", None)],
        ),
        (
            "Kofi Mensah, the foreign minister of Ghana, will pay official visits to Mali and Chad.",
            [("visit", "GHA-MLI", None), ("visit", "GHA-TCD", None)],
        ),
        ("Talks between Peru and world powers on water continue in Vienna.", []),
        (
            "Kofi Mensah, the foreign minister of Ghana, flew to Bamako for Friday's talks with Mali.",
            [("bilateral_meeting", "GHA-MLI", "2022-06-17")],
        ),
        ("Ghana and Mali hailed the exchange of high-level visits.", []),
        (
            "The Peruvian president announced the conclusion of talks with Chile.",
            [("bilateral_meeting", "CHL-PER", None)],
        ),
        (
            "Peru and Chile agreed to share the water and to meet again in July.",
            [("bilateral_meeting", "CHL-PER", "2022-07")],
        ),
        (
            "Peru's foreign minister will brief his European Union colleagues at a video conference on Friday.",
            [("ministerial", "ORG:EU-PER", "2022-06-17")],
        ),
    ],
)
def test_ceremonies_calls_and_what_is_only_prepared(reader: RuleReader, text: str, rows: Rows) -> None:
    assert meetings(reader, text) == rows


def test_what_is_still_to_come_of_a_visit_is_part_of_it(reader: RuleReader) -> None:
    text = (
        "Ghana's president, Kofi Mensah, arrived in Dakar on Tuesday for a visit. "
        "He will also meet President Abdou Ndiaye of Senegal."
    )
    assert meetings(reader, text) == [("bilateral_meeting", "GHA-SEN", "2022-06-14")]


def test_a_visit_in_return_is_another(reader: RuleReader) -> None:
    text = (
        "Ghana's president, Kofi Mensah, visited Dakar on Tuesday. "
        "President Abdou Ndiaye of Senegal will meet him in Accra in August."
    )
    assert len(meetings(reader, text)) == len(["there", "back"])


def test_who_sits_down_with_two_brings_them_together(reader: RuleReader) -> None:
    text = (
        "The presidents of Kenya and Ghana met on Monday. "
        "Pedro Silva, the president of Angola, had sat down with Kenyan President Peter Otieno and Ghanaian President "
        "Kofi Mensah in Luanda."
    )
    assert [countries for _, countries, _ in meetings(reader, text)] == ["AGO-GHA-KEN"]


def test_a_signing_where_nobody_is_named_is_no_consultation(reader: RuleReader) -> None:
    text = "The contracts between Poland and Chile were signed in Warsaw on 7 June."
    assert "CONSULT" not in {e["type"] for e in guide(reader, text)["events"]}
