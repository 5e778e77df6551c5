"""Sectors: their words in texts, with near misses."""

from __future__ import annotations

import time
from typing import Any

import pytest

from graph.errors import VocabularyError
from graph.vocabulary import sectors
from graph.vocabulary.loading import Row
from graph.vocabulary.sectors import read_sectors

TOP = (
    "defence security maritime cybersecurity energy environment trade investment finance infrastructure transport "
    "technology digital space agriculture fisheries health education culture tourism migration minerals industry water "
    "disaster development justice governance nonproliferation"
)


def found(text: str, **options: bool) -> list[tuple[str, str]]:
    return [(text[start:end], sector) for start, end, sector in sectors().find(text, **options)]


def test_every_sector_of_the_guide_in_its_order() -> None:
    assert " ".join(sector.id for sector in sectors() if sector.parent is None) == TOP


def test_subsectors_belong_to_their_sector() -> None:
    assert sectors().top("energy.gas") == "energy"
    assert sectors().top("energy") == "energy"
    assert [s.id for s in sectors().children("migration")] == ["migration.labour", "migration.visas"]
    with pytest.raises(KeyError):
        sectors().top("alchemy")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "joint defense drills and frigates",
            [("defense drills", "defence.exercises"), ("frigates", "defence.equipment")],
        ),
        ("exchange of military technology", [("military technology", "defence.technology")]),
        ("a live-fire exercise", [("live-fire exercise", "defence.exercises")]),
        ("troops will exercise together", [("troops", "defence"), ("exercise", "defence.exercises")]),
        ("supply of LNG (liquefied natural gas)", [("LNG", "energy.gas"), ("liquefied natural gas", "energy.gas")]),
        ("a small modular reactor", [("small modular reactor", "energy.nuclear")]),
        ("seafood market access", [("seafood market access", "fisheries"), ("seafood market access", "trade")]),
        ("nurses and care workers", [("nurses and care workers", "migration.labour")]),
        ("undersea cables", [("undersea cables", "digital")]),
        ("grain and fertilizer", [("grain", "agriculture.food"), ("fertilizer", "agriculture")]),
        ("a prisoner exchange", [("prisoner exchange", "justice")]),
        ("development co-operation", [("development co-operation", "development")]),
        ("double taxation", [("double taxation", "finance")]),
        ("human trafficking", [("human trafficking", "security.crime")]),
        ("nuclear weapons", [("nuclear weapons", "nonproliferation")]),
        ("food security", [("food security", "agriculture.food")]),
        ("water-sharing on the river", [("water-sharing", "water"), ("river", "water")]),
        ("cooperation in space, AI and energy", [("space", "space"), ("AI", "technology.ai"), ("energy", "energy")]),
        ("oil and gas", [("oil and gas", "energy.oil")]),
        ("FTAs", [("FTAs", "trade")]),
        ("R&D in chips", [("R&D", "technology.research"), ("chips", "technology.semiconductors")]),
        ("Japan’s military", [("military", "defence")]),
        ("the shipping and oil industries", [("shipping", "transport"), ("oil", "energy.oil")]),
        ("energy and industry", [("energy", "energy"), ("industry", "industry")]),
        ("renewable energy development", [("renewable energy", "energy.renewables")]),
        ("agriculture and development", [("agriculture", "agriculture"), ("development", "development")]),
        ("cultural and humanitarian ties", [("cultural and humanitarian", "culture")]),
        ("humanitarian aid", [("humanitarian aid", "disaster")]),
    ],
)
def test_words_of_a_sector(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "the UN Security Council",
        "a trade union",
        "in defence of the king",
        "exercise of power",
        "the trade minister",
        "the defence and foreign ministers",
        "the Ministry of Trade, Industry and Energy",
        "the World Health Organization",
        "a power struggle",
        "the balance of power",
        "a school of thought",
        "a bank holiday on the West Bank",
        "in the space of two weeks",
        "a climate of mistrust",
        "water cannon",
        "like a fish out of water",
        "recent developments in the region",
        "the ai of a sloth",
        "he aids the poor",
        "a fragment of the unenergetic",
        "the business environment",
        "state of the art",
        "they trade barbs",
        "a transfer of power",
        "a power",
        "tear gas",
        "the oil-rich region",
        "a political dialogue",
        "a manufacturing ecosystem",
        "a trade fair",
        "use of their mobile phones",
        "the Ministry of Agriculture and Rural Development",
    ],
)
def test_near_misses_are_no_sector(text: str) -> None:
    assert found(text) == []


def test_an_office_counts_when_asked_for() -> None:
    assert found("the energy minister", offices=True) == [("energy", "energy")]
    assert found("energy and the trade minister") == [("energy", "energy")]
    assert found("the Minister of Trade spoke on energy") == [("energy", "energy")]


def test_questions_may_write_acronyms_small() -> None:
    assert found("japan india ai ties") == []
    assert found("japan india ai ties", any_case=True) == [("ai", "technology.ai")]


def test_finds_more_than_a_megabyte_a_second() -> None:
    text = "Leaders of both countries agreed to widen trade, defence and LNG ties at a meeting held on Friday. " * 2500
    assert len(sectors().find(text)) == 7500
    seconds = []
    for _ in range(3):
        start = time.process_time()
        sectors().find(text)
        seconds.append(time.process_time() - start)
    assert min(seconds) < len(text) / 1e6


@pytest.mark.parametrize(
    ("defence", "message"),
    [
        ({"name": "D", "forms": ["army"], "colour": "red"}, "sectors.defence: unknown field 'colour'"),
        ({"name": "D"}, "sectors.defence: forms is missing"),
        ({"forms": ["army"]}, "sectors.defence: name is missing"),
        ({"name": "D", "forms": ["trade"]}, "sectors.defence.forms: 'trade': is a form of trade already"),
        ({"name": "D", "forms": [{"form": "army", "also": ["alchemy"]}]}, "also: unknown sector ['alchemy']"),
        ({"name": "D", "forms": [{"form": "army", "head": "no"}]}, "head is neither true nor false"),
        ({"name": "D", "forms": ["army"], "not": ["navy blue"]}, "sectors.defence.not: 'navy blue': holds no form"),
        ({"name": "D", "forms": ["army"], "not": ["trade"]}, "sectors.defence.not: 'trade': is a form of trade"),
        ({"name": "D", "forms": ["army"], "links": {"dewey": "355"}}, "sectors.defence.links: unknown field 'dewey'"),
        ({"name": "D", "forms": ["…"]}, "sectors.defence.forms: '…' has no word"),
    ],
)
def test_errors_name_file_and_key(defence: dict[str, Any], message: str) -> None:
    body = {"sectors": {"trade": {"name": "Trade", "forms": ["trade"]}, "defence": defence}}
    with pytest.raises(VocabularyError) as caught:
        read_sectors(Row("sectors.yaml", "top level", body))
    assert str(caught.value).startswith("sectors.yaml: ")
    assert message in str(caught.value)


def test_every_sector_is_found_by_its_name_in_a_question() -> None:
    for sector in sectors():
        question = f"Japan Indonesia {sector.name.lower()} cooperation"
        assert sector.id in {mention.sector for mention in sectors().find(question, any_case=True)}
