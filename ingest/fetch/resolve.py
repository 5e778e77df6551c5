"""Looking up names, within a time."""

from __future__ import annotations

import socket
from collections.abc import Callable, Sequence
from threading import Thread

Resolve = Callable[[str, int, float], Sequence[str]]
"""The addresses of a host and port, looked up within so many seconds; raises OSError."""


def resolve(host: str, port: int, seconds: float) -> Sequence[str]:
    """The addresses that this machine's resolver gives, in its order."""
    found: list[str] = []
    failure: list[OSError] = []

    def look_up() -> None:
        try:
            answers = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            found.extend(dict.fromkeys(str(address[4][0]) for address in answers))
        except (OSError, UnicodeError) as error:
            failure.append(error if isinstance(error, OSError) else OSError(str(error)))

    thread = Thread(target=look_up, name="resolve", daemon=True)  # the resolver itself cannot be stopped
    thread.start()
    thread.join(seconds)
    if thread.is_alive():
        raise TimeoutError(f"{host} was not found within {seconds:.0f} s")
    if failure:
        raise failure[0]
    return found
