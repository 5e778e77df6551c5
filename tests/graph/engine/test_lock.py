from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from graph.engine.lock import LockFile
from graph.errors import StoreUnreachable

_OTHER = """
import sys, time
from pathlib import Path
from graph.engine.lock import LockFile

lock = LockFile.of(Path(sys.argv[1]))
soon = time.monotonic() + 5
{act}
print("held", flush=True)
sys.stdin.read()
"""


@contextmanager
def other_process(path: Path, act: str) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-c", _OTHER.format(act=act), str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        yield process
        process.kill()


def soon() -> float:
    return time.monotonic() + 0.2


def test_it_is_made_for_its_owner_alone(tmp_path: Path) -> None:
    LockFile.of(tmp_path / "lock")
    assert (tmp_path / "lock").stat().st_mode & 0o777 == 0o600


def test_a_path_has_one_handle_however_it_is_spelled(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    assert LockFile.of(tmp_path / "lock") is LockFile.of(tmp_path / "sub" / ".." / "lock")


def test_users_share_and_the_last_one_knows(tmp_path: Path) -> None:
    lock = LockFile.of(tmp_path / "lock")
    lock.join(soon())
    with other_process(tmp_path / "lock", "lock.join(soon)") as other:
        assert not lock.is_last_user()
        other.kill()
        other.wait()
        assert lock.is_last_user()
    lock.leave()


def test_two_users_in_one_process_are_two(tmp_path: Path) -> None:
    lock = LockFile.of(tmp_path / "lock")
    lock.join(soon())
    lock.join(soon())
    assert not lock.is_last_user()
    lock.leave()
    assert lock.is_last_user()
    lock.leave()


def test_nobody_joins_while_the_last_user_ends_the_engine(tmp_path: Path) -> None:
    lock = LockFile.of(tmp_path / "lock")
    last_user = other_process(tmp_path / "lock", "lock.join(soon); assert lock.is_last_user()")
    with last_user, pytest.raises(StoreUnreachable, match="starting or stopping"):
        lock.join(soon())
    lock.join(soon())
    lock.leave()


def test_the_door_lets_one_process_in(tmp_path: Path) -> None:
    lock = LockFile.of(tmp_path / "lock")
    inside = other_process(tmp_path / "lock", "door = lock.door(soon); door.__enter__()")
    with inside, pytest.raises(StoreUnreachable, match="starting or stopping"), lock.door(soon()):
        pass
    with lock.door(soon()):
        pass


def test_a_watchdog_is_seen_until_it_is_killed(tmp_path: Path) -> None:
    lock = LockFile.of(tmp_path / "lock")
    with other_process(tmp_path / "lock", "assert lock.watch()") as other:
        assert lock.is_watched()
        other.kill()
        other.wait()
        assert not lock.is_watched()


def test_a_place_without_users_is_deserted(tmp_path: Path) -> None:
    lock = LockFile.of(tmp_path / "lock")
    with other_process(tmp_path / "lock", "lock.join(soon)"):
        assert not lock.is_deserted()
    assert lock.is_deserted()
