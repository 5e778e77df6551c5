from __future__ import annotations

import itertools

import pytest

from graph.claim import Modality
from graph.fact import EventFact, Support
from graph.vocabulary import plover
from viz.timeline import WIDTHS, Timeline, timeline

SUPPORT = Support(1, 1, None, None, 0.9)


def event(type_: str, date: str | None, number: int = 0, modality: Modality = "actual") -> EventFact:
    quad = plover().by_id[type_].quad
    return EventFact(
        f"{type_}{date}{number}", "IDN-JPN", "JPN", "IDN", type_, None, quad, modality, (), date, "stated", SUPPORT
    )


def drawn(*events: EventFact, width: float = 800) -> Timeline:
    found = timeline(events, width)
    assert found is not None
    return found


def test_cooperation_stands_above_the_line_and_conflict_below() -> None:
    found = drawn(event("AID", "2023-05-01"), event("CONSULT", "2023-06"), event("ASSAULT", "2023-06-02"))
    for mark in found.marks:
        assert (mark.side == "up") == (mark.y + mark.height <= found.middle)
        assert (mark.side == "down") == (mark.y >= found.middle)
    assert {mark.fact: (mark.side, mark.deed) for mark in found.marks} == {
        "AID2023-05-010": ("up", True),
        "CONSULT2023-060": ("up", False),
        "ASSAULT2023-06-020": ("down", True),
    }


def test_each_act_has_a_place_of_its_own_within_the_drawing() -> None:
    events = [
        event(type_, f"20{year:02}-0{month}-01", n)
        for type_ in plover().by_id
        for year in range(24)
        for month in (1, 6)
        for n in range(2)
    ]
    for width in WIDTHS:
        found = drawn(*events, width=width)
        assert len(found.marks) == len(events)
        assert len({(mark.x, mark.y) for mark in found.marks}) == len(events)
        for mark in found.marks:
            assert mark.x >= 0
            assert mark.x + mark.width <= width
            assert mark.y >= 0
            assert mark.y + mark.height <= found.height
        assert all(found.nought - found.reach <= score.y <= found.nought + found.reach for score in found.scores)
        labels = [x for x, _ in found.ticks]
        assert all(after - before >= 30 for before, after in itertools.pairwise(labels))


@pytest.mark.parametrize(
    ("dates", "every", "first", "last"),
    [
        (("2023-05-01", "2024-02-01"), "month", "May 2023", "Feb 2024"),
        (("2017-05-01", "2024-02-01"), "quarter", "Q2 2017", "Q1 2024"),
        (("1945-08-15", "2024-02-01"), "year", "1945", "2024"),
        (("2019", "2024"), "year", "2019", "2024"),
    ],
)
def test_time_is_as_fine_as_there_is_room_for(dates: tuple[str, ...], every: str, first: str, last: str) -> None:
    found = drawn(*(event("AID", date) for date in dates))
    assert (found.every, found.first, found.last) == (every, first, last)
    left, right = sorted(found.marks, key=lambda mark: mark.x)
    assert left.fact < right.fact


def test_what_has_no_date_so_precise_is_counted_not_drawn() -> None:
    found = drawn(event("AID", "2023-05-01"), event("AID", "2023"), event("AID", None))
    assert (len(found.marks), found.undated) == (1, 2)
    assert timeline([event("AID", None)], 800) is None
    assert timeline([], 800) is None


def test_what_is_only_pledged_is_drawn_apart_and_has_no_score() -> None:
    found = drawn(event("AID", "2023-05-01", modality="pledged"), event("ACCUSE", "2023-06-01"))
    pledged, accused = found.marks
    assert (pledged.planned, accused.planned) == (True, False)
    assert pledged.told == "Aid, Japan to Indonesia (pledged), 1 May 2023"
    [score] = found.scores
    assert score.y > found.nought
    assert score.told == f"Jun 2023: mean score {plover().by_id['ACCUSE'].weight:+.1f} of 1 act"
