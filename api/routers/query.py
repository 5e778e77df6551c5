"""Questions in plain words."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response
from pydantic import BaseModel

from api.accept import wants_html
from api.answer import answer
from api.answer_page import answer_page
from api.dependencies import ViewDep, ViewThenDep
from api.formats import PAGE_AND_TABLE, Tabular
from api.question import understand
from api.question.understand import LONGEST
from api.suggest import suggestions
from api.wire_answer import AnswerOut, answer_out

router = APIRouter(tags=["questions"], route_class=Tabular)


@router.get("/query", response_model=AnswerOut, summary="Answer a question", responses=PAGE_AND_TABLE)
def ask(
    request: Request,
    view: ViewThenDep,
    q: Annotated[
        str,
        Query(
            max_length=LONGEST,
            description="A question in plain words, with the actors in any usual spelling.",
            examples=["Japan–Indonesia cooperation areas"],
        ),
    ],
) -> Response | Any:
    """The answer with the sentences behind it, and how the question was understood.

    By `Accept` also as a page, and the facts alone as CSV.

    A name that nothing is known by, or a question that cannot be answered, is a problem with suggestions (422).
    """
    found = answer(understand(q, datetime.now(UTC).date()), view)
    return answer_page(view, found) if wants_html(request) else answer_out(found)


class Suggested(BaseModel):
    """Questions that may be meant."""

    questions: list[str]


@router.get("/suggest", response_model=Suggested, summary="Suggest questions")
def suggest(
    view: ViewDep,
    q: Annotated[str, Query(max_length=LONGEST, description="What was typed so far.", examples=["japan–ind"])],
) -> Any:
    """How a question that somebody is typing may go on, the likeliest first."""
    return Suggested(questions=suggestions(q, view))
