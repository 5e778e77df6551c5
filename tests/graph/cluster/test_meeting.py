"""Mentions of one meeting, and near misses that are of two."""

from __future__ import annotations

import random

import pytest

from graph.claim import Meeting, MeetingKind
from graph.cluster import resolve
from graph.identity import meeting_key, scope_of

Told = tuple[MeetingKind, str | None, str | None]
"""Kind, date, and when the article was published."""


def key(told: Told, article: str, participants: tuple[str, ...] = ("IDN", "JPN")) -> str:
    kind, date, published = told
    return meeting_key(Meeting(kind, participants), date, published, article)


def facts(*told: Told) -> list[str]:
    keys = [key(one, str(number)) for number, one in enumerate(told)]
    (scope,) = {scope_of(one) for one in keys}
    places = resolve(scope, keys)
    return [places[one].fact for one in keys]


ONE: list[tuple[Told, Told, str]] = [
    (("visit", "2023-09-07", None), ("bilateral_meeting", "2023-09-07", "2024-01-01"), "date"),
    (("visit", "2023-09-07", None), ("visit", "2023-09", None), "precision"),
    (("visit", "2023-09-07", None), ("summit", "2023", None), "precision"),
    (("visit", "2023-09", None), ("visit", "2023", None), "precision"),
    (("visit", "2023-09-07", None), ("visit", None, "2023-09-08"), "near"),
    (("call", "2023-09-07", None), ("call", None, "2023-09-04"), "near"),
    (("visit", None, "2023-09-07"), ("visit", None, "2023-09-09"), "near"),
]
"""Two mentions of one meeting, and the rule that tells."""

TWO: list[tuple[Told, Told]] = [
    (("visit", "2023-09-07", None), ("visit", "2023-09-08", None)),
    (("visit", "2023-09-07", None), ("visit", "2023-08", None)),
    (("visit", "2023-09-07", None), ("call", "2023-09", None)),
    (("visit", "2023-09-07", None), ("visit", None, "2023-09-12")),
    (("visit", "2023-09-07", None), ("call", None, "2023-09-08")),
    (("visit", "2023-09-07", None), ("visit", None, "2023-09")),
    (("visit", "2023-09", None), ("visit", None, "2023-09-08")),
    (("visit", None, "2023-09-07"), ("visit", None, "2023-09-12")),
    (("visit", None, "2023-09-07"), ("call", None, "2023-09-07")),
]


@pytest.mark.parametrize(("one", "other", "rule"), ONE)
def test_mentions_of_one_meeting(one: Told, other: Told, rule: str) -> None:
    keys = [key(one, "a"), key(other, "b")]
    places = resolve(scope_of(keys[0]), keys)
    assert len({place.fact for place in places.values()}) == 1
    (join,) = [place.join for place in places.values() if place.join]
    assert ({join.key, join.to}, join.rule) == (set(keys), rule)


@pytest.mark.parametrize(("one", "other"), TWO)
def test_mentions_of_two_meetings(one: Told, other: Told) -> None:
    assert len(set(facts(one, other))) == 2


@pytest.mark.parametrize(
    ("doubtful", "others"),
    [
        (("visit", "2023-09", None), [("visit", "2023-09-07", None), ("visit", "2023-09-20", None)]),
        (("visit", None, "2023-09-08"), [("visit", "2023-09-07", None), ("visit", "2023-09-09", None)]),
        (("visit", "2023", None), [("visit", "2023-03", None), ("visit", "2023-09-20", None)]),
    ],
)
def test_what_may_be_either_is_neither(doubtful: Told, others: list[Told]) -> None:
    assert len(set(facts(doubtful, *others))) == 3


def test_a_month_whose_only_day_is_known_does_not_make_a_second_meeting_of_the_year() -> None:
    told: list[Told] = [("visit", "2023", None), ("visit", "2023-09", None), ("visit", "2023-09-07", None)]
    assert facts(*told) == ["meeting:IDN+JPN:2023-09-07"] * 3


def test_what_is_told_day_after_day_may_be_several() -> None:
    days: list[Told] = [("visit", None, f"2023-09-{day:02}") for day in (1, 3, 5, 7)]
    assert len(set(facts(*days))) == 4


def test_two_who_meet_at_a_summit_have_a_meeting_of_their_own() -> None:
    pair, many = key(("bilateral_meeting", "2023-09-07", None), "a"), ("AUS", "IDN", "JPN")
    assert scope_of(pair) != scope_of(key(("summit", "2023-09-07", None), "a", many))


def test_what_nobody_dates_is_told_apart_by_its_article() -> None:
    assert scope_of(key(("visit", None, None), "a")) != scope_of(key(("visit", None, None), "b"))


def test_no_order_matters_among_many_mentions() -> None:
    rng = random.Random(4)
    kinds: list[MeetingKind] = ["visit", "call", "summit"]
    dates = [None, None, "2023", "2023-09", *(f"2023-09-{day:02}" for day in (3, 7, 8, 21))]
    told = [(rng.choice(kinds), rng.choice(dates), f"2023-09-{rng.randint(1, 28):02}") for _ in range(60)]
    keys = [key(one, str(number)) for number, one in enumerate(told)]
    expected = dict(resolve("meeting:IDN+JPN:2023", keys))
    for _ in range(5):
        assert resolve("meeting:IDN+JPN:2023", rng.sample(keys, len(keys))) == expected
