from __future__ import annotations

from dataclasses import dataclass

from api.quoted import told_once


@dataclass(frozen=True)
class Place:
    article_id: str
    field: str
    start: int
    claim: str = ""


def test_each_place_is_quoted_once_where_it_came_first() -> None:
    best, other, again = Place("a", "text", 7, "best"), Place("a", "text", 0), Place("a", "text", 7, "again")
    assert told_once([best, other, again]) == [best, other]


def test_the_same_offset_elsewhere_is_another_place() -> None:
    places = [Place("a", "text", 0), Place("a", "title", 0), Place("b", "text", 0)]
    assert told_once(places) == places
