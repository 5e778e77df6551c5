"""Dyads: what two actors share."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query
from pydantic import BaseModel

from api.dependencies import ActorInQuery, PairInPath, SliceDep, ViewThenDep
from api.wire import (
    AgreementOut,
    CooperationOut,
    DyadOut,
    EventOut,
    MeetingOut,
    PassageOut,
    TimelineEntry,
    timeline_of,
)
from graph.claim import Modality
from graph.errors import NotFound
from graph.view.view import SHOWN
from graph.vocabulary import plover, sectors
from graph.vocabulary.names import dyad_name

router = APIRouter(prefix="/dyads", tags=["dyads"])

DATE = r"^\d{4}(-\d{2}(-\d{2})?)?$"
Since = Annotated[
    str | None, Query(pattern=DATE, description="First date, ISO 8601 of any precision.", examples=["2019"])
]
Until = Annotated[str | None, Query(pattern=DATE, description="Last date, its whole day, month or year included.")]
SectorIn = Annotated[str | None, Query(description="Id of a sector or subsector.", examples=["energy"])]
Modalities = Annotated[list[Modality] | None, Query(alias="modality", description="Not given: `actual` and `pledged`.")]


class DyadRef(BaseModel):
    """A dyad's id and name."""

    id: str
    name: str


def known_sector(sector: str | None) -> str | None:
    """`sector`, if there is one of that id; raises NotFound."""
    if sector is not None and sector not in sectors().by_id:
        raise NotFound(f"There is no sector {sector!r}; GET /sectors lists them.")
    return sector


@router.get("", response_model=list[DyadRef], summary="List dyads")
def listing(view: ViewThenDep, actor: ActorInQuery, part: SliceDep) -> Any:
    """The dyads that share most, of one actor or of all."""
    ids = view.dyads(actor, limit=part.skip + part.limit)[part.skip :]
    return [DyadRef(id=dyad, name=dyad_name(dyad)) for dyad in ids]


@router.get("/{a}/{b}", response_model=DyadOut, summary="All that two actors share")
def dyad(view: ViewThenDep, pair: PairInPath) -> Any:
    """Cooperation, disputes, agreements, meetings, events and leaders, each with its sentences.

    The order of the two does not matter; of two that share nothing all lists are empty.
    """
    return view.dyad(*pair)


@router.get("/{a}/{b}/cooperation", response_model=list[CooperationOut], summary="In which sectors they cooperate")
def cooperation(view: ViewThenDep, pair: PairInPath, sector: SectorIn = None) -> Any:
    """Best supported first, proposed ones last."""
    return view.cooperation(*pair, known_sector(sector))


@router.get("/{a}/{b}/agreements", response_model=list[AgreementOut], summary="What they have agreed")
def agreements(view: ViewThenDep, pair: PairInPath, part: SliceDep, sector: SectorIn = None) -> Any:
    """Agreements to which both are parties, and where each stands."""
    return view.agreements(*pair, sector=known_sector(sector), skip=part.skip, limit=part.limit)


@router.get("/{a}/{b}/events", response_model=list[EventOut], summary="What they did to each other")
def events(
    view: ViewThenDep,
    pair: PairInPath,
    part: SliceDep,
    *,
    types: Annotated[list[str] | None, Query(alias="type", description="PLOVER types.", examples=[["AGREE"]])] = None,
    sector: SectorIn = None,
    since: Since = None,
    until: Until = None,
    modality: Modalities = None,
) -> Any:
    """Acts of either towards the other, by PLOVER's types."""
    for unknown in (kind for kind in types or () if kind not in plover()):
        raise NotFound(f"There is no event type {unknown!r}; they are {', '.join(kind.id for kind in plover())}.")
    return view.events(
        *pair,
        types=types,
        sector=known_sector(sector),
        since=since,
        until=until,
        modalities=modality or SHOWN,
        skip=part.skip,
        limit=part.limit,
    )


@router.get("/{a}/{b}/meetings", response_model=list[MeetingOut], summary="When they met")
def meetings(
    view: ViewThenDep,
    pair: PairInPath,
    part: SliceDep,
    *,
    since: Since = None,
    until: Until = None,
    modality: Modalities = None,
) -> Any:
    """Meetings, visits and calls in which both took part."""
    shown = modality or SHOWN
    return view.meetings(*pair, since=since, until=until, modalities=shown, skip=part.skip, limit=part.limit)


@router.get("/{a}/{b}/timeline", response_model=list[TimelineEntry], summary="Their relations over time")
def timeline(
    view: ViewThenDep, pair: PairInPath, since: Since = None, until: Until = None, order: Literal["asc", "desc"] = "asc"
) -> Any:
    """Dated meetings, events and steps of agreements in one list; what has no date is not in it."""
    entries = [e for e in timeline_of(view.dyad(*pair, limit=500)) if _within(e.date, since, until)]
    return sorted(entries, key=lambda entry: entry.date, reverse=order == "desc")


def _within(date: str, since: str | None, until: str | None) -> bool:
    return (since is None or date >= since) and (until is None or date[: len(until)] <= until)


@router.get("/{a}/{b}/evidence", response_model=list[PassageOut], summary="The sentences behind a fact")
def evidence(
    view: ViewThenDep,
    pair: PairInPath,
    part: SliceDep,
    fact: Annotated[str, Query(description="The fact's id, as the other routes give it.", examples=["IDN-JPN/energy"])],
) -> Any:
    """All passages that support a fact of the dyad, best first."""
    return view.evidence(fact, skip=part.skip, limit=part.limit)
