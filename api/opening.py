"""A store that opens in the background: an engine takes seconds to start, and so does loading a parser."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager

from graph.store import Store, StoreConfig, open_store


@contextmanager
def opening(config: StoreConfig) -> Iterator[Callable[[], Store]]:
    """Begins to open the store; what the block gets waits for it and gives it. It is closed at the end of the block.

    Raises as `open_store` does, where the block asks for the store.
    """
    with ThreadPoolExecutor(1, "store") as pool:
        future = pool.submit(open_store, config)
        try:
            yield future.result
        finally:
            _close(future)


def _close(future: Future[Store]) -> None:
    if future.exception() is None:
        future.result().close()
