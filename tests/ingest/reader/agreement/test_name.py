"""Names: short forms, complements behind the verb, fields, loans that an agreement is on."""

from __future__ import annotations

import pytest

from ingest.reader import RuleReader
from tests.ingest.reader.agreement.test_agreement import told


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "A memorandum of understanding (MoU) expected to boost trade was signed by Peru and Cuba.",
            ["memorandum of understanding | CUB-PER | signed"],
        ),
        (
            "Peru and Cuba signed the Economic Growth Agreement (EGA). The EGA lifts tariffs.",
            ["Economic Growth Agreement | CUB-PER | signed"],
        ),
        (
            "An agreement was signed between Peru and Cuba to establish a joint committee.",
            ["agreement to establish a joint committee | CUB-PER | signed"],
        ),
        (
            "A protocol was signed on the export of beef from Peru to Cuba.",
            ["protocol on the export of beef | CUB-PER | signed"],
        ),
        (
            "An agreement was signed on the sidelines of the talks between Peru and Cuba.",
            ["agreement | CUB-PER | signed"],
        ),
        (
            "Peru and Cuba signed an agreement in the field of digital certificates.",
            ["agreement in the field of digital certificates | CUB-PER | signed"],
        ),
        ("Peru and Cuba signed a tax agreement in the capital.", ["tax agreement | CUB-PER | signed"]),
        (
            "India and Peru signed an agreement for a $55 million loan for a bridge.",
            ["agreement for a $55 million loan for a bridge | IND-PER | signed"],
        ),
        ("Peru withdrew from seven protocols with Cuba.", ["seven protocols | CUB-PER | terminated"]),
    ],
)
def test_names(reader: RuleReader, text: str, rows: list[str]) -> None:
    assert told(reader, text) == rows


def test_a_document_without_a_kind_counts_as_a_line_of_a_list(reader: RuleReader) -> None:
    text = "Peru and Cuba met. They signed:\n- a memorandum on fish;\n- a tourism cooperation document."
    assert [row.split(" | ")[0] for row in told(reader, text)] == ["memorandum on fish", "tourism cooperation document"]
    assert told(reader, "Peru gave Cuba a tourism cooperation document.") == []


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Peru put the River Treaty with Cuba in abeyance.", ["River Treaty | CUB-PER | suspended"]),
        (
            "Peru and Cuba signed two cooperation documents. Two memorandums were signed by their ministers.",
            ["Two memorandums | CUB-PER | signed"],
        ),
        (
            "India extended a $1 billion line of credit to Peru. The agreement was signed in Lima.",
            ["$1 billion line of credit | IND-PER | signed"],
        ),
        (
            "Peru and Cuba announced a comprehensive strategic partnership following talks in Lima.",
            ["comprehensive strategic partnership | CUB-PER | agreed"],
        ),
    ],
)
def test_what_is_no_part_of_a_name_or_no_document_of_its_own(reader: RuleReader, text: str, rows: list[str]) -> None:
    assert told(reader, text) == rows


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Peru and Cuba met. Under a free trade agreement partners cut duties for each other.", 0),
        ("Peru still sends gas to Cuba under a 2016 contract.", 1),
        ('Peru and Cuba met. "This brings our defence partnership to new heights," the ministers said.', 0),
        ("Peru praised its strategic partnership with Cuba.", 1),
        ("Peru cannot enter into a deal with Cuba that would deny its rights.", 0),
    ],
)
def test_ways_of_speaking(reader: RuleReader, text: str, count: int) -> None:
    assert len(told(reader, text)) == count
