"""The gate before all routes: who asks, and may they."""

from __future__ import annotations

from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from api.accept import wants_html
from api.access.key import Key
from api.access.keyring import Keyring
from api.access.rate import Rate
from api.access.scope import covers, needed
from api.access.session import COOKIE, Sessions
from api.problem import plain_problem, respond

LOGIN = "/login"


class Gate:
    """Lets through who brings a key of `keyring` whose scope covers what they ask, not faster than `rate`.

    A key comes as ``Authorization: Bearer …``; a browser that logged in brings a cookie instead. Without a keyring all
    may do all.
    """

    def __init__(self, app: ASGIApp, keyring: Keyring | None, sessions: Sessions, rate: Rate) -> None:
        self._app, self._keyring, self._sessions, self._rate = app, keyring, sessions, rate

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serves one request."""
        if scope["type"] != "http" or self._keyring is None:
            await self._app(scope, receive, send)
            return
        refusal = self._refusal(Request(scope), self._keyring)
        if refusal:
            await refusal(scope, receive, send)
            return
        await self._app(scope, receive, send)

    def _refusal(self, request: Request, keyring: Keyring) -> Response | None:
        # the path that is routed by: `request.url` is made of the Host header too, which may hold a path
        wanted = needed(request.method, request.scope["path"])
        if wanted is None and request.method == "GET":
            return None
        key = self._key(request, keyring)
        request.scope["accord.key"] = key.id if key else None
        wait_s = self._rate.wait_s(key.id if key else _address(request))
        if wait_s:
            return _problem(request, 429, f"Too many requests: try again in {wait_s} s.", {"Retry-After": str(wait_s)})
        if wanted is None:
            return None
        if key is None:
            return _nobody(request)
        if not covers(key.scope, wanted):
            return _problem(request, 403, f"This needs a key of scope {wanted}; yours has {key.scope}.")
        return None

    def _key(self, request: Request, keyring: Keyring) -> Key | None:
        kind, _, token = request.headers.get("authorization", "").partition(" ")
        if kind:
            return keyring.of_token(token.strip()) if kind.lower() == "bearer" else None
        cookie = request.cookies.get(COOKIE)
        id_ = self._sessions.key_of(cookie) if cookie else None
        return keyring.of_id(id_) if id_ else None


def _address(request: Request) -> str:
    return f"address {request.client.host}" if request.client else "nowhere"


def _nobody(request: Request) -> Response:
    """Who brings no key is told so; a browser that wants a page is shown the way in."""
    if request.method == "GET" and wants_html(request):
        query = request.scope["query_string"].decode("latin-1")
        asked = request.scope["path"] + (f"?{query}" if query else "")
        return RedirectResponse(f"{LOGIN}?next={quote(asked, safe='')}", 303)
    detail = "This needs an API key: send `Authorization: Bearer` and the key."
    if "authorization" in request.headers:
        detail = "There is no such API key, or it was revoked."
    return _problem(request, 401, detail, {"WWW-Authenticate": 'Bearer realm="Accord"'})


def _problem(request: Request, status: int, detail: str, headers: dict[str, str] | None = None) -> Response:
    return respond(request, plain_problem(status, detail, request.scope["path"]), headers)
