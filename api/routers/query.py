"""Questions in plain words."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from api.accept import wants_html
from api.answer import answer
from api.dependencies import ViewThenDep
from api.formats import TABLE, Forms, Tabular
from api.pages import page
from api.question import understand
from api.question.understand import LONGEST
from api.wire_answer import AnswerOut, answer_out

router = APIRouter(tags=["questions"], route_class=Tabular)
_FORMS: Forms = {200: {"content": {"text/html": {}, **TABLE[200]["content"]}}}


@router.get("/query", response_model=AnswerOut, summary="Answer a question", responses=_FORMS)
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
    found = answer_out(answer(understand(q, datetime.now(UTC).date()), view))
    return page("answer.html", answer=found, q=q) if wants_html(request) else found
