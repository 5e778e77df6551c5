"""The way in for a browser: a page that takes a key and gives a session."""

from __future__ import annotations

from urllib.parse import parse_qs

from anyio import to_thread
from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from api.access.keyring import Keyring
from api.access.session import COOKIE, LASTS_S, Sessions
from api.pages import page

router = APIRouter(include_in_schema=False)
_MOST_BYTES = 5_000
"""Of a form, which anybody may send."""


@router.get("/login", response_class=HTMLResponse)
async def form(request: Request, next: str = "/") -> Response:
    """Asks for a key, and offers to end a session."""
    if request.app.state.keyring is None:
        return RedirectResponse("/", 303)
    return page("login.html", next=_own(next), wrong=False, inside=COOKIE in request.cookies)


@router.post("/login")
async def login(request: Request) -> Response:
    """Opens a session: the cookie is out of reach for scripts and other sites, and does not hold the key."""
    keyring: Keyring | None = request.app.state.keyring
    sessions: Sessions = request.app.state.sessions
    if keyring is None:
        return RedirectResponse("/", 303)
    fields = await _fields(request)
    back = _own(fields.get("next", ["/"])[0])
    key = await to_thread.run_sync(keyring.of_token, fields.get("key", [""])[0].strip())
    if key is None:
        return page("login.html", 401, next=back, wrong=True, inside=False)
    response = RedirectResponse(back, 303)
    secure = request.url.scheme == "https"
    cookie = sessions.opened(key.id)
    response.set_cookie(COOKIE, cookie, max_age=LASTS_S, httponly=True, samesite="strict", secure=secure)
    return response


@router.post("/logout")
async def logout() -> Response:
    """Ends the session of this browser."""
    response = RedirectResponse("/login", 303)
    response.delete_cookie(COOKIE, httponly=True, samesite="strict")
    return response


async def _fields(request: Request) -> dict[str, list[str]]:
    body = bytearray()
    async for part in request.stream():
        body += part
        if len(body) > _MOST_BYTES:
            raise HTTPException(413, f"A form has at most {_MOST_BYTES:,} bytes.")
    try:
        return parse_qs(body.decode("utf-8", "replace"), max_num_fields=10)
    except ValueError as error:
        raise HTTPException(400, "This is not the form of this page.") from error


def _own(path: str) -> str:
    """`path` if it is one of this server's, else the home page: nobody is sent elsewhere."""
    local = path.startswith("/") and not path.startswith(("//", "/\\")) and path.isprintable()
    return path if local else "/"
