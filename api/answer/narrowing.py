"""What of the view a question asks for: in its sectors, in its period, each fact once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol, TypeVar

from api.question import Intent, Question
from graph.claim import Modality, Pair
from graph.fact import EventFact, Support
from graph.view import View
from graph.view.view import SHOWN

_DYADS_OF_ONE = 12
"""So many dyads of a single actor are looked through for its meetings, events and disputes."""

LOOKED_THROUGH = 500
"""So many facts of a kind are looked through for those that are asked for."""

_AT_ONCE = 6
"""Of so many pairs all are looked at; of more only those that share something."""

_MOST_LOOKED_AT = 60
"""Of a group's pairs so many are looked at: those that share most."""


class Supported(Protocol):
    """A fact."""

    @property
    def id(self) -> str: ...

    @property
    def support(self) -> Support: ...


class Dated(Supported, Protocol):
    """A fact with a date."""

    @property
    def date(self) -> str | None: ...


F = TypeVar("F", bound=Supported)
D = TypeVar("D", bound=Dated)


def pairs_of(intent: Intent, question: Question, view: View) -> tuple[Pair, ...]:
    """The pairs to look at for one of the things asked for: those asked about, of many those that share something, of
    one actor its strongest.
    """
    if question.pairs:
        return question.pairs if len(question.pairs) <= _AT_ONCE else _sharing(question.pairs, view)
    if intent in {"disputes", "events", "changes", "history"} and question.actors:
        ids = view.dyads(question.actors[0], limit=_DYADS_OF_ONE)
        return tuple((a, b) for a, _, b in (id_.partition("-") for id_ in ids))
    return ()


def _sharing(pairs: Sequence[Pair], view: View) -> tuple[Pair, ...]:
    totals = view.totals_of([f"{a}-{b}" for a, b in pairs])
    found = [pair for pair in pairs if any(totals.get("-".join(pair), {}).values())]
    return tuple(sorted(found, key=lambda pair: -sum(totals["-".join(pair)].values())))[:_MOST_LOOKED_AT]


def events_of(
    question: Question,
    view: View,
    pairs: Sequence[Pair],
    modalities: Sequence[Modality] = SHOWN,
    *,
    limit: int = LOOKED_THROUGH,
) -> list[EventFact]:
    """The events of pairs, in the sectors and the period that are asked for; of each pair at most `limit`."""
    since, until = bounds(question)
    return [
        event
        for pair in pairs
        for sector in question.sectors or (None,)
        for event in view.events(
            *pair,
            sector=sector,
            since=since,
            until=until,
            modalities=modalities,
            limit=limit,
        )
    ]


def about(question: Question, sectors: Sequence[str]) -> bool:
    """Whether facts with `sectors` are about one that is asked for, or a part of one."""
    wanted = question.sectors
    return not wanted or any(s == w or s.startswith(f"{w}.") or w.startswith(f"{s}.") for s in sectors for w in wanted)


def bounds(question: Question) -> tuple[str | None, str | None]:
    """Since and until when, where the question says."""
    return (question.period.since, question.period.until) if question.period else (None, None)


def seen_in(question: Question, support: Support) -> bool:
    """Whether articles told of it in the period."""
    return question.period is None or question.period.overlaps(support.first_seen, support.last_seen)


def in_order(question: Question, facts: Iterable[D]) -> tuple[D, ...]:
    """As the view orders them, or the newest first where the latest is asked for."""
    found = distinct(facts)
    return tuple(sorted(found, key=lambda f: f.date or "", reverse=True)) if question.latest else found


def distinct(facts: Iterable[F]) -> tuple[F, ...]:
    """Each fact once, in the order in which it first comes."""
    found: dict[str, F] = {}
    for fact in facts:
        found.setdefault(fact.id, fact)
    return tuple(found.values())
