"""From a question to its answer: which facts of the view it asks for, and in which order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Protocol, TypeVar

from api.answer.headline import headline
from api.answer.queries import queries_for
from api.answer.record import Answer, Facts
from api.question import Intent, Question
from graph.claim import Pair
from graph.fact import AgreementFact, DisputeFact, DyadFact, EventFact, Partner, Support
from graph.view import View

CONFLICT = frozenset({"verbal_conflict", "material_conflict"})
"""The quad classes of PLOVER that a question about disputes asks for."""

_DYADS_OF_ONE = 12
"""So many dyads of a single actor are looked through for its meetings, events and disputes."""

_LOOKED_THROUGH = 500
"""So many events of a dyad are looked through for those of a kind or sector."""

_SHOWN = 50


class _Supported(Protocol):
    @property
    def id(self) -> str: ...

    @property
    def support(self) -> Support: ...


F = TypeVar("F", bound=_Supported)


class _Dated(_Supported, Protocol):
    @property
    def date(self) -> str | None: ...


D = TypeVar("D", bound=_Dated)


def answer(question: Question, view: View) -> Answer:
    """What the graph says to `question`; an answer with no facts says so in its headline."""
    pairs = question.pairs or _dyads_of_one(question, view)
    facts = _FINDERS[question.intent](question, view, pairs)
    queries = () if view.day else queries_for(question, pairs)
    return Answer(question, headline(question, facts, _totals(question, view)), facts, queries, view.day)


def _dyads_of_one(question: Question, view: View) -> tuple[Pair, ...]:
    if question.intent not in {"meetings", "disputes", "events"}:
        return ()
    ids = view.dyads(question.actors[0], limit=_DYADS_OF_ONE)
    return tuple((a, b) for a, _, b in (id_.partition("-") for id_ in ids))


def _totals(question: Question, view: View) -> Counter[str]:
    """How many facts of each kind the pairs share, whatever was asked."""
    totals: Counter[str] = Counter()
    for pair in question.pairs:
        totals.update(view.totals(*pair))
    return totals


def _cooperation(question: Question, view: View, pairs: Sequence[Pair]) -> Facts:
    if not pairs:
        return Facts(partners=_partners(question, view))
    found = (
        fact for pair in pairs for sector in question.sectors or (None,) for fact in view.cooperation(*pair, sector)
    )
    return Facts(cooperation=_distinct(fact for fact in found if _seen_in(question, fact.support)))


def _agreements(question: Question, view: View, pairs: Sequence[Pair]) -> Facts:
    sectors = question.sectors or (None,)
    if pairs:
        found = [fact for pair in pairs for sector in sectors for fact in view.agreements(*pair, sector=sector)]
    else:
        actor = question.actors[0]
        found = [fact for sector in sectors for fact in view.all_agreements(actor=actor, sector=sector)]
    agreements = _distinct(fact for fact in found if _took_a_step(question, fact))
    if question.latest:
        agreements = tuple(sorted(agreements, key=_last_step, reverse=True))
    return Facts(agreements=agreements)


def _meetings(question: Question, view: View, pairs: Sequence[Pair]) -> Facts:
    since, until = _bounds(question)
    found = (fact for pair in pairs for fact in view.meetings(*pair, since=since, until=until))
    return Facts(meetings=_in_order(question, found))


def _disputes(question: Question, view: View, pairs: Sequence[Pair]) -> Facts:
    found = (fact for pair in pairs for sector in question.sectors or (None,) for fact in view.disputes(*pair, sector))
    events = [event for event in _events_of(question, view, pairs) if event.quad in CONFLICT]
    return Facts(
        disputes=_distinct(fact for fact in found if _seen_in(question, fact.support)),
        events=_in_order(question, events)[:_SHOWN],
    )


def _events(question: Question, view: View, pairs: Sequence[Pair]) -> Facts:
    return Facts(events=_in_order(question, _events_of(question, view, pairs))[:_SHOWN])


def _leaders(question: Question, view: View, pairs: Sequence[Pair]) -> Facts:
    return Facts(leaders=_distinct(leader for actor in question.actors for leader in view.leaders(actor)))


def _overview(question: Question, view: View, pairs: Sequence[Pair]) -> Facts:
    if not pairs:
        return Facts(
            agreements=_agreements(question, view, pairs).agreements,
            leaders=_leaders(question, view, pairs).leaders,
            partners=_partners(question, view),
        )
    dyads = [view.dyad(*pair) for pair in pairs]
    return Facts(
        cooperation=_cooperation(question, view, pairs).cooperation,
        disputes=_matching(question, dyads, lambda dyad: dyad.disputes),
        agreements=_distinct(f for dyad in dyads for f in dyad.agreements if _about(question, f.sectors)),
        meetings=() if question.sectors else _in_period(question, [m for dyad in dyads for m in dyad.meetings]),
        events=_in_period(question, [e for dyad in dyads for e in dyad.events if _about(question, e.sectors)]),
        leaders=_distinct(leader for dyad in dyads for leader in dyad.leaders),
    )


_FINDERS: Mapping[Intent, Callable[[Question, View, Sequence[Pair]], Facts]] = {
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


def _partners(question: Question, view: View) -> tuple[Partner, ...]:
    sectors = question.sectors or (None,)
    found = [partner for sector in sectors for partner in view.partners(question.actors[0], sector)]
    return tuple({partner.dyad: partner for partner in reversed(found)}.values())[::-1]


def _matching(
    question: Question, dyads: Iterable[DyadFact], of: Callable[[DyadFact], Iterable[DisputeFact]]
) -> tuple[DisputeFact, ...]:
    found = (fact for dyad in dyads for fact in of(dyad))
    return _distinct(f for f in found if _about(question, (f.sector,) if f.sector else ()))


def _events_of(question: Question, view: View, pairs: Sequence[Pair]) -> list[EventFact]:
    since, until = _bounds(question)
    return [
        event
        for pair in pairs
        for sector in question.sectors or (None,)
        for event in view.events(*pair, sector=sector, since=since, until=until, limit=_LOOKED_THROUGH)
    ]


def _about(question: Question, sectors: Sequence[str]) -> bool:
    """Whether facts with `sectors` are about one that is asked for, or a part of one."""
    wanted = question.sectors
    return not wanted or any(s == w or s.startswith(f"{w}.") or w.startswith(f"{s}.") for s in sectors for w in wanted)


def _bounds(question: Question) -> tuple[str | None, str | None]:
    return (question.period.since, question.period.until) if question.period else (None, None)


def _seen_in(question: Question, support: Support) -> bool:
    return question.period is None or question.period.overlaps(support.first_seen, support.last_seen)


def _took_a_step(question: Question, fact: AgreementFact) -> bool:
    """Whether an agreement moved in the period: by the dates of its steps, else by when articles told of it."""
    dates = [step.date for step in fact.history if step.date]
    if question.period is None or not dates:
        return _seen_in(question, fact.support)
    return any(question.period.holds(date) for date in dates)


def _last_step(fact: AgreementFact) -> str:
    return max((step.date or "" for step in fact.history), default="") or fact.support.last_seen or ""


def _in_period(question: Question, facts: Iterable[D]) -> tuple[D, ...]:
    return _distinct(f for f in facts if question.period is None or question.period.holds(f.date))


def _in_order(question: Question, facts: Iterable[D]) -> tuple[D, ...]:
    """As the view orders them, or the newest first where the latest is asked for."""
    found = _distinct(facts)
    return tuple(sorted(found, key=lambda f: f.date or "", reverse=True)) if question.latest else found


def _distinct(facts: Iterable[F]) -> tuple[F, ...]:
    return tuple({fact.id: fact for fact in facts}.values())
