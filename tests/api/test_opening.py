from __future__ import annotations

from pathlib import Path
from threading import Event

import pytest

from api.opening import opening
from graph.errors import QuestionError, StoreUnreachable
from graph.store import StoreConfig

NOWHERE = StoreConfig(uri="bolt://127.0.0.1:1", password="unused")


def test_what_cannot_be_opened_is_told_to_who_asks_for_it() -> None:
    with pytest.raises(StoreUnreachable), opening(NOWHERE) as opened:
        opened()


def test_another_error_of_the_block_comes_first() -> None:
    with pytest.raises(QuestionError), opening(NOWHERE):
        raise QuestionError("what?")


def test_it_is_closed_at_the_end(tmp_path: Path) -> None:
    with opening(StoreConfig(home=tmp_path)) as opened:
        engine = opened().engine
        assert opened().view().counts()["articles"] == 0
    assert engine is not None
    with pytest.raises(StoreUnreachable):
        engine.ensure()


def test_ctrl_c_waits_for_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    begun, go_on, closed = Event(), Event(), Event()

    class Slow:
        close = closed.set

    def slowly(config: StoreConfig) -> Slow:
        begun.set()
        go_on.wait(20)
        return Slow()

    monkeypatch.setattr("api.opening.open_store", slowly)
    with pytest.raises(KeyboardInterrupt), opening(StoreConfig(home=tmp_path)):
        begun.wait(20)
        raise KeyboardInterrupt
    assert not closed.is_set()
    go_on.set()
    assert closed.wait(20)
