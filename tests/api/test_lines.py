"""Rows of a query as lines, given before the query ends; the query is made up here, or the engine's own."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from threading import Event
from time import monotonic
from typing import Any

import pytest
from anyio import CapacityLimiter

from api.lines import streamed
from graph.errors import QueryRefused
from graph.readonly import Ended, Sink
from graph.store import Store

BIG = "x" * 100_000


def lines_of(text: str) -> list[Any]:
    return list(map(json.loads, text.splitlines()))


async def started(run: Callable[[Sink], Ended], wait_s: float = 20.0) -> tuple[AsyncIterator[str], CapacityLimiter]:
    turns = CapacityLimiter(1)
    return await streamed(run, wait_s, turns), turns


async def until_free(turns: CapacityLimiter) -> None:
    async with asyncio.timeout(10):
        while turns.borrowed_tokens:
            await asyncio.sleep(0.01)


def test_the_first_row_comes_before_the_query_ends() -> None:
    go = Event()

    def run(sink: Sink) -> Ended:
        assert sink({"x": 1})
        assert go.wait(20)
        assert sink({"x": 2})
        return Ended(("x",), 2, True)

    async def read() -> list[str]:
        chunks, turns = await started(run)
        first = await anext(chunks)
        go.set()
        found = [first, *[chunk async for chunk in chunks]]
        await until_free(turns)
        return found

    first, *rest = asyncio.run(read())
    assert lines_of(first) == [{"row": {"x": 1}}]
    assert lines_of("".join(rest)) == [{"row": {"x": 2}}, {"end": {"rows": 2, "truncated": True}}]


def test_what_is_refused_at_once_is_raised_and_later_told() -> None:
    def refuses(sink: Sink) -> Ended:
        raise QueryRefused("no")

    def breaks(sink: Sink) -> Ended:
        sink({"x": 1})
        raise QueryRefused("stopped")

    async def read() -> list[str]:
        chunks, _ = await started(breaks)
        return [chunk async for chunk in chunks]

    with pytest.raises(QueryRefused, match="no"):
        asyncio.run(started(refuses))
    assert lines_of("".join(asyncio.run(read()))) == [{"row": {"x": 1}}, {"error": "stopped"}]


def test_who_does_not_read_on_gives_the_turn_back() -> None:
    taken: list[int] = []

    def endless(sink: Sink) -> Ended:
        while sink({"x": BIG}):
            taken.append(1)
        raise AssertionError

    async def read_one() -> list[str]:
        chunks, turns = await started(endless, 0.5)
        await anext(chunks)
        begun = monotonic()
        await until_free(turns)
        assert monotonic() - begun < 5
        return [chunk async for chunk in chunks]

    [*_, last] = asyncio.run(read_one())
    assert lines_of(last) == [{"error": "The rows were not read in time."}]
    assert len(taken) < 10  # the query waited with the client


def test_who_goes_away_ends_the_query() -> None:
    def endless(sink: Sink) -> Ended:
        while sink({"x": BIG}):
            pass
        raise AssertionError

    async def leave() -> float:
        chunks, turns = await started(endless)
        await anext(chunks)
        begun = monotonic()
        await chunks.aclose()  # type: ignore[attr-defined]
        await until_free(turns)
        return monotonic() - begun

    assert asyncio.run(leave()) < 5


def test_many_rows_of_the_graph(store: Store) -> None:
    query = "UNWIND range(1, 50000) AS x RETURN x"

    async def read() -> tuple[int, str]:
        chunks, _ = await started(lambda sink: store.each_read_only(sink, query, limit=49_000))
        number, last = 0, ""
        async for chunk in chunks:
            number, last = number + 1, chunk
        return number, last

    number, last = asyncio.run(read())
    assert number > 5
    assert lines_of(last)[-1] == {"end": {"rows": 49_000, "truncated": True}}
