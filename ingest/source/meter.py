"""How far loading has come, in bytes of the files that are read."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO


class Meter:
    """Counts what has been read of files; `total` is what there is of all sources, where that can be known."""

    def __init__(self) -> None:
        self.total: int | None = None
        self._before = 0
        self._current: IO[bytes] | None = None
        self._reached = 0

    @property
    def done(self) -> int:
        """Bytes read so far, packed ones of an archive."""
        current = self._current
        if current is not None and not current.closed:
            self._reached = max(self._reached, current.tell())
        return self._before + self._reached

    @contextmanager
    def reading(self, stream: IO[bytes], size: int) -> Iterator[IO[bytes]]:
        """`stream`, which has `size` bytes, closed at the end."""
        with stream:
            self._current = stream
            try:
                yield stream
            finally:
                self._current, self._reached = None, 0
                self._before += size
