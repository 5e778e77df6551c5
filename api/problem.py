"""Problems: the one error shape of the API (RFC 9457), and the one table from exceptions to status codes."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException
from starlette.routing import Route

from api.accept import wants_html
from api.jobs import TooManyJobs
from api.pages import problem_page
from graph.errors import (
    AccordError,
    BadCursor,
    InputError,
    NotFound,
    QueryRefused,
    QuestionError,
    StoreError,
    UnknownName,
)

_LOG = logging.getLogger("accord.api")

STATUSES: tuple[tuple[type[AccordError], int], ...] = (
    (UnknownName, 422),
    (QuestionError, 422),
    (NotFound, 404),
    (BadCursor, 400),
    (InputError, 422),
    (QueryRefused, 400),
    (TooManyJobs, 429),
    (StoreError, 503),
    (AccordError, 500),
)
"""The first row that fits gives the status."""

REASONS: Mapping[str, int] = {"too_long": 413}
"""Reasons of an InputError with a status of their own."""

MEDIA_TYPE = "application/problem+json"


class Problem(BaseModel):
    """What went wrong (RFC 9457)."""

    type: str = Field(
        description="Names the kind of problem, `urn:accord:` and a word.", examples=["urn:accord:unknown-name"]
    )
    title: str = Field(description="The kind of problem in words.", examples=["Unknown name"])
    status: int = Field(examples=[422])
    detail: str = Field(examples=["Unknown name: 'Wakanda'. Did you mean Rwanda?"])
    instance: str = Field(description="The path that was asked for.", examples=["/query"])
    suggestions: list[str] = Field(default_factory=list, description="Names or questions that would work.")
    errors: list[dict[str, Any]] = Field(default_factory=list, description="Which fields are wrong, and how.")


RESPONSES: dict[int | str, dict[str, Any]] = {
    "default": {"description": "A problem (RFC 9457)", "model": Problem, "content": {MEDIA_TYPE: {}}},
}
"""For the OpenAPI document: what every route may answer."""


def status_of(error: AccordError) -> int:
    """The HTTP status of an error."""
    if isinstance(error, InputError) and error.reason in REASONS:
        return REASONS[error.reason]
    return next(status for kind, status in STATUSES if isinstance(error, kind))


def install(app: FastAPI) -> None:
    """Makes every error of `app` a problem, but for those that nobody foresaw: `Trace` sees to them."""
    app.add_exception_handler(AccordError, _accord)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _http)


def respond(request: Request, problem: Problem, headers: Mapping[str, str] | None = None) -> Response:
    """A problem as JSON, or as a page for a browser."""
    if wants_html(request):
        asked = request.query_params.get("q", "")
        page = problem_page(problem.status, problem.title, problem.detail, problem.suggestions, asked)
        page.headers.update(headers or {})
        return page
    body = problem.model_dump(exclude_defaults=True)
    return JSONResponse(body, problem.status, headers=dict(headers or {}), media_type=MEDIA_TYPE)


def _accord(request: Request, error: Exception) -> Response:
    assert isinstance(error, AccordError)  # noqa: S101 - registered for no other
    return failed(request, error)


def failed(request: Request, error: AccordError) -> Response:
    """The answer to a request in which `error` was raised; it is counted, or logged where it is ours."""
    words = _words(type(error).__name__)
    status = status_of(error)
    if isinstance(error, InputError):
        request.app.state.metrics.skipped(error.reason)
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        _LOG.error("%s: %s", type(error).__name__, error)
    problem = Problem(
        type=f"urn:accord:{'-'.join(words)}",
        title=" ".join(words).capitalize(),
        status=status,
        detail=str(error),
        instance=request.scope["path"],
        suggestions=list(error.suggestions) if isinstance(error, QuestionError) else [],
    )
    return respond(request, problem)


def _invalid(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)  # noqa: S101 - registered for no other
    errors = [{"where": ".".join(map(str, e["loc"])), "message": e["msg"]} for e in error.errors()]
    detail = "; ".join(f"{e['where']}: {e['message']}" for e in errors)
    problem = Problem(
        type="urn:accord:invalid-request",
        title="Invalid request",
        status=HTTPStatus.UNPROCESSABLE_ENTITY,
        detail=detail,
        instance=request.scope["path"],
        errors=errors,
    )
    return respond(request, problem)


def _http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)  # noqa: S101 - registered for no other
    headers = dict(error.headers or {})
    if error.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
        headers["Allow"] = ", ".join(_allowed(request))
    return respond(request, plain_problem(error.status_code, error.detail, request.scope["path"]), headers)


def _allowed(request: Request) -> list[str]:
    """The methods of all routes that the path fits: the router itself names those of the first alone."""
    fitting = (
        r for r in request.app.state.routes if isinstance(r, Route) and r.path_regex.match(request.scope["path"])
    )
    return sorted({method for route in fitting for method in route.methods or ()})


def plain_problem(status: int, detail: str, path: str) -> Problem:
    """A problem that is told by its status alone."""
    phrase = HTTPStatus(status).phrase
    return Problem(
        type=f"urn:accord:{phrase.lower().replace(' ', '-')}",
        title=phrase,
        status=status,
        detail=detail,
        instance=path,
    )


def _words(name: str) -> list[str]:
    """The words of an exception's name: UnknownName gives unknown, name."""
    spaced = "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in name)
    return spaced.split()
