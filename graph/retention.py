"""Retention: how long the texts of articles are kept. Their claims, with the sentences behind these, stay."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from neo4j import ManagedTransaction

from graph.claim import Evidence
from graph.cypher import backup as backup_cypher
from graph.cypher import retention as cypher
from graph.reading import Reading
from graph.transaction import WriteTransaction
from graph.view import articles as stored

if TYPE_CHECKING:
    from graph.store import Store

PART = 50
"""Articles that are in memory together."""


def expire_texts(store: Store, days: int | None, progress: Callable[[int], None] = lambda articles: None) -> int:
    """Removes the texts of articles that came in `days` ago or earlier; how many. None keeps them for good.

    An article that is read or sent again came in when it first did. `sentences_of` says what is left; titles stay.
    """
    if days is None:
        return 0
    now = datetime.now(UTC)
    since = (now - timedelta(days=days)).isoformat(timespec="seconds")
    ids = [row["id"] for row in store.connection.read(cypher.due(since))]
    removed = 0
    for start in range(0, len(ids), PART):
        rows = [
            {
                "id": row["article"]["id"],
                "digest": row["article"]["digest"],
                "text": sentences_of(row["article"]["text"], stored.reading(row["article"], row["claims"])),
            }
            for row in store.connection.read(backup_cypher.articles(ids[start : start + PART]))
        ]
        removed += _remove(store, rows, now.isoformat(timespec="seconds"))
        progress(removed)
    return removed


def sentences_of(text: str, reading: Reading) -> str:
    """`text` with nothing but the passages that claims rest on or that name an actor, at their places; blanks between.

    So all offsets stay right.
    """
    kept = [" "] * len(text)
    for evidence in _evidence(reading):
        if evidence.field == "text":
            kept[evidence.start : evidence.end] = text[evidence.start : evidence.end]
    return "".join(kept).rstrip(" ")


def _evidence(reading: Reading) -> Iterable[Evidence]:
    yield from (evidence for claim in reading.claims for evidence in claim.evidence)
    yield from (presence.evidence for presence in reading.presences)


def _remove(store: Store, rows: list[dict[str, str]], now: str) -> int:
    def work(transaction: ManagedTransaction) -> int:
        WriteTransaction(transaction)
        count: int = transaction.run(cypher.REMOVE, rows=rows, now=now).single(strict=True)["removed"]
        return count

    return store.connection.write(work)
