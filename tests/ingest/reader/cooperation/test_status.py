"""Status of cooperation: what a document holds, what is only offered or looked into, what is over."""

from __future__ import annotations

import pytest

from graph.article import Article
from ingest.reader import RuleReader


def rows(reader: RuleReader, text: str) -> list[str]:
    guide = reader.read(Article(id="a", title="", text=text, published="2024-05-05")).to_guide()
    return sorted(f"{row['sector']} {row['status']}" for row in guide["cooperation"])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Peru and Cuba signed a treaty. Under it, Cuba will send doctors to Peru.", ["health active"]),
        ("Peru and Cuba signed a treaty. In it they promise to cooperate on health.", ["health active"]),
        ("Peru and Cuba signed a treaty. The two countries say in it that they will work together on health.",
         ["health active"]),
        ("Peru and Cuba signed a treaty. It commits the two countries to cooperate on health.", ["health active"]),
        ("Peru and Cuba agreed on a treaty. It provides for cooperation in health.", ["health agreed"]),
        ("Peru and Cuba are negotiating a treaty. It would provide for cooperation in health.", ["health proposed"]),
        ("Peru suspended a treaty with Cuba. The treaty provided for cooperation in health.", ["health ended"]),
        ("Peru suspended its treaty with Cuba. The treaty, signed in 2002, provided for cooperation in education.",
         ["education ended"]),
    ],
)  # fmt: skip
def test_what_a_document_holds_stands_as_it_does(reader: RuleReader, text: str, found: list[str]) -> None:
    assert rows(reader, text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Peru stood ready to help Cuba build ports.", ["infrastructure proposed"]),
        ("Peru offered to help Cuba build ports.", ["infrastructure proposed"]),
        ("Peru promised to help Cuba build ports.", ["infrastructure agreed"]),
        ("Peru and Cuba agreed to look into building drones together.", ["defence proposed"]),
        ("Peru and Cuba agreed to study a rail link.", ["transport proposed"]),
        ("Peru and Cuba agreed to build a rail link.", ["transport agreed"]),
        ("Peru no longer exports oil to Cuba.", ["energy ended"]),
        ("Peru still exports oil to Cuba.", ["energy active"]),
    ],
)
def test_what_is_offered_looked_into_or_over(reader: RuleReader, text: str, found: list[str]) -> None:
    assert rows(reader, text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The ministers of Peru and Cuba met in Lima to sign a memorandum on fisheries.", ["fisheries active"]),
        ("The ministers of Peru and Cuba plan to sign a memorandum on fisheries.", ["fisheries agreed"]),
        ("Peru's minister will meet Cuba's in Lima to sign a memorandum on fisheries.", ["fisheries agreed"]),
    ],
)
def test_who_met_to_sign_has_signed(reader: RuleReader, text: str, found: list[str]) -> None:
    assert rows(reader, text) == found
