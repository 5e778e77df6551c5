from __future__ import annotations

import json
from pathlib import Path

from graph.engine.folder import EngineFolder, RunningEngine


def mode(path: Path) -> int:
    return path.stat().st_mode & 0o777


def test_only_the_owner_can_enter(tmp_path: Path) -> None:
    folder = EngineFolder.in_home(tmp_path / "new")
    assert mode(tmp_path / "new") == 0o700
    assert mode(folder.root) == 0o700


def test_an_engine_folder_that_others_could_enter_is_closed(tmp_path: Path) -> None:
    (tmp_path / "engine").mkdir(mode=0o755)
    tmp_path.chmod(0o755)
    folder = EngineFolder.in_home(tmp_path)
    assert mode(folder.root) == 0o700
    assert mode(tmp_path) == 0o755, "a home that was there is the user's own"


def test_passwords_are_made_once_and_differ_between_folders(tmp_path: Path) -> None:
    one = EngineFolder.in_home(tmp_path / "one").prepare()
    other = EngineFolder.in_home(tmp_path / "other").prepare()
    assert EngineFolder.in_home(tmp_path / "one").prepare() == one
    assert len({one.password, one.reader_password, other.password, other.reader_password}) == 4


def test_secrets_are_readable_by_the_owner_alone_and_users_hold_no_password(tmp_path: Path) -> None:
    folder = EngineFolder.in_home(tmp_path)
    credentials = folder.prepare()
    users = folder.root / "config" / "server-users.jsonl"
    assert mode(folder.root / "credentials.json") == 0o600
    assert mode(users) == 0o600
    assert credentials.password not in users.read_text()
    assert [json.loads(line)["name"] for line in users.read_text().splitlines()] == ["neo4j", "reader"]


def test_lost_or_torn_credentials_are_made_anew(tmp_path: Path) -> None:
    folder = EngineFolder.in_home(tmp_path)
    first = folder.prepare()
    for torn in ["", "[]", '{"username": "neo4j"}', "\ufeff{"]:
        (folder.root / "credentials.json").write_text(torn)
        assert folder.prepare() != first


def test_what_runs_is_written_for_others_to_read(tmp_path: Path) -> None:
    folder = EngineFolder.in_home(tmp_path)
    assert folder.running() is None
    folder.set_running(RunningEngine(watchdog=1, pid=2, bolt_port=3))
    assert folder.running() == RunningEngine(watchdog=1, pid=2, bolt_port=3)
    assert mode(folder.root / "running.json") == 0o600
    folder.set_running(None)
    folder.set_running(None)
    assert folder.running() is None


def test_a_large_log_makes_way_for_a_new_one(tmp_path: Path) -> None:
    folder = EngineFolder.in_home(tmp_path)
    folder.rotate_log()
    folder.log.write_bytes(b"small\n")
    folder.rotate_log()
    assert folder.log_tail() == "small"
    folder.log.write_bytes(b"x" * 5_000_001)
    folder.rotate_log()
    assert folder.log_tail() == ""


def test_the_tail_of_a_log_is_its_last_lines(tmp_path: Path) -> None:
    folder = EngineFolder.in_home(tmp_path)
    folder.log.write_bytes("\n".join(str(number) for number in range(100)).encode() + b"\n\xff")
    assert folder.log_tail(lines=3) == "98\n99\n\ufffd"
