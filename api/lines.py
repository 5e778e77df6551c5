"""JSON Lines of a query of one's own, sent as the engine gives the rows: never all of them are in memory."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from json import dumps
from time import monotonic
from typing import Any

from anyio import (
    BrokenResourceError,
    CapacityLimiter,
    ClosedResourceError,
    EndOfStream,
    create_memory_object_stream,
    fail_after,
    from_thread,
    to_thread,
)
from anyio.streams.memory import MemoryObjectReceiveStream, MemoryObjectSendStream

from graph.errors import AccordError, QueryRefused
from graph.readonly import Ended, Sink

_AHEAD = 2
"""So many chunks wait for a client that reads slowly; then the query waits, for as long as it may take."""

_CHUNK = 64 * 1024
"""Letters that are sent together, if they come fast."""

_CHUNK_S = 0.05
"""After so long a row is sent that no others have joined."""


async def streamed(run: Callable[[Sink], Ended], wait_s: float, turns: CapacityLimiter) -> AsyncIterator[str]:
    """The lines of what `run` gives, which takes one of `turns` and at most `wait_s` in all.

    Raises what `run` raises before its first row; later the last line says what went wrong.
    """
    give, take = create_memory_object_stream[str](_AHEAD)
    task = asyncio.create_task(_produced(run, give, wait_s, turns))
    task.add_done_callback(lambda done: done.cancelled() or done.exception())  # a client may not wait for it
    try:
        first = await take.receive()
    except BaseException as error:
        take.close()
        if isinstance(error, EndOfStream):
            await task
        raise
    return _rest(first, take, task)


async def _rest(first: str, take: MemoryObjectReceiveStream[str], task: asyncio.Task[None]) -> AsyncIterator[str]:
    with take:
        yield first
        try:
            async for chunk in take:
                yield chunk
            await task
        except AccordError as error:
            yield _line({"error": str(error)})


async def _produced(
    run: Callable[[Sink], Ended], give: MemoryObjectSendStream[str], wait_s: float, turns: CapacityLimiter
) -> None:
    def work() -> None:
        chunks = _Chunks(give, monotonic() + wait_s)
        ended = run(chunks.add)
        chunks.add_line(_line({"end": {"rows": ended.rows, "truncated": ended.truncated}}))
        chunks.send()

    async with give:
        await to_thread.run_sync(work, limiter=turns)


class _Chunks:
    """Lines on their way from the thread of a query to the client, some at a time, until `deadline`."""

    def __init__(self, give: MemoryObjectSendStream[str], deadline: float) -> None:
        self._give, self._deadline = give, deadline
        self._lines: list[str] = []
        self._letters, self._sent_at = 0, 0.0

    def add(self, row: dict[str, Any]) -> bool:
        """Takes a row; there may always be more."""
        self.add_line(_line({"row": row}))
        if self._letters >= _CHUNK or monotonic() - self._sent_at > _CHUNK_S:
            self.send()
        return True

    def add_line(self, line: str) -> None:
        self._lines.append(line)
        self._letters += len(line)

    def send(self) -> None:
        """Waits until the client has room; raises QueryRefused where it has none in time, or has gone."""
        try:
            from_thread.run(self._put, "".join(self._lines))
        except (BrokenResourceError, ClosedResourceError, TimeoutError) as error:
            raise QueryRefused("The rows were not read in time.") from error
        self._lines, self._letters, self._sent_at = [], 0, monotonic()

    async def _put(self, chunk: str) -> None:
        with fail_after(max(0.0, self._deadline - monotonic())):
            await self._give.send(chunk)


def _line(value: dict[str, Any]) -> str:
    return f"{dumps(value, ensure_ascii=False)}\n"
