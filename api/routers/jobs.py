"""Jobs: how far batches of articles are."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from time import monotonic
from typing import Annotated, Any

from fastapi import APIRouter, Header, Path, Request
from fastapi.responses import StreamingResponse
from pydantic import BaseModel, ConfigDict, Field

from api.accept import JSON, preferred
from api.dependencies import JobsDep, SettingsDep
from api.jobs import ENDED, Job, Jobs
from api.routers.articles import ArticleIn, sent_article
from graph.errors import InputError
from ingest.source import Loaded, Skipped

router = APIRouter(prefix="/jobs", tags=["articles"])

EVENTS = "text/event-stream"
_LOOK_S = 0.2
_QUIET_S = 15
"""After so long without a change a comment is sent: proxies cut off what is silent, often after a minute."""

JobId = Annotated[str, Path(max_length=100, description="The job's id.", examples=["3f0c9a…"])]
IdempotencyKey = Annotated[
    str | None,
    Header(max_length=200, description="The same key with the same content gives the job that there is already."),
]


class Batch(BaseModel):
    """Articles to read."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [{"articles": [{"id": "example-2", "text": "Fiji and Iceland signed a fisheries pact."}]}]
        },
    )

    articles: list[ArticleIn] = Field(min_length=1, max_length=10_000)


class JobOut(BaseModel):
    """How far a batch is: `state` is queued, running, done, cancelled or failed. What is counted is stored for good."""

    id: str
    state: str
    created_at: str
    finished_at: str | None
    articles: int
    claims: int
    articles_without_claims: int
    articles_unchanged: int
    articles_copied: int = Field(description="Those that are as near to others as makes no sources of their own.")
    skipped: dict[str, int] = Field(description="What gave no article, by reason.")
    skips: list[dict[str, str]] = Field(description="The first of these, each with where it stood and why.")
    error: str | None = Field(description="Why the job failed, if it did.")


def job_out(job: Job) -> JobOut:
    """The wire form of a job."""
    return JobOut(
        id=job.id,
        state=job.state,
        created_at=job.created_at,
        finished_at=job.finished_at,
        error=job.error,
        **job.report.as_json(),
    )


@router.post("", response_model=JobOut, status_code=202, summary="Read and store many articles")
async def start(body: Batch, jobs: JobsDep, settings: SettingsDep, idempotency_key: IdempotencyKey = None) -> Any:
    """A job reads them one after another and stores them in parts; articles stored before with the same reading are
    unchanged. Articles come with their texts.
    """
    content = body.model_dump_json().encode()
    job = jobs.start(
        lambda: (_loaded(one, n, settings.max_article_bytes) for n, one in enumerate(body.articles)),
        content,
        idempotency_key,
    )
    return job_out(job)


@router.get("", response_model=list[JobOut], summary="List jobs")
async def listing(jobs: JobsDep) -> Any:
    """The latest first. Jobs are remembered until the server ends."""
    return [job_out(job) for job in jobs.all()]


@router.get("/{id}", response_model=JobOut, summary="A job", responses={200: {"content": {EVENTS: {}}}})
async def job(request: Request, jobs: JobsDep, id: JobId) -> Any:
    """How far it is; to `Accept: text/event-stream` as events, until it has ended."""
    found = jobs.job(id)
    if preferred(request, (JSON, EVENTS)) == EVENTS:
        return StreamingResponse(_events(jobs, found), media_type=EVENTS, headers={"Cache-Control": "no-store"})
    return job_out(found)


@router.post("/{id}/cancel", response_model=JobOut, summary="Cancel a job")
async def cancel(jobs: JobsDep, id: JobId) -> Any:
    """Ends it as soon as the articles in hand are stored; what is stored stays."""
    return job_out(jobs.cancel(id))


async def _events(jobs: Jobs, job: Job) -> AsyncIterator[str]:
    """Each change as an event ``progress``, the last as ``end``; without it the server ended before the job."""
    told, told_at = -1, monotonic()
    while not jobs.ending or job.state in ENDED:
        ended, version = job.state in ENDED, job.version
        if version != told or ended:
            told, told_at = version, monotonic()
            yield f"event: {'end' if ended else 'progress'}\ndata: {job_out(job).model_dump_json()}\n\n"
        elif monotonic() - told_at > _QUIET_S:
            told_at = monotonic()
            yield ": no change\n\n"
        if ended:
            return
        await asyncio.sleep(_LOOK_S)


def _loaded(one: ArticleIn, number: int, limit: int) -> Loaded:
    where = f"articles.{number}"
    try:
        return sent_article(one, one.text or "", where, limit)
    except InputError as error:
        return Skipped(where, error.reason, error.detail)
