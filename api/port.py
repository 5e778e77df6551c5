"""The port that a server listens on: whether it is free, and which one is."""

from __future__ import annotations

import socket

_TRIES = 100
_LAST = 65535


def is_free(host: str, port: int) -> bool:
    """Whether a server can listen on `host` and `port` now."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # as uvicorn does: a closed server's port is free
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True


def next_free(host: str, port: int) -> int | None:
    """The first free port after `port`, or None if the next hundred are taken."""
    candidates = range(port + 1, min(port + _TRIES, _LAST) + 1)
    return next((candidate for candidate in candidates if is_free(host, candidate)), None)
