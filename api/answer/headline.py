"""The one sentence that answers a question."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from api.answer.record import Facts
from api.question import Intent, Question
from graph.claim import COOPERATION_STATUSES
from graph.fact import AgreementFact, CooperationFact, EventFact, LeaderFact, MeetingFact, Partner
from graph.vocabulary import plover, sectors
from graph.vocabulary.names import actor_name, dyad_name

_KINDS: Mapping[str, str] = {
    "cooperation": "cooperation",
    "agreements": "agreements",
    "meetings": "meetings",
    "disputes": "disputes",
    "events": "events",
    "leaders": "leaders",
    "partners": "cooperation",
}
_NOUNS: Mapping[str, tuple[str, str]] = {
    "cooperation": ("sector of cooperation", "sectors of cooperation"),
    "agreements": ("agreement", "agreements"),
    "meetings": ("meeting", "meetings"),
    "disputes": ("dispute", "disputes"),
    "events": ("event", "events"),
}
_NAMED = 3


def headline(question: Question, facts: Facts, totals: Mapping[str, int]) -> str:
    """A sentence for `facts`; where there are none, that there are none and what there is instead (`totals`)."""
    if not facts:
        return _nothing(question, totals)
    return _HEADLINES[question.intent](question, facts)


def listed(words: Sequence[str]) -> str:
    """Words as English lists them: "a, b and c"; with a comma before the last "and" where one of them has its own."""
    if any(" and " in word for word in words) and len(words) > 1:
        return f"{', '.join(words[:-1])}, and {words[-1]}"
    return " and ".join(filter(None, [", ".join(words[:-1]), words[-1]])) if words else ""


def counted(number: int, singular: str, plural: str | None = None) -> str:
    """A number with its noun: "1 source", "2 sources"."""
    return f"{number:,} {singular if number == 1 else plural or singular + 's'}"


def sector_name(sector: str) -> str:
    """A sector as it stands in a sentence."""
    name = sectors().by_id[sector].name
    return name if name.isupper() else name[:1].lower() + name[1:]


def act_name(event_type: str, actor: str, recipient: str) -> str:
    """A PLOVER act between two actors: "AID Japan → Indonesia", and with no arrow what both do, "AGREE Fiji – Peru"."""
    joint = "–" if plover().by_id[event_type].symmetric else "→"
    return f"{event_type} {actor_name(actor)} {joint} {actor_name(recipient)}"


def of_whom(question: Question) -> str:
    """The actors as the subject of a sentence."""
    return listed([actor_name(actor) for actor in question.actors])


def _scope(question: Question) -> str:
    """The sector and period asked for: " in energy since 2019"."""
    in_sectors = f" in {listed([sector_name(s) for s in question.sectors])}" if question.sectors else ""
    return in_sectors + (f" {question.period}" if question.period else "")


def _nothing(question: Question, totals: Mapping[str, int]) -> str:
    joined = "between" if question.pairs else "of"
    sentence = (
        f"The graph holds no {_KINDS.get(question.intent, 'facts')} {joined} {of_whom(question)}{_scope(question)}."
    )
    others = _counted_kinds(totals)
    return f"{sentence} It holds {listed(others)} of theirs." if others else sentence


def _cooperation(question: Question, facts: Facts) -> str:
    if facts.partners:
        return _partners(question, facts.partners)
    if len(question.pairs) > 1:
        dyads = list(dict.fromkeys(fact.dyad for fact in facts.cooperation))
        number = f"{len(dyads)} of {counted(len(question.pairs), 'pair')}"
        rest = f" and {len(dyads) - _NAMED} more" if len(dyads) > _NAMED else ""
        names = [dyad_name(dyad) for dyad in dyads[:_NAMED]]
        return f"{number} cooperate{_scope(question)}: {', '.join(names) + rest if rest else listed(names)}."
    if question.sectors:
        status = min((fact.status for fact in facts.cooperation), key=COOPERATION_STATUSES.index)
        return f"{of_whom(question)} {_STATUS_VERBS[status]}{_scope(question)}."
    number = counted(len(facts.cooperation), *_NOUNS["cooperation"])
    return f"{of_whom(question)} have {number}{_scope(question)}: {_by_status(facts.cooperation)}."


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
    rest = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    named = ", ".join(names[:_NAMED]) + rest if rest else listed(names)
    return f"{of_whom(question)} cooperates{_scope(question)} with {counted(len(names), 'partner')}: {named}."


def _agreements(question: Question, facts: Facts) -> str:
    found = facts.agreements
    have = "have" if question.pairs else "has"
    return f"{of_whom(question)} {have} {counted(len(found), 'agreement')}{_scope(question)}: {_named(found)}."


def _named(agreements: Sequence[AgreementFact]) -> str:
    names = [f"{fact.name} ({fact.status.replace('_', ' ')})" for fact in agreements[:_NAMED]]
    rest = len(agreements) - len(names)
    return ", ".join(names) + f" and {rest} more" if rest else listed(names)


def _meetings(question: Question, facts: Facts) -> str:
    found = facts.meetings
    if question.latest or len(found) == 1:
        return _one_meeting(question, found[0])
    return f"{of_whom(question)}: {counted(len(found), 'meeting')}{_scope(question)}."


def _one_meeting(question: Question, meeting: MeetingFact) -> str:
    verb = ("last met" if question.latest else "met") if meeting.modality == "actual" else "are to meet"
    when = f" on {meeting.date}" if meeting.date else " (no article gives the date)"
    where = f" in {meeting.place}" if meeting.place else ""
    who = f", represented by {listed(meeting.leaders)}" if meeting.leaders else ""
    kind = meeting.kind.replace("_", " ")
    return f"{listed([actor_name(a) for a in meeting.participants])} {verb}{where}{when}{who} ({kind})."


def _disputes(question: Question, facts: Facts) -> str:
    over = [sector_name(fact.sector) for fact in facts.disputes if fact.sector]
    parts = [f"at odds over {listed(over)}"] if over else []
    if facts.events:
        parts.append(counted(len(facts.events), "act of conflict", "acts of conflict"))
    return f"{of_whom(question)}{_scope(question)}: {'; '.join(parts) or 'at odds'}."


def _events(question: Question, facts: Facts) -> str:
    return f"{of_whom(question)}: {counted(len(facts.events), 'event')}{_scope(question)}{_span(facts.events)}."


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
    told = _counted_kinds({kind: len(getattr(facts, kind)) for kind in _NOUNS})
    return f"{of_whom(question)}{_scope(question)}: {listed(told) or 'leaders only'}."


def _counted_kinds(numbers: Mapping[str, int]) -> list[str]:
    """Numbers of facts by kind, in words: "3 sectors of cooperation"."""
    return [counted(numbers[kind], *nouns) for kind, nouns in _NOUNS.items() if numbers.get(kind)]


_HEADLINES: Mapping[Intent, Callable[[Question, Facts], str]] = {
    "agreements": _agreements,
    "changes": _overview,
    "cooperation": _cooperation,
    "disputes": _disputes,
    "entity": _overview,
    "events": _events,
    "history": _events,
    "leaders": _leaders,
    "links": _overview,
    "meetings": _meetings,
    "overview": _overview,
    "partners": _cooperation,
    "region": _overview,
}
