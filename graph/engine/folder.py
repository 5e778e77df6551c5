"""The folder of one embedded engine: its files, its users and their passwords."""

from __future__ import annotations

import hashlib
import json
import os
import secrets
from base64 import b64encode
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, TypeVar

R = TypeVar("R")

DATABASE = "neo4j"
"""The one database of an embedded engine."""

_PBKDF2_ROUNDS = 65536
_LOG_LIMIT = 5_000_000
_EVERYTHING = ["createRecord", "readRecord", "updateRecord", "deleteRecord"]
_LOGGING = """\
handlers=java.util.logging.ConsoleHandler
.level=INFO
java.util.logging.ConsoleHandler.level=INFO
java.util.logging.ConsoleHandler.formatter=java.util.logging.SimpleFormatter
java.util.logging.SimpleFormatter.format=%1$tF %1$tT %4$s %5$s%6$s%n
"""


@dataclass(frozen=True, slots=True)
class Credentials:
    """The two users of one folder; the reader can change nothing."""

    username: str
    password: str
    reader_username: str
    reader_password: str


@dataclass(frozen=True, slots=True)
class RunningEngine:
    """What runs on a folder: the process ids of its watchdog and engine, and the engine's ports on 127.0.0.1.

    The ports are 0 until the engine has said that it listens.
    """

    watchdog: int
    pid: int
    bolt_port: int
    http_port: int = 0


@dataclass(frozen=True, slots=True)
class EngineFolder:
    """The files under `root`; only its owner can enter it."""

    root: Path

    @classmethod
    def in_home(cls, home: Path) -> EngineFolder:
        """The engine's folder in `home`, both made with mode 0700 where they are missing."""
        home = home.expanduser().resolve()
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
        root = home / "engine"
        root.mkdir(mode=0o700, exist_ok=True)
        root.chmod(0o700)
        return cls(root)

    @property
    def lock(self) -> Path:
        """The lock file (`graph.engine.lock`)."""
        return self.root / "lock"

    @property
    def log(self) -> Path:
        """What the engine and its watchdog print."""
        return self.root / "engine.log"

    @property
    def logging(self) -> Path:
        """The engine's logging configuration."""
        return self.root / "config" / "logging.properties"

    @property
    def _credentials(self) -> Path:
        return self.root / "credentials.json"

    @property
    def _running(self) -> Path:
        return self.root / "running.json"

    def prepare(self) -> Credentials:
        """The folder's users. On first use makes them up, and writes all that the engine reads. Needs the door."""
        config = self.root / "config"
        config.mkdir(exist_ok=True)
        users = config / "server-users.jsonl"
        known = _read_record(Credentials, self._credentials)
        if known is not None and users.exists():
            return known
        credentials = Credentials("neo4j", secrets.token_urlsafe(24), "reader", secrets.token_urlsafe(24))
        _write_private(config / "server-groups.json", json.dumps(_groups()))
        _write_private(users, _users(credentials))
        _write_private(self.logging, _LOGGING)
        _write_private(self._credentials, json.dumps(asdict(credentials)))
        return credentials

    def running(self) -> RunningEngine | None:
        """What was last written by `set_running`; true only while a watchdog lives."""
        return _read_record(RunningEngine, self._running)

    def set_running(self, running: RunningEngine | None) -> None:
        """Says what runs, or that nothing does. For the watchdog."""
        if running is None:
            self._running.unlink(missing_ok=True)
        else:
            _write_private(self._running, json.dumps(asdict(running)))

    def rotate_log(self) -> None:
        """Starts a new log once the present one is large; keeps one old one."""
        if self.log.exists() and self.log.stat().st_size > _LOG_LIMIT:
            self.log.replace(self.log.with_suffix(".log.1"))

    def open_log(self) -> int:
        """A file descriptor that appends to the log; the caller closes it."""
        return os.open(self.log, os.O_WRONLY | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC, 0o600)

    def log_tail(self, lines: int = 12) -> str:
        """The last lines of the log, for an error message."""
        try:
            text = self.log.read_text("utf-8", errors="replace")
        except OSError:
            return ""
        return "\n".join(text.splitlines()[-lines:])


def _users(credentials: Credentials) -> str:
    owner = {
        "name": credentials.username,
        "password": _hashed(credentials.password),
        "databases": {"*": ["admin"]},
    }
    reader = {
        "name": credentials.reader_username,
        "password": _hashed(credentials.reader_password),
        "databases": {DATABASE: ["reader"]},
    }
    return f"{json.dumps(owner)}\n{json.dumps(reader)}\n"


def _groups() -> dict[str, Any]:
    limits = {"resultSetLimit": -1, "readTimeout": -1}
    admin = {
        **limits,
        "access": ["updateSecurity", "updateSchema", "updateDatabaseSettings"],
        "types": {"*": {"access": _EVERYTHING}},
    }
    reader = {**limits, "access": [], "types": {"*": {"access": ["readRecord"]}}}
    return {
        "version": 1,
        "databases": {"*": {"groups": {"admin": admin}}, DATABASE: {"groups": {"admin": admin, "reader": reader}}},
    }


def _hashed(password: str) -> str:
    """`password` as ArcadeDB stores it: the salt that goes into the hash is the text of its base64 form."""
    salt = b64encode(secrets.token_bytes(24)).decode()
    digest = hashlib.pbkdf2_hmac("sha256", password.encode(), salt.encode(), _PBKDF2_ROUNDS)
    return f"PBKDF2WithHmacSHA256${_PBKDF2_ROUNDS}${salt}${b64encode(digest).decode()}"


def _read_record(kind: type[R], path: Path) -> R | None:
    """The record that `_write_private` wrote, None where there is none or something else."""
    try:
        return kind(**json.loads(path.read_text("utf-8")))
    except (FileNotFoundError, ValueError, TypeError):
        return None


def _write_private(path: Path, text: str) -> None:
    """Writes the whole of `text` or nothing, readable by the owner alone."""
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(text)
    draft.replace(path)
