"""The embedded engine as its users see it: start it or join it, ask it to be there, leave it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from graph.engine.folder import DATABASE, Credentials, EngineFolder
from graph.engine.heap import checked_heap, heap_for
from graph.engine.lock import LockFile
from graph.engine.process import is_engine, is_watchdog, wheel
from graph.engine.sql import run_sql
from graph.errors import QueryRefused, StoreUnreachable

START_S = 60.0
"""How long an engine may take to start; 1.5 to 2.5 s are usual."""

_POLL_S = 0.05
_STOP_S = 30.0
_AGAIN_S = (0.1, 0.5, 2.0)


class Engine:
    """One user's hold on the engine of a folder, which runs as long as anybody holds it, in whatever process.

    `username` may do anything in `DATABASE`, `reader_username` may only read. Both live in the folder, whose files
    only its owner can read.
    """

    def __init__(self, folder: EngineFolder, heap: str, start_s: float) -> None:
        self._folder = folder
        self._heap = heap
        self._start_s = start_s
        self._lock = LockFile.of(folder.lock)
        self._closed = False
        self._users: Credentials | None = None
        self._port = 0
        self._http_port = 0
        self.pid = 0

    @classmethod
    def start_or_join(cls, home: Path, *, heap: str | None = None, start_s: float = START_S) -> Engine:
        """Holds the engine of the folder `home`, which is started if nobody else has; it answers when this returns.

        `heap` is Java's (``512m``, ``4g``; None: by the graph's size) and holds for an engine that this call starts.
        Raises `StoreUnreachable`
        with the end of the engine's log if it does not start within `start_s` seconds.
        """
        if sys.platform == "win32":
            raise StoreUnreachable(
                "The embedded engine runs on Linux and macOS only. Set NEO4J_URI to the address of a Neo4j server."
            )
        wheel()
        try:
            folder = EngineFolder.in_home(home)
            engine = cls(folder, checked_heap(heap) if heap else heap_for(folder.root), start_s)
            engine._lock.join(time.monotonic() + start_s)
        except OSError as error:
            raise StoreUnreachable(f"The folder {home} cannot be used: {error}.") from error
        try:
            return engine.ensure()
        except BaseException:
            engine.close()
            raise

    def ensure(self) -> Self:
        """Returns when the engine answers, having started it again if need be; its address may then be another one."""
        if self._closed:
            raise StoreUnreachable("This hold on the embedded engine was closed.")
        if self._users is None or self._ask() is not None:
            with self._lock.door(time.monotonic() + self._start_s):
                self._repair()
        return self

    def _repair(self) -> None:
        """Waits for an engine that is about to answer, else starts one. Needs the door."""
        try:
            self._users = self._folder.prepare()
        except OSError as error:
            raise StoreUnreachable(f"The folder {self._folder.root} cannot be used: {error}.") from error
        if self._lock.is_watched() and self._await_answer() is None:
            return
        self._stop_watchdog()
        self._start_watchdog()
        problem = self._await_answer()
        if problem is not None:
            raise self._failure(problem)

    @property
    def bolt_uri(self) -> str:
        """Where it listens, on this machine alone."""
        return f"bolt://127.0.0.1:{self._port}"

    @property
    def username(self) -> str:
        """The user who may write."""
        return self._credentials.username

    @property
    def password(self) -> str:
        """That user's password."""
        return self._credentials.password

    @property
    def reader_username(self) -> str:
        """The user who may only read."""
        return self._credentials.reader_username

    @property
    def reader_password(self) -> str:
        """That user's password."""
        return self._credentials.reader_password

    def run_sql(self, command: str) -> None:
        """Runs one command that the engine's Cypher does not have. Raises `StoreUnreachable` or `QueryRefused`.

        The command must come to the same when run twice. It is run again where the engine refuses it, as it does when
        another process makes the same thing at the same moment, whatever ``IF NOT EXISTS`` says.
        """
        self.ensure()
        for pause_s in _AGAIN_S:
            with suppress(QueryRefused):
                return run_sql(self._http_port, self.username, self.password, command)
            time.sleep(pause_s)
        return run_sql(self._http_port, self.username, self.password, command)

    def close(self) -> None:
        """Lets go of the engine. The last to do so, in whatever process, returns when it has ended."""
        if self._closed or not self._lock.is_ours:
            return
        self._closed = True
        try:
            with suppress(StoreUnreachable), self._lock.door(time.monotonic() + _STOP_S):
                if self._lock.is_last_user():
                    self._stop_watchdog()
        finally:
            self._lock.leave()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def _credentials(self) -> Credentials:
        if self._users is None:
            raise StoreUnreachable("The engine has not been started.")
        return self._users

    def _await_answer(self) -> str | None:
        """None once it answers, else what is wrong: when the time is up, or its watchdog has given up."""
        deadline = time.monotonic() + self._start_s
        problem = "it said nothing"
        while time.monotonic() < deadline:
            problem = self._ask() or ""
            if not problem:
                return None
            if not self._lock.is_watched():
                return "it ended again and again"
            time.sleep(_POLL_S)
        return problem

    def _ask(self) -> str | None:
        """None if the engine of this folder answers, else what is wrong. A stranger on its port knows no password."""
        running = self._folder.running()
        if running is None or running.bolt_port == 0:
            return "it does not listen yet"
        self._port, self._http_port, self.pid = running.bolt_port, running.http_port, running.pid
        from neo4j import GraphDatabase  # noqa: PLC0415 - the watchdog, which imports this package, needs no driver
        from neo4j.exceptions import DriverError, Neo4jError  # noqa: PLC0415

        try:
            with GraphDatabase.driver(
                self.bolt_uri,
                auth=(self.username, self.password),
                connection_timeout=5,
                connection_acquisition_timeout=5,
                max_transaction_retry_time=0,
            ) as driver:
                driver.execute_query("RETURN 1", database_=DATABASE)
        except (DriverError, Neo4jError, OSError, ValueError) as error:
            return str(error) or type(error).__name__
        return None

    def _start_watchdog(self) -> None:
        """Starts a watchdog, which starts the engine. Needs the door."""
        source = str(Path(__file__).parents[2])
        path = os.pathsep.join(filter(None, [source, os.environ.get("PYTHONPATH")]))
        arguments = [sys.executable, "-P", "-m", "graph.engine.watchdog", str(self._folder.root), self._heap]
        said = subprocess.run(  # noqa: S603 - our own command line
            arguments,
            env={**os.environ, "PYTHONPATH": path},
            cwd=self._folder.root,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            start_new_session=True,
            check=False,
        )
        if said.stdout != b"watching":
            raise self._failure(said.stderr.decode(errors="replace").strip() or "its watchdog ended")

    def _failure(self, problem: str) -> StoreUnreachable:
        tail = self._folder.log_tail()
        return StoreUnreachable(f"The embedded engine in {self._folder.root} did not start: {problem}.\n{tail}")

    def _stop_watchdog(self) -> None:
        """Ends the watchdog and the engine, whichever of them is left. Needs the door."""
        running = self._folder.running()
        if running is None:
            return
        if self._lock.is_watched():
            self._signal_watchdog(running.watchdog, signal.SIGTERM)
        elif is_engine(running.pid, self._folder):
            _signal(running.pid, signal.SIGTERM)
        self._await_end(running.watchdog, running.pid)

    def _signal_watchdog(self, pid: int, number: signal.Signals) -> None:
        if is_watchdog(pid, self._folder):
            _signal(pid, number)

    def _await_end(self, watchdog: int, engine: int) -> None:
        give_up = time.monotonic() + _STOP_S
        while self._lock.is_watched() or is_engine(engine, self._folder):
            if time.monotonic() > give_up:
                if self._lock.is_watched():
                    self._signal_watchdog(watchdog, signal.SIGKILL)
                if is_engine(engine, self._folder):
                    _signal(engine, signal.SIGKILL)
                return
            time.sleep(_POLL_S)


def _signal(pid: int, number: signal.Signals) -> None:
    with suppress(ProcessLookupError):
        os.kill(pid, number)
