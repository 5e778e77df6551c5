"""What changed between two actors in a period: what is new at its end, and whose status is another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from api.answer.narrowing import LOOKED_THROUGH, about
from api.answer.phrase import act_name, counted, listed, of_whom, scope, sector_name
from api.answer.record import Change, Facts
from api.question import Period, Question
from api.question.moment import before
from graph.claim import Pair
from graph.fact import AgreementFact, CooperationFact, DyadFact, Fact
from graph.projection.as_of import last_day
from graph.view import View
from graph.vocabulary.names import actor_name, dyad_name

_NOUNS = {
    "cooperation": ("field of cooperation", "fields of cooperation"),
    "dispute": ("dispute", "disputes"),
    "agreement": ("agreement", "agreements"),
    "meeting": ("meeting", "meetings"),
    "event": ("event", "events"),
}
_YEAR = 4


def find_changes(question: Question, view: View, pairs: Sequence[Pair]) -> Facts:
    """Compares what was known, and held, the day before the period with what was at its end; without a period, the
    year up to what is told of last.
    """
    found = [change for pair in pairs for change in _of_pair(question, view, pair, several=len(pairs) > 1)]
    found.sort(key=lambda change: (change.date or "", change.support.sources), reverse=True)
    found.sort(key=lambda change: change.kind != "changed")
    return Facts(changes=tuple({change.fact: change for change in reversed(found)}.values())[::-1])


def _of_pair(question: Question, view: View, pair: Pair, *, several: bool) -> Iterator[Change]:
    now = _at(view, question.period.until if question.period else None).dyad(*pair, limit=LOOKED_THROUGH)
    period = question.period or _last_year(now)
    if period is None:
        return
    known: dict[str, str | None] = {}
    if period.since:
        known = _statuses(_at(view, before(period.since)).dyad(*pair, evidence=0, limit=LOOKED_THROUGH))
    for change in _facts_of(question, now, period, several=several):
        if change.fact not in known:
            yield change
        elif known[change.fact] != change.after:
            yield Change(
                "changed",
                change.what,
                change.fact,
                change.name,
                known[change.fact],
                change.after,
                change.date,
                change.support,
            )


def _at(view: View, day: str | None) -> View:
    """The view as of `day`, or as of its own where that is earlier."""
    return view.at(min((one for one in (day, view.day) if one), key=last_day, default=None))


def _last_year(dyad: DyadFact) -> Period | None:
    """The year up to the last that is told of a dyad."""
    facts: tuple[Fact, ...] = (*dyad.cooperation, *dyad.disputes, *dyad.events, *dyad.agreements, *dyad.meetings)
    last = max((fact.support.last_seen for fact in facts if fact.support.last_seen), default=None)
    return Period(since=f"{int(last[:_YEAR]) - 1}{last[_YEAR:]}") if last else None


def _statuses(dyad: DyadFact) -> dict[str, str | None]:
    known: dict[str, str | None] = {fact.id: None for fact in dyad.disputes}
    known |= {fact.id: fact.status for fact in dyad.cooperation} | {fact.id: fact.status for fact in dyad.agreements}
    return known | {fact.id: fact.modality for fact in dyad.events} | {m.id: m.modality for m in dyad.meetings}


def _facts_of(question: Question, dyad: DyadFact, period: Period, *, several: bool) -> Iterator[Change]:
    """All facts of a dyad as if they were new."""
    where = f"{dyad_name(dyad.id)}: " if several else ""
    for c in dyad.cooperation:
        if about(question, (c.sector, *c.subsectors)):
            name = where + sector_name(c.sector)
            yield Change("new", "cooperation", c.id, name, None, c.status, _seen(c, period), c.support)
    for d in dyad.disputes:
        if about(question, (d.sector,) if d.sector else ()):
            over = sector_name(d.sector) if d.sector else "at odds"
            yield Change("new", "dispute", d.id, where + over, None, None, d.support.first_seen, d.support)
    for a in dyad.agreements:
        if about(question, a.sectors):
            yield Change("new", "agreement", a.id, where + a.name, None, a.status, _step(a, period), a.support)
    if not question.sectors:
        for m in dyad.meetings:
            if period.holds(m.date or m.support.first_seen):
                name = f"{m.kind.replace('_', ' ')} of {listed([actor_name(p) for p in m.participants])}"
                yield Change("new", "meeting", m.id, name, None, m.modality, m.date, m.support)
    for e in dyad.events:
        if about(question, e.sectors) and period.holds(e.date or e.support.first_seen):
            name = act_name(e.type, e.actor, e.recipient)
            yield Change("new", "event", e.id, name, None, e.modality, e.date, e.support)


def _seen(fact: CooperationFact, period: Period) -> str | None:
    first, last = fact.support.first_seen, fact.support.last_seen
    return first if period.holds(first) else last


def _step(fact: AgreementFact, period: Period) -> str | None:
    dates = [step.date for step in fact.history if step.date and period.holds(step.date)]
    return max(dates, default=fact.support.first_seen)


def changes_headline(question: Question, facts: Facts) -> str:
    """How much is new, and what has another status."""
    numbers: Counter[str] = Counter(change.what for change in facts.changes if change.kind == "new")
    told = [
        counted(numbers[what], f"new {one}", f"new {many}") for what, (one, many) in _NOUNS.items() if numbers[what]
    ]
    changed = [f"{c.name} ({_words(c.before)} to {_words(c.after)})" for c in facts.changes if c.kind == "changed"]
    if changed:
        told.insert(0, f"another status of {listed(changed[:3])}")
    when = scope(question) if question.period else f"{scope(question)} in the last year told of"
    return f"{of_whom(question)}{when}: {listed(told)}."


def _words(status: str | None) -> str:
    return (status or "none").replace("_", " ")
