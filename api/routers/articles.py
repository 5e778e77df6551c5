"""Articles: what the graph was read from, and how more gets in."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated, Any, Self

from anyio import to_thread
from fastapi import APIRouter, Path, Query, Request, Response
from pydantic import BaseModel, ConfigDict, Field, model_validator

from api.accept import wants_html
from api.dependencies import ActorInQuery, SettingsDep, StoreDep, ViewDep
from api.filters import Since, Until
from api.formats import Tabular
from api.marking_page import article_page
from api.paging import PagingDep
from api.settings import Settings
from api.wire import Wire
from graph.article import Article
from graph.errors import ArticleError
from ingest.language import in_english
from ingest.source import WebPages
from ingest.text import make_article

router = APIRouter(tags=["articles"], route_class=Tabular)

DOCUMENTS = {
    "text/plain": ".txt",
    "text/markdown": ".md",
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "application/pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "message/rfc822": ".eml",
}
"""Media types of files that hold one article, with the ends of their names."""

COLLECTIONS = {
    "application/x-ndjson": ".jsonl",
    "application/jsonl": ".jsonl",
    "text/csv": ".csv",
    "text/tab-separated-values": ".tsv",
    "application/vnd.apache.parquet": ".parquet",
    "application/zip": ".zip",
}
"""The same of files that hold any number: a job reads them."""

_FILES = (*DOCUMENTS, *COLLECTIONS)

ArticleId = Annotated[str, Path(description="The article's id.", examples=["indonesia-japan"])]


class ArticleIn(BaseModel):
    """An article to read."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [
                {
                    "id": "example-1",
                    "title": "Japan and Chile sign fisheries pact",
                    "published": "2023-05-04",
                    "publisher": "Example Times",
                    "text": "Japan and Chile signed an agreement on fisheries in Santiago on Thursday.",
                }
            ],
            "anyOf": [{"required": ["text"]}, {"required": ["url"]}],
        },
    )

    text: str | None = Field(None, min_length=1, description="Not given: it is fetched from `url`.")
    id: str | None = Field(None, max_length=500, description="Not given: the url, else a hash of the content.")
    title: str | None = Field(None, max_length=2_000)
    published: str | None = Field(None, description="Date, ISO 8601.")
    publisher: str | None = Field(None, max_length=500)
    author: str | None = Field(None, max_length=500)
    url: str | None = Field(None, max_length=2_000, description="Where it is from; without a text, a public page.")

    @model_validator(mode="after")
    def _has_something_to_read(self) -> Self:
        if self.text is None and not self.url:
            raise ValueError("give a text, or the url of a page")
        return self


class ArticleRef(Wire):
    """A stored article without its text."""

    id: str
    title: str
    name: str = Field(description="What to call the article, which may have no title.")
    url: str | None
    publisher: str | None
    author: str | None
    published: str | None
    language: str
    reader: str
    read_at: str
    claims: int
    copy_of: str | None = Field(description="The article that it copies, as near as makes no source of its own.")


class ReadingOut(BaseModel):
    """What was read in an article: the rows of eval/GUIDE.md, each with its evidence and confidence."""

    id: str
    reader: str
    countries: list[str]
    leaders: list[dict[str, Any]]
    cooperation: list[dict[str, Any]]
    events: list[dict[str, Any]]
    agreements: list[dict[str, Any]]
    meetings: list[dict[str, Any]]


class ArticleOut(BaseModel):
    """A stored article with what was read in it."""

    id: str
    title: str
    text: str
    published: str | None
    publisher: str | None
    author: str | None
    url: str | None
    language: str
    copy_of: str | None = Field(description="The article that it copies, as near as makes no source of its own.")
    text_removed: str | None = Field(
        description="Since when the text is no longer kept; there are blanks where it was, but for sentences quoted."
    )
    reading: ReadingOut


class StoredOut(BaseModel):
    """What storing an article did."""

    id: str
    claims: int
    unchanged: bool = Field(description="The article was in the graph before, with the same reading.")
    copy_of: str | None = Field(description="The article that it copies, as near as makes no source of its own.")
    reading: ReadingOut


@router.get("/articles", response_model=list[ArticleRef], summary="List articles")
def articles(
    view: ViewDep,
    paging: PagingDep,
    actor: ActorInQuery,
    *,
    publisher: Annotated[str | None, Query(description="Of one publisher.")] = None,
    language: Annotated[str | None, Query(description="In one language, ISO 639-1.", examples=["en"])] = None,
    since: Since = None,
    until: Until = None,
) -> Any:
    """Stored articles that say something about an actor, or all; newest first, undated ones last."""
    start = paging.after(str, str)
    found = view.articles(
        publisher=publisher,
        language=language,
        actor=actor,
        since=since,
        until=until,
        after=(start[0], start[1]) if start else None,
        limit=paging.limit + 1,
    )
    return paging.give(found, lambda one: (one.published or "", one.id))


