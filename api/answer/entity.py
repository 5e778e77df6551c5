"""Who or what is asked about by itself: a country, a body, a person or a sector."""

from __future__ import annotations

from collections.abc import Sequence

from api.answer.meeting import attended_by, is_named, of_actor
from api.answer.narrowing import distinct, in_order
from api.answer.partner import find_partners
from api.answer.phrase import counted, listed, of_whom, sector_name, some
from api.answer.record import Entity, Facts
from api.question import Question
from graph.claim import Pair
from graph.fact import LeaderFact, MeetingFact
from graph.view import View
from graph.view.wanted import Listed
from graph.vocabulary import bodies, countries, office_holders, sectors
from graph.vocabulary.names import actor_name, dyad_name

_NAMED = 3
_MEETINGS = 20
_PAIRS = 100


def find_entity(question: Question, view: View, pairs: Sequence[Pair]) -> Facts:
    """What the graph says of it, and what the vocabularies do."""
    if not question.actors:
        return _sector(question, view)
    if question.people:
        return _person(question, view, question.people[0])
    actor = question.actors[0]
    sectors_asked = question.sectors or (None,)
    return Facts(
        agreements=distinct(f for s in sectors_asked for f in view.all_agreements(actor=actor, sector=s)),
        leaders=view.leaders(actor),
        partners=find_partners(question, view),
        entity=_actor(actor),
    )


def _actor(actor: str) -> Entity:
    if body := bodies().by_id.get(actor):
        members = tuple(m.country for m in body.members if m.until is None)
        return Entity("body", actor, body.name, members=members, note=body.note)
    country = countries().by_id[actor]
    own = (b.id for b in bodies() if any(m.country == actor and m.until is None for m in b.members))
    return Entity("country", actor, country.name, country.region, bodies=tuple(own), note=country.note)


def _sector(question: Question, view: View) -> Facts:
    """Who cooperates in it, over all pairs."""
    id_ = question.sectors[0]
    parts = tuple(sector.id for sector in sectors().children(id_))
    pages = (view.page("Cooperation", Listed(sector=sector), limit=_PAIRS) for sector in question.sectors)
    found = distinct(fact for page in pages for fact in page.items)
    period = question.period
    seen = (f for f in found if period is None or period.overlaps(f.support.first_seen, f.support.last_seen))
    return Facts(cooperation=tuple(seen), entity=Entity("sector", id_, sectors().by_id[id_].name, parts=parts))


def _person(question: Question, view: View, name: str) -> Facts:
    actor = question.actors[0]
    held = [holder for holder in office_holders() if holder.name == name]
    offices = tuple(
        f"{h.title} of {actor_name(h.country)}, {h.since} to {h.until or 'now'}"
        for h in sorted(held, key=lambda h: h.since, reverse=True)
    )
    own = tuple(leader for leader in view.leaders(actor) if is_named(leader.name, name))
    attended = in_order(question, attended_by(of_actor(question, view, actor), [name]))[:_MEETINGS]
    return Facts(leaders=own, meetings=attended, entity=Entity("person", name, name, offices=offices))


def entity_headline(question: Question, facts: Facts) -> str:
    """Who or what it is, and how much the graph says of it."""
    entity = facts.entity
    if entity is None or entity.kind in {"country", "body"}:
        return _of_actor(question, facts)
    if entity.kind == "person":
        return _of_person(entity, facts.leaders, facts.meetings)
    pairs = [dyad_name(dyad) for dyad in dict.fromkeys(fact.dyad for fact in facts.cooperation)]
    cooperate = "pair cooperates" if len(pairs) == 1 else "pairs cooperate"
    return f"{len(pairs):,} {cooperate} in {sector_name(entity.id)}: {some(pairs, _NAMED)}."


def _of_actor(question: Question, facts: Facts) -> str:
    told = []
    if facts.partners:
        names = [actor_name(partner.actor) for partner in facts.partners]
        told.append(f"cooperates with {some(names, _NAMED)}")
    if facts.agreements:
        told.append(f"has {counted(len(facts.agreements), 'agreement')}")
    if facts.leaders:
        told.append(f"is represented by {counted(len(facts.leaders), 'person', 'people')}")
    return f"{of_whom(question)} {listed(told)}."


def _of_person(entity: Entity, leaders: Sequence[LeaderFact], meetings: Sequence[MeetingFact]) -> str:
    titles = [f"{(led.title or led.role.replace('_', ' '))} of {actor_name(led.actor)}" for led in leaders[:1]]
    who = ", ".join([entity.name, *(titles or list(entity.offices[:1]))])
    met = f" The graph holds {counted(len(meetings), 'meeting')} that names them." if meetings else ""
    return f"{who}.{met}"
