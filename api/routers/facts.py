"""Facts of anybody: lists with filters, and one of them with its sentences."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Path, Query

from api.dependencies import ActorInQuery, ViewThenDep
from api.filters import (
    MinConfidence,
    MinSources,
    Modalities,
    Quads,
    SectorIn,
    Since,
    SortIn,
    Types,
    Until,
    known_quads,
    known_sector,
    known_types,
    shown,
)
from api.formats import LIST_FORMS, Tabular
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
from graph.claim import AgreementStatus, CooperationStatus, MeetingKind
from graph.view.wanted import Listed

router = APIRouter(tags=["facts"], route_class=Tabular)

FactId = Annotated[
    str,
    Path(
        max_length=1_000,
        description="The fact's id, as lists and answers give it; percent-encoded.",
        examples=["coop:IDN-JPN:energy"],
    ),
]
FactOut = CooperationOut | DisputeOut | EventOut | AgreementOut | MeetingOut | LeaderOut


@router.get("/cooperation", response_model=list[CooperationOut], summary="List cooperation", responses=LIST_FORMS)
def cooperation(
    view: ViewThenDep,
    page: PagingDep,
    actor: ActorInQuery,
    *,
    sector: SectorIn = None,
    status: Annotated[list[CooperationStatus] | None, Query(description="Where it stands.")] = None,
    since: Since = None,
    until: Until = None,
    min_sources: MinSources = 0,
    min_confidence: MinConfidence = 0,
    sort: SortIn = "support",
) -> Any:
    """Who cooperates with whom in what: of an actor, or of all; told of between two dates."""
    wanted = Listed(
        actor=actor,
        sector=known_sector(sector),
        statuses=status or None,
        since=since,
        until=until,
        sources=min_sources,
        confidence=min_confidence,
    )
    return page.facts(view, "Cooperation", wanted, sort)


@router.get("/disputes", response_model=list[DisputeOut], summary="List disputes", responses=LIST_FORMS)
def disputes(
    view: ViewThenDep,
    page: PagingDep,
    actor: ActorInQuery,
    *,
    sector: SectorIn = None,
    since: Since = None,
    until: Until = None,
    min_sources: MinSources = 0,
    min_confidence: MinConfidence = 0,
    sort: SortIn = "support",
) -> Any:
    """Who is at odds with whom over what: of an actor, or of all; told of between two dates."""
    wanted = Listed(
        actor=actor,
        sector=known_sector(sector),
        since=since,
        until=until,
        sources=min_sources,
        confidence=min_confidence,
    )
    return page.facts(view, "Dispute", wanted, sort)


@router.get("/events", response_model=list[EventOut], summary="List events", responses=LIST_FORMS)
def events(
    view: ViewThenDep,
    page: PagingDep,
    actor: ActorInQuery,
    *,
    types: Types = None,
    quad: Quads = None,
    sector: SectorIn = None,
    since: Since = None,
    until: Until = None,
    modality: Modalities = None,
    min_sources: MinSources = 0,
    min_confidence: MinConfidence = 0,
    sort: SortIn = "support",
) -> Any:
    """Acts of an actor towards others or of others towards it, or all acts, by PLOVER's types."""
    wanted = Listed(
        actor=actor,
        types=known_types(types),
        quads=known_quads(quad),
        sector=known_sector(sector),
        since=since,
        until=until,
        modalities=shown(modality),
        sources=min_sources,
        confidence=min_confidence,
    )
    return page.facts(view, "Event", wanted, sort)


@router.get("/meetings", response_model=list[MeetingOut], summary="List meetings", responses=LIST_FORMS)
def meetings(
    view: ViewThenDep,
    page: PagingDep,
    actor: ActorInQuery,
    *,
    kind: Annotated[list[MeetingKind] | None, Query(description="Kinds of meeting.", examples=[["visit"]])] = None,
    since: Since = None,
    until: Until = None,
    modality: Modalities = None,
    min_sources: MinSources = 0,
    min_confidence: MinConfidence = 0,
    sort: SortIn = "support",
) -> Any:
    """Meetings, visits and calls in which an actor took part, or all."""
    wanted = Listed(
        actor=actor,
        kinds=kind or None,
        since=since,
        until=until,
        modalities=shown(modality),
        sources=min_sources,
        confidence=min_confidence,
    )
    return page.facts(view, "Meeting", wanted, sort)


@router.get("/agreements", response_model=list[AgreementOut], summary="List agreements", responses=LIST_FORMS)
def agreements(
    view: ViewThenDep,
    page: PagingDep,
    actor: ActorInQuery,
    *,
    sector: SectorIn = None,
    status: Annotated[list[AgreementStatus] | None, Query(description="Where it stands.")] = None,
    kind: Annotated[list[str] | None, Query(description="Kinds of agreement.", examples=[["treaty"]])] = None,
    since: Since = None,
    until: Until = None,
    min_sources: MinSources = 0,
    min_confidence: MinConfidence = 0,
    sort: SortIn = "support",
) -> Any:
    """Agreements by party, sector, status and kind; told of between two dates."""
    wanted = Listed(
        actor=actor,
        sector=known_sector(sector),
        statuses=status or None,
        kinds=kind or None,
        since=since,
        until=until,
        sources=min_sources,
        confidence=min_confidence,
    )
    return page.facts(view, "Agreement", wanted, sort)


@router.get("/leaders", response_model=list[LeaderOut], summary="List leaders", responses=LIST_FORMS)
def leaders(
    view: ViewThenDep,
    page: PagingDep,
    actor: ActorInQuery,
    *,
    role: Annotated[str | None, Query(description="Role class.", examples=["head_of_state"])] = None,
    min_sources: MinSources = 0,
    min_confidence: MinConfidence = 0,
    sort: SortIn = "support",
) -> Any:
    """Those who spoke or acted for an actor, or for anybody, as articles show them."""
    wanted = Listed(actor=actor, role=role, sources=min_sources, confidence=min_confidence)
    return page.facts(view, "Leader", wanted, sort)


@router.get("/facts/{id}", response_model=FactOut, summary="A fact")
def fact(view: ViewThenDep, id: FactId) -> Any:
    """A cooperation, dispute, event, agreement, meeting or leader, by its id, with its best sentences."""
    return view.fact(id)


@router.get(
    "/facts/{id}/evidence", response_model=list[PassageOut], summary="The sentences behind a fact", responses=LIST_FORMS
)
def evidence(view: ViewThenDep, page: PagingDep, id: FactId) -> Any:
    """All passages that support it, best first."""
    return page.passages(view, id)
