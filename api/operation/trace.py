"""The trace of each request: an id, a line in the log, its figures; and what becomes of an error nobody foresaw."""

from __future__ import annotations

import logging
import re
import time
from uuid import uuid4

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.operation.log import LOG, REQUEST
from api.operation.metrics import Metrics
from api.problem import plain_problem, respond

HEADER = "X-Request-ID"
_GIVEN = re.compile(r"[A-Za-z0-9._-]{1,64}")
_SERVER_ERROR = 500


class Trace:
    """Stands before all that answers. A client's own `X-Request-ID` is kept if it is plain, and always sent back."""

    def __init__(self, app: ASGIApp, metrics: Metrics) -> None:
        self._app, self._metrics = app, metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serves one request; of an error that is ours the client learns no more than that, the log has the rest."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        given = Headers(scope=scope).get(HEADER, "")
        id_ = given if _GIVEN.fullmatch(given) else uuid4().hex
        before = REQUEST.set(id_)
        begun, status = time.perf_counter(), 0

        async def send_traced(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                MutableHeaders(scope=message)[HEADER] = id_
            await send(message)

        try:
            await self._app(scope, receive, send_traced)
        except Exception as error:
            LOG.error("unexpected", exc_info=error)
            if status:  # half an answer is out
                raise
            await _ours(scope)(scope, receive, send_traced)
        finally:
            self._note(scope, status or _SERVER_ERROR, time.perf_counter() - begun)
            REQUEST.reset(before)

    def _note(self, scope: Scope, status: int, seconds: float) -> None:
        route = getattr(scope.get("route"), "path_format", "none")
        self._metrics.answered(scope["method"], route, status, seconds)
        client = scope.get("client")
        fields = {
            "method": scope["method"],
            "path": scope["path"],
            "route": route,
            "status": status,
            "ms": round(1000 * seconds, 1),
            "key": scope.get("accord.key"),
            "client": client[0] if client else None,
        }
        level = logging.ERROR if status >= _SERVER_ERROR else logging.INFO
        LOG.log(level, "request", extra={"fields": fields})


def _ours(scope: Scope) -> ASGIApp:
    request = Request(scope)
    return respond(request, plain_problem(500, "An error that is ours; the log has the rest.", request.scope["path"]))