@router.post(
    "/articles",
    response_model=StoredOut,
    status_code=201,
    summary="Read and store an article",
    responses={
        200: {"description": "It was in the graph before, with the same reading", "model": StoredOut},
        202: {"description": "A file of many articles: the job that reads it"},
    },
    openapi_extra={"requestBody": {"content": {kind: {"schema": {}} for kind in _FILES}}},
)
async def add(request: Request, body: ArticleIn, settings: SettingsDep, response: Response) -> Any:
    """Reads the text, or the page at `url` where there is no text, and stores what it says.

    The same article again changes nothing (200). A page must be on the public web; its id is its address.

    A file (HTML, PDF, Word, Markdown, e-mail, plain text) is sent as it is, with its media type and, in `name`, its
    name; of a file of many articles (JSON Lines, CSV, zip, Parquet) a job is answered (202), see `GET /jobs/{id}`.
    """
    stored = await read_and_store(request, body, settings)
    response.status_code = 200 if stored.unchanged else 201
    return stored


async def read_and_store(request: Request, body: ArticleIn, settings: Settings) -> StoredOut:
    """Stores what `body` says; raises InputError for what cannot be read or stored."""
    if body.text is None:
        found = await to_thread.run_sync(_fetched, request, body, settings, limiter=request.app.state.fetch_turns)
    else:
        found = await to_thread.run_sync(sent_article, body, body.text, "text", settings.max_article_bytes)
    return await to_thread.run_sync(store_article, request, found, limiter=request.app.state.write_turns)


def sent_article(body: ArticleIn, text: str, where: str, limit: int) -> Article:
    """The article that was sent; raises ArticleError for a text of more than `limit` bytes, or none to read."""
    if len(text.encode("utf-8", "replace")) > limit:
        raise ArticleError(where, "too_long", f"a text of more than {limit:,} bytes")
    return in_english(make_article(text, where=where, **body.model_dump(exclude={"text"})), where)


def _fetched(request: Request, body: ArticleIn, settings: Settings) -> Article:
    pages: WebPages = request.app.state.pages
    found = pages.article(body.url or "", settings.max_article_bytes)
    said = make_article(found.text, where="url", **body.model_dump(exclude={"text", "url"}))
    return replace(
        found,
        id=said.id if body.id else found.id,
        title=said.title or found.title,
        published=said.published or found.published,
        publisher=said.publisher or found.publisher,
        author=said.author or found.author,
    )


def store_article(request: Request, found: Article) -> StoredOut:
    """Reads an article and stores what it says; raises InputError for what the graph cannot hold."""
    reading = request.app.state.reader.read(found)
    request.app.state.metrics.read(1, len(reading.claims))
    report = request.app.state.store.writer().write(found, reading)
    for error in report.refused:
        raise error
    guide = ReadingOut.model_validate(reading.to_guide())
    return StoredOut(
        id=found.id,
        claims=len(reading.claims),
        unchanged=bool(report.unchanged),
        copy_of=request.app.state.store.view().copy_of(found.id),
        reading=guide,
    )


@router.get(
    "/articles/{id:path}",
    response_model=ArticleOut,
    summary="An article and its reading",
    responses={200: {"content": {"text/html": {}}}},
)
def article(request: Request, view: ViewDep, id: ArticleId) -> Response | Any:
    """The text as it was stored: the offsets of all evidence count its code points. For a browser, a page with what
    was read marked in the text.
    """
    found, reading = view.article(id), view.reading(id)
    if wants_html(request):
        return article_page(view, found, reading.reader)
    return ArticleOut(
        id=found.id,
        title=found.title,
        text=found.text,
        published=found.published,
        publisher=found.publisher,
        author=found.author,
        url=found.url,
        language=found.language,
        copy_of=view.copy_of(id),
        text_removed=found.removed.on if found.removed else None,
        reading=ReadingOut.model_validate(reading.to_guide()),
    )


@router.delete("/articles/{id:path}", status_code=204, response_class=Response, summary="Forget an article")
def forget(store: StoreDep, id: ArticleId) -> None:
    """Removes the article, its claims, and all that only it supported."""
    store.writer().forget(id)
