"""The watchdog: the engine's parent, which starts it, starts it again when it dies, and ends it with its last user.

``python -m graph.engine.watchdog FOLDER HEAP`` leaves its caller's session at once, so that no Ctrl-C reaches it, and
closes its standard output when it has begun to watch; it has written "watching" there unless there was a watchdog.
"""

from __future__ import annotations

import os
import signal
import sys
import time
from collections import deque
from pathlib import Path

from graph.engine.folder import EngineFolder, RunningEngine
from graph.engine.lock import LockFile
from graph.engine.process import EngineProcess, is_engine

_POLL_S = 0.2
_MOST_DEATHS = 3
_DEATHS_WITHIN_S = 30.0


class Watchdog:
    """Holds the folder's watch lock from `run` to the end of the process."""

    def __init__(self, folder: EngineFolder, heap: str) -> None:
        self._folder = folder
        self._heap = heap
        self._deaths: deque[float] = deque(maxlen=_MOST_DEATHS)
        self._port = 0
        self._listens = False

    def run(self, lock: LockFile) -> int:
        """Watches until no user is left, a SIGTERM arrives, or the engine dies too often; an exit code."""
        _end_orphan(self._folder)
        engine = self._start(0)
        _say("watching")
        try:
            while not lock.is_deserted():
                engine = self._tend(engine)
                time.sleep(_POLL_S)
        except EngineKeepsDying:
            return 1
        finally:
            signal.signal(signal.SIGTERM, signal.SIG_IGN)
            self._folder.set_running(None)
            engine.stop()
        return 0

    def _tend(self, engine: EngineProcess) -> EngineProcess:
        """The engine to go on with: another one if this one died or found its port taken."""
        if engine.exit_code is not None:
            self._note_death(engine.exit_code)
            return self._start(self._port)
        if self._listens:
            return engine
        port, http_port = engine.bolt_port(), engine.http_port()
        if port is not None and http_port is not None:
            self._port = port
            self._listens = True
            self._tell(engine, port, http_port)
        elif engine.cannot_listen():
            engine.stop()
            return self._start(0)
        return engine

    def _start(self, port: int) -> EngineProcess:
        """A new engine, if it can be on the same port as before: clients then find it without being told."""
        engine = EngineProcess(self._folder, self._heap, port)
        self._listens = False
        self._tell(engine, 0, 0)
        return engine

    def _tell(self, engine: EngineProcess, port: int, http_port: int) -> None:
        self._folder.set_running(RunningEngine(os.getpid(), engine.pid, port, http_port))

    def _note_death(self, exit_code: int) -> None:
        now = time.monotonic()
        if len(self._deaths) == _MOST_DEATHS and now - self._deaths[0] < _DEATHS_WITHIN_S:
            raise EngineKeepsDying(exit_code)
        self._deaths.append(now)


class EngineKeepsDying(Exception):
    """The engine died too often in too short a time; why is in its log."""


def _end_orphan(folder: EngineFolder) -> None:
    """Ends an engine whose own watchdog was killed: it would hold the database's lock."""
    known = folder.running()
    folder.set_running(None)
    if known is None or not is_engine(known.pid, folder):
        return
    os.kill(known.pid, signal.SIGTERM)
    give_up = time.monotonic() + 15
    while is_engine(known.pid, folder) and time.monotonic() < give_up:
        time.sleep(_POLL_S)


def _detach() -> None:
    """Leaves the caller's session and becomes nobody's child: the caller has nothing to wait for."""
    if os.fork():
        os._exit(0)
    os.setsid()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))


def _say(word: str) -> None:
    """Writes `word` to standard output and closes it for good."""
    os.write(1, word.encode())
    null = os.open(os.devnull, os.O_RDWR)
    os.dup2(null, 1)
    os.close(null)


def main() -> int:
    """The command line; an exit code."""
    folder = EngineFolder(Path(sys.argv[1]))
    _detach()
    log = folder.open_log()
    os.dup2(log, 2)
    os.close(log)
    lock = LockFile.of(folder.lock)
    return Watchdog(folder, sys.argv[2]).run(lock) if lock.watch() else 1


if __name__ == "__main__":
    sys.exit(main())
