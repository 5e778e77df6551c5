"""Scopes: what a key may do, and what each route needs."""

from __future__ import annotations

from typing import Literal, get_args

Scope = Literal["read", "write", "admin"]

SCOPES: tuple[Scope, ...] = get_args(Scope)
"""Each may do what those before it may."""

OPEN = frozenset({"/health/live", "/health/ready", "/login", "/logout"})
"""Paths that need no key: probes, and the way in."""

_ADMIN = frozenset({"/metrics"})
_READING_POSTS = frozenset({"/cypher"})
_READING = frozenset({"GET", "HEAD", "OPTIONS"})


def needed(method: str, path: str) -> Scope | None:
    """What a request needs; None: no key. What nobody thought of needs more rather than less."""
    if path in OPEN:
        return None
    if path in _ADMIN:
        return "admin"
    return "read" if method in _READING or path in _READING_POSTS else "write"


def covers(held: Scope, wanted: Scope) -> bool:
    """Whether a key of scope `held` may do what needs `wanted`."""
    return SCOPES.index(held) >= SCOPES.index(wanted)
