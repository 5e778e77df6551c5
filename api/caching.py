"""Caching: each answer made from the graph carries a tag that changes with the graph; who has it is told so (304)."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from http import HTTPStatus

from anyio import to_thread
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.problem import failed
from graph.errors import StoreError

NEVER = (
    "/health",
    "/metrics",
    "/docs",
    "/openapi.json",
    "/login",
    "/jobs",
    "/watches",
    "/sectors",
    "/bodies",
    "/assets",
)
"""Paths below which nothing is tagged: what they say does not come from the graph, or is new each time."""


class Tagged:
    """Tags answers to GET with what `revision` says of the graph, and answers 304 where the client has that tag.

    The revision is read before the answer is made: an answer may be newer than its tag, never older. Where the store
    gives none, that is the answer: the route would wait for the store as long again.
    """

    def __init__(self, app: ASGIApp, revision: Callable[[Scope], str], version: str) -> None:
        self._app, self._revision, self._version = app, revision, version

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serves one request."""
        if scope["type"] != "http" or scope["method"] != "GET" or not _is_of_graph(scope["path"]):
            await self._app(scope, receive, send)
            return
        try:
            revision = await to_thread.run_sync(self._revision, scope)
        except StoreError as error:
            await failed(Request(scope), error)(scope, receive, send)
            return
        headers = Headers(scope=scope)
        tag = self._tag(scope, headers, revision)
        told = {"ETag": tag, "Vary": "Accept"}
        if _has(headers.get("if-none-match", ""), tag):
            await Response(status_code=HTTPStatus.NOT_MODIFIED, headers=told)(scope, receive, send)
            return
        await self._app(scope, receive, _telling(send, told))

    def _tag(self, scope: Scope, headers: Headers, revision: str) -> str:
        """Weak: equal answers, not equal bytes. A day is part of it, as questions may say "this year"."""
        today = datetime.now(UTC).date().isoformat()
        parts = (self._version, today, revision, scope["path"], scope["query_string"].decode("latin-1"))
        text = "\n".join((*parts, headers.get("accept", "")))
        return f'W/"{hashlib.sha256(text.encode()).hexdigest()[:24]}"'


def _is_of_graph(path: str) -> bool:
    return path != "/countries" and not path.startswith(NEVER)


def _telling(send: Send, told: Mapping[str, str]) -> Send:
    async def send_told(message: Message) -> None:
        if message["type"] == "http.response.start" and message["status"] == HTTPStatus.OK:
            out = MutableHeaders(scope=message)
            for name, value in told.items():
                out.setdefault(name, value)
        await send(message)

    return send_told


def _has(asked: str, tag: str) -> bool:
    """Whether If-None-Match names the tag; weak and strong ones are the same to it (RFC 9110, 13.1.2). ``*`` would have
    it that there is any answer, which only the route knows, so it counts as none.
    """
    return any(one.strip() in {tag, tag.removeprefix("W/")} for one in asked.split(","))
