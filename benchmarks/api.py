"""What HTTP costs: `GET /dyads/{a}/{b}` beside the Cypher behind it, for one client and for many, while articles come
in.

The bare Cypher is that of `benchmarks.growth`: the same rows in one transaction through the driver, by as many threads.
The server is a process of its own, as `accord serve` starts it; both go to the same embedded engine.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from http.client import HTTPConnection, RemoteDisconnected
from pathlib import Path
from threading import Event, Thread, local

from api.port import next_free
from benchmarks.growth import bare_dyad
from benchmarks.made_readings import busiest_dyad, readings_with
from graph.store import Store, StoreConfig, open_store

REQUESTS = 60
"""In each turn."""

TURNS = 4

FEWEST = 20
"""Times from which a percentile is told."""

_HOST = "127.0.0.1"
_START_S = 60.0


class NotAnswered(Exception):
    """The server did not answer what it was asked: nothing that could be measured."""


@dataclass(frozen=True, slots=True)
class Times:
    """Milliseconds that requests took."""

    p50: float
    p95: float

    @classmethod
    def of(cls, found: Sequence[float]) -> Times:
        """Of each of at least two."""
        return cls(statistics.median(found), statistics.quantiles(found, n=20)[-1])


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the table: over HTTP, over HTTP by one who has the answer already (304), and by Cypher.

    `unchanged` is None where hardly anybody had: the graph changes all the while.
    """

    what: str
    http: Times
    unchanged: Times | None
    bare: Times

    def __str__(self) -> str:
        ratio = self.http.p50 / self.bare.p50
        unchanged = f"{self.unchanged.p50:.1f}" if self.unchanged else "–"
        return (
            f"| {self.what} | {self.http.p50:.1f} / {self.bare.p50:.1f} = {ratio:.2f} "
            f"| {self.http.p95:.1f} / {self.bare.p95:.1f} | {unchanged} |"
        )


HEAD = "| clients | p50, ms: HTTP / bare | p95, ms | p50 of a 304 |\n|---|---|---|---|"


class Client:
    """Asks for one path over a connection that each thread keeps; `NotAnswered` for any status but 200 and 304."""

    def __init__(self, port: int, path: str, tag: str = "") -> None:
        self._port, self._path, self._own = port, path, local()
        self._headers = {"If-None-Match": tag} if tag else {}

    def ask(self) -> tuple[int, str]:
        """Status and tag of the answer, all of which was read."""
        if not hasattr(self._own, "connection"):
            self._own.connection = HTTPConnection(_HOST, self._port, timeout=60)
        try:
            return self._ask(self._own.connection)
        except RemoteDisconnected:  # it was idle for too long
            return self._ask(self._own.connection)

    def _ask(self, connection: HTTPConnection) -> tuple[int, str]:
        connection.request("GET", self._path, headers=self._headers)
        response = connection.getresponse()
        response.read()
        if response.status not in {200, 304}:
            raise NotAnswered(f"{self._path}: {response.status}")
        return response.status, response.headers.get("ETag", "")


def measure(claims: int, clients: int) -> Iterator[Row]:
    """Makes a graph and serves it; a row for one client, one for many, and one for these while articles come in."""
    readings = list(readings_with(claims))
    pair = busiest_dyad(readings)
    path = f"/dyads/{pair[0]}/{pair[1]}"
    with (
        tempfile.TemporaryDirectory(prefix="accord-api-") as home,
        open_store(StoreConfig(home=Path(home, "graph"))) as store,
    ):
        store.writer().write_many(readings)
        with _server(Path(home)) as port:
            yield _row("1", store, port, path, pair, 1)
            yield _row(str(clients), store, port, path, pair, clients)
            with _writing(store, claims):
                yield _row(f"{clients}, writing", store, port, path, pair, clients)


def _row(what: str, store: Store, port: int, path: str, pair: tuple[str, str], clients: int) -> Row:
    client = Client(port, path)
    _, tag = client.ask()
    again = Client(port, path, tag)
    works: list[Callable[[], object]] = [
        lambda: client.ask()[0],
        lambda: again.ask()[0],
        lambda: bare_dyad(store, pair),
    ]
    http, asked_again, bare = in_turn(works, clients)
    unchanged = [took for took, status in asked_again if status == 304]
    http_times, bare_times = (Times.of([took for took, _ in found]) for found in (http, bare))
    return Row(what, http_times, Times.of(unchanged) if len(unchanged) >= FEWEST else None, bare_times)


def in_turn(works: Sequence[Callable[[], object]], clients: int) -> list[list[tuple[float, object]]]:
    """How long each takes, with what it gave; they take turns, so that whatever else the machine does hits all."""
    times: list[list[tuple[float, object]]] = [[] for _ in works]
    for _ in range(TURNS):
        for work, own in zip(works, times, strict=True):
            own.extend(timed(work, clients))
    return times


def timed(work: Callable[[], object], clients: int) -> list[tuple[float, object]]:
    """The milliseconds that `work` takes when so many do it at a time, again and again, with what it gives."""

    def once(_: int) -> tuple[float, object]:
        started = time.perf_counter()
        found = work()
        return (time.perf_counter() - started) * 1000, found

    with ThreadPoolExecutor(clients) as pool:
        list(pool.map(once, range(clients)))  # connections are made before
        return list(pool.map(once, range(REQUESTS)))


@contextmanager
def _server(home: Path) -> Iterator[int]:
    port = next_free(_HOST, 8000)
    if port is None:
        raise OSError("no port is free")
    environment = {**os.environ, "ACCORD_HOME": str(home), "ACCORD_PORT": str(port)}
    environment.pop("NEO4J_URI", None)
    serving = subprocess.Popen(
        [sys.executable, "-m", "api.cli", "serve"],
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        deadline = time.monotonic() + _START_S
        while True:
            with suppress(OSError, NotAnswered):
                Client(port, "/health/ready").ask()
                break
            if time.monotonic() > deadline:
                raise TimeoutError("the server did not start")
            time.sleep(0.2)
        yield port
    finally:
        serving.terminate()
        serving.wait()


@contextmanager
def _writing(store: Store, claims: int) -> Iterator[None]:
    """Other articles are stored all the while."""
    stopped = Event()

    def write() -> None:
        for _ in store.writer().write_batches(readings_with(claims, seed=2), batch=20):
            if stopped.is_set():
                return

    writer = Thread(target=write, daemon=True)
    writer.start()
    try:
        yield
    finally:
        stopped.set()
        writer.join()


def main() -> None:
    """Runs the benchmark and prints its table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.api", description=__doc__)
    parser.add_argument("claims", nargs="?", type=int, default=10_000, help="size of the graph (10000)")
    parser.add_argument("--clients", type=int, default=50, help="clients at a time (50)")
    options = parser.parse_args()
    print(HEAD)
    for row in measure(options.claims, options.clients):
        print(row, flush=True)


if __name__ == "__main__":
    main()
