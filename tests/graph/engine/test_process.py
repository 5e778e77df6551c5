from __future__ import annotations

import os
from pathlib import Path

from graph.engine.folder import EngineFolder
from graph.engine.process import command, is_engine, is_watchdog


def test_the_engine_listens_on_this_machine_alone_and_reads_no_files_for_a_query(tmp_path: Path) -> None:
    line = command(EngineFolder(tmp_path), "512m", 0)
    for setting in [
        "bolt.host=127.0.0.1",
        "server.httpIncomingHost=127.0.0.1",
        "opencypher.loadCsv.allowFileUrls=false",
        "opencypher.loadCsv.allowRemoteUrls=false",
        "txWalFlush=1",
    ]:
        assert f"-Darcadedb.{setting}" in line


def test_no_password_is_on_the_command_line(tmp_path: Path) -> None:
    folder = EngineFolder.in_home(tmp_path)
    credentials = folder.prepare()
    line = " ".join(command(folder, "512m", 0))
    assert credentials.password not in line
    assert credentials.reader_password not in line


def test_another_process_is_no_engine(tmp_path: Path) -> None:
    folder = EngineFolder(tmp_path)
    assert not is_engine(os.getpid(), folder)
    assert not is_watchdog(os.getpid(), folder)
    assert not is_engine(2**22 + 1, folder)
