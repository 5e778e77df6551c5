from __future__ import annotations

from dataclasses import replace
from typing import Any, cast

import pytest

from api.answer.changes import changes_headline, find_changes
from api.answer.history import find_history, history_headline
from api.question import understand
from graph.fact import AgreementFact, CooperationFact, DyadFact, EventFact, Step, Support
from graph.view import View
from graph.vocabulary import plover

SUPPORT = Support(1, 1, "2020-05-01", "2022-05-01", 0.9)
PAIR = [("CHN", "JPN")]
BEFORE = DyadFact(
    "CHN-JPN",
    "China–Japan",
    ("CHN", "JPN"),
    cooperation=(CooperationFact("coop:CHN-JPN:energy", "CHN-JPN", "energy", (), "proposed", SUPPORT),),
    disputes=(),
    events=(),
    agreements=(AgreementFact("pact", "gas pact", "treaty", ("CHN", "JPN"), ("energy",), "agreed", (), SUPPORT),),
    meetings=(),
    leaders=(),
)
SIGNED = Step("signed", "2022-04-01", "stated", "claim")
AFTER = replace(
    BEFORE,
    cooperation=(replace(BEFORE.cooperation[0], status="active"),),
    agreements=(replace(BEFORE.agreements[0], status="signed", history=(SIGNED,)),),
)


def event(kind: str, date: str | None) -> EventFact:
    quad = plover().by_id[kind].quad
    return EventFact(f"{kind}:{date}", "CHN-JPN", "CHN", "JPN", kind, None, quad, "actual", (), date, "stated", SUPPORT)


class Told:
    """A view of hand-made events, and of a dyad that was otherwise in 2021."""

    day = None

    def __init__(self, *events: EventFact, day: str = "") -> None:
        self._events = events
        self._then = day == "2021"

    def at(self, day: str | None) -> Told:
        return Told(*self._events, day=day or "")

    def events(self, *_: str, **__: Any) -> tuple[EventFact, ...]:
        return self._events

    def dyad(self, *_: str, **__: Any) -> DyadFact:
        return BEFORE if self._then else AFTER


def history_of(*events: EventFact) -> list[tuple[str, int, int, bool]]:
    found = find_history(understand("history of China and Japan"), cast(View, Told(*events)), PAIR).history
    return [(span.period, span.cooperative, span.conflictual, span.turning) for span in found]


@pytest.mark.parametrize(
    ("acts", "spans"),
    [
        ("AGREE:2010 AGREE:2015", [("2010", 1, 0, False), ("2015", 1, 0, False)]),
        ("AGREE:2010 ACCUSE:2015", [("2010", 1, 0, False), ("2015", 0, 1, True)]),
        ("AGREE:2010 ACCUSE:2010 ASSAULT:2015", [("2010", 1, 1, False), ("2015", 0, 1, True)]),
        ("CONSULT:2020-01-05 AID:2020-05 ", [("2020-Q1", 1, 0, False), ("2020-Q2", 1, 0, True)]),
        ("CONSULT:2020-01-05 AGREE:2020-05", [("2020-Q1", 1, 0, False), ("2020-Q2", 1, 0, False)]),
    ],
)
def test_tells_acts_by_year_or_quarter_and_where_the_tide_turned(
    acts: str, spans: list[tuple[str, int, int, bool]]
) -> None:
    assert history_of(*(event(*act.split(":", 1)) for act in acts.split())) == spans


def test_what_has_no_date_is_in_no_span() -> None:
    assert history_of(event("AGREE", None)) == []


def test_tells_the_best_the_worst_and_the_act_that_tells_most() -> None:
    question = understand("history of China and Japan")
    told = Told(event("AGREE", "2010"), event("ACCUSE", "2015"), event("ASSAULT", "2015-05"))
    facts = find_history(question, cast(View, told), PAIR)
    assert [span.weightiest.type for span in facts.history if span.weightiest] == ["AGREE", "ASSAULT"]
    assert "best in 2010" in history_headline(question, facts)
    assert history_headline(question, facts).endswith("turning points: 2015.")


def test_tells_whose_status_is_another_and_what_it_was() -> None:
    question = understand("what changed between China and Japan since 2022")
    facts = find_changes(question, cast(View, Told()), PAIR)
    changes = {change.fact: (change.kind, change.before, change.after, change.date) for change in facts.changes}
    assert changes == {
        "coop:CHN-JPN:energy": ("changed", "proposed", "active", "2022-05-01"),
        "pact": ("changed", "agreed", "signed", "2022-04-01"),
    }
    told = "another status of energy (proposed to active) and gas pact (agreed to signed)"
    assert changes_headline(question, facts) == f"China and Japan since 2022: {told}."


def test_nothing_changed_where_nothing_did() -> None:
    question = understand("what changed between China and Japan since 2023")
    assert not find_changes(question, cast(View, Told()), PAIR)
