from __future__ import annotations

import pytest

from graph.subgraph import Node
from tests.viz.sample import AGREED, edge, node, passage
from viz.span import Span, span_of, steps

NODES: dict[str, Node] = {
    "meeting:1": node("meeting:1", "meeting", "summit", date="2020-05"),
    "IDN-JPN": node("IDN-JPN", "dyad", "Indonesia–Japan"),
}


def test_what_is_dated_goes_before_when_it_was_reported() -> None:
    assert span_of(edge("IDN-JPN", "IDN-JPN", "BOUND_BY", "", None, passage(AGREED), date="2019"), NODES) == Span(
        "2019-01-01", "2019-99-99"
    )
    assert span_of(edge("meeting:1", "IDN-JPN", "OF", "", None, passage(AGREED)), NODES) == Span(
        "2020-05-01", "2020-05-99"
    )
    reported = edge("IDN-JPN", "IDN-JPN", "DISPUTES", "", None, passage(AGREED), first_seen="2018-02-03")
    assert span_of(reported, NODES) == Span("2018-02-03", "2023-09-07")


def test_without_figures_the_articles_tell_when() -> None:
    told = edge("IDN-JPN", "IDN-JPN", "DISPUTES", "", None, passage(AGREED), first_seen=None, last_seen=None)
    assert span_of(told, NODES) == Span("2023-09-07", "2023-09-07")
    untold = edge("IDN-JPN", "IDN-JPN", "DISPUTES", "", None, passage(AGREED, published=None), first_seen=None)
    assert span_of(untold, NODES) is None


@pytest.mark.parametrize("date", ["soon", "12 May 2020", "20200512", 2020, ""])
def test_what_is_no_date_is_none(date: object) -> None:
    bare = edge("IDN-JPN", "IDN-JPN", "OF", "", None, date=date)
    assert span_of(bare, NODES) is None


@pytest.mark.parametrize(
    ("first", "last", "names"),
    [
        ("2023-09-07", "2023-09-07", ["September 2023"]),
        ("2022-11-01", "2023-02-28", ["November 2022", "December 2022", "January 2023", "February 2023"]),
        ("2019-12-31", "2023-01-01", ["2019", "2020", "2021", "2022", "2023"]),
    ],
)
def test_steps_go_by_month_or_by_year(first: str, last: str, names: list[str]) -> None:
    made = steps([Span(first, first), None, Span(last, last)])
    assert [step.name for step in made] == names
    assert made[0].first <= first <= made[0].last
    assert made[-1].first <= last <= made[-1].last


def test_nothing_dated_has_no_steps() -> None:
    assert steps([None, None]) == ()
