"""Decisions: of two about one thing the later stands, in whatever order they come."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from neo4j import ManagedTransaction

from graph.cypher import decision as cypher

Row = dict[str, Any]

_LATER: Mapping[str, tuple[str, ...]] = {
    "Erasure": ("decided_at",),
    "Judgement": ("decided_at", "verdict"),
    "Original": ("decided_at",),
    "Ruling": ("decided_at", "one"),
    "Watch": ("asked_at",),
}
"""Properties that tell which of two is the later; where two were made at once, one of them whatever the order."""


def held(transaction: ManagedTransaction, label: str, ids: Sequence[str]) -> dict[str, Row]:
    """What is held under these ids, by id."""
    rows = transaction.run(cypher.held(label), ids=list(ids)).data()
    return {row["properties"]["id"]: row["properties"] for row in rows}


def put(transaction: ManagedTransaction, label: str, rows: Sequence[Row]) -> None:
    """Stores decisions in the place of what is held under their ids."""
    transaction.run(cypher.put(label), rows=list(rows)).consume()


def delete(transaction: ManagedTransaction, label: str, ids: Sequence[str]) -> None:
    """Takes decisions back."""
    transaction.run(cypher.delete(label), ids=list(ids)).consume()


def later(transaction: ManagedTransaction, label: str, rows: Sequence[Row]) -> list[Row]:
    """Those of `rows`, one for each id, that are later than what is held."""
    latest: dict[str, Row] = {}
    for row in sorted(rows, key=lambda row: _age(label, row)):
        latest[row["id"]] = row
    before = held(transaction, label, list(latest))
    return [row for id_, row in latest.items() if id_ not in before or _age(label, row) > _age(label, before[id_])]


def _age(label: str, row: Row) -> tuple[Any, ...]:
    return tuple(row[name] for name in _LATER[label])
