"""Facts of anybody: lists with filters, and one of them with its sentences."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Path, Request, Response

from api.accept import wants_html
from api.dependencies import ActorInQuery, ViewThenDep
from api.fact_page import fact_page
from api.filters import AgreementsIn, CooperationIn, DisputesIn, EventsIn, LeadersIn, MeetingsIn
from api.formats import AS_PAGE, Tabular
from api.paging import PagingDep
from api.wire import (
    AgreementOut,
    CooperationOut,
    DisputeOut,
    EventOut,
    LeaderOut,
    MeetingOut,
    PassageOut,
)
from graph.errors import NotFound
from graph.fact import AgreementFact, Fact, LeaderFact
from graph.view import View

router = APIRouter(tags=["facts"], route_class=Tabular)

FactId = Annotated[
    str,
    Path(
        max_length=1_000,
        description="The fact's id, as lists and answers give it; percent-encoded.",
        examples=["coop:IDN-JPN:energy"],
    ),
]
AgreementId = Annotated[str, Path(max_length=1_000, examples=["agreement:JPN+VNM:fisheries pact"])]
LeaderId = Annotated[str, Path(max_length=1_000, examples=["leader:JPN:fumio kishida"])]
FactOut = CooperationOut | DisputeOut | EventOut | AgreementOut | MeetingOut | LeaderOut


@router.get("/cooperation", response_model=list[CooperationOut], summary="List cooperation")
def cooperation(view: ViewThenDep, page: PagingDep, actor: ActorInQuery, narrowed: CooperationIn) -> Any:
    """Who cooperates with whom in what: of an actor, or of all; told of between two dates."""
    return page.facts(view, "Cooperation", narrowed, actor=actor)


@router.get("/disputes", response_model=list[DisputeOut], summary="List disputes")
def disputes(view: ViewThenDep, page: PagingDep, actor: ActorInQuery, narrowed: DisputesIn) -> Any:
    """Who is at odds with whom over what: of an actor, or of all; told of between two dates."""
    return page.facts(view, "Dispute", narrowed, actor=actor)


@router.get("/events", response_model=list[EventOut], summary="List events")
def events(view: ViewThenDep, page: PagingDep, actor: ActorInQuery, narrowed: EventsIn) -> Any:
    """Acts of an actor towards others or of others towards it, or all acts, by PLOVER's types."""
    return page.facts(view, "Event", narrowed, actor=actor)


@router.get("/meetings", response_model=list[MeetingOut], summary="List meetings")
def meetings(view: ViewThenDep, page: PagingDep, actor: ActorInQuery, narrowed: MeetingsIn) -> Any:
    """Meetings, visits and calls in which an actor took part, or all."""
    return page.facts(view, "Meeting", narrowed, actor=actor)


@router.get("/agreements", response_model=list[AgreementOut], summary="List agreements")
def agreements(view: ViewThenDep, page: PagingDep, actor: ActorInQuery, narrowed: AgreementsIn) -> Any:
    """Agreements by party, sector, status and kind; told of between two dates."""
    return page.facts(view, "Agreement", narrowed, actor=actor)


@router.get("/leaders", response_model=list[LeaderOut], summary="List leaders")
def leaders(view: ViewThenDep, page: PagingDep, actor: ActorInQuery, narrowed: LeadersIn) -> Any:
    """Those who spoke or acted for an actor, or for anybody, as articles show them."""
    return page.facts(view, "Leader", narrowed, actor=actor)


@router.get("/agreements/{id}", response_model=AgreementOut, summary="An agreement", responses=AS_PAGE)
def agreement(request: Request, view: ViewThenDep, id: AgreementId) -> Response | Any:
    """Its life and its best sentences; for a browser a page with all of them."""
    return _one(request, view, id, AgreementFact)


@router.get("/leaders/{id}", response_model=LeaderOut, summary="A leader", responses=AS_PAGE)
def leader(request: Request, view: ViewThenDep, id: LeaderId) -> Response | Any:
    """Their offices and best sentences; for a browser a page with all of them, and whom they met."""
    return _one(request, view, id, LeaderFact)


@router.get("/facts/{id}", response_model=FactOut, summary="A fact", responses=AS_PAGE)
def fact(request: Request, view: ViewThenDep, id: FactId) -> Response | Any:
    """A cooperation, dispute, event, agreement, meeting or leader, by its id, with its best sentences; for a browser a
    page with all of them.
    """
    return _one(request, view, id)


def _one(request: Request, view: View, id: str, kind: type[Fact] | None = None) -> Response | Fact:
    found = view.fact(id)
    if kind is not None and not isinstance(found, kind):
        raise NotFound(f"{id!r} is another kind of fact: GET /facts/{id}")
    return fact_page(view, found) if wants_html(request) else found


@router.get("/facts/{id}/evidence", response_model=list[PassageOut], summary="The sentences behind a fact")
def evidence(view: ViewThenDep, page: PagingDep, id: FactId) -> Any:
    """All passages that support it, best first."""
    return page.passages(view, id)
