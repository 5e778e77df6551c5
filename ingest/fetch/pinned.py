"""Connections that go to the very address that was checked, whatever the name says a moment later."""

from __future__ import annotations

import socket
from contextlib import suppress
from ssl import create_default_context

from urllib3.connection import HTTPConnection, HTTPSConnection

from ingest.fetch.target import Target


class Line:
    """A socket to `address`, and a second handle on it by which another thread can cut it off."""

    def __init__(self, address: str, port: int, seconds: float) -> None:
        self.socket = socket.create_connection((address, port), seconds)
        self._handle = self.socket.dup()

    def cut(self) -> None:
        """Ends whatever waits on the socket, a handshake too."""
        with suppress(OSError):
            self._handle.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        """Gives both handles back."""
        self._handle.close()
        self.socket.close()


class _Plain(HTTPConnection):
    line: Line

    def _new_conn(self) -> socket.socket:
        return self.line.socket


class _Secure(HTTPSConnection):
    line: Line

    def _new_conn(self) -> socket.socket:
        return self.line.socket


def connection(target: Target, line: Line, seconds: float) -> HTTPConnection:
    """A connection to `target` over `line`: names in headers and certificates are the target's."""
    made: _Plain | _Secure
    if target.scheme == "https":
        made = _Secure(target.host, target.port, timeout=seconds, ssl_context=create_default_context())
    else:
        made = _Plain(target.host, target.port, timeout=seconds)
    made.line = line
    return made
