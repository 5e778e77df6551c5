"""`accord ingest` as a process: it is killed, interrupted and started again; what it shows and reports."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from api.cli import app
from api.progress import told
from api.settings import settings_table
from graph.dump import dump
from graph.stock import Stock
from graph.store import Store, StoreConfig, open_store
from graph.vocabulary import countries
from ingest.reader import default_reader
from ingest.reading import read_all
from ingest.run import RunReport
from ingest.run import run as run_all
from ingest.source import load_all
from tests.database import Database

ARTICLE = "Fiji and Iceland signed an agreement on fisheries cooperation in Suva on Monday."
NAMES = ("Fiji", "Iceland", "Peru", "Chile", "Ghana", "Kenya", "Nepal", "Japan", "Oman", "Malta", "Latvia", "Palau")
TEXTS = [
    f"{a} and {b} signed an agreement on {matter} on Monday."
    for matter in ("fisheries", "energy", "trade", "tourism", "health", "education")
    for a, b in combinations(NAMES, 2)
]
STEP = 160
"""More articles than are recognised together, as far as they come through a pipe in whole blocks."""


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    for setting in settings_table():
        monkeypatch.delenv(setting.name, raising=False)


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, list(arguments))


def lines(texts: list[str]) -> bytes:
    rows = ({"id": f"{number:04}", "published": "2024-05-15", "text": text} for number, text in enumerate(texts))
    return b"".join(json.dumps(row).encode() + b"\n" for row in rows)


AS_AT_A_TERMINAL = """\
import signal
signal.signal(signal.SIGINT, signal.default_int_handler)  # a job in the background starts with it ignored
from api.cli import main
main()
"""


def started(home: Path, *arguments: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-c", AS_AT_A_TERMINAL, "ingest", "-", *arguments]
    path = os.pathsep.join([str(Path(__file__).parents[2]), os.environ.get("PYTHONPATH", "")])
    environment = {**os.environ, "ACCORD_HOME": str(home), "PYTHONPATH": path}
    return subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment
    )


def stored(store: Store) -> int:
    return len(Stock(store).listed())


def fed_until_more_is_stored(process: subprocess.Popen[bytes], given: bytes, store: Store) -> int:
    """Gives a run what it does not end with, and waits until it has stored some of that."""
    assert process.stdin
    before = stored(store)
    process.stdin.write(given)
    process.stdin.flush()
    end = time.monotonic() + 300
    while stored(store) == before:
        assert process.poll() is None, process.stderr and process.stderr.read()
        assert time.monotonic() < end
        time.sleep(0.1)
    return stored(store)


def children_of(process: int) -> list[int]:
    return [int(child) for child in Path(f"/proc/{process}/task/{process}/children").read_text().split()]


@pytest.fixture
def expected(embedded_database: Database) -> Iterator[dict[str, list[str]]]:
    """What a graph holds into which all was read without a break."""
    embedded_database.empty()
    with open_store(embedded_database.config) as store:
        Path("all.jsonl").write_bytes(lines(TEXTS))
        run_all(read_all(load_all(["all.jsonl"]), default_reader()), store.writer())
        yield dump(store)
    embedded_database.empty()


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
def test_a_run_that_is_killed_and_interrupted_goes_on_where_it_was(
    tmp_path: Path, expected: dict[str, list[str]]
) -> None:
    home = tmp_path / "home"
    with open_store(StoreConfig(home=home / "graph")) as store:
        killed = started(home)
        first = fed_until_more_is_stored(killed, lines(TEXTS[:STEP]), store)
        readers = children_of(killed.pid)
        killed.kill()
        killed.communicate()
        assert readers
        assert first < len(TEXTS)

        stopped = started(home, "--report", "stopped.json")
        fed_until_more_is_stored(stopped, lines(TEXTS[: 2 * STEP]), store)
        stopped.send_signal(signal.SIGINT)
        _, said = stopped.communicate(timeout=300)
        assert stopped.returncode == 130, said
        assert b"Traceback" not in said
        report: dict[str, Any] = json.loads(Path("stopped.json").read_text())
        assert report["interrupted"]
        assert first <= report["articles_unchanged"] < report["articles"] <= stored(store)

        rest = started(home, "--json", "--workers", "2")
        out, said = rest.communicate(lines(TEXTS), timeout=900)
        assert rest.returncode == 0, said
        last = json.loads(out)
        assert (last["articles"], last["skipped"], last["interrupted"]) == (len(TEXTS), {}, False)
        assert report["articles"] <= last["articles_unchanged"] < len(TEXTS)
        assert dump(store) == expected
    assert not [reader for reader in readers if Path(f"/proc/{reader}").exists()]


def test_a_dry_run_reads_all_and_stores_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ACCORD_HOME", str(tmp_path / "home"))
    Path("a.txt").write_text(ARTICLE)
    Path("b.txt").write_text("")
    result = run("ingest", "a.txt", "b.txt", "--dry-run", "--report", "report.json", "--json")
    report = json.loads(Path("report.json").read_text())
    assert report == json.loads(result.stdout)
    assert (report["articles"], report["skipped"], report["dry_run"]) == (1, {"empty": 1}, True)
    assert report["claims"] > 0
    assert report["sources"] == ["a.txt", "b.txt"]
    assert 0 < report["seconds"] < 300
    assert not (tmp_path / "home").exists()
    assert "nothing was stored" in run("ingest", "a.txt", "--dry-run").stdout


def test_a_report_that_cannot_be_written_is_known_at_once(tmp_path: Path) -> None:
    Path("a.txt").write_text(ARTICLE)
    result = run("ingest", "a.txt", "--dry-run", "--report", "none/report.json")
    assert result.exit_code == 1
    assert "none/report.json" in result.stderr


def test_progress_says_how_fast_it_goes_and_why_what_was_skipped() -> None:
    report = RunReport(articles=1200, claims=3600, unchanged=200)
    report.skipped.update({"language": 10, "empty": 2})
    assert told(report, 60) == (
        "1,200 articles (20/s) (200 unchanged), 3,600 claims (60/s), 12 skipped (language 10, empty 2)"
    )
    assert told(RunReport(), 0) == "0 articles (0/s), 0 claims (0/s), 0 skipped"


def test_the_texts_name_countries() -> None:
    assert {*NAMES} <= {country.name for country in countries().by_id.values()}
    assert len(TEXTS) > 2 * STEP
