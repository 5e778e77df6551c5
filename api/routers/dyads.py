"""Dyads: what two actors share."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query, Request, Response
from pydantic import BaseModel

from api.accept import wants_html
from api.answer_page import dyad_page
from api.dependencies import ActorInQuery, PairInPath, StoreDep, ViewThenDep
from api.filters import (
    AgreementsIn,
    CooperationIn,
    DisputesIn,
    EventsIn,
    MeetingsIn,
    Since,
    Until,
)
from api.formats import SHARED_FORMS, Tabular, exported
from api.paging import PagingDep
from api.wire import (
    AgreementOut,
    CooperationOut,
    DisputeOut,
    DyadOut,
    EventOut,
    MeetingOut,
    PassageOut,
    TimelineEntry,
    timeline_of,
)
from graph.errors import NotFound
from graph.fact import AgreementFact, Fact, LeaderFact, MeetingFact
from graph.view.rows import Strength
from graph.vocabulary.names import dyad_id, dyad_name

router = APIRouter(prefix="/dyads", tags=["dyads"], route_class=Tabular)


_MOST_DATED = 10_000
"""So many events, meetings and agreements of a pair are in its timeline, the best supported ones."""


class DyadRef(BaseModel):
    """A dyad's id and name, and by how many sources its cooperation, disputes and agreements are told of."""

    id: str
    name: str
    sources: int


@router.get("", response_model=list[DyadRef], summary="List dyads")
def listing(view: ViewThenDep, actor: ActorInQuery, page: PagingDep) -> Any:
    """The dyads that share most, of one actor or of all."""
    start = page.after(int, str)
    found = view.strongest(actor, after=Strength(*start) if start else None, limit=page.limit + 1)
    given = page.give(found, tuple)
    return [DyadRef(id=one.dyad, name=dyad_name(one.dyad), sources=one.sources) for one in given]


@router.get("/{a}/{b}", response_model=DyadOut, summary="All that two actors share", responses=SHARED_FORMS)
def dyad(request: Request, store: StoreDep, view: ViewThenDep, pair: PairInPath) -> Response | Any:
    """Cooperation, disputes, agreements, meetings, events and leaders, each with its sentences.

    The order of the two does not matter; of two that share nothing all lists are empty. By `Accept` also as a page, as
    CSV (a fact a line), and as GraphML or JSON-LD of all that the graph holds of the two.
    """
    if wants_html(request):
        return dyad_page(view, pair)
    return exported(request, store, pair, view.day) or view.dyad(*pair)


@router.get(
    "/{a}/{b}/cooperation",
    response_model=list[CooperationOut],
    summary="In which sectors they cooperate",
)
def cooperation(view: ViewThenDep, page: PagingDep, pair: PairInPath, narrowed: CooperationIn) -> Any:
    """Best supported first, proposed ones last."""
    return page.facts(view, "Cooperation", narrowed, dyad=dyad_id(*pair))


@router.get("/{a}/{b}/disputes", response_model=list[DisputeOut], summary="Over what they are at odds")
def disputes(view: ViewThenDep, page: PagingDep, pair: PairInPath, narrowed: DisputesIn) -> Any:
    """Best supported first."""
    return page.facts(view, "Dispute", narrowed, dyad=dyad_id(*pair))


@router.get("/{a}/{b}/agreements", response_model=list[AgreementOut], summary="What they have agreed")
def agreements(view: ViewThenDep, page: PagingDep, pair: PairInPath, narrowed: AgreementsIn) -> Any:
    """Agreements to which both are parties, and where each stands."""
    return page.facts(view, "Agreement", narrowed, dyad=dyad_id(*pair))


@router.get("/{a}/{b}/events", response_model=list[EventOut], summary="What they did to each other")
def events(view: ViewThenDep, page: PagingDep, pair: PairInPath, narrowed: EventsIn) -> Any:
    """Acts of either towards the other, by PLOVER's types."""
    return page.facts(view, "Event", narrowed, dyad=dyad_id(*pair))


@router.get("/{a}/{b}/meetings", response_model=list[MeetingOut], summary="When they met")
def meetings(view: ViewThenDep, page: PagingDep, pair: PairInPath, narrowed: MeetingsIn) -> Any:
    """Meetings, visits and calls in which both took part."""
    return page.facts(view, "Meeting", narrowed, dyad=dyad_id(*pair))


@router.get("/{a}/{b}/timeline", response_model=list[TimelineEntry], summary="Their relations over time")
def timeline(
    view: ViewThenDep,
    pair: PairInPath,
    page: PagingDep,
    *,
    since: Since = None,
    until: Until = None,
    order: Annotated[Literal["asc", "desc"], Query(description="From the first date on, or from the last.")] = "asc",
) -> Any:
    """Dated meetings, events and steps of agreements in one list; what has no date is not in it."""
    events = view.events(*pair, since=since, until=until, evidence=0, limit=_MOST_DATED)
    meetings = view.meetings(*pair, since=since, until=until, evidence=0, limit=_MOST_DATED)
    agreements = view.agreements(*pair, evidence=0, limit=_MOST_DATED)
    entries = [e for e in timeline_of(events, meetings, agreements) if _within(e.date, since, until)]
    entries.sort(key=_place, reverse=order == "desc")
    start = page.after(str, str, str, str)
    if start:
        entries = [e for e in entries if (_place(e) < start if order == "desc" else _place(e) > start)]
    return page.give(entries, _place)


def _place(entry: TimelineEntry) -> tuple[str, str, str, str]:
    return entry.date, entry.kind, entry.fact, entry.what


def _within(date: str, since: str | None, until: str | None) -> bool:
    return (since is None or date >= since) and (until is None or date[: len(until)] <= until)


@router.get("/{a}/{b}/evidence", response_model=list[PassageOut], summary="The sentences behind a fact")
def evidence(
    view: ViewThenDep,
    pair: PairInPath,
    page: PagingDep,
    fact: Annotated[
        str, Query(description="The fact's id, as the other routes give it.", examples=["coop:IDN-JPN:energy"])
    ],
) -> Any:
    """All passages that support a fact of the dyad, best first; of a leader, a fact of either actor."""
    if not _is_of(pair, view.fact(fact, evidence=0)):
        raise NotFound(f"The fact {fact!r} is not one of {dyad_name(dyad_id(*pair))}.")
    return page.passages(view, fact)


def _is_of(pair: tuple[str, str], fact: Fact) -> bool:
    match fact:
        case AgreementFact():
            return set(pair) <= set(fact.parties)
        case MeetingFact():
            return set(pair) <= set(fact.participants)
        case LeaderFact():
            return fact.actor in pair
        case _:
            return fact.dyad == dyad_id(*pair)
