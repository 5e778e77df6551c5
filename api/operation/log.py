"""Logs: one JSON object a line on standard error, without secrets."""

from __future__ import annotations

import json
import logging
import re
import sys
from collections.abc import Collection
from contextvars import ContextVar
from datetime import UTC, datetime
from typing import Any

from api.access.key import TOKEN

LOG = logging.getLogger("accord.api")

REQUEST: ContextVar[str | None] = ContextVar("request", default=None)
"""The id of the request that is being answered."""

_HIDDEN = "…"
_CREDENTIALS = re.compile(r"(?<=://)[^\s/@]+@")
_LONGEST = 2_000
"""Characters of one text in a line; a trace may be longer."""


class JsonFormatter(logging.Formatter):
    """Time, level, logger, message, the request's id, and what ``extra={"fields": …}`` gives.

    Lines are ASCII, so that nothing in them can move a terminal's cursor or turn its letters round. API keys,
    credentials in addresses and `secrets` are hidden wherever they turn up.
    """

    def __init__(self, secrets: Collection[str] = ()) -> None:
        super().__init__()
        self._secrets = [secret for secret in secrets if secret]

    def format(self, record: logging.LogRecord) -> str:
        """The line of a record."""
        entry: dict[str, Any] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": self._clean(record.getMessage()[:_LONGEST]),
        }
        if request := REQUEST.get():
            entry["request"] = request
        for name, value in getattr(record, "fields", {}).items():
            entry[name] = self._clean(value[:_LONGEST]) if isinstance(value, str) else value
        if record.exc_info:
            entry["trace"] = self._clean(self.formatException(record.exc_info))
        return json.dumps(entry, default=str)

    def _clean(self, text: str) -> str:
        for secret in self._secrets:
            text = text.replace(secret, _HIDDEN)
        text = TOKEN.sub(lambda token: f"accord_{token[1]}_{_HIDDEN}", text)
        return _CREDENTIALS.sub(f"{_HIDDEN}@", text)


def configure(level: str, secrets: Collection[str] = ()) -> None:
    """Sends all logs of this process to standard error: Accord's from `level` up, those of others from warnings up."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonFormatter(secrets))
    logging.basicConfig(handlers=[handler], level=logging.WARNING, force=True)
    logging.getLogger("accord").setLevel(level.upper())
