from __future__ import annotations

from typing import Any

import pytest

from graph.export.table import Column, column_of


@pytest.mark.parametrize(
    ("value", "column"),
    [
        (None, None),
        ([], None),
        ("", Column("string")),
        (True, Column("boolean")),
        (1, Column("long")),
        (1.0, Column("double")),
        (["a", "b"], Column("string", many=True)),
        ([1, 2.5], Column("double", many=True)),
        ([1, "a"], Column("string", many=True)),
    ],
)
def test_what_a_value_needs(value: Any, column: Column | None) -> None:
    assert column_of(value) == column


@pytest.mark.parametrize(
    ("one", "other", "both"),
    [
        (Column("long"), Column("double"), Column("double")),
        (Column("boolean"), Column("long"), Column("string")),
        (Column("long"), Column("long", many=True), Column("long", many=True)),
    ],
)
def test_what_two_values_need(one: Column, other: Column, both: Column) -> None:
    assert one.joined(other) == other.joined(one) == both
