"""The lock file through which all processes that use one engine folder agree on who starts and who stops it.

POSIX record locks (`fcntl.lockf`) belong to a process and vanish with it, however it ends; a file left behind by
``kill -9`` is therefore harmless. Three bytes of the file are locked, each for a purpose of its own:

door    exclusive, held while the engine is started, repaired or left: one process at a time
users   shared, held by every user for as long as it uses the engine
watch   exclusive, held by the watchdog for as long as it lives
"""

from __future__ import annotations

import errno
import os
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from graph.errors import StoreUnreachable

if sys.platform != "win32":
    import fcntl

_DOOR, _USERS, _WATCH = range(3)
_POLL_S = 0.02

_open_files: dict[tuple[int, Path], LockFile] = {}
_open_files_guard = threading.Lock()


class LockFile:
    """The one handle that this process has on a lock file.

    Closing any handle on a file drops all of a process's locks on it, so `LockFile.of` gives the same object for the
    same path, and a fork has one of its own.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._fd = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        self._pid = os.getpid()
        self._door = threading.RLock()
        self._users = 0

    @classmethod
    def of(cls, path: Path) -> LockFile:
        """The lock file at `path`, made with mode 0600 where it is missing."""
        key = (os.getpid(), path.resolve())
        with _open_files_guard:
            if key not in _open_files:
                _open_files[key] = cls(key[1])
            return _open_files[key]

    @property
    def is_ours(self) -> bool:
        """False in a fork of the process that opened it: a fork holds none of its locks."""
        return os.getpid() == self._pid

    @contextmanager
    def door(self, deadline: float) -> Iterator[None]:
        """Holds the door, against other threads and other processes, until the block ends."""
        if not self._door.acquire(timeout=max(0.0, deadline - time.monotonic())):
            raise self._busy()
        try:
            self._take(_DOOR, exclusive=True, deadline=deadline)
            try:
                yield
            finally:
                self._drop(_DOOR)
        finally:
            self._door.release()

    def join(self, deadline: float) -> None:
        """Counts this process among the users, once more for each call; waits while the last user stops the engine."""
        with self._door:
            if self._users == 0:
                self._take(_USERS, exclusive=False, deadline=deadline)
            self._users += 1

    def leave(self) -> None:
        """Takes back one `join`."""
        with self._door:
            self._users -= 1
            if self._users == 0:
                self._drop(_USERS)

    def is_last_user(self) -> bool:
        """True if nobody but the caller uses the engine, and then nobody can join before it leaves. Needs the door."""
        return self._users == 1 and self._try(_USERS, exclusive=True)

    def is_watched(self) -> bool:
        """True if a watchdog lives. Needs the door."""
        if not self._try(_WATCH, exclusive=True):
            return True
        self._drop(_WATCH)
        return False

    def watch(self) -> bool:
        """Makes this process the watchdog; False if there is one."""
        return self._try(_WATCH, exclusive=True)

    def is_deserted(self) -> bool:
        """True if no user is left, and then nobody can join before the caller ends. For the watchdog."""
        return self._try(_USERS, exclusive=True)

    def _take(self, byte: int, *, exclusive: bool, deadline: float) -> None:
        while not self._try(byte, exclusive=exclusive):
            if time.monotonic() > deadline:
                raise self._busy()
            time.sleep(_POLL_S)

    def _try(self, byte: int, *, exclusive: bool) -> bool:
        kind = fcntl.LOCK_EX if exclusive else fcntl.LOCK_SH
        try:
            fcntl.lockf(self._fd, kind | fcntl.LOCK_NB, 1, byte)
        except OSError as error:
            if error.errno in {errno.EACCES, errno.EAGAIN}:
                return False
            raise StoreUnreachable(f"No lock can be held on {self._path}: {error.strerror}.") from error
        return True

    def _drop(self, byte: int) -> None:
        fcntl.lockf(self._fd, fcntl.LOCK_UN, 1, byte)

    def _busy(self) -> StoreUnreachable:
        return StoreUnreachable(f"Another process has been starting or stopping the engine in {self._path.parent}.")
