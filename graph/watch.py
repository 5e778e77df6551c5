"""The watch: a question that somebody keeps, and what the graph had said to it when they last asked."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from graph import decision
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
    store.connection.write(lambda transaction: decision.put(transaction, "Watch", [_row(watch)]))
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
    """Keeps what the graph says now, to tell what is new the next time; nothing if the watch was dropped meanwhile."""
    new = Watch(kept.id, kept.question, kept.created_at, _now(), seen)
    store.connection.write(lambda transaction: transaction.run(cypher.ASKED_AGAIN, row=_row(new)).consume())
    return new


def drop(store: Store, watch_id: str) -> None:
    """Keeps a question no longer; `NotFound` if it was not kept."""
    watch(store, watch_id)
    store.connection.write(lambda transaction: decision.delete(transaction, "Watch", [watch_id]))


def _row(new: Watch) -> dict[str, object]:
    return {
        "id": new.id,
        "question": new.question,
        "created_at": new.created_at,
        "asked_at": new.asked_at,
        "seen": [json.dumps([fact, state], ensure_ascii=False) for fact, state in new.seen.items()],
    }


def _watch(row: Mapping[str, Any]) -> Watch:
    seen = dict(map(json.loads, row.get("seen") or ()))
    return Watch(row["id"], row["question"], row["created_at"], row["asked_at"], seen)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
