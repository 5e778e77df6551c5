from __future__ import annotations

from typing import Any

import pytest

from viz.spoken import rows, spoken, spoken_date


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2023-09-07", "7 September 2023"),
        ("2023-09", "September 2023"),
        ("2023", "2023"),
        ("2023-09-07T10:00:00Z", "7 September 2023"),
        ("2023-13-01", "2023-13-01"),
        ("last week", "last week"),
        (None, ""),
    ],
)
def test_dates(date: str | None, expected: str) -> None:
    assert spoken_date(date) == expected


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("confidence", 0.917, "92\u00a0%"),
        ("subsectors", ["energy.gas", "energy.renewables"], "gas, renewables"),
        ("status", "in_force", "in force"),
        ("title", "Minister_x", "Minister_x"),
        ("since", "2015-01", "January 2015"),
        ("history", [{"status": "signed", "date": "2015", "claim_id": "c"}, {"status": "in_force", "date": None}],
         "signed (2015), in force"),
        ("modality", "actual", "happened"),
        ("sources", 3, "3"),
        ("anything", True, "yes"),
        ("anything", None, ""),
        ("anything", [], ""),
    ],
)  # fmt: skip
def test_values(name: str, value: Any, expected: str) -> None:
    assert spoken(name, value) == expected


def test_rows_come_in_a_set_order_without_ids_and_empty_values() -> None:
    given = {"confidence": 0.5, "date": "2023", "fact": "f1", "place": None, "odd_one": "x", "qid": "Q1"}
    assert rows(given) == (("Date", "2023"), ("Confidence", "50\u00a0%"), ("Odd one", "x"))
