"""Claims: what one passage says, and what people decided about it."""

from __future__ import annotations

from typing import Annotated, Any
from urllib.parse import quote

from fastapi import APIRouter, Path, Query, Request, Response
from fastapi.responses import RedirectResponse
from pydantic import BaseModel, Field

from api.accept import wants_html
from api.dependencies import StoreDep, ViewDep
from api.filters import MinConfidence
from api.formats import Tabular
from api.paging import PagingDep
from api.wire import Wire
from graph.claim import Kind, fields_of
from graph.judgement import Verdict
from graph.judging import decide, take_back
from graph.stated import StatedClaim
from graph.store import Store

router = APIRouter(prefix="/claims", tags=["claims"], route_class=Tabular)

FORM_SENT: dict[int | str, dict[str, Any]] = {303: {"description": "To the form of a page: back to the article"}}

ClaimId = Annotated[
    str, Path(max_length=100, description="The claim's id, as evidence gives it.", examples=["0f3c9a…"])
]


class JudgementOut(Wire):
    """That a person rejected or confirmed a claim."""

    claim_id: str
    verdict: str
    decided_at: str


class SpanOut(Wire):
    """A passage: code points `[start, end)` of the article's title or text."""

    field: str
    start: int
    end: int
    text: str


class ClaimOut(BaseModel):
    """What one passage says. A rejected claim supports no facts; a confirmed one is certain."""

    id: str
    article_id: str
    kind: str
    statement: dict[str, Any] = Field(description="Its fields, by kind.")
    date: str | None
    date_basis: str | None
    confidence: float
    read_confidence: float = Field(description="What the reader gave it, whatever people decided.")
    frame: str
    reader: str
    evidence: list[SpanOut]
    judgement: JudgementOut | None
    facts: list[str] = Field(description="Ids of the facts that it supports.")


def claim_out(stated: StatedClaim) -> ClaimOut:
    """The wire form of a claim."""
    claim = stated.claim
    return ClaimOut(
        id=claim.id,
        article_id=claim.article_id,
        kind=claim.kind,
        statement=fields_of(claim.statement),
        date=claim.when.date,
        date_basis=claim.when.basis,
        confidence=claim.confidence,
        read_confidence=stated.read_confidence,
        frame=claim.frame,
        reader=stated.reader,
        evidence=[SpanOut.model_validate(span) for span in claim.evidence],
        judgement=JudgementOut.model_validate(stated.judgement) if stated.judgement else None,
        facts=list(stated.facts),
    )


@router.get("", response_model=list[ClaimOut], summary="List claims")
def claims(
    view: ViewDep,
    page: PagingDep,
    *,
    article: Annotated[str | None, Query(max_length=500, description="Of one article.")] = None,
    kind: Annotated[Kind | None, Query(description="Of one kind.")] = None,
    judgement: Annotated[Verdict | None, Query(description="Only what people rejected or confirmed.")] = None,
    min_confidence: MinConfidence = 0,
) -> Any:
    """Claims by id; rejected ones only where they are asked for."""
    start = page.after(str)
    found = view.claims(
        article=article,
        kind=kind,
        verdict=judgement,
        confidence=min_confidence,
        after=start[0] if start else None,
        limit=page.limit + 1,
    )
    return [claim_out(one) for one in page.give(found, lambda one: (one.claim.id,))]


@router.get("/{id}", response_model=ClaimOut, summary="A claim")
def claim(view: ViewDep, id: ClaimId) -> Any:
    """What it says, the passages that say so, what people decided, and the facts that it supports."""
    return claim_out(view.claim(id))


@router.post("/{id}/reject", response_model=ClaimOut, summary="Reject a claim", responses=FORM_SENT)
def reject(request: Request, store: StoreDep, id: ClaimId) -> Any:
    """From now on it counts nowhere, also where a later reader claims the same. Again, it changes nothing."""
    decide(store, id, "rejected")
    return _decided(request, store, id)


@router.post("/{id}/confirm", response_model=ClaimOut, summary="Confirm a claim", responses=FORM_SENT)
def confirm(request: Request, store: StoreDep, id: ClaimId) -> Any:
    """From now on it is certain, also where a later reader claims the same. Again, it changes nothing."""
    decide(store, id, "confirmed")
    return _decided(request, store, id)


@router.post("/{id}/reconsider", include_in_schema=False)
def reconsider(request: Request, store: StoreDep, id: ClaimId) -> Any:
    """As `undo`, for the form of a page."""
    take_back(store, id)
    return _decided(request, store, id)


def _decided(request: Request, store: Store, id: str) -> Any:
    """The claim as it is now; to a browser, the place where it stands in the page of its article."""
    stated = store.view().claim(id)
    if wants_html(request):
        return RedirectResponse(f"/articles/{quote(stated.claim.article_id, safe='')}#claim-{id}", 303)
    return claim_out(stated)


@router.delete(
    "/{id}/judgement", status_code=204, response_class=Response, summary="Take back what was decided about a claim"
)
def undo(store: StoreDep, id: ClaimId) -> None:
    """The claim counts as it was read; not found where nobody has decided about it."""
    take_back(store, id)
