"""Jobs: batches of articles that are read and stored one job after another, while who sent them goes on."""

from __future__ import annotations

import hashlib
import logging
from collections import Counter, OrderedDict, deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import partial
from threading import Condition, Event, Thread
from typing import Literal
from uuid import uuid4

from api.operation.metrics import Metrics
from graph.errors import AccordError, NotFound, QuestionError
from graph.store import Store
from ingest.reading import ArticleReader, read_all
from ingest.run import RunReport, run
from ingest.source import Loaded

_LOG = logging.getLogger("accord.api")

State = Literal["queued", "running", "done", "cancelled", "failed"]
ENDED: frozenset[State] = frozenset({"done", "cancelled", "failed"})

KEPT = 1_000
"""So many jobs are remembered; of those that have ended the oldest are forgotten first."""

MOST_WAITING = 100
"""So many may wait for their turn."""

MOST_BYTES = 200_000_000
"""So much those that have not ended may hold in memory together; one by itself may hold what a request may."""

Items = Callable[[], Iterable[Loaded]]


@dataclass(slots=True)
class Job:
    """A batch of `size` bytes. What `report` counts is stored for good, whatever becomes of the rest."""

    id: str
    created_at: str
    size: int = 0
    state: State = "queued"
    report: RunReport = field(default_factory=RunReport)
    finished_at: str | None = None
    error: str | None = None
    version: int = 0
    cancelled: Event = field(default_factory=Event)


class TooManyJobs(AccordError):
    """So many jobs wait, or such large ones, that no other is taken."""


class Jobs:
    """The jobs of an application, in memory: they end with it, and what they stored stays."""

    def __init__(self, store: Store, reader: ArticleReader, metrics: Metrics) -> None:
        self._store, self._reader, self._metrics = store, reader, metrics
        self._jobs: OrderedDict[str, Job] = OrderedDict()
        self._keys: dict[str, tuple[str, str]] = {}
        self._waiting: deque[tuple[Job, Items]] = deque()
        self._lock = Condition()
        self._thread: Thread | None = None
        self._ending = False

    @property
    def ending(self) -> bool:
        """Whether no more than the articles in hand are stored."""
        return self._ending

    def start(self, items: Items, content: bytes, key: str | None = None) -> Job:
        """A new job for what `items` gives; with the `key` of an earlier one that job, if its content was the same.

        Raises `QuestionError` for the key of other content, and `TooManyJobs`.
        """
        digest = hashlib.sha256(content).hexdigest()
        with self._lock:
            if key and (held := self._keys.get(key)):
                if held[0] != digest:
                    raise QuestionError(f"The Idempotency-Key {key!r} was used for something else.")
                if held[1] in self._jobs:
                    return self._jobs[held[1]]
            self._check_room(len(content))
            job = Job(uuid4().hex, _now(), len(content))
            self._jobs[job.id] = job
            self._waiting.append((job, items))
            if key:
                self._keys[key] = digest, job.id
            self._forget_old()
            if self._thread is None:
                self._thread = Thread(target=self._work, name="jobs", daemon=True)
                self._thread.start()
            self._lock.notify()
        return job

    def job(self, id_: str) -> Job:
        """One of them; `NotFound` where there is none, or no longer."""
        with self._lock:
            if id_ not in self._jobs:
                raise NotFound(f"There is no job {id_!r}.")
            return self._jobs[id_]

    def all(self) -> list[Job]:
        """All that are remembered, the latest first."""
        with self._lock:
            return list(reversed(self._jobs.values()))

    def cancel(self, id_: str) -> Job:
        """Ends a job as soon as the articles in hand are stored, one that waits at once; one that has ended stays as it
        is.
        """
        job = self.job(id_)
        with self._lock:
            job.cancelled.set()
            if job.state == "queued":
                self._waiting = deque(waiting for waiting in self._waiting if waiting[0] is not job)
                _end(job)
        return job

    def end(self) -> None:
        """Cancels all jobs, and takes no lock to do so: a signal may ask for it at any moment."""
        self._ending = True

    def close(self, wait_s: float) -> None:
        """Cancels all jobs and waits until the articles in hand are stored, but not for ever."""
        self.end()
        with self._lock:
            self._lock.notify()
        if self._thread:
            self._thread.join(wait_s)
            if self._thread.is_alive():
                _LOG.warning("a job was left after %g s; what it had in hand is not stored", wait_s)

    def _check_room(self, size: int) -> None:
        if len(self._waiting) >= MOST_WAITING:
            raise TooManyJobs(f"{MOST_WAITING} jobs wait for their turn: try again when some are done.")
        held = sum(job.size for job in self._jobs.values() if job.state not in ENDED)
        if held and held + size > MOST_BYTES:
            raise TooManyJobs(f"The jobs that wait hold {held:,} bytes: try again when some are done.")

    def _work(self) -> None:
        while (found := self._next()) is not None:
            job, items = found
            self._run(job, items)
            _end(job)
            del found, items  # what the job was of is not kept until there is another one

    def _next(self) -> tuple[Job, Items] | None:
        """The job whose turn it is, now running; None when no more is to be done."""
        with self._lock:
            self._lock.wait_for(lambda: self._waiting or self._ending)
            if self._ending:
                return None
            job, items = self._waiting.popleft()
            _set(job, "running")
            return job, items

    def _run(self, job: Job, items: Items) -> None:
        try:
            wanted = self._until_cancelled(items(), job)
            run(read_all(wanted, self._reader), self._store.writer(), partial(self._tell, job))
        except AccordError as error:
            job.error = str(error)
        except Exception:  # noqa: BLE001 - one job's fault must not end those of others
            _LOG.exception("a job failed")
            job.error = "An error that is ours; the log has the rest."

    def _tell(self, job: Job, report: RunReport) -> None:
        before = job.report
        job.report = replace(report, skipped=Counter(report.skipped), skips=list(report.skips))
        job.version += 1
        self._metrics.read(report.articles - before.articles, report.claims - before.claims)
        for reason, articles in (job.report.skipped - before.skipped).items():
            self._metrics.skipped(reason, articles)

    def _forget_old(self) -> None:
        ended = [job.id for job in self._jobs.values() if job.state in ENDED]
        for id_ in ended[: max(0, len(self._jobs) - KEPT)]:
            del self._jobs[id_]
        self._keys = {key: held for key, held in self._keys.items() if held[1] in self._jobs}

    def _until_cancelled(self, items: Iterable[Loaded], job: Job) -> Iterator[Loaded]:
        for item in items:
            if self._ending:
                job.cancelled.set()
            if job.cancelled.is_set():
                return
            yield item


def _end(job: Job) -> None:
    job.finished_at = _now()
    _set(job, "failed" if job.error else "cancelled" if job.cancelled.is_set() else "done")


def _set(job: Job, state: State) -> None:
    job.state = state
    job.version += 1


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
