from __future__ import annotations

from time import perf_counter

import pytest

from ingest.reader.tree.parse import SHORT


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("a free trade agreement (FTA) with Fiji", "a free trade agreement with Fiji"),
        ("the trade pact (CEPA), which", "the trade pact, which"),
        ("a deal (MoU) on gas (LNG)", "a deal on gas"),
        ("the plan (R&D) of the bank (A.I.I.B.)", "the plan of the bank"),
        ("talks (May) on trade", "talks (May) on trade"),
        ("talks (in Rome) on NATO)", "talks (in Rome) on NATO)"),
        ("the plan (THE LONGEST NAME) of all", "the plan (THE LONGEST NAME) of all"),
    ],
)
def test_short_forms_are_put_aside(text: str, left: str) -> None:
    assert SHORT.sub("", text) == left


def test_brackets_that_never_close_cost_no_more_than_their_length() -> None:
    start = perf_counter()
    assert not SHORT.search("a (A" * 50_000)
    assert perf_counter() - start < 5
