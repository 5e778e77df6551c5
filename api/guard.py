"""The guard before all routes: whose address was asked for, how much may be sent, which headers go out."""

from __future__ import annotations

from collections.abc import Collection

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.problem import plain_problem, respond

_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})


class Guard:
    """Refuses bodies of more than `most` bytes and, where `hosts` are given, requests to others.

    A server on loopback answers to loopback names alone, so that no web page can reach it under a name of its own.
    """

    def __init__(self, app: ASGIApp, most: int, hosts: Collection[str] = ()) -> None:
        self._app, self._most, self._hosts = app, most, hosts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serves one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                out = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    out.setdefault(name, value)
            await send(message)

        problem = self._refusal(headers)
        if problem:
            request = Request(scope)
            response = respond(request, plain_problem(*problem, request.url.path))
            await response(scope, receive, send_guarded)
            return
        await self._app(scope, self._counted(receive), send_guarded)

    def _refusal(self, headers: Headers) -> tuple[int, str] | None:
        host = _hostname(headers.get("host", ""))
        if self._hosts and host not in self._hosts:
            return 421, f"This server does not answer as {host!r}."
        length = headers.get("content-length", "0")
        if not length.isdigit() or int(length) > self._most:
            return 413, f"A request has at most {self._most:,} bytes."
        return None

    def _counted(self, receive: Receive) -> Receive:
        received = 0

        async def receive_counted() -> Message:
            nonlocal received
            message = await receive()
            received += len(message.get("body", b""))
            if received > self._most:
                raise HTTPException(413, f"A request has at most {self._most:,} bytes.")
            return message

        return receive_counted


def _hostname(host: str) -> str:
    """The name in a Host header, without the port."""
    return host.partition("]")[0].removeprefix("[") if host.startswith("[") else host.partition(":")[0]
