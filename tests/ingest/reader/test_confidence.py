from __future__ import annotations

from typing import Any

import pytest

from graph.claim import Agreement, Event, Evidence
from graph.errors import VocabularyError
from ingest.reader.confidence import Standing, claimed, families_of, read_confidences

EVEN: dict[str, Any] = {"text": [0.8, 0.5], "title": [0.7, 0.4]}
FULL: dict[str, Any] = {kind: {"default": EVEN} for kind in ("cooperation", "event", "agreement", "meeting", "office")}


@pytest.mark.parametrize(
    ("frame", "families"),
    [
        ("aid", ("aid", "default")),
        ("clause.cue.aid", ("clause.cue.aid", "clause.cue", "clause", "default")),
        ("aid.implied", ("aid.implied", "implied", "default")),
    ],
)
def test_families_of_a_rule_are_the_narrowest_first(frame: str, families: tuple[str, ...]) -> None:
    assert families_of(frame) == families


@pytest.mark.parametrize(
    ("standing", "value"),
    [
        (Standing("event", "aid", True, "text"), 0.8),
        (Standing("event", "aid", False, "text"), 0.5),
        (Standing("event", "aid", True, "title"), 0.7),
        (Standing("event", "aid", False, "title"), 0.4),
        (Standing("event", "accuse", True, "text"), 0.9),
        (Standing("meeting", "accuse", True, "text"), 0.8),
    ],
)
def test_the_narrowest_family_gives_the_value(standing: Standing, value: float) -> None:
    rows = {**FULL, "event": {"default": EVEN, "accuse": {"text": [0.9, 0.9], "title": [0.9, 0.9]}}}
    assert read_confidences(rows).of(standing) == value


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ({**FULL, "rumour": {"default": EVEN}}, "rumour"),
        ({**FULL, "event": {}}, "event: default"),
        ({**FULL, "event": {"default": {"text": [0.8, 0.5]}}}, "event: default: needs text and title"),
        ({**FULL, "event": {"default": {**EVEN, "title": [0.8]}}}, "event: default: title"),
        ({**FULL, "event": {"default": {**EVEN, "title": [0.8, 1.2]}}}, "event: default: title"),
    ],
)
def test_a_broken_table_is_named(rows: dict[str, Any], told: str) -> None:
    with pytest.raises(VocabularyError, match=told):
        read_confidences(rows)


def test_a_claim_that_names_its_sides_is_surer() -> None:
    evidence = (Evidence("text", 0, 9, "They met."),)
    act = Event((("CHL", "PER"),), "CONSULT")
    assert claimed("a", act, evidence, "meet", True).confidence > claimed("a", act, evidence, "meet", False).confidence


def test_standing_is_no_part_of_what_is_claimed() -> None:
    evidence = (Evidence("text", 0, 9, "The pact."),)
    statement = Agreement("pact", "treaty", ("CHL", "PER"))
    direct, indirect = (claimed("a", statement, evidence, "agreement", direct) for direct in (True, False))
    assert direct.id == indirect.id
