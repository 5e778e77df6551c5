"""Workers: processes that read, each with a reader of its own; one that hangs or dies costs the article that did it."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from itertools import islice
from multiprocessing.connection import wait
from threading import Lock
from time import monotonic
from types import TracebackType
from typing import Self

from graph.article import Article
from ingest.reading.reading import Other, Read, parted
from ingest.reading.worker import Answer, LoadReader, Worker
from ingest.source import Skipped

SECONDS = 30.0
"""The longest that an article may take, and a second more for each 10,000 characters."""

TOGETHER = 16
"""Articles that a process is given at a time: it parses them together."""


class Workers:
    """`count` processes with readers that `load` gives, in a ``with``. They start at once and load side by side.

    Of articles that were read together when a process hung or died, each is read again by itself.
    """

    def __init__(self, load: LoadReader, count: int = 1, seconds: float = SECONDS) -> None:
        self._load, self._seconds = load, seconds
        self._workers = [Worker(load, seconds) for _ in range(count)]
        self._closed = False
        self._lock = Lock()

    @property
    def name_version(self) -> str:
        """The reader's name and version, once one has loaded; raises what kept it from that."""
        return self._workers[0].started()

    def read_all(self, items: Iterable[Article | Other]) -> Iterator[Read | Skipped | Other]:
        """Each article with its reading, as soon as it is read, beside what needs none.

        No more is taken of `items` than the processes have in hand.
        """
        pending = iter(items)
        again: deque[Article] = deque()
        more = True
        while not self._closed:
            for worker in (w for w in self._workers if w.free):
                while worker.free and (again or more):
                    chunk = [again.popleft()] if again else list(islice(pending, TOGETHER))
                    more = more and bool(chunk)
                    articles, others = parted(chunk)
                    yield from others
                    if articles:
                        worker.give(articles)
            if not (again or more or any(worker.articles for worker in self._workers)):
                return
            for articles, answer in self._answers():
                if isinstance(answer, list):
                    yield from (r if isinstance(r, Skipped) else (a, r) for a, r in zip(articles, answer, strict=True))
                elif len(articles) == 1:
                    yield Skipped(articles[0].id, answer, _DETAIL[answer])
                else:
                    again.extend(articles)

    def _answers(self) -> Iterator[tuple[list[Article], Answer | str]]:
        """What those gave that are done, or the reason why one will not be; waits until there is something."""
        at_work = [worker for worker in self._workers if not worker.free]
        until = min(worker.deadline for worker in at_work) - monotonic()
        ready = wait([worker.connection for worker in at_work], timeout=max(0.0, until))
        for worker in at_work:
            articles, done = worker.articles, worker.connection in ready
            if worker.name_version is None:
                if done or monotonic() > worker.deadline:
                    worker.started()
            elif done:
                answer = worker.taken()
                if answer is None:
                    self._replace(worker)
                yield articles, "crashed" if answer is None else answer
            elif monotonic() > worker.deadline:
                self._replace(worker)
                yield articles, "too_slow"

    def _replace(self, worker: Worker) -> None:
        with self._lock:
            if not self._closed:
                worker.kill()
                self._workers[self._workers.index(worker)] = Worker(self._load, self._seconds)

    def close(self) -> None:
        """Ends all processes, whatever they do."""
        with self._lock:
            self._closed = True
            for worker in self._workers:
                worker.kill()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


_DETAIL = {
    "too_slow": "it was not read in time",
    "crashed": "the process that read it died of it",
}
