"""Meetings told by what hosts and guests do, by journeys, by who stands by, and by what goes on."""

from __future__ import annotations

import pytest

from ingest.reader import RuleReader
from tests.ingest.reader.meeting.test_meeting import Rows, meetings


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "Chilean Foreign Minister Ana Rojas had her Bolivian colleague, Celia Sosa, round to lunch on Monday.",
            [("bilateral_meeting", "BOL-CHL", "2022-06-13")],
        ),
        (
            "Oman's foreign minister, Badr Said, welcomed Iran's foreign minister, Reza Karimi, to Muscat yesterday.",
            [("bilateral_meeting", "IRN-OMN", "2022-06-14")],
        ),
        (
            "Laos's foreign minister, Kham Vong, gave the American envoy, Mike Hall, dinner on Tuesday.",
            [("bilateral_meeting", "LAO-USA", "2022-06-14")],
        ),
        (
            "Ghana's president, Kofi Mensah, called on President Abdou Ndiaye of Senegal on Monday.",
            [("bilateral_meeting", "GHA-SEN", "2022-06-13")],
        ),
        (
            "Ghana's president, Kofi Mensah, sat across the table from President Abdou Ndiaye of Senegal on Tuesday.",
            [("bilateral_meeting", "GHA-SEN", "2022-06-14")],
        ),
        (
            "Kenya's defence minister, Peter Otieno, flew to Kampala on Monday to see Ugandan President Isaac Kato.",
            [("bilateral_meeting", "KEN-UGA", "2022-06-13")],
        ),
        (
            "Kenya's defence minister, Peter Otieno, leaves for Kampala on Friday.",
            [("visit", "KEN-UGA", "2022-06-17")],
        ),
        (
            "Kenya's defence minister, Peter Otieno, is due in Kampala and then Kigali on Friday.",
            [("visit", "KEN-UGA", "2022-06-17"), ("visit", "KEN-RWA", "2022-06-17")],
        ),
        (
            "The American envoy, Mike Hall, was in Vientiane in March.",
            [("visit", "LAO-USA", "2022-03")],
        ),
        (
            "U.S. Secretary of State Mike Hall landed in Amman on Monday; Jordan's King Hassan kept him for two hours.",
            [("bilateral_meeting", "JOR-USA", "2022-06-13")],
        ),
    ],
)
def test_hosts_guests_and_journeys(reader: RuleReader, text: str, rows: Rows) -> None:
    assert sorted(meetings(reader, text)) == sorted(rows)


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "The Malian and Chadian delegations met in Doha under Qatari mediation.",
            [("negotiation", "MLI-QAT-TCD", None)],
        ),
        (
            "President Kofi Mensah of Ghana met President Abdou Ndiaye of Senegal in Lome on Monday, where Togo's "
            "president, Faure Ako, played host.",
            [("summit", "GHA-SEN-TGO", "2022-06-13")],
        ),
        (
            "Angolan President Joao Silva brought President Paul Uwase of Rwanda and President Felix Ilunga of Congo "
            "face to face in Luanda in May.",
            [("summit", "AGO-COD-RWA", "2022-05")],
        ),
        (
            "President Kofi Mensah of Ghana met President Abdou Ndiaye of Senegal in Accra on Monday. Togo's "
            "president, Faure Ako, also took part.",
            [("summit", "GHA-SEN-TGO", "2022-06-13")],
        ),
        (
            "Estonian Prime Minister Kaja Tamm spoke separately to President Ivan Boyko of Ukraine and President Maia "
            "Rusu of Moldova on Monday.",
            [("bilateral_meeting", "EST-UKR", "2022-06-13"), ("bilateral_meeting", "EST-MDA", "2022-06-13")],
        ),
    ],
)
def test_who_stands_by_takes_part_and_who_is_met_in_turn_does_so_alone(
    reader: RuleReader, text: str, rows: Rows
) -> None:
    assert sorted(meetings(reader, text)) == sorted(rows)


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Talks between Serbia and Hungary on water are still going on.", [("negotiation", "HUN-SRB", None)]),
        ("Sudan and Chad went back to the negotiating table in May.", [("negotiation", "SDN-TCD", "2022-05")]),
        (
            "Two rounds of talks between Chad and Sudan, in March and April, brought nothing.",
            [("negotiation", "SDN-TCD", "2022-03"), ("negotiation", "SDN-TCD", "2022-04")],
        ),
        (
            "Kenya's foreign minister, Peter Otieno, is in Kampala for the joint commission of Kenya and Uganda.",
            [("dialogue", "KEN-UGA", None)],
        ),
        (
            "A phone call on Tuesday between Ghana's president, Kofi Mensah, and President Abdou Ndiaye of Senegal "
            "lasted an hour.",
            [("call", "GHA-SEN", "2022-06-14")],
        ),
    ],
)
def test_what_goes_on_and_standing_formats(reader: RuleReader, text: str, rows: Rows) -> None:
    assert sorted(meetings(reader, text)) == sorted(rows)


@pytest.mark.parametrize(
    "text",
    [
        "Ghana's president, Kofi Mensah, stands with President Abdou Ndiaye of Senegal.",
        "Kenya's president, Peter Otieno, flew to Paris for the climate summit.",
        "Kenya's president, Peter Otieno, skipped lunch with Ugandan President Isaac Kato.",
        "A summit at which the presidents of Chad and Sudan were to sign a treaty on Friday was called off.",
        "Ghana's president, Kofi Mensah, called on President Abdou Ndiaye of Senegal to free the prisoners.",
        "Off: tonight's meeting between Ghana's president, Kofi Mensah, and President Abdou Ndiaye of Senegal.",
        "Have the presidents of Chad and Sudan met?",
    ],
)
def test_near_misses(reader: RuleReader, text: str) -> None:
    assert meetings(reader, text) == []


def test_a_journey_and_the_talks_that_lie_ahead_are_one_meeting(reader: RuleReader) -> None:
    text = (
        "Ghana's president, Kofi Mensah, left on Tuesday for Dakar, where he is to meet President Abdou Ndiaye of "
        "Senegal on Thursday."
    )
    assert meetings(reader, text) == [("bilateral_meeting", "GHA-SEN", "2022-06-16")]


def test_negotiations_that_are_over_are_the_meeting_of_those_who_negotiated(reader: RuleReader) -> None:
    text = (
        "Chad and Sudan agreed on parts of a treaty after four days of negotiations hosted by Qatar. Foreign Minister "
        "Idriss Abba of Chad and his Sudanese counterpart, Omar Nur, met from Monday in Doha."
    )
    assert meetings(reader, text) == [("negotiation", "QAT-SDN-TCD", "2022-06-13")]


def test_a_visit_of_some_days_is_one_meeting(reader: RuleReader) -> None:
    text = (
        "Ghana's president, Kofi Mensah, arrived in Dakar on Monday. Senegal's president, Abdou Ndiaye, gave him lunch "
        "on Tuesday."
    )
    assert meetings(reader, text) == [("bilateral_meeting", "GHA-SEN", "2022-06-13")]
