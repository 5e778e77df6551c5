from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from graph.turn import turn


def test_one_writes_at_a_time(tmp_path: Path) -> None:
    at_work: list[int] = []

    def work(number: int) -> int:
        with turn(tmp_path / "writers.lock"):
            at_work.append(number)
            together = len(at_work)
            time.sleep(0.01)
            at_work.remove(number)
        return together

    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(work, range(8))) == [1] * 8


def test_a_turn_that_fails_is_over(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no"), turn(tmp_path / "writers.lock"):
        raise ValueError("no")
    with turn(tmp_path / "writers.lock"):
        pass
