"""The form of the home page: an article's text or address, sent by a browser without any script."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, quote

from fastapi import APIRouter, HTTPException, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import RedirectResponse, Response
from fastapi.routing import APIRoute
from pydantic import ValidationError
from starlette.datastructures import Headers
from starlette.routing import Match
from starlette.types import Scope

from api.dependencies import SettingsDep
from api.routers.articles import ArticleIn, read_and_store

FORM = "application/x-www-form-urlencoded"
_ADDRESS = re.compile(r"https?://\S+")
_FIELDS = 10


class _OfForm(APIRoute):
    """A route for requests that bring a form; others on its path are for other routes.

    That a page of another site sends it is what `api.guard` keeps out.
    """

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        """Whether a request is for this route."""
        match, child = super().matches(scope)
        kind = Headers(scope=scope).get("content-type", "").partition(";")[0].strip().lower()
        return (Match.NONE, {}) if match == Match.FULL and kind != FORM else (match, child)


router = APIRouter(route_class=_OfForm)


@router.post("/articles", include_in_schema=False)
async def add_form(request: Request, settings: SettingsDep) -> Response:
    """As `api.routers.articles.add`, and leads to the page of the article."""
    try:
        fields = parse_qs((await request.body()).decode("utf-8", "replace"), max_num_fields=_FIELDS)
    except ValueError as error:
        raise HTTPException(400, "This is not the form of this page.") from error
    given = {name: values[0].strip() for name, values in fields.items() if values[0].strip()}
    stored = await read_and_store(request, _article(given), settings)
    return RedirectResponse(f"/articles/{quote(stored.id, safe='')}", 303)


def _article(given: dict[str, str]) -> ArticleIn:
    said = given.pop("article", "")
    own = {"url": said} if _ADDRESS.fullmatch(said) else {"text": said or None}
    try:
        return ArticleIn.model_validate({**given, **own})
    except ValidationError as error:
        raise RequestValidationError(error.errors(include_url=False, include_context=False)) from error
