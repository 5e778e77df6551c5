"""The watch: a question that somebody keeps, and what the graph had said to it when they last asked."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from graph.cypher import watch as cypher
from graph.errors import NotFound

if TYPE_CHECKING:
    from graph.store import Store

State = Mapping[str, Any]
"""What is told of a fact: where it stands, how many sources say so."""


@dataclass(frozen=True, slots=True)
class Watch:
    """`seen` is the state of each fact, by its id, in the answer of `asked_at` (UTC)."""

    id: str
    question: str
    created_at: str
    asked_at: str
    seen: Mapping[str, State]


def keep(store: Store, question: str, seen: Mapping[str, State]) -> Watch:
    """Keeps a question with what the graph says to it now."""
    now = _now()
    watch = Watch(uuid4().hex, question, now, now, seen)
    _put(store, watch)
    return watch


def watches(store: Store) -> list[Watch]:
    """All that are kept, the first one first."""
    return [_watch(row["watch"]) for row in store.connection.read(cypher.LISTED)]


def watch(store: Store, watch_id: str) -> Watch:
    """One of them; `NotFound` if there is none."""
    for row in store.connection.read(cypher.one(watch_id)):
        return _watch(row["watch"])
    raise NotFound(f"There is no watch {watch_id!r}.")


def ask_again(store: Store, kept: Watch, seen: Mapping[str, State]) -> Watch:
    """Keeps what the graph says now, to tell what is new the next time."""
    new = Watch(kept.id, kept.question, kept.created_at, _now(), seen)
    _put(store, new)
    return new


def drop(store: Store, watch_id: str) -> None:
    """Keeps a question no longer; `NotFound` if it was not kept."""
    watch(store, watch_id)
    store.connection.write(lambda transaction: transaction.run(cypher.DELETE, watch=watch_id).consume())


def _put(store: Store, new: Watch) -> None:
    row = {
        "id": new.id,
        "question": new.question,
        "created_at": new.created_at,
        "asked_at": new.asked_at,
        "seen": [json.dumps([fact, state], ensure_ascii=False) for fact, state in new.seen.items()],
    }
    store.connection.write(lambda transaction: transaction.run(cypher.PUT, row=row).consume())


def _watch(row: Mapping[str, Any]) -> Watch:
    seen = dict(map(json.loads, row.get("seen") or ()))
    return Watch(row["id"], row["question"], row["created_at"], row["asked_at"], seen)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
