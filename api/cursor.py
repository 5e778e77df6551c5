"""The cursor: where a list goes on, as a text that means nothing to whoever gets it."""

from __future__ import annotations

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

LONGEST = 6_000
"""Characters of a cursor: a fact's id of 1,000 characters, each of four bytes, goes into one."""

_WHOLE = 2**63
"""Whole numbers that the graph can be asked for are below it."""


def written(key: Key, path: str, query: Sequence[tuple[str, str]]) -> str:
    """The cursor after the item with this key, for the list that this path and query ask for."""
    body = json.dumps([_list(path, query), *key], separators=(",", ":"), ensure_ascii=False).encode()
    return urlsafe_b64encode(body).decode().rstrip("=")


def read(cursor: str, path: str, query: Sequence[tuple[str, str]], kinds: Sequence[Any]) -> Key:
    """The key in a cursor; raises `BadCursor` for what is none, or was given for another list."""
    try:
        found = json.loads(urlsafe_b64decode(cursor.encode("ascii") + b"=" * (-len(cursor) % 4)))
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, list) or not found or found[0] != _list(path, query):
        raise BadCursor("The cursor is none that this list gave: begin without one.")
    key = tuple(found[1:])
    if len(key) != len(kinds) or not all(map(_is, key, kinds)):
        raise BadCursor("The cursor is none that this list gave: begin without one.")
    return key


def _is(part: Any, kind: Any) -> bool:
    """Whether a part of a key is of a kind, and the graph can be asked for it."""
    if not isinstance(part, kind) or isinstance(part, bool):
        return False
    if isinstance(part, str):
        return part == part.encode("utf-8", "replace").decode()
    return bool(abs(part) < _WHOLE)


def _list(path: str, query: Sequence[tuple[str, str]]) -> str:
    """Equal for pages of one list, and for these alone."""
    asked = sorted((name, value) for name, value in query if name not in _PAGE)
    return hashlib.sha256(json.dumps([path, asked]).encode()).hexdigest()[:8]
