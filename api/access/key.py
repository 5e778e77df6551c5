"""An API key: a random token that is shown once, and the record that is kept of it."""

from __future__ import annotations

import hashlib
import re
import secrets
from dataclasses import dataclass
from datetime import UTC, datetime
from hmac import compare_digest

from api.access.scope import Scope

TOKEN = re.compile(r"accord_([0-9a-f]{12})_([A-Za-z0-9_-]{43})")
"""The form of a token: its id, by which it is listed and revoked, and 256 random bits."""


@dataclass(frozen=True, slots=True)
class Key:
    """What is kept of a key.

    `digest` is SHA-256 of the token: nobody can try out 256 random bits, so a slow hash would only slow the server.
    Times are ISO 8601 in UTC; `used` is right to a minute.
    """

    id: str
    name: str
    scope: Scope
    digest: str
    created: str
    used: str | None = None

    def fits(self, token: str) -> bool:
        """Whether `token` is this key's, in a time that does not tell how much of it is right."""
        return compare_digest(self.digest, digest_of(token))


def new_key(name: str, scope: Scope) -> tuple[str, Key]:
    """A new token and its record."""
    id_ = secrets.token_hex(6)
    token = f"accord_{id_}_{secrets.token_urlsafe(32)}"
    return token, Key(id_, name, scope, digest_of(token), datetime.now(UTC).isoformat(timespec="seconds"))


def id_in(token: str) -> str | None:
    """The id in a token; None if it has not the form of one."""
    match = TOKEN.fullmatch(token)
    return match[1] if match else None


def digest_of(token: str) -> str:
    """SHA-256 of a token, in hexadecimal digits."""
    return hashlib.sha256(token.encode()).hexdigest()
