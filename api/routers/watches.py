"""Watches: questions that are kept, and what is new in their answers."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated, Any

from fastapi import APIRouter, Path, Response
from pydantic import BaseModel, ConfigDict, Field

from api.answer import answer
from api.answer.record import Answer
from api.dependencies import StoreDep
from api.news import news_of, states_of
from api.question import understand
from api.question.understand import LONGEST
from api.wire import Wire
from api.wire_answer import FactsOut
from graph.store import Store
from graph.watch import Watch, ask_again, drop, keep, watch, watches

router = APIRouter(prefix="/watches", tags=["questions"])

WatchId = Annotated[str, Path(max_length=100, description="The watch's id.", examples=["3f0c9a…"])]


class WatchIn(BaseModel):
    """A question to keep."""

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"examples": [{"q": "What have Japan and Indonesia agreed on energy?"}]}
    )

    q: str = Field(min_length=1, max_length=LONGEST, description="A question in plain words, as `GET /query` takes it.")


class WatchOut(Wire):
    """A question that is kept, since when, and when it was last asked."""

    id: str
    question: str
    created_at: str
    asked_at: str


class ChangedOut(Wire):
    """A fact that stands elsewhere than before: what differs, then and now."""

    id: str
    before: dict[str, Any]
    now: dict[str, Any]


class NewsOut(BaseModel):
    """What is new in the answer since `asked_at`, and the whole answer in a sentence."""

    watch: WatchOut
    headline: str
    new: FactsOut
    changed: list[ChangedOut]
    gone: list[str] = Field(description="Ids of facts that were in the last answer and are not in this one.")


@router.post("", response_model=WatchOut, status_code=201, summary="Keep a question")
def add(body: WatchIn, store: StoreDep) -> Any:
    """What the graph says to it now is taken as known: from now on the watch tells what is new.

    A question that cannot be answered is a problem with suggestions (422).
    """
    return keep(store, body.q, states_of(_answer(store, body.q).facts))


@router.get("", response_model=list[WatchOut], summary="List kept questions")
def listing(store: StoreDep) -> Any:
    """The first one first."""
    return watches(store)


@router.get("/{id}", response_model=NewsOut, summary="What is new, and stays so")
def look(store: StoreDep, id: WatchId) -> Any:
    """What is new since the question was last asked; looking does not count as asking."""
    return _news(store, watch(store, id))[0]


@router.post("/{id}/ask", response_model=NewsOut, summary="Ask a kept question")
def ask(store: StoreDep, id: WatchId) -> Any:
    """What is new since the question was last asked; that is known from now on."""
    kept = watch(store, id)
    news, found = _news(store, kept)
    ask_again(store, kept, states_of(found.facts))
    return news


@router.delete("/{id}", status_code=204, response_class=Response, summary="Keep a question no longer")
def forget(store: StoreDep, id: WatchId) -> None:
    """Forgets the question and what was told of it."""
    drop(store, id)


def _news(store: Store, kept: Watch) -> tuple[NewsOut, Answer]:
    found = _answer(store, kept.question)
    news = news_of(found.facts, kept.seen)
    return (
        NewsOut(
            watch=WatchOut.model_validate(kept),
            headline=found.headline,
            new=FactsOut.model_validate(news.new),
            changed=[ChangedOut.model_validate(one) for one in news.changed],
            gone=list(news.gone),
        ),
        found,
    )


def _answer(store: Store, question: str) -> Answer:
    return answer(understand(question, datetime.now(UTC).date()), store.view())
