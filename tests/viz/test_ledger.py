from __future__ import annotations

import pytest

from graph.subgraph import Subgraph
from tests.viz.sample import circle_subgraph, crowded_subgraph, seed_subgraph
from viz.ledger import headline, ledger, left_out
from viz.scene import scene


def test_every_kind_of_fact_has_its_section() -> None:
    sections = {section.heading: section for section in ledger(scene(seed_subgraph()))}
    assert {heading: len(section.rows) for heading, section in sections.items()} == {
        "Areas of cooperation": 8,
        "Between them": 4,
        "Agreements": 2,
        "Meetings": 1,
        "People": 2,
    }


def test_a_row_says_what_who_and_by_which_sentence() -> None:
    areas = ledger(scene(seed_subgraph()))[0]
    energy = next(row for row in areas.rows if row.what == "Energy")
    assert (energy.who, energy.status, energy.line, energy.sources) == ("Indonesia–Japan", "agreed", "agreed", "1")
    assert (energy.more, energy.when, energy.confidence) == (
        "gas, renewables",
        "reported 7 September 2023",
        "90\u00a0%",
    )
    assert len(energy.quotes) == 3


def test_an_act_runs_from_one_to_the_other() -> None:
    acts = {row.what: row.who for row in ledger(scene(seed_subgraph()))[1].rows}
    assert acts["Helped (pledged)"] == "Japan → Indonesia"
    assert acts["Met"] == "Indonesia and Japan"


def test_disputes_have_a_section_of_their_own() -> None:
    sections = {section.heading: section.rows for section in ledger(scene(crowded_subgraph()))}
    assert [row.what for row in sections["Disputes"]] == ["Trade"]


def test_the_headline_counts_what_is_drawn() -> None:
    assert headline(scene(seed_subgraph())) == (
        "8 areas of cooperation",
        "4 kinds of acts",
        "2 agreements",
        "1 meeting",
        "2 people",
        "from 1 article, 7 September 2023",
    )
    assert headline(scene(circle_subgraph()))[:2] == ("4 actors", "6 relationships")
    assert headline(scene(Subgraph("x", (), (), {}))) == ()


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ({}, ""),
        ({"events": 0}, ""),
        ({"events": 12}, "12 events"),
        ({"event": 1, "agreements": 2000}, "1 event and 2,000 agreements"),
        ({"event": 1, "country": 2, "meetings": 1}, "1 event, 2 countries and 1 meeting"),
        ({"cooperation": 3, "dyads": 1}, "3 areas of cooperation and 1 relationship"),
    ],
)
def test_what_was_left_out(counts: dict[str, int], expected: str) -> None:
    assert left_out(counts) == expected
