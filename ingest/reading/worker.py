"""One process that reads: it loads a reader once, and may be killed at any moment."""

from __future__ import annotations

import signal
from collections.abc import Callable, Sequence
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
from time import monotonic
from typing import Any

from graph.article import Article
from graph.errors import SettingError
from graph.reading import Reading
from ingest.reading.reading import NamedReader, readings_of
from ingest.source import Skipped

START_SECONDS = 120.0
"""The longest that a process may take to load its reader."""
_CHARACTERS_A_SECOND = 10_000
"""A tenth of what the default reader reads on a slow machine."""


LoadReader = Callable[[], NamedReader]
"""Loads a reader; it goes to another process and must be picklable: a function of a module, or a partial of one."""

Answer = list[Reading | Skipped]


class Worker:
    """A process and what it is reading. `load` runs there; an article may take `seconds`, a long one more."""

    def __init__(self, load: LoadReader, seconds: float) -> None:
        self._seconds = seconds
        context = get_context("spawn")  # a fork would copy the locks of this process's threads as they are
        self.connection, other = context.Pipe()
        self._process = context.Process(target=_serve, args=(other, load), name="accord reader", daemon=True)
        self._process.start()
        other.close()
        self.name_version: str | None = None
        self.articles: list[Article] = []
        self.deadline = monotonic() + START_SECONDS

    @property
    def free(self) -> bool:
        """Whether it is ready and has nothing to do."""
        return self.name_version is not None and not self.articles

    def give(self, articles: Sequence[Article]) -> None:
        """Has it read `articles`, within a time that goes by their length; `taken` gives what came of it."""
        self.articles = list(articles)
        length = sum(len(article.text) for article in articles)
        self.deadline = monotonic() + self._seconds + length / _CHARACTERS_A_SECOND
        with suppress(OSError):  # it died in between: its answer will say so
            self.connection.send(self.articles)

    def started(self) -> str:
        """Waits until it is ready, and says what reads there; raises SettingError if it never is."""
        if self.name_version is None:
            if not self.connection.poll(max(0.0, self.deadline - monotonic())):
                raise SettingError(f"The reader was not loaded within {START_SECONDS:g} s.")
            answer = self.taken()
            if isinstance(answer, Exception):
                raise answer
            if answer is None:
                raise SettingError("The process that reads ended while it loaded its reader.")
            self.name_version = str(answer)
        return self.name_version

    def taken(self) -> Any:
        """What it says: an `Answer` of the articles in hand, which it has no longer; None if it has died."""
        try:
            answer = self.connection.recv()
        except (EOFError, OSError):
            return None
        self.articles = []
        return answer

    def kill(self) -> None:
        """Ends it, whatever it does; who waits for it hears that it has died."""
        self._process.kill()
        self._process.join()


def _serve(connection: Connection, load: LoadReader) -> None:
    """What runs in the process, until nobody asks any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for who started it
    try:
        reader = load()
    except Exception as error:  # noqa: BLE001 - it is raised where the process was started
        connection.send(error)
        return
    connection.send(reader.name_version)
    with suppress(EOFError, OSError):
        while True:
            connection.send(readings_of(connection.recv(), reader))
