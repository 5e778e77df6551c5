"""The page of one fact: where it stands, how it came there, and all sentences behind it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from fastapi.responses import HTMLResponse

from api.answer.phrase import listed, sector_name
from api.pages import dyad_page, page
from api.told import unless_actual
from api.wire import AgreementOut, LeaderOut, MeetingOut
from graph.fact import AgreementFact, CooperationFact, DisputeFact, EventFact, Fact, LeaderFact, MeetingFact
from graph.view import View
from graph.view.wanted import Listed
from graph.vocabulary import plover, sectors
from graph.vocabulary.names import actor_name, dyad_id, dyad_name
from viz.lettering import capital
from viz.spoken import act, spoken_date, words

_SENTENCES = 50
_MEETINGS = 100


@dataclass(frozen=True, slots=True)
class _Head:
    """What stands at the top of the page; `actors` are whom it is about."""

    kind: str
    title: str
    actors: tuple[str, ...]
    status: str | None = None
    details: tuple[str | None, ...] = ()


def fact_page(view: View, fact: Fact) -> HTMLResponse:
    """The page of `fact`."""
    head = _head(fact)
    passages = view.evidence(fact.id, limit=_SENTENCES + 1)
    return page(
        "fact.html",
        fact=fact,
        kind=head.kind,
        title=head.title,
        actors=head.actors,
        dyad=dyad_page(dyad_id(*head.actors)) if len(head.actors) == 2 else None,
        standing=head.status,
        details=head.details,
        history=AgreementOut.model_validate(fact).history if isinstance(fact, AgreementFact) else [],
        offices=LeaderOut.model_validate(fact).offices if isinstance(fact, LeaderFact) else [],
        meetings=_attended(view, fact) if isinstance(fact, LeaderFact) else [],
        passages=passages[:_SENTENCES],
        more=len(passages) > _SENTENCES,
    )


def _head(fact: Fact) -> _Head:
    match fact:
        case CooperationFact():
            title = f"{dyad_name(fact.dyad)}: {sectors().by_id[fact.sector].name}"
            return _Head("Cooperation", title, _both(fact.dyad), fact.status, (_about(fact.subsectors),))
        case DisputeFact():
            over = f" over {sector_name(fact.sector)}" if fact.sector else ""
            return _Head("Dispute", f"{dyad_name(fact.dyad)}: at odds{over}", _both(fact.dyad))
        case EventFact():
            return _act(fact)
        case AgreementFact():
            details = (words(fact.kind), _about(fact.sectors))
            return _Head("Agreement", capital(fact.name), fact.parties, fact.status, details)
        case MeetingFact():
            return _meeting(fact)
        case LeaderFact():
            return _person(fact)


def _act(fact: EventFact) -> _Head:
    mode = words(fact.mode) if fact.mode else None
    details = (plover().by_id[fact.type].label, mode, _when(fact.date), _about(fact.sectors))
    title = act(fact.type, fact.actor, fact.recipient, fact.modality)
    return _Head("Act", title, (fact.actor, fact.recipient), unless_actual(fact.modality), details)


def _meeting(fact: MeetingFact) -> _Head:
    title = capital(words(fact.kind)) + (f" in {fact.place}" if fact.place else "")
    details = (_when(fact.date), listed(list(fact.leaders)))
    return _Head("Meeting", title, fact.participants, unless_actual(fact.modality), details)


def _person(fact: LeaderFact) -> _Head:
    office = f"{fact.title or words(fact.role)} of {actor_name(fact.actor)}"
    others = [name for name in fact.aliases if name != fact.name]
    return _Head("Person", fact.name, (fact.actor,), None, (office, f"also {listed(others)}" if others else None))


def _both(dyad: str) -> tuple[str, ...]:
    return tuple(dyad.split("-"))


def _about(about: Sequence[str]) -> str:
    return listed([sector_name(sector) for sector in about])


def _when(date: str | None) -> str:
    return spoken_date(date) or "no date given"


def _attended(view: View, leader: LeaderFact) -> list[MeetingOut]:
    """The meetings of their actor in which they are named."""
    found = view.page("Meeting", Listed(actor=leader.actor, modalities=("actual", "pledged")), limit=_MEETINGS).items
    names = {leader.name, *leader.aliases}
    return [MeetingOut.model_validate(meeting) for meeting in found if names & set(meeting.leaders)]
