"""Processes that read: what one of them does costs one article, and nobody runs ahead of the others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from time import monotonic

import pytest

from graph.article import Article
from graph.errors import SettingError
from ingest.reading import Result, Workers
from ingest.reading.workers import TOGETHER
from ingest.source import Loaded, Skipped
from tests.ingest.reading.readers import Obedient, dying, unloadable


def articles(*texts: str) -> list[Loaded]:
    return [Article(str(number), "", text) for number, text in enumerate(texts)]


def told(results: Iterable[Result]) -> dict[str, str | int]:
    """By the article's id, how many claims it has, or why it was skipped."""
    out: dict[str, str | int] = {}
    for result in results:
        if isinstance(result, Skipped):
            out[result.where] = result.reason
        elif isinstance(result, tuple):
            assert result[0].id == result[1].article_id
            out[result[0].id] = len(result[1].claims)
    return out


@pytest.mark.parametrize("count", [1, 2])
def test_all_are_read_whatever_some_of_them_do(count: int) -> None:
    texts = ["Japan"] * 40
    texts[3], texts[17], texts[21], texts[39] = "die", "hang", "break", "nothing"
    items = [Skipped("a.txt", "empty", "an empty file"), *articles(*texts)]
    with Workers(Obedient, count, seconds=2) as workers:
        found = told(workers.read_all(items))
    ends: dict[str, str | int] = {"3": "crashed", "17": "too_slow", "21": "reader_failed", "39": 0, "a.txt": "empty"}
    assert found == {**{str(number): 1 for number in range(40)}, **ends}


def test_the_reader_is_named_and_loaded_once() -> None:
    with Workers(Obedient) as workers:
        assert workers.name_version == "obedient/1"
        assert told(workers.read_all(articles("Japan"))) == {"0": 1}
        assert told(workers.read_all(articles("nothing", "Japan"))) == {"0": 0, "1": 1}
        assert told(workers.read_all([])) == {}


def test_no_more_is_taken_than_they_have_in_hand() -> None:
    taken = 0

    def endless() -> Iterator[Article]:
        nonlocal taken
        while True:
            taken += 1
            yield Article(str(taken), "", "Japan")

    with Workers(Obedient, 2) as workers:
        results = workers.read_all(endless())
        for _ in range(5 * TOGETHER):
            next(results)
        assert taken <= (5 + 2) * TOGETHER


def test_a_reader_that_does_not_load_is_an_error_and_not_an_article() -> None:
    with Workers(unloadable) as workers, pytest.raises(OSError, match="no such model"):
        list(workers.read_all(articles("Japan")))
    with Workers(dying) as workers, pytest.raises(SettingError, match="ended while it loaded"):
        list(workers.read_all(articles("Japan")))


def test_they_end_at_once_whatever_they_do() -> None:
    with Workers(Obedient) as workers:
        results = workers.read_all(iter([*articles("Japan", "hang")]))
        assert workers.name_version
        workers._workers[0].give([Article("x", "", "hang")])
        start = monotonic()
        workers.close()
        assert told(results) == {}
    assert monotonic() - start < 10
