"""A user of an engine in a process of its own: joins, says where the engine is, leaves when its input ends."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from types import TracebackType
from typing import Any, Self

_PROGRAM = """
import json, signal, sys
from pathlib import Path
from graph.engine import Engine

signal.signal(signal.SIGINT, signal.default_int_handler)  # a job in the background starts with it ignored
with Engine.start_or_join(Path(sys.argv[1])) as engine:
    print(json.dumps({"uri": engine.bolt_uri, "pid": engine.pid}), flush=True)
    sys.stdin.read()
"""


class User:
    """Starts to join on construction; `where` waits until it has joined."""

    def __init__(self, home: Path) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", _PROGRAM, str(home)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )

    def where(self) -> dict[str, Any]:
        assert self.process.stdout is not None
        said = self.process.stdout.readline()
        if not said:
            raise AssertionError(self.process.communicate()[1])
        where: dict[str, Any] = json.loads(said)
        return where

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.process.communicate(timeout=60)
