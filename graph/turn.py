"""Whose turn it is to write to an embedded graph.

The engine lets two writers go on and makes the second one start again when it commits; with large batches from several
processes one of them might never get through. So each waits for its turn before it starts.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def turn(path: Path) -> Iterator[None]:
    """Holds the lock file `path`, made if missing; waits for whoever holds it, in this process or another.

    The system lets go of it when a process ends, however it ends.
    """
    import fcntl  # noqa: PLC0415 - not on Windows, where there is no embedded engine

    held = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(held, fcntl.LOCK_EX)
        yield
    finally:
        os.close(held)
