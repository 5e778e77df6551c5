from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
from importlib import import_module
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import pytest
import typer
from typer.testing import CliRunner, Result

from api.cli import COMMANDS, app, load, main
from api.port import is_free, next_free
from api.settings import Settings, settings_table
from graph.browser import saved_queries
from graph.store import Store

README = Path(__file__).parents[2] / "README.md"
EVAL = Path(__file__).parents[1] / "eval"
ARTICLE = "Fiji and Iceland signed an agreement on fisheries cooperation in Suva on Monday."


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, api_settings: Settings) -> None:
    monkeypatch.chdir(tmp_path)
    for setting in settings_table():
        monkeypatch.delenv(setting.name, raising=False)
    monkeypatch.setenv("ACCORD_HOME", str(api_settings.home))


def run(*arguments: str, stdin: str | None = None) -> Result:
    return CliRunner().invoke(app, list(arguments), input=stdin)


def json_lines(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


@pytest.mark.parametrize("name", COMMANDS)
def test_the_table_of_commands_says_what_they_do(name: str) -> None:
    module, text = COMMANDS[name]
    command = getattr(import_module(module), name.replace("-", "_"))
    docstring = command.info.help if isinstance(command, typer.Typer) else command.__doc__
    assert str(docstring).splitlines()[0] == text
    assert load(name).name == name


def test_help_lists_the_commands() -> None:
    listed = run("--help").stdout
    assert all(name in listed for name in COMMANDS)


@pytest.mark.parametrize(
    ("arguments", "code"),
    [(["nothing"], 2), (["ask"], 2), (["read", "--nothing", "x"], 2), (["cypher", "RETURN 1", "-p", "x"], 2)],
)
def test_wrong_usage_ends_with_2(arguments: list[str], code: int) -> None:
    assert run(*arguments).exit_code == code


def test_reads_articles_as_json_lines(tmp_path: Path) -> None:
    good = json.dumps({"id": "A-1", "text": ARTICLE, "published": "2024-03-05"})
    (tmp_path / "a.jsonl").write_text(f"{good}\nno json\n")
    result = run("read", "a.jsonl")
    assert result.exit_code == 0
    [reading] = json_lines(result.stdout)
    assert (reading["id"], reading["countries"]) == ("A-1", ["FJI", "ISL"])
    quoted = reading["cooperation"][0]["evidence"][0]
    assert ARTICLE[quoted["start"] : quoted["end"]] == quoted["text"]
    assert "a.jsonl:2" in result.stderr


def test_reads_standard_input_into_a_file(tmp_path: Path) -> None:
    assert run("read", "-", "-o", "out.jsonl", stdin=ARTICLE).exit_code == 0
    assert json_lines((tmp_path / "out.jsonl").read_text())[0]["countries"] == ["FJI", "ISL"]


def test_explains_a_reading() -> None:
    shown = run("read", "-", "--explain", stdin=ARTICLE).stdout
    assert "cooperation" in shown
    assert "Fiji and Iceland signed" in shown


@pytest.mark.parametrize("command", ["read", "ingest"])
def test_ends_with_1_only_if_nothing_could_be_read(command: str, tmp_path: Path, store: Store) -> None:
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "none.txt").write_text("Nothing to see in this village.")
    assert run(command, "missing.txt", "empty.txt").exit_code == 1
    assert run(command, "empty.txt", "none.txt").exit_code == 0


def test_starts_no_engine_for_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ACCORD_HOME", str(tmp_path / "home"))
    (tmp_path / "empty.txt").write_text("")
    report = json.loads(run("ingest", "empty.txt", "missing.txt", "--json").stdout)
    assert report["skipped"] == {"empty": 1, "missing": 1}
    assert not (tmp_path / "home").exists()


def test_ingests_and_reports(tmp_path: Path, store: Store) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE)
    (tmp_path / "b.bin.txt").write_bytes(b"\0\1")
    report = json.loads(run("ingest", "a.txt", "b.bin.txt", "--json").stdout)
    assert (report["articles"], report["skipped"]) == (1, {"binary": 1})
    again = json.loads(run("ingest", "a.txt", "--json").stdout)
    assert again["articles_unchanged"] == 1
    [found] = [a.id for a in store.view().articles() if a.title == "" and a.claims]
    store.writer().forget(found)


def test_asks(store: Store) -> None:
    result = run("ask", "Japan–Indonesia cooperation areas", "--json")
    assert result.exit_code == 0
    answer = json.loads(result.stdout)
    assert {fact["sector"] for fact in answer["facts"]["cooperation"]} == {"energy", "defence", "trade"}
    shown = run("ask", "Japan–Indonesia", "--cypher").stdout
    for part in (
        "They agreed on gas and defence.",
        "Japan lends <b>Indonesia</b> money",
        "Jakarta",
        "confidence",
        ":params",
    ):
        assert part in shown


