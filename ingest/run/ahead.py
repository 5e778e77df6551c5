"""Going ahead: an iterator that is run in a thread of its own, so far ahead and no further."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from queue import Full, Queue
from threading import Event, Thread
from typing import TypeVar

_Item = TypeVar("_Item")

_LOOK_S = 0.2
"""How often a thread that waits for room looks whether anybody still wants more."""
_PARTING_S = 1.0
"""How long what is in hand may take at the end; then the thread is left to itself."""


class _End:
    """That there is no more, or what went wrong."""

    def __init__(self, error: BaseException | None = None) -> None:
        self.error = error


def ahead(items: Iterator[_Item], most: int) -> Generator[_Item]:
    """`items`, of which at most `most` wait to be taken: who makes them is held back by who takes them.

    What `items` raises is raised here, after what came before it.
    """
    made: Queue[_Item | _End] = Queue(most)
    unwanted = Event()
    thread = Thread(target=_fill, args=(items, made, unwanted), name="ahead", daemon=True)
    thread.start()
    try:
        while not isinstance(item := made.get(), _End):
            yield item
        if item.error:
            raise item.error
    finally:
        unwanted.set()
        thread.join(_PARTING_S)


def _fill(items: Iterator[_Item], made: Queue[_Item | _End], unwanted: Event) -> None:
    end = _End()
    try:
        for item in items:
            if not _put(item, made, unwanted):
                break
    except BaseException as error:  # noqa: BLE001 - it is raised where the items are taken
        end = _End(error)
    _put(end, made, unwanted)


def _put(item: _Item | _End, made: Queue[_Item | _End], unwanted: Event) -> bool:
    """Whether the item was wanted."""
    while not unwanted.is_set():
        try:
            made.put(item, timeout=_LOOK_S)
        except Full:
            continue
        return True
    return False
