"""Files as articles: sent as they are, with the media type of their form."""

from __future__ import annotations

from io import BytesIO
from typing import Annotated

from anyio import to_thread
from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import JSONResponse
from fastapi.routing import APIRoute
from starlette.datastructures import Headers
from starlette.routing import Match
from starlette.types import Scope

from api.dependencies import JobsDep, SettingsDep
from api.routers.articles import COLLECTIONS, DOCUMENTS, store_article
from api.routers.jobs import IdempotencyKey, job_out
from graph.article import Article
from graph.errors import ArticleError
from ingest.source import load_stream


class _OfFile(APIRoute):
    """A route for requests that bring a file; others on its path are for other routes.

    What a form of another site can send, plain text, is no file where a page sends it (it bears an Origin).
    """

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        """Whether a request is for this route."""
        match, child = super().matches(scope)
        if match == Match.FULL and not _suffix(Headers(scope=scope)):
            return Match.NONE, {}
        return match, child


router = APIRouter(tags=["articles"], route_class=_OfFile)


def _suffix(headers: Headers) -> str | None:
    kind = headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind == "text/plain" and "origin" in headers:
        return None
    return DOCUMENTS.get(kind) or COLLECTIONS.get(kind)


@router.post("/articles", include_in_schema=False)
async def add_file(
    request: Request,
    settings: SettingsDep,
    jobs: JobsDep,
    *,
    name: Annotated[str, Query(max_length=200)] = "file",
    idempotency_key: IdempotencyKey = None,
) -> Response:
    """As `api.routers.articles.add`: a document is read and stored; a file of many articles becomes a job (202)."""
    suffix = _suffix(request.headers) or ""
    where = name if name.lower().endswith(suffix) else f"{name}{suffix}"
    content, limit = await request.body(), settings.max_article_bytes
    if suffix in COLLECTIONS.values():
        job = jobs.start(lambda: load_stream(BytesIO(content), where, limit=limit), content, idempotency_key)
        return JSONResponse(job_out(job).model_dump(), 202, headers={"Location": f"/jobs/{job.id}"})
    article = await to_thread.run_sync(_article, content, where, limit, limiter=request.app.state.convert_turns)
    stored = await to_thread.run_sync(store_article, request, article, limiter=request.app.state.write_turns)
    return JSONResponse(stored.model_dump(), 200 if stored.unchanged else 201)


def _article(content: bytes, where: str, limit: int) -> Article:
    [found] = load_stream(BytesIO(content), where, limit=limit)
    if isinstance(found, Article):
        return found
    raise ArticleError(found.where, found.reason, found.detail)
