from __future__ import annotations

from pathlib import Path

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
