from __future__ import annotations

import json
import logging
import sys

import pytest

from api.access.key import new_key
from api.operation.log import REQUEST, JsonFormatter, configure


def line(message: str, *arguments: object, secrets: tuple[str, ...] = (), **fields: object) -> str:
    record = logging.LogRecord("accord.api", logging.INFO, "x.py", 1, message, arguments, None)
    record.fields = fields
    return JsonFormatter(secrets).format(record)


def test_a_line_is_one_json_object() -> None:
    REQUEST.set("r-1")
    entry = json.loads(line("two\nlines of %s", "text", status=200))
    REQUEST.set(None)
    assert entry["message"] == "two\nlines of text"
    assert (entry["level"], entry["logger"], entry["request"], entry["status"]) == ("info", "accord.api", "r-1", 200)
    assert entry["time"].endswith("+00:00")


def test_nothing_in_a_line_moves_a_terminal() -> None:
    told = line("\x1b[2J\r\n\u202eevil", path="/a\nb\u2028")
    assert told.isascii()
    assert told.isprintable()


def test_secrets_are_hidden() -> None:
    token, key = new_key("me", "admin")
    told = line(
        f"used {token} at bolt://neo4j:hidden-1@db:7687 with hunter22", secrets=("hunter22", ""), path=f"/x?k={token}"
    )
    assert token not in told
    assert key.id in told
    assert "hidden-1" not in told
    assert "hunter22" not in told
    assert "@db:7687" in told


def test_secrets_are_hidden_in_traces_too() -> None:
    token, _ = new_key("me", "admin")
    try:
        raise ValueError(token)
    except ValueError:
        record = logging.LogRecord("accord.api", logging.ERROR, "x.py", 1, "unexpected", (), sys.exc_info())
    told = JsonFormatter().format(record)
    assert "ValueError" in json.loads(told)["trace"]
    assert token not in told


def test_a_long_text_is_cut() -> None:
    assert len(line("x" * 1_000_000)) < 3_000


def test_libraries_log_warnings_alone(capsys: pytest.CaptureFixture[str]) -> None:
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    try:
        configure("info")
        logging.getLogger("accord.x").info("ours")
        logging.getLogger("accord.x").debug("too much")
        logging.getLogger("neo4j").info("theirs")
        logging.getLogger("neo4j").warning("careful")
        told = [json.loads(text)["message"] for text in capsys.readouterr().err.splitlines()]
    finally:
        root.handlers[:], root.level = handlers, level
        logging.getLogger("accord").setLevel(logging.NOTSET)
    assert told == ["ours", "careful"]
