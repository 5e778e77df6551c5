from __future__ import annotations

from typing import Any

import pytest

from graph.article import Article
from ingest.reader import RuleReader

Rows = list[tuple[str, str, str | None]]


def meetings(reader: RuleReader, text: str) -> Rows:
    """Kind, participants and date of what `text`, published on a Wednesday, tells."""
    return [(m["kind"], "-".join(m["countries"]), m["date"]) for m in guide(reader, text)["meetings"]]


def guide(reader: RuleReader, text: str) -> dict[str, Any]:
    article = Article(id="t", title="", text=text, published="2022-06-15", publisher=None)
    return reader.read(article).to_guide()


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "Ghana's president, Kofi Mensah, met President Abdou Ndiaye of Senegal in Accra on Tuesday.",
            [("bilateral_meeting", "GHA-SEN", "2022-06-14")],
        ),
        (
            "Spanish Prime Minister Luis Vega will receive Peru's president, Rosa Quispe, in Madrid on Friday.",
            [("bilateral_meeting", "ESP-PER", "2022-06-17")],
        ),
        (
            "Peru's president, Rosa Quispe, is due in Madrid on Friday for talks with Spain's premier, Luis Vega.",
            [("bilateral_meeting", "ESP-PER", "2022-06-17")],
        ),
        (
            "Kenyan President Peter Otieno visited Kampala last month.",
            [("visit", "KEN-UGA", "2022-05")],
        ),
        (
            "Denmark's foreign minister, Lars Holm, told Prime Minister Tomas Novak of the Czech Republic by telephone "
            "on Monday that the talks had failed.",
            [("call", "CZE-DNK", "2022-06-13")],
        ),
        (
            "Morocco's government is negotiating with Spain and Portugal about a fisheries agreement.",
            [("negotiation", "ESP-MAR", None), ("negotiation", "MAR-PRT", None)],
        ),
        (
            "Oman's foreign minister has mediated between Riyadh and Tehran since the war began in April.",
            [("negotiation", "IRN-OMN-SAU", None)],
        ),
        (
            "Chilean President Ana Rojas and President Luis Paz of Bolivia signed a treaty on water on Monday.",
            [("bilateral_meeting", "BOL-CHL", "2022-06-13")],
        ),
        (
            "The treaty was signed at the palace by Chilean President Ana Rojas and President Luis Paz of Bolivia.",
            [("bilateral_meeting", "BOL-CHL", None)],
        ),
        (
            "Ghana and Togo agreed on Tuesday to reopen the border after six hours of Algerian-brokered talks.",
            [("summit", "DZA-GHA-TGO", "2022-06-14")],
        ),
        (
            "We, Kofi Mensah, President of Ghana, Abdou Ndiaye, President of Senegal, and Issa Diallo, President of "
            "Mali, met at Kumasi on 10 June 2022. We will meet again in Dakar on 3 July.",
            [("summit", "GHA-MLI-SEN", "2022-06-10"), ("summit", "GHA-MLI-SEN", "2022-07-03")],
        ),
        (
            "President Kofi Mensah of Ghana invited his Malian counterpart to visit Accra; that was accepted.",
            [("visit", "GHA-MLI", None)],
        ),
        ("Sweden summoned the Iranian ambassador on Tuesday.", [("bilateral_meeting", "IRN-SWE", "2022-06-14")]),
    ],
)
def test_a_meeting_is_told_in_many_ways(reader: RuleReader, text: str, rows: Rows) -> None:
    assert meetings(reader, text) == rows


@pytest.mark.parametrize(
    "text",
    [
        "Ghana's president, Kofi Mensah, hopes to meet President Abdou Ndiaye of Senegal.",
        "Ghana's president, Kofi Mensah, did not meet President Abdou Ndiaye of Senegal.",
        "Chad put off talks with Sudan on Monday.",
        "Chad floated the idea of a summit with Sudan.",
        "Ghana invited Senegal's president, Abdou Ndiaye, to visit Accra.",
        "Kenya and Uganda signed a memorandum on fisheries.",
        "Kenya will ship tea that arrives in Uganda on Monday.",
        "Kenyan President Peter Otieno spoke to reporters about Uganda.",
        "Kenya called on Uganda to open the border.",
        "President Ana Rojas of Chile and President Luis Paz of Bolivia said that the treaty was dead.",
    ],
)
def test_wishes_refusals_and_other_acts_are_no_meetings(reader: RuleReader, text: str) -> None:
    assert meetings(reader, text) == []


def test_other_people_on_both_sides_are_another_meeting(reader: RuleReader) -> None:
    text = (
        "Defence Minister Kwame Addo of Ghana and his Malian counterpart, Oumar Keita, signed a pact on Tuesday. "
        "President Kofi Mensah of Ghana received President Issa Diallo of Mali on Tuesday."
    )
    assert meetings(reader, text) == [("bilateral_meeting", "GHA-MLI", "2022-06-14")] * 2


def test_what_is_told_twice_is_one_meeting(reader: RuleReader) -> None:
    text = (
        "Ghana's president, Kofi Mensah, met President Abdou Ndiaye of Senegal on Tuesday. "
        "Mensah told Ndiaye that the border would be opened."
    )
    assert meetings(reader, text) == [("bilateral_meeting", "GHA-SEN", "2022-06-14")]


def test_a_visit_and_its_talks_are_one_meeting_of_its_first_day(reader: RuleReader) -> None:
    text = (
        "Ghana's president, Kofi Mensah, visited Dakar from 7 to 9 June. "
        "On 8 June Mensah met President Abdou Ndiaye of Senegal."
    )
    assert meetings(reader, text) == [("bilateral_meeting", "GHA-SEN", "2022-06-07")]


def test_a_planned_meeting_stands_beside_the_past_one(reader: RuleReader) -> None:
    text = (
        "Ghana's president, Kofi Mensah, met President Abdou Ndiaye of Senegal on Tuesday. "
        "The two presidents will meet again in August."
    )
    assert meetings(reader, text) == [
        ("bilateral_meeting", "GHA-SEN", "2022-06-14"),
        ("bilateral_meeting", "GHA-SEN", "2022-08"),
    ]


def test_the_lead_dates_what_goes_on_to_tell_it(reader: RuleReader) -> None:
    text = (
        "Chile and Bolivia settled an old quarrel on Monday. "
        "President Ana Rojas of Chile and President Luis Paz of Bolivia signed the treaty in Arica."
    )
    assert meetings(reader, text) == [("bilateral_meeting", "BOL-CHL", "2022-06-13")]


def test_every_meeting_is_a_consultation_but_a_summons(reader: RuleReader) -> None:
    text = "Kenyan President Peter Otieno visited Kampala last month. Sweden summoned the Iranian ambassador."
    consulted = [(e["actor"], e["recipient"]) for e in guide(reader, text)["events"] if e["type"] == "CONSULT"]
    assert consulted == [("KEN", "UGA")]