def test_an_unknown_name_is_one_clear_line_and_1() -> None:
    result = run("ask", "Japan and Wakanda")
    assert result.exit_code == 1
    assert "Wakanda" in result.stderr
    assert "Rwanda" in result.stderr
    assert "Traceback" not in result.output


def test_an_error_that_nobody_foresaw_is_one_line_too(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken() -> None:
        raise ZeroDivisionError("by [zero]")

    monkeypatch.setattr("api.cli.app", broken)
    monkeypatch.setattr("sys.argv", ["accord"])
    with pytest.raises(SystemExit) as caught:
        main()
    assert caught.value.code == 1
    assert "ZeroDivisionError: by [zero]" in capsys.readouterr().err
    monkeypatch.setattr("sys.argv", ["accord", "--debug"])
    with pytest.raises(ZeroDivisionError):
        main()


def test_asks_and_draws_as_of_a_day(store: Store) -> None:
    """The article on the two was published on 8 September 2023."""
    assert "Energy" in run("ask", "Japan–Indonesia", "--as-of", "2023-09").stdout
    before = run("ask", "Japan–Indonesia", "--as-of", "2023-09-07").stdout
    assert "Energy" not in before
    assert "as of 2023-09-07" in before
    assert "says nothing of Indonesia–Japan" in run("draw", "Japan", "Indonesia", "--as-of", "2022").stdout
    assert run("ask", "Japan–Indonesia", "--as-of", "last year").exit_code == 2


def test_draws(tmp_path: Path, store: Store) -> None:
    assert run("draw", "japan", "IDN").exit_code == 0
    assert "<html" in (tmp_path / "accord-JPN-IDN.html").read_text()
    assert run("draw", "Japan–Indonesia", "-o", "x.html").exit_code == 0
    assert "says nothing of Fiji–Peru" in run("draw", "Fiji", "Peru").stdout
    assert run("draw", "-o", "all.html").exit_code == 0
    assert "All relations" in Path("all.html").read_text(encoding="utf-8")
    assert (tmp_path / "x.html").exists()


def test_exports_a_pair_and_names_what_it_cannot(tmp_path: Path, store: Store) -> None:
    assert run("export", "plover", "-o", "x.jsonl", "-a", "japan", "-a", "IDN").exit_code == 0
    rows = json_lines((tmp_path / "x.jsonl").read_text())
    assert {(row["type"], row["sentence"]["text"]) for row in rows} == {
        ("CONSULT", "Kishida met Widodo in Jakarta."),
        ("AGREE", "They agreed on gas and defence."),
    }
    assert run("export", "csv", "-o", "files").exit_code == 0
    assert (tmp_path / "files" / "import.args").exists()
    again = run("export", "csv", "-o", "files")
    assert (again.exit_code, "no empty folder" in again.stderr) == (1, True)
    assert run("export", "svg", "-o", "x").exit_code == 2
    assert run("export", "plover", "-o", "x", "-a", "Wakanda").exit_code == 1


def test_backs_up_and_restores(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, store: Store) -> None:
    counts = store.view().counts()
    told = f"{counts['articles']} articles, {counts['claims']} claims"
    assert told in run("backup", "x.jsonl.gz").stdout
    again = run("backup", "x.jsonl.gz")
    assert (again.exit_code, "--force" in again.stderr) == (1, True)
    assert run("restore", "x.jsonl.gz").exit_code == 1
    assert f"in the graph before: {counts['articles']}" in run("restore", "x.jsonl.gz", "--add").stdout
    assert "as this program needs it" in run("migrate").stdout
    monkeypatch.setenv("ACCORD_HOME", str(tmp_path / "home"))
    assert run("restore", "missing.gz").exit_code == 1
    assert not (tmp_path / "home").exists()
    assert told in run("restore", "x.jsonl.gz").stdout
    assert "Energy" in run("ask", "Japan–Indonesia").stdout


def test_forgets_rereads_and_erases(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ACCORD_HOME", str(tmp_path / "home"))
    text = "Japanese Prime Minister Fumio Kishida met Indonesian President Joko Widodo in Jakarta on Monday."
    rows = [{"id": id_, "text": text, "published": "2023-09-07"} for id_ in ("one", "two")]
    assert run("ingest", "-", stdin="\n".join(map(json.dumps, rows))).exit_code == 0
    assert "0 articles to read" in run("reread").stdout
    assert json.loads(run("reread", "--all", "--dry-run", "--json").stdout)["to_read"] == 2
    again = json.loads(run("reread", "--all", "--json").stdout)
    assert (again["articles"], again["articles_unchanged"]) == (2, 2)
    assert "for good" in run("expire").stderr
    assert "text of 0 articles" in run("expire", "--days", "1").stdout
    assert "Forgot 1 article" in run("forget", "two").stdout
    assert run("forget", "two").exit_code == 1
    kept = CliRunner().invoke(app, ["erase-person", "Fumio Kishida"], input="n\n")
    assert kept.exit_code == 1
    assert "1 article changed, 1 leader gone" in run("erase-person", "Fumio Kishida", "--yes").stdout
    found = json_lines(run("cypher", "MATCH (a:Article) RETURN a.text AS text", "--json").stdout)
    assert [row["text"] for row in found] == [text.replace("Fumio", "█████").replace("Kishida", "███████")]


def test_lists_merges_and_rules_on_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ACCORD_HOME", str(tmp_path / "home"))
    said = "Japanese Prime Minister Fumio Kishida met Indonesian President {} in Jakarta on Monday."
    rows = [{"id": name, "text": said.format(name), "published": "2023-09-07"} for name in ("Jokowi", "Joko Wydodo")]
    assert run("merges").stdout == "Nothing was merged.\n"
    assert run("ingest", "-", stdin="\n".join(map(json.dumps, rows))).exit_code == 0
    merged = run("merge", "leader:IDN:joko wydodo", "leader:IDN:joko widodo")
    assert "are one." in merged.stdout
    listed = json.loads(run("merges", "--actor", "Indonesia", "--json").stdout)
    [row] = listed["merges"]
    assert (row["rule"], row["strength"], listed["rulings"][0]["one"]) == ("ruled", "certain", True)
    assert "somebody decided so" in run("merges").stdout
    assert "are not one." in run("unmerge", row["id"]).stdout
    assert json.loads(run("merges", "--json").stdout)["merges"] == []
    assert "Taken back" in run("merges", "--withdraw", row["id"]).stdout
    assert run("unmerge", "nonsense").exit_code == 1


def test_lists_copies_and_decides_that_one_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ACCORD_HOME", str(tmp_path / "home"))
    story = (Path(__file__).parents[2] / "ingest" / "data" / "indonesia-japan.txt").read_text("utf-8")
    rows = [
        {"id": "first", "title": "A deal", "text": story, "published": "2023-09-07", "publisher": "The Daily"},
        {"id": "again", "text": f"{story}\n\nJapan and Indonesia agreed on more.", "published": "2023-09-08"},
    ]
    assert run("copies").stdout == "No article is taken for a copy.\n"
    assert run("ingest", "-", stdin="\n".join(map(json.dumps, rows))).exit_code == 0
    assert "A deal (first), 2023-09-07, The Daily" in run("copies").stdout
    listed = json.loads(run("copies", "first", "--json").stdout)
    [row] = listed["copies"]
    assert (row["article"]["id"], row["first"]["id"], listed["originals"]) == ("again", "first", [])
    assert 0.9 < row["likeness"] <= 1
    assert "again is a source of its own" in run("copies", "--not", "again").stdout
    assert json.loads(run("copies", "--json").stdout)["copies"] == []
    assert "again is a source of its own" in run("copies").stdout
    assert run("copies", "--not", "first").exit_code == 1
    assert "Taken back" in run("copies", "--withdraw", "again").stdout
    assert run("copies", "--withdraw", "again").exit_code == 1


def test_keeps_no_text_when_told_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ACCORD_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("ACCORD_KEEP_TEXT_DAYS", "0")
    text = f"Nothing of note. {ARTICLE}"
    for _ in range(2):
        assert run("ingest", "-", stdin=json.dumps({"id": "x", "text": text})).exit_code == 0
        [found] = json_lines(run("cypher", "MATCH (a:Article) RETURN a.text AS text", "--json").stdout)
        assert found["text"].strip() == ARTICLE
    report = json.loads(run("reread", "--all", "--json").stdout)
    assert (report["to_read"], report["textless"]) == (0, 1)


def test_runs_cypher_that_reads(store: Store) -> None:
    query = "MATCH (d:Dyad {id: $id}) RETURN d.name AS name"
    assert json_lines(run("cypher", query, "-p", "id=IDN-JPN", "--json").stdout) == [{"name": "Indonesia–Japan"}]
    assert "Indonesia–Japan" in run("cypher", query, "-p", "id=IDN-JPN").stdout
    refused = run("cypher", "CREATE (n:Country {id: 'XXX'})")
    assert (refused.exit_code, refused.stdout) == (1, "")


def test_evaluates_predictions_and_articles() -> None:
    gold, spoiled = str(EVAL / "dev.gold.jsonl"), str(EVAL / "spoiled.jsonl")
    figures = json.loads(run("evaluate", gold, spoiled, "--json").stdout)
    assert figures == json.loads((EVAL / "spoiled.figures.json").read_text())
    assert len(run("evaluate", gold, spoiled, "--errors", "events").stdout.splitlines()) == 271
    seed = run("evaluate", str(EVAL / "seed.gold.jsonl"), str(EVAL / "seed.article.jsonl"), "--json")
    assert json.loads(seed.stdout)["countries"] == 1.0
    assert run("evaluate", gold, "missing.jsonl").exit_code == 1


def test_the_demo_does_the_whole_path_and_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ACCORD_HOME", str(tmp_path / "home"))
    for _ in range(2):
        result = run("demo", "--no-serve")
        assert result.exit_code == 0, result.output
        assert "Defence" in result.stdout
        assert "Energy" in result.stdout
        assert _headline(result.stdout) == _headline(README.read_text(encoding="utf-8"))
    assert "<html" in (tmp_path / "accord-demo.html").read_text()


def _headline(text: str) -> str:
    """The sentence that answers the demo's question."""
    return " ".join(text.partition("Indonesia–Japan\n")[2].partition("\n\n")[0].split())


def test_says_how_to_open_the_graph_in_a_browser(store: Store, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("api.commands.browser.wait", lambda: None)
    assert store.engine is not None
    found = run("browser", "--files", str(tmp_path / "files"))
    assert found.exit_code == 0
    assert {store.address, store.engine.reader_password} <= set(found.stdout.split())
    assert store.engine.password not in found.stdout
    assert all(query.question in found.stdout for query in saved_queries())
    assert sorted(path.name for path in (tmp_path / "files").iterdir()) == [
        "accord.grass",
        "favorites.zip",
        "queries.cypher",
    ]


def test_finds_a_free_port() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert not is_free("127.0.0.1", port)
        free = next_free("127.0.0.1", port)
        assert free is not None
        assert free > port
        refused = run("serve", "--port", str(port))
    assert refused.exit_code == 1
    assert f"--port {free}" in refused.stderr


def test_serves_until_interrupted(api_settings: Settings, store: Store) -> None:
    port = next_free("127.0.0.1", 18_100)
    command = [sys.executable, "-m", "api.cli", "serve", "--port", str(port)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env={**os.environ}) as server:
        try:
            assert json.loads(_answer(f"http://127.0.0.1:{port}/health/live")) == {"status": "ok"}
        finally:
            server.send_signal(signal.SIGINT)
        output, errors = server.communicate(timeout=20)
    assert server.returncode == 0
    assert b"Traceback" not in output + errors


def _answer(url: str) -> bytes:
    deadline = time.monotonic() + 60
    while True:
        try:
            with urlopen(url) as response:  # noqa: S310 - our own server
                found: bytes = response.read()
                return found
        except OSError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.2)


def test_claims_are_listed_rejected_and_taken_back(store: Store) -> None:
    listed = run("claims", "list", "quarrel").stdout
    [disputed] = [line.split()[0] for line in listed.splitlines() if " dispute: " in line]
    assert "China accused Japan over fish." in listed
    assert run("claims", "reject", disputed).stdout == "1 claim: rejected.\n"
    assert store.view().disputes("CHN", "JPN") == ()
    assert f"{disputed}  0.80 [rejected]" in run("claims", "list", "quarrel").stdout
    assert run("claims", "list").stdout == f"{disputed}  rejected\n"
    assert run("claims", "undo", disputed).exit_code == 0
    assert len(store.view().disputes("CHN", "JPN")) == 1
    assert run("claims", "undo", disputed).exit_code == 1
    assert run("claims", "confirm").exit_code == 2


def test_keys_are_made_listed_and_revoked(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("ACCORD_HOME", str(tmp_path / "home"))
    assert "There are no keys" in run("keys", "list").output
    made = run("keys", "add", "[Web] team", "--scope", "write")
    token = made.stdout.strip()
    listed = run("keys", "list").stdout
    id_ = token.split("_")[1]
    assert all(word in listed for word in (id_, "[Web] team", "write", "never"))
    assert token not in listed
    assert run("keys", "revoke", "000000000000").exit_code == 1
    assert id_ in run("keys", "revoke", id_).stdout
    assert id_ not in run("keys", "list").stdout
    assert run("keys", "add", "x", "--scope", "all").exit_code == 2


def test_serving_to_others_without_keys_starts_nothing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("ACCORD_HOME", str(tmp_path / "home"))
    result = run("serve", "--host", "0.0.0.0")  # noqa: S104
    assert result.exit_code == 1
    assert "accord keys add" in result.stderr
    assert not (tmp_path / "home").exists()
