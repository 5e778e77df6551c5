"""What is new in an answer: facts that were not in the last one, and those that stand elsewhere now.

What is made of facts (changes, spans of time, links, pairs of a group) is told of as a fact is: ``links:partner:VNM``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from api.answer.record import FACT_KINDS, MADE_KINDS, Change, Facts, Link, Member, Span
from graph.watch import State

_KINDS = (*FACT_KINDS, *MADE_KINDS)


@dataclass(frozen=True, slots=True)
class Changed:
    """A fact that was there before, and what is told of it: then and now, where these differ."""

    id: str
    before: State
    now: State


@dataclass(frozen=True, slots=True)
class News:
    """Facts that are `new`, that have `changed`, and the ids of those that are `gone`, since the answer before."""

    new: Facts
    changed: tuple[Changed, ...]
    gone: tuple[str, ...]


def states_of(facts: Facts) -> dict[str, State]:
    """What is told of each fact, by its id."""
    return {_id(fact): _state(fact) for kind in _KINDS for fact in getattr(facts, kind)}


def news_of(facts: Facts, seen: Mapping[str, State]) -> News:
    """What is new in an answer to one to whom `seen` was told."""
    new: dict[str, Any] = {
        kind: tuple(fact for fact in getattr(facts, kind) if _id(fact) not in seen) for kind in _KINDS
    }
    now = states_of(facts)
    changed = [_changed(id_, seen[id_], state) for id_, state in now.items() if id_ in seen and seen[id_] != state]
    return News(Facts(**new), tuple(changed), tuple(id_ for id_ in seen if id_ not in now))


def _changed(id_: str, before: State, now: State) -> Changed:
    names = [name for name in {**before, **now} if before.get(name) != now.get(name)]
    return Changed(id_, {name: before.get(name) for name in names}, {name: now.get(name) for name in names})


def _id(fact: Any) -> str:
    """A partner is told apart by its dyad."""
    match fact:
        case Change():
            return f"changes:{fact.fact}"
        case Span():
            return f"history:{fact.period}"
        case Link():
            return f"links:{fact.kind}:{fact.actor}"
        case Member():
            return f"members:{fact.dyad}"
    return str(getattr(fact, "id", None) or fact.dyad)


def _state(fact: Any) -> State:
    match fact:
        case Change():
            return {"before": fact.before, "after": fact.after, "sources": fact.support.sources}
        case Span():
            return {"cooperative": fact.cooperative, "conflictual": fact.conflictual, "mean": fact.mean}
        case Link():
            return {"details": fact.details, "sources": fact.sources}
        case Member():
            return dict(fact.totals)
    told = {name: getattr(fact, name, None) for name in ("status", "modality", "role", "date", "place")}
    state = {name: value for name, value in told.items() if value is not None}
    return {**state, "sources": fact.support.sources}
