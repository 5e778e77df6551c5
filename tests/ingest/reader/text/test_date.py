from __future__ import annotations

import pytest

from ingest.reader.text.date import find_dates


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("met on 4 March 2021", ["2021-03-04"]),
        ("met on March 4, 2021", ["2021-03-04"]),
        ("from 14 to 16 May 2021", ["2021-05-14"]),
        ("on 2–4 May", ["2022-05-02"]),
        ("signed in May 2019", ["2019-05"]),
        ("went there in June 2019, and again", ["2019-06"]),
        ("met in April", ["2022-04"]),
        ("met last November", ["2021-11"]),
        ("met on Tuesday", ["2022-06-14"]),
        ("met today", ["2022-06-15"]),
        ("called this evening", ["2022-06-15"]),
        ("in his May letter", []),
        ("the 12 May brothers", ["2022-05-12"]),
        ("on 31 February 2021", ["2021-02-31"]),
        ("talks from March 6 to 10", ["2022-03-06"]),
        ("a draft by May 2", ["2022-05-02"]),
        ("in July last year", ["2021-07"]),
        ("in March next year", ["2023-03"]),
        ("three days ago", ["2022-06-12"]),
        ("met last night", ["2022-06-14"]),
        ("the day before yesterday", ["2022-06-13"]),
        ("the day after tomorrow", ["2022-06-17"]),
        ("In May 2,000 soldiers left", ["2022-05"]),
        ("by March 15,000 had fled", ["2022-03"]),
        ("met on May 2, 2021", ["2021-05-02"]),
        ("met on May 2, 500 of them", ["2022-05-02"]),
    ],
)
def test_dates_are_resolved_by_the_day_of_publication(text: str, found: list[str]) -> None:
    assert [d.when.date for d in find_dates(text, 0, "2022-06-15")] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("will meet on Tuesday", "2022-06-21"),
        ("will meet on Wednesday", "2022-06-15"),
        ("will meet next Wednesday", "2022-06-22"),
        ("will meet in March", "2023-03"),
        ("will meet on 3 March", "2023-03-03"),
    ],
)
def test_what_lies_ahead_is_resolved_forwards(text: str, found: str) -> None:
    assert [d.when.date for d in find_dates(text, 0, "2022-06-15", future=True)] == [found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the same day they met", ["2022-06-01"]),
        ("a day later they met", ["2022-06-02"]),
        ("the previous day they met", ["2022-05-31"]),
        ("three days earlier they met", ["2022-05-29"]),
        ("on Monday they met, and a day later they parted", ["2022-06-13", "2022-06-14"]),
    ],
)
def test_days_point_back_to_the_day_told_before(text: str, found: list[str]) -> None:
    assert [d.when.date for d in find_dates(text, 0, "2022-06-15", told="2022-06-01")] == found


def test_relative_days_need_a_day_to_point_back_to() -> None:
    assert find_dates("the same day, on Tuesday", 0, None) == []
