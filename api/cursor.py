"""The cursor: where a list goes on, as a text that means nothing to whoever gets it."""

from __future__ import annotations

import binascii
import hashlib
import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Sequence
from typing import Any

from graph.errors import BadCursor

Key = tuple[Any, ...]
"""By what the last item that was given stands in its order: numbers and texts."""

_PAGE = frozenset({"cursor", "limit"})
"""Parts of a query that may change from one page to the next."""


def written(key: Key, path: str, query: Sequence[tuple[str, str]]) -> str:
    """The cursor after the item with this key, for the list that this path and query ask for."""
    body = json.dumps([_list(path, query), *key], separators=(",", ":")).encode()
    return urlsafe_b64encode(body).decode().rstrip("=")


def read(cursor: str, path: str, query: Sequence[tuple[str, str]], kinds: Sequence[Any]) -> Key:
    """The key in a cursor; raises `BadCursor` for what is none, or was given for another list."""
    try:
        found = json.loads(urlsafe_b64decode(cursor.encode("ascii") + b"=" * (-len(cursor) % 4)))
    except (ValueError, binascii.Error):
        found = None
    if not isinstance(found, list) or not found or found[0] != _list(path, query):
        raise BadCursor("The cursor is none that this list gave: begin without one.")
    key = tuple(found[1:])
    if len(key) != len(kinds) or not all(isinstance(part, kind) for part, kind in zip(key, kinds, strict=True)):
        raise BadCursor("The cursor is none that this list gave: begin without one.")
    return key


def _list(path: str, query: Sequence[tuple[str, str]]) -> str:
    """Equal for pages of one list, and for these alone."""
    asked = sorted((name, value) for name, value in query if name not in _PAGE)
    return hashlib.sha256(json.dumps([path, asked]).encode()).hexdigest()[:8]
