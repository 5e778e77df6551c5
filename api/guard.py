"""The guard before all routes: whose address was asked for, from which site, and how much may be sent."""

from __future__ import annotations

from collections.abc import Collection

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.problem import plain_problem, respond

_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
_OWN_SITE = frozenset({"same-origin", "none"})
LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})


class Guard:
    """Refuses bodies of more than `most` bytes, what a page of another site would change, and, where `hosts` are given,
    requests to others.

    A server on loopback answers to loopback names alone, so that no web page can reach it under a name of its own.
    Pages of `origins` count as our own.
    """

    def __init__(self, app: ASGIApp, most: int, hosts: Collection[str] = (), origins: Collection[str] = ()) -> None:
        self._app, self._most, self._hosts, self._origins = app, most, hosts, origins

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serves one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        problem = self._refusal(scope["method"], headers)
        if problem:
            request = Request(scope)
            response = respond(request, plain_problem(*problem, request.scope["path"]))
            await response(scope, receive, send)
            return
        await self._app(scope, self._counted(receive), send)

    def _refusal(self, method: str, headers: Headers) -> tuple[int, str] | None:
        host = _hostname(headers.get("host", ""))
        if self._hosts and host not in self._hosts:
            return 421, f"This server does not answer as {host!r}."
        if method not in _SAFE and self._is_foreign(headers):
            return 403, "A page of another site may change nothing here."
        length = headers.get("content-length", "0")
        if not length.isdigit() or int(length) > self._most:
            return 413, f"A request has at most {self._most:,} bytes."
        return None

    def _is_foreign(self, headers: Headers) -> bool:
        """Whether a browser says that a page of another site sends this; what is no browser says nothing."""
        origin = headers.get("origin")
        if origin in self._origins:
            return False
        if headers.get("sec-fetch-site", "none") not in _OWN_SITE:
            return True
        return origin is not None and origin.partition("://")[2] != headers.get("host", "")

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
