from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from threading import active_count
from time import sleep

import pytest

from ingest.run import ahead


def test_gives_what_it_is_given_in_order() -> None:
    assert list(ahead(iter(range(1000)), 3)) == list(range(1000))


def test_goes_so_far_ahead_and_no_further() -> None:
    made = 0

    def endless() -> Iterator[int]:
        nonlocal made
        while True:
            made += 1
            yield made

    threads = active_count()
    with closing(ahead(endless(), 5)) as items:
        assert [next(items) for _ in range(3)] == [1, 2, 3]
        sleep(0.5)
        assert made <= 3 + 5 + 1
    assert active_count() == threads


def test_what_goes_wrong_is_raised_behind_what_came_before() -> None:
    def broken() -> Iterator[int]:
        yield 1
        raise ZeroDivisionError

    items = ahead(broken(), 5)
    assert next(items) == 1
    with pytest.raises(ZeroDivisionError):
        next(items)
