"""The one sentence that answers a question."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from api.answer.changes import changes_headline
from api.answer.entity import entity_headline
from api.answer.history import history_headline
from api.answer.links import links_headline
from api.answer.meeting import meetings_headline
from api.answer.phrase import KINDS, counted, counted_kinds, listed, of_whom, scope, sector_name, some
from api.answer.record import Facts
from api.answer.region import region_headline
from api.question import Intent, Question
from graph.claim import COOPERATION_STATUSES
from graph.fact import AgreementFact, CooperationFact, EventFact, LeaderFact, Partner
from graph.vocabulary.names import actor_name, dyad_name

_KINDS: Mapping[str, str] = {
    "cooperation": "cooperation",
    "agreements": "agreements",
    "meetings": "meetings",
    "disputes": "disputes",
    "events": "events",
    "leaders": "leaders",
    "partners": "cooperation",
    "changes": "changes",
    "history": "dated events",
    "links": "links",
}
_NAMED = 3


def headline(question: Question, facts: Facts, totals: Mapping[str, int]) -> str:
    """A sentence for `facts`; where there are none, that there are none and what there is instead (`totals`)."""
    if not facts:
        return _nothing(question, totals)
    return _HEADLINES[question.intent](question, facts)


def _nothing(question: Question, totals: Mapping[str, int]) -> str:
    joined = "between" if question.pairs else "of"
    sentence = (
        f"The graph holds no {_KINDS.get(question.intent, 'facts')} {joined} {of_whom(question)}{scope(question)}."
    )
    others = counted_kinds(totals)
    return f"{sentence} It holds {listed(others)} of theirs." if others else sentence


def _cooperation(question: Question, facts: Facts) -> str:
    if facts.partners:
        return _partners(question, facts.partners)
    if len(question.pairs) > 1:
        dyads = list(dict.fromkeys(fact.dyad for fact in facts.cooperation))
        number = f"{len(dyads)} of {counted(len(question.pairs), 'pair')}"
        return f"{number} cooperate{scope(question)}: {some(list(map(dyad_name, dyads)), _NAMED)}."
    if question.sectors:
        status = min((fact.status for fact in facts.cooperation), key=COOPERATION_STATUSES.index)
        return f"{of_whom(question)} {_STATUS_VERBS[status]}{scope(question)}."
    number = counted(len(facts.cooperation), *KINDS["cooperation"])
    return f"{of_whom(question)} have {number}{scope(question)}: {_by_status(facts.cooperation)}."


_STATUS_VERBS = {
    "active": "cooperate",
    "agreed": "have agreed to cooperate",
    "proposed": "may cooperate",
    "ended": "no longer cooperate",
}


def _by_status(facts: Sequence[CooperationFact]) -> str:
    parts = []
    for status in COOPERATION_STATUSES:
        if names := [sector_name(fact.sector) for fact in facts if fact.status == status]:
            parts.append(f"{status} in {listed(names)}")
    return "; ".join(parts)


def _partners(question: Question, partners: Sequence[Partner]) -> str:
    names = [actor_name(partner.actor) for partner in partners]
    partners_told = f"{counted(len(names), 'partner')}: {some(names, _NAMED)}"
    return f"{of_whom(question)} cooperates{scope(question)} with {partners_told}."


def _agreements(question: Question, facts: Facts) -> str:
    found = facts.agreements
    have = "have" if question.pairs else "has"
    return f"{of_whom(question)} {have} {counted(len(found), 'agreement')}{scope(question)}: {_named(found)}."


def _named(agreements: Sequence[AgreementFact]) -> str:
    return some([f"{fact.name} ({fact.status.replace('_', ' ')})" for fact in agreements], _NAMED)


def _disputes(question: Question, facts: Facts) -> str:
    over = [sector_name(fact.sector) for fact in facts.disputes if fact.sector]
    parts = [f"at odds over {listed(over)}"] if over else []
    if facts.events:
        parts.append(counted(len(facts.events), "act of conflict", "acts of conflict"))
    return f"{of_whom(question)}{scope(question)}: {'; '.join(parts) or 'at odds'}."


def _events(question: Question, facts: Facts) -> str:
    return f"{of_whom(question)}: {counted(len(facts.events), 'event')}{scope(question)}{_span(facts.events)}."


def _span(events: Sequence[EventFact]) -> str:
    dates = sorted(event.date for event in events if event.date)
    return f", from {dates[0]} to {dates[-1]}" if dates else ""


def _leaders(question: Question, facts: Facts) -> str:
    return "; ".join(_leader(leader) for leader in facts.leaders[:_NAMED]) + "."


def _leader(leader: LeaderFact) -> str:
    title = leader.title or leader.role.replace("_", " ")
    return f"{leader.name}, {title} of {actor_name(leader.actor)}"


def _overview(question: Question, facts: Facts) -> str:
    if facts.partners and not question.pairs:
        return _partners(question, facts.partners)
    told = counted_kinds({kind: len(getattr(facts, kind)) for kind in KINDS})
    return f"{of_whom(question)}{scope(question)}: {listed(told) or 'leaders only'}."


_HEADLINES: Mapping[Intent, Callable[[Question, Facts], str]] = {
    "agreements": _agreements,
    "changes": changes_headline,
    "cooperation": _cooperation,
    "disputes": _disputes,
    "entity": entity_headline,
    "events": _events,
    "history": history_headline,
    "leaders": _leaders,
    "links": links_headline,
    "meetings": meetings_headline,
    "overview": _overview,
    "partners": _cooperation,
    "region": region_headline,
}
