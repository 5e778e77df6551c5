"""Real engines in real processes. Each start costs about two seconds, so tests share one where they can."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from neo4j import Driver, GraphDatabase
from neo4j.exceptions import Neo4jError

from graph.engine import DATABASE, Engine
from graph.engine.folder import EngineFolder, RunningEngine
from graph.engine.process import is_engine, is_watchdog
from graph.errors import QueryRefused, SettingError, StoreUnreachable
from tests.graph.engine.user import User


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("engine") / "a home"


@pytest.fixture(scope="module")
def engine(home: Path) -> Iterator[Engine]:
    with Engine.start_or_join(home) as engine:
        yield engine


def run(engine: Engine, query: str, *, as_reader: bool = False) -> list[list[object]]:
    with connect(engine, as_reader=as_reader) as driver:
        return [list(record.values()) for record in driver.execute_query(query, database_=DATABASE).records]


def connect(engine: Engine, *, as_reader: bool = False) -> Driver:
    writer, reader = (engine.username, engine.password), (engine.reader_username, engine.reader_password)
    return GraphDatabase.driver(engine.bolt_uri, auth=reader if as_reader else writer)


def running(home: Path) -> RunningEngine:
    found = EngineFolder.in_home(home).running()
    assert found is not None
    return found


def runs(home: Path, pid: int) -> bool:
    return is_engine(pid, EngineFolder.in_home(home))


def eventually(holds: Callable[[], bool], within_s: float = 10) -> bool:
    give_up = time.monotonic() + within_s
    while time.monotonic() < give_up:
        if holds():
            return True
        time.sleep(0.05)
    return False


def binds(listener: socket.socket, port: int) -> bool:
    try:
        listener.bind(("127.0.0.1", port))
    except OSError:
        return False
    return True


def test_it_answers_once_it_is_there(engine: Engine) -> None:
    assert run(engine, "RETURN 1") == [[1]]


def test_its_processes_are_known(engine: Engine, home: Path) -> None:
    folder = EngineFolder.in_home(home)
    assert is_engine(engine.pid, folder)
    assert is_watchdog(running(home).watchdog, folder)


def test_a_second_hold_in_the_same_process_is_on_the_same_engine(engine: Engine, home: Path) -> None:
    with Engine.start_or_join(home) as other:
        assert (other.pid, other.bolt_uri) == (engine.pid, engine.bolt_uri)
    assert run(engine, "RETURN 1") == [[1]]


def test_another_process_joins_and_its_leaving_ends_nothing(engine: Engine, home: Path) -> None:
    with User(home) as user:
        assert user.where() == {"uri": engine.bolt_uri, "pid": engine.pid}
    assert run(engine, "RETURN 1") == [[1]]


def test_ctrl_c_ends_a_user_and_not_the_engine_that_it_started(tmp_path: Path) -> None:
    with User(tmp_path) as starter:
        started = starter.where()
        with Engine.start_or_join(tmp_path) as engine:
            os.killpg(starter.process.pid, signal.SIGINT)
            starter.process.wait(10)
            assert run(engine, "RETURN 1") == [[1]]
            assert engine.pid == started["pid"]
    assert not runs(tmp_path, started["pid"])


def test_the_reader_reads(engine: Engine) -> None:
    run(engine, "CREATE (:Seen {is: 'by both'})")
    assert run(engine, "MATCH (n:Seen) RETURN n.is", as_reader=True) == [["by both"]]


@pytest.mark.parametrize(
    "query",
    [
        "CREATE (:Forged)",
        "MATCH (n) SET n.forged = true",
        "MATCH (n) DETACH DELETE n",
        "MERGE (:Forged {a: 1})",
        "CREATE CONSTRAINT forged IF NOT EXISTS FOR (n:Forged) REQUIRE n.id IS UNIQUE",
        "CREATE USER forged SET PASSWORD 'forged-forged'",
        "LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line",
    ],
)
def test_the_reader_changes_nothing(engine: Engine, query: str) -> None:
    run(engine, "MERGE (:Kept {a: 1})")
    with pytest.raises(Neo4jError):
        run(engine, query, as_reader=True)
    assert run(engine, "MATCH (n:Kept) RETURN n.a, n.forged") == [[1, None]]


def test_no_one_gets_in_without_a_password(engine: Engine) -> None:
    for auth in [None, ("neo4j", "neo4j"), ("neo4j", engine.reader_password), ("root", "playwithdata")]:
        with GraphDatabase.driver(engine.bolt_uri, auth=auth) as driver, pytest.raises(Neo4jError):
            driver.execute_query("RETURN 1", database_=DATABASE)


def test_a_killed_engine_comes_back_on_its_port_with_its_data(engine: Engine, home: Path) -> None:
    run(engine, "MERGE (:Kept {is: 'acknowledged'})")
    before, uri = engine.pid, engine.bolt_uri
    os.kill(before, signal.SIGKILL)
    assert engine.ensure().pid != before
    assert engine.bolt_uri == uri
    assert run(engine, "MATCH (n:Kept {is: 'acknowledged'}) RETURN count(*)") == [[1]]


def test_an_open_driver_survives_a_killed_engine(engine: Engine) -> None:
    with connect(engine) as driver:
        driver.execute_query("RETURN 1", database_=DATABASE)
        os.kill(engine.pid, signal.SIGKILL)
        engine.ensure()
        assert driver.execute_query("RETURN 1", database_=DATABASE).records[0].values() == [1]


def test_a_port_that_a_stranger_took_is_left_to_it(engine: Engine, home: Path) -> None:
    port = running(home).bolt_port
    os.kill(engine.pid, signal.SIGKILL)
    with socket.socket() as stranger:
        stranger.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        assert eventually(lambda: binds(stranger, port))
        stranger.listen()
        engine.ensure()
        assert running(home).bolt_port != port
        assert run(engine, "RETURN 1") == [[1]]


def test_a_killed_watchdog_takes_the_engine_with_it_or_the_next_one_does(engine: Engine, home: Path) -> None:
    before = running(home)
    os.kill(before.watchdog, signal.SIGKILL)
    if sys.platform == "linux":
        assert eventually(lambda: not runs(home, before.pid))
    engine.ensure()
    assert not runs(home, before.pid)
    assert running(home).watchdog != before.watchdog
    assert run(engine, "MATCH (n:Kept) RETURN count(*) > 0") == [[True]]


def test_data_outlives_the_engine_and_nothing_is_left_running(tmp_path: Path) -> None:
    with Engine.start_or_join(tmp_path) as engine:
        run(engine, "CREATE (:Kept {is: 'here'})")
        first = running(tmp_path)
    assert not runs(tmp_path, first.pid)
    assert EngineFolder.in_home(tmp_path).running() is None
    with Engine.start_or_join(tmp_path) as engine:
        assert run(engine, "MATCH (n:Kept) RETURN n.is") == [["here"]]


def test_users_that_are_killed_take_the_engine_with_them(tmp_path: Path) -> None:
    with User(tmp_path) as one, User(tmp_path) as other:
        pid = one.where()["pid"]
        assert other.where()["pid"] == pid, "two that start at once share one engine"
        one.process.kill()
        one.process.wait()
        time.sleep(1)
        assert runs(tmp_path, pid)
        other.process.kill()
        assert eventually(lambda: not runs(tmp_path, pid))


def test_files_that_a_crash_left_are_harmless(tmp_path: Path) -> None:
    folder = EngineFolder.in_home(tmp_path)
    folder.lock.touch()
    with socket.create_server(("127.0.0.1", 0)) as stranger:
        bystander = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
        folder.set_running(RunningEngine(bystander.pid, bystander.pid, stranger.getsockname()[1]))
        with Engine.start_or_join(tmp_path) as engine:
            assert run(engine, "RETURN 1") == [[1]]
        assert bystander.poll() is None
        bystander.communicate(b"\n")


def test_an_engine_that_cannot_start_says_why(tmp_path: Path) -> None:
    with pytest.raises(StoreUnreachable, match=r"(?s)ended again and again.*Too small maximum heap"):
        Engine.start_or_join(tmp_path, heap="1k")


def test_sql_by_several_at_once(engine: Engine) -> None:
    engine.run_sql("CREATE VERTEX TYPE Word IF NOT EXISTS")
    commands = [f"CREATE PROPERTY Word.p{n} IF NOT EXISTS STRING" for n in range(20) for _ in range(4)]
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(engine.run_sql, commands))


def test_sql_that_is_none(engine: Engine) -> None:
    with pytest.raises(QueryRefused, match="CREATE NOTHING"):
        engine.run_sql("CREATE NOTHING")


def test_a_folder_that_cannot_be_used_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreUnreachable, match="file/home"):
        Engine.start_or_join(tmp_path / "file" / "home")


def test_a_heap_that_is_none_starts_nothing(tmp_path: Path) -> None:
    with pytest.raises(SettingError):
        Engine.start_or_join(tmp_path, heap="much")
    assert not (tmp_path / "engine" / "engine.log").exists()


def test_windows_users_are_told_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    with pytest.raises(StoreUnreachable, match="NEO4J_URI"):
        Engine.start_or_join(tmp_path)


def test_a_closed_hold_starts_nothing(engine: Engine, home: Path) -> None:
    other = Engine.start_or_join(home)
    other.close()
    other.close()
    with pytest.raises(StoreUnreachable, match="closed"):
        other.ensure()
