from __future__ import annotations

import pytest

from api.question import understand
from api.suggest import MOST, suggestions
from graph.errors import QuestionError, UnknownName
from graph.store import Store


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("jap", "Japan–"),
        ("japan–ind", "Japan–Indonesia"),
        ("Japan and ind", "Japan–Indonesia"),
        ("japan-", "Japan–"),
        ("indonesia, japan", "Indonesia–Japan cooperation areas"),
        ("what have france and ger", "what have france and Germany"),
        ("who leads viet", "who leads Vietnam"),
        ("ASE", "Who cooperates with ASEAN?"),
    ],
)
def test_what_is_typed_goes_on(store: Store, typed: str, first: str) -> None:
    found = suggestions(typed, store.view())
    assert any(question.startswith(first) for question in found[:2])
    assert len(found) <= MOST
    assert len(set(found)) == len(found)
    for question in found:
        try:
            understand(question)
        except QuestionError as error:  # half a question is finished, not answered
            assert not isinstance(error, UnknownName), question


def test_those_of_whom_the_graph_tells_come_first(store: Store) -> None:
    found = suggestions("japan–i", store.view())
    assert found[0] == "Japan–Indonesia"
    assert "Japan–India" in found


@pytest.mark.parametrize("typed", ["", "   ", "–", "zzzz", "\x00", "japan–japan", "é" * 300])
def test_nothing_is_made_up(store: Store, typed: str) -> None:
    assert all(one != "Japan–Japan" for one in suggestions(typed, store.view()))
    assert typed == "japan–japan" or suggestions(typed, store.view()) == []
