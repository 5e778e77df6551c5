"""A store that opens in the background: an engine takes seconds to start, and so does loading a parser."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from threading import Thread

from graph.store import Store, StoreConfig, open_store


@contextmanager
def opening(config: StoreConfig) -> Iterator[Callable[[], Store]]:
    """Begins to open the store; what the block gets waits for it and gives it. It is closed at the end of the block.

    Raises as `open_store` does, where the block asks for the store. A Ctrl-C does not wait for what is still opening.
    """
    future: Future[Store] = Future()
    Thread(target=_open, args=(config, future), name="store", daemon=True).start()
    try:
        yield future.result
    except KeyboardInterrupt:
        future.add_done_callback(_close)
        raise
    except BaseException:
        _close(future)
        raise
    _close(future)


def _open(config: StoreConfig, future: Future[Store]) -> None:
    try:
        future.set_result(open_store(config))
    except BaseException as error:  # noqa: BLE001 - it is raised where the store is asked for
        future.set_exception(error)


def _close(future: Future[Store]) -> None:
    if future.exception() is None:
        future.result().close()
