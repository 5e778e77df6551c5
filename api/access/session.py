"""Sessions of browsers: a cookie that names a key without holding it."""

from __future__ import annotations

import hmac
import secrets
import time
from collections.abc import Callable
from hashlib import sha256

COOKIE = "accord_session"
LASTS_S = 12 * 60 * 60


class Sessions:
    """Signs cookies with a secret of this run: they end with the server, with their key, or after twelve hours."""

    def __init__(self, now: Callable[[], float] = time.time) -> None:
        self._now = now
        self._secret = secrets.token_bytes(32)

    def opened(self, key_id: str) -> str:
        """The cookie of a new session of a key."""
        said = f"{key_id}.{int(self._now()) + LASTS_S}"
        return f"{said}.{self._signature(said)}"

    def key_of(self, cookie: str) -> str | None:
        """The id of the key whose session it is; None if it is none, or over."""
        said, _, signature = cookie.rpartition(".")
        if not hmac.compare_digest(signature.encode(), self._signature(said).encode()):
            return None
        id_, _, ends = said.partition(".")
        return id_ if int(ends) > self._now() else None

    def _signature(self, said: str) -> str:
        return hmac.new(self._secret, said.encode("utf-8", "replace"), sha256).hexdigest()
