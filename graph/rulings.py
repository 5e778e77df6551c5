"""Merges of mentions, with their reasons; and what people rule about them, put into the graph with what follows."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from neo4j import ManagedTransaction

from graph.cluster import RULES, Rule
from graph.cypher import mention as cypher
from graph.cypher import ruling as ruling_cypher
from graph.decision import later
from graph.errors import NotFound, QuestionError
from graph.identity import actors_of
from graph.transaction import WriteTransaction

if TYPE_CHECKING:
    from graph.store import Store

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Merge:
    """The mentions `key` and `to` are one, in the fact with id `fact`, by `rule`. `id` names the pair."""

    id: str
    fact: str
    key: str
    to: str
    rule: Rule


@dataclass(frozen=True, slots=True)
class Ruled:
    """Somebody decided at `decided_at` that the mentions `a` and `b` are `one`, or are not. `id` names the pair."""

    id: str
    a: str
    b: str
    one: bool
    decided_at: str


def name_of(key: str) -> str:
    """The name by which a mention goes, folded."""
    return key.rpartition(":")[2].partition("@")[0]


def pair_id(a: str, b: str) -> str:
    """10 hex digits for two mentions, in whatever order."""
    return hashlib.sha256("\0".join(sorted((a, b))).encode()).hexdigest()[:10]


def merges(store: Store, actor: str | None = None, *, plain: bool = False) -> list[Merge]:
    """All mentions that were joined, of one actor or of all; those of the same name or day only if `plain` is asked."""
    rows = store.connection.read(cypher.joined(actor))
    found = [Merge(pair_id(r["key"], r["to"]), r["fact"], r["key"], r["to"], RULES[r["rule"]]) for r in rows]
    return [
        merge
        for merge in found
        if (plain or not merge.rule.plain) and (actor is None or actor in {*actors_of(merge.key), *actors_of(merge.to)})
    ]


def rulings(store: Store) -> list[Ruled]:
    """All that people decided, the latest last."""
    rows = store.connection.read(ruling_cypher.ALL)
    return sorted((Ruled(**row) for row in rows), key=lambda ruled: (ruled.decided_at, ruled.id))


def merge(store: Store, a: str, b: str) -> Ruled:
    """Decides that two mentions, or the facts with these ids, are one. Raises as `unmerge` does."""
    return _rule(store, _mention(store, a), _mention(store, b), one=True)


def unmerge(store: Store, given: str, other: str | None = None) -> Ruled:
    """Decides that two mentions, or facts, are not one: those of the merge with the id `given`, or `given` and `other`.

    Raises `NotFound` for what is not in the graph, and `QuestionError` for mentions that cannot be one.
    """
    if other is not None:
        return _rule(store, _mention(store, given), _mention(store, other), one=False)
    found = next((merge for merge in merges(store, plain=True) if merge.id == given), None)
    if found is None:
        raise NotFound(f"There is no merge {given!r}: `accord merges` lists them.")
    return _rule(store, found.key, found.to, one=False)


def withdraw(store: Store, id_: str) -> Ruled:
    """Takes a ruling back; `NotFound` if there is none."""
    found = next((ruled for ruled in rulings(store) if ruled.id == id_), None)
    if found is None:
        raise NotFound(f"Nobody has decided {id_!r}: `accord merges` lists what was decided.")
    store.connection.write(lambda transaction: WriteTransaction(transaction).rule([], [found.id]))
    return found


def put_rulings(store: Store, rows: Sequence[Row]) -> None:
    """Stores rulings as a backup has them; of two about one pair the later stands."""

    def work(transaction: ManagedTransaction) -> None:
        step = WriteTransaction(transaction)
        step.rule(later(transaction, "Ruling", rows))

    store.connection.write(work)


def drop_rulings(store: Store, names: Iterable[str]) -> None:
    """Takes back all rulings about leaders with one of these folded names, of whom nothing may be left."""
    gone = set(names)
    found = [ruled for ruled in rulings(store) if gone & {name_of(ruled.a), name_of(ruled.b)}]
    if found:
        store.connection.write(lambda transaction: WriteTransaction(transaction).rule([], [one.id for one in found]))


def _rule(store: Store, a: str, b: str, *, one: bool) -> Ruled:
    _check(a, b)
    a, b = sorted((a, b))
    ruled = Ruled(pair_id(a, b), a, b, one, datetime.now(UTC).isoformat(timespec="milliseconds"))
    row = {"id": ruled.id, "a": a, "b": b, "one": one, "decided_at": ruled.decided_at}
    store.connection.write(lambda transaction: WriteTransaction(transaction).rule([row]))
    return ruled


def _check(a: str, b: str) -> None:
    if a == b:
        raise QuestionError(f"{a!r} is one mention, not two.")
    kinds = [key.partition(":")[0] for key in (a, b)]
    if kinds[0] != kinds[1]:
        raise QuestionError(f"A {kinds[0]} and a {kinds[1]} cannot be one.")
    if kinds[0] != "leader" and actors_of(a) != actors_of(b):
        raise QuestionError(f"{a!r} and {b!r} are of different parties.")


def _mention(store: Store, given: str) -> str:
    """The mention with this key, else the first of the fact with this id."""
    rows = store.connection.read(cypher.named(given))
    if not rows:
        raise NotFound(f"There is no mention and no fact {given!r} in the graph.")
    keys = [str(row["key"]) for row in rows]
    return given if given in keys else min(keys)
