"""An embedded engine that dies is started again, and nobody who uses the store need know."""

from __future__ import annotations

import os
import signal
from pathlib import Path

from graph.store import StoreConfig, open_store
from tests.graph.samples import article, claim, energy, reading


def test_a_killed_engine_comes_back_with_all_that_was_acknowledged(tmp_path: Path) -> None:
    first, second = article("a"), article("b", "Another text.")
    with open_store(StoreConfig(home=tmp_path)) as store:
        assert store.engine is not None
        store.writer().write(first, reading(first, claim(first, energy())))
        os.kill(store.engine.pid, signal.SIGKILL)
        store.writer().write(second, reading(second, claim(second, energy())))
        assert [row.id for row in store.view().articles()] == ["a", "b"]
        os.kill(store.engine.ensure().pid, signal.SIGKILL)
        assert store.run_read_only("MATCH (c:Claim) RETURN count(c) AS n").rows == ({"n": 2},)
