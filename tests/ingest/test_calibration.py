from __future__ import annotations

import pytest

from graph.claim import Agreement, Claim, Cooperation, Event, Evidence, Meeting, Office, Statement
from graph.reading import Reading
from ingest.calibration import FEW, Judged, bins, judged, proposed
from ingest.reader.confidence import Standing, read_confidences

SENTENCE = (Evidence("text", 0, 4, "Met."),)
GOLD = {
    "cooperation": [{"a": "CHL", "b": "PER", "sector": "water", "status": "agreed"}],
    "events": [{"actor": "PER", "recipient": "CHL", "type": "CONSULT", "modality": "pledged"}],
    "agreements": [{"name": "treaty on water", "kind": "treaty", "parties": ["CHL", "PER"]}],
    "meetings": [{"kind": "visit", "countries": ["CHL", "PER"], "date": None}],
    "leaders": [{"name": "Ana Rojas", "country": "CHL"}],
}


def claim(statement: Statement, frame: str = "rule") -> Claim:
    return Claim("a", statement, SENTENCE, 0.8, frame)


@pytest.mark.parametrize(
    ("statement", "right"),
    [
        (Cooperation((("CHL", "PER"),), "water"), [True]),
        (Cooperation((("CHL", "PER"), ("BOL", "CHL")), "water"), [True, False]),
        (Cooperation((("CHL", "PER"),), "trade"), [False]),
        (Cooperation((("CHL", "PER"),), "water", (), "agreed"), [True]),
        (Cooperation((("CHL", "PER"),), "water", (), "active"), [False]),
        (Event((("CHL", "PER"),), "CONSULT", modality="possible"), [True]),
        (Event((("CHL", "PER"),), "CONSULT", modality="pledged"), [True]),
        (Event((("CHL", "PER"),), "CONSULT", modality="actual"), [False]),
        (Event((("CHL", "PER"),), "AID"), [False]),
        (Agreement("water treaty", "agreement", ("CHL", "PER")), [True]),
        (Agreement("gas treaty", "treaty", ("CHL", "PER")), [False]),
        (Meeting("call", ("CHL", "PER")), [True]),
        (Meeting("call", ("BOL", "CHL", "PER")), [False]),
        (Office("Rojas", "CHL", "envoy"), [True]),
        (Office("Ana Rojas", "PER", "envoy"), [False]),
    ],
)
def test_a_claim_is_right_where_the_gold_reading_says_so(statement: Statement, right: list[bool]) -> None:
    assert [one.right for one in judged(GOLD, Reading("a", "test", (), (claim(statement),)))] == right


def test_one_gold_row_makes_one_claim_right() -> None:
    twice = claim(Meeting("visit", ("CHL", "PER")))
    assert [one.right for one in judged(GOLD, Reading("a", "test", (), (twice, twice)))] == [True, False]


def one(right: bool, confidence: float = 0.8, frame: str = "aid", kind: str = "event", direct: bool = True) -> Judged:
    return Judged(Standing(kind, frame, direct, "text"), confidence, right)


def test_bins_hold_their_lower_end_and_all_kinds_come_last() -> None:
    table = bins([one(True, 0.8), one(False, 0.89), one(True, 0.9), one(True, 1.0, kind="office")])
    assert [(b.kind, round(b.low, 1), b.claims, b.right) for b in table] == [
        ("event", 0.9, 1, 1.0),
        ("event", 0.8, 2, 0.5),
        ("office", 0.9, 1, 1.0),
        ("all", 0.9, 2, 1.0),
        ("all", 0.8, 2, 0.5),
    ]


def test_proposed_values_follow_the_claims_and_are_smoothed() -> None:
    claims = [one(True) for _ in range(40)] + [one(False, frame="accuse") for _ in range(FEW)]
    values = proposed(claims)["event"]
    assert values["accuse"]["text"][0] < values["default"]["text"][0] < values["aid"]["text"][0] < 1
    assert values["accuse"]["text"][0] > 0


def test_a_family_of_few_or_of_all_claims_has_no_values_of_its_own() -> None:
    claims = [one(True) for _ in range(40)] + [one(False, frame="accuse") for _ in range(FEW - 1)]
    assert set(proposed(claims)["event"]) == {"default", "aid"}
    assert set(proposed(claims[:40])["event"]) == {"default"}


def test_narrow_families_start_from_the_wider() -> None:
    claims = [one(True) for _ in range(40)]
    claims += [one(False, frame=frame) for frame in ("clause.cue.aid", "clause.cue.meet") for _ in range(FEW)]
    values = proposed(claims)["event"]
    assert values["clause.cue.aid"]["text"][0] <= values["clause"]["text"][0] < values["aid"]["text"][0]


def test_proposed_values_can_be_read() -> None:
    kinds = ("cooperation", "event", "agreement", "meeting", "office")
    values = proposed([one(True, kind=kind) for kind in kinds])
    assert read_confidences(values).of(Standing("event", "aid", False, "title")) > 0.5
