"""From a question to its answer: which facts of the view it asks for, and in which order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial

from api.answer.changes import find_changes
from api.answer.entity import find_entity
from api.answer.headline import headline
from api.answer.history import find_history
from api.answer.links import find_links
from api.answer.meeting import find_meetings
from api.answer.narrowing import LOOKED_THROUGH, about, distinct, events_of, in_order, pairs_of, seen_in
from api.answer.partner import find_partners
from api.answer.queries import queries_for
from api.answer.record import Answer, Facts
from api.answer.region import find_region
from api.question import Intent, Question
from graph.claim import Pair
from graph.fact import AgreementFact, DisputeFact, DyadFact
from graph.view import View
from graph.view.view import LIMIT

CONFLICT = frozenset({"verbal_conflict", "material_conflict"})
"""The quad classes of PLOVER that a question about disputes asks for."""

_SHOWN = 50
Finder = Callable[[Question, View, Sequence[Pair]], Facts]


def answer(question: Question, view: View) -> Answer:
    """What the graph says to `question`; an answer with no facts says so in its headline."""
    pairs = {intent: pairs_of(intent, question, view) for intent in (question.intent, *question.also)}
    facts = _find(question.intent, question, view, pairs[question.intent])
    told = headline(question, facts, _totals(question, view) if not facts else {})
    for intent in question.also:
        facts = facts.and_also(_find(intent, question, view, pairs[intent]))
    queries = () if view.day else queries_for(question, pairs)
    return Answer(question, told, facts, queries, view.day)


def _find(intent: Intent, question: Question, view: View, pairs: Sequence[Pair]) -> Facts:
    if question.pairs and not pairs:
        return Facts()
    return _FINDERS[intent](question, view, pairs)


def _totals(question: Question, view: View) -> Counter[str]:
    """How many facts of each kind the pairs share, whatever was asked."""
    totals: Counter[str] = Counter()
    for found in view.totals_of(["-".join(pair) for pair in question.pairs]).values():
        totals.update(found)
    return totals


def _cooperation(question: Question, view: View, pairs: Sequence[Pair]) -> Facts:
    if not pairs:
        return Facts(partners=find_partners(question, view))
    found = (
        fact for pair in pairs for sector in question.sectors or (None,) for fact in view.cooperation(*pair, sector)
    )
    return Facts(cooperation=distinct(fact for fact in found if seen_in(question, fact.support)))


def _agreements(question: Question, view: View, pairs: Sequence[Pair]) -> Facts:
    sectors = question.sectors or (None,)
    limit = LOOKED_THROUGH if question.period or question.latest else LIMIT
    if pairs:
        found = [f for pair in pairs for s in sectors for f in view.agreements(*pair, sector=s, limit=limit)]
    else:
        actor = question.actors[0]
        found = [f for s in sectors for f in view.all_agreements(actor=actor, sector=s, limit=limit)]
    agreements = distinct(fact for fact in found if _took_a_step(question, fact))
    if question.latest:
        agreements = tuple(sorted(agreements, key=_last_step, reverse=True))[:LIMIT]
    return Facts(agreements=agreements)


def _disputes(question: Question, view: View, pairs: Sequence[Pair]) -> Facts:
    found = (fact for pair in pairs for sector in question.sectors or (None,) for fact in view.disputes(*pair, sector))
    events = [event for event in events_of(question, view, pairs) if event.quad in CONFLICT]
    return Facts(
        disputes=distinct(fact for fact in found if seen_in(question, fact.support)),
        events=in_order(question, events)[:_SHOWN],
    )


def _events(question: Question, view: View, pairs: Sequence[Pair]) -> Facts:
    return Facts(events=in_order(question, events_of(question, view, pairs))[:_SHOWN])


def _leaders(question: Question, view: View, pairs: Sequence[Pair]) -> Facts:
    found = distinct(leader for actor in question.actors for leader in view.leaders(actor))
    seen = tuple(leader for leader in found if seen_in(question, leader.support))
    asked = [leader for leader in seen if leader.role in question.roles]
    asked.sort(key=lambda leader: leader.support.last_seen or "", reverse=True)
    return Facts(leaders=tuple(asked) or seen)


def _overview(question: Question, view: View, pairs: Sequence[Pair]) -> Facts:
    """Of each kind what lies in the period and the sectors, asked for as each is by itself; nothing of no pairs."""
    if not pairs:
        return Facts()
    dyads = [view.dyad(*pair) for pair in pairs]
    return Facts(
        cooperation=_cooperation(question, view, pairs).cooperation,
        disputes=_matching(question, dyads),
        agreements=_agreements(question, view, pairs).agreements,
        meetings=() if question.sectors else find_meetings(question, view, pairs).meetings[:LIMIT],
        events=in_order(question, events_of(question, view, pairs, limit=LIMIT)),
        leaders=distinct(one for dyad in dyads for one in dyad.leaders if seen_in(question, one.support)),
    )


_FINDERS: Mapping[Intent, Finder] = {
    "agreements": _agreements,
    "changes": find_changes,
    "cooperation": _cooperation,
    "disputes": _disputes,
    "entity": find_entity,
    "events": _events,
    "history": find_history,
    "leaders": _leaders,
    "links": find_links,
    "meetings": find_meetings,
    "overview": _overview,
    "partners": _cooperation,
    "region": partial(find_region, whole=_overview),
}


def _matching(question: Question, dyads: Iterable[DyadFact]) -> tuple[DisputeFact, ...]:
    found = (fact for dyad in dyads for fact in dyad.disputes if seen_in(question, fact.support))
    return distinct(f for f in found if about(question, (f.sector,) if f.sector else ()))


def _took_a_step(question: Question, fact: AgreementFact) -> bool:
    """Whether an agreement moved in the period: by the dates of its steps, else by when articles told of it."""
    dates = [step.date for step in fact.history if step.date]
    if question.period is None or not dates:
        return seen_in(question, fact.support)
    return any(question.period.holds(date) for date in dates)


def _last_step(fact: AgreementFact) -> str:
    return max((step.date or "" for step in fact.history), default="") or fact.support.last_seen or ""
