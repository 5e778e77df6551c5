"""Originals: what people decide about copies, put into the graph with all that follows from it, and taken back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from neo4j import ManagedTransaction

from graph import decision
from graph.anew import store_anew
from graph.copies import Mark
from graph.cypher import original as cypher
from graph.errors import NotFound, QuestionError
from graph.transaction import StoredState, WriteTransaction

if TYPE_CHECKING:
    from graph.store import Store

PART = 50
"""Articles that are stored anew in one transaction."""

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Print:
    """An article as far as it tells one print from another."""

    id: str
    name: str
    published: str | None
    publisher: str | None


@dataclass(frozen=True, slots=True)
class Copy:
    """An article that is taken for a copy of `first` and counts as one source with it.

    `near` is the earliest that it is like itself, `likeness` how much, in 0..1; it may be another copy of `first`.
    """

    article: Print
    first: Print
    near: Print
    likeness: float


@dataclass(frozen=True, slots=True)
class Original:
    """Somebody decided that the article `id` is no copy but a source of its own."""

    id: str
    decided_at: str


def copies(store: Store, article: str | None = None) -> list[Copy]:
    """All that is taken for a copy, or the copies of an article and itself; those of one together, in order of time."""
    rows = store.connection.read(cypher.copies(article))
    return [Copy(_print(row["article"]), _print(row["first"]), _print(row["near"]), _likeness(row)) for row in rows]


def originals(store: Store) -> list[Original]:
    """All that was decided, the latest last."""
    found = [Original(**row) for row in store.connection.read(cypher.ALL)]
    return sorted(found, key=lambda original: (original.decided_at, original.id))


def tell_apart(store: Store, article: str) -> Original:
    """Decides that an article is no copy; decided again, nothing changes. It outlives the article and its text.

    `NotFound` if there is no such article; `QuestionError` if it is no copy, or its text is equal to that of another.
    """

    def work(transaction: ManagedTransaction) -> Original:
        step = WriteTransaction(transaction)
        held = decision.held(transaction, "Original", [article]).get(article)
        if held:
            return Original(**held)
        _check(article, step.states([article]).get(article))
        new = Original(article, datetime.now(UTC).isoformat(timespec="milliseconds"))
        decision.put(transaction, "Original", [{"id": new.id, "decided_at": new.decided_at}])
        store_anew(transaction, step, [article], placed_anew=True)
        place = step.states([article])[article].place
        if place.copy_of:
            raise QuestionError(f"The text of {article!r} is that of {place.earliest!r}: equal texts are one source.")
        return new

    return store.connection.write(work)


def withdraw(store: Store, article: str) -> None:
    """Takes a decision back: the article is a copy of what it is like. `NotFound` if there was none."""
    found = False  # where a commit was lost and yet done, the next try finds no decision any more

    def work(transaction: ManagedTransaction) -> None:
        nonlocal found
        step = WriteTransaction(transaction)
        if decision.held(transaction, "Original", [article]):
            found = True
            decision.delete(transaction, "Original", [article])
            store_anew(transaction, step, [article], placed_anew=True)

    store.connection.write(work)
    if not found:
        raise NotFound(f"Nobody has decided that {article!r} is no copy: `accord copies` lists what was decided.")


def put_originals(store: Store, rows: Sequence[Row]) -> None:
    """Stores decisions as a backup has them, about articles that are not in the graph too."""
    for start in range(0, len(rows), PART):
        part = rows[start : start + PART]

        def work(transaction: ManagedTransaction, part: Sequence[Row] = part) -> None:
            step = WriteTransaction(transaction)
            new = decision.later(transaction, "Original", part)
            decision.put(transaction, "Original", new)
            store_anew(transaction, step, [row["id"] for row in new], placed_anew=True)

        store.connection.write(work)


def _check(article: str, state: StoredState | None) -> None:
    if state is None:
        raise NotFound(f"There is no article {article!r} in the graph.")
    if state.place.copy_of is None:
        raise QuestionError(f"The article {article!r} is taken for a copy of none.")


def _print(row: Mapping[str, Any]) -> Print:
    return Print(row["id"], row["name"], row["published"], row["publisher"])


def _likeness(row: Mapping[str, Mapping[str, Any]]) -> float:
    own, near = (Mark(r["id"], r["published"], r["origin"], r["signature"]) for r in (row["article"], row["near"]))
    return own.likeness(near)
