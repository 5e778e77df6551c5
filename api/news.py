"""What is new in an answer: facts that were not in the last one, and those that stand elsewhere now."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from api.answer.record import FACT_KINDS, Facts
from graph.watch import State


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
    return {_id(fact): _state(fact) for kind in FACT_KINDS for fact in getattr(facts, kind)}


def news_of(facts: Facts, seen: Mapping[str, State]) -> News:
    """What is new in an answer to one to whom `seen` was told."""
    new: dict[str, Any] = {
        kind: tuple(fact for fact in getattr(facts, kind) if _id(fact) not in seen) for kind in FACT_KINDS
    }
    now = states_of(facts)
    changed = [_changed(id_, seen[id_], state) for id_, state in now.items() if id_ in seen and seen[id_] != state]
    return News(Facts(**new), tuple(changed), tuple(id_ for id_ in seen if id_ not in now))


def _changed(id_: str, before: State, now: State) -> Changed:
    names = [name for name in {**before, **now} if before.get(name) != now.get(name)]
    return Changed(id_, {name: before.get(name) for name in names}, {name: now.get(name) for name in names})


def _id(fact: Any) -> str:
    """A partner is told apart by its dyad."""
    return str(getattr(fact, "id", None) or fact.dyad)


def _state(fact: Any) -> State:
    told = {name: getattr(fact, name, None) for name in ("status", "modality", "role", "date", "place")}
    state = {name: value for name, value in told.items() if value is not None}
    return {**state, "sources": fact.support.sources}
