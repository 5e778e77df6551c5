"""Settling: facts folded anew where rules, packaged facts or rulings now make other mentions one than before."""

from __future__ import annotations

from collections.abc import Sequence

from neo4j import ManagedTransaction

from graph.cluster import digest
from graph.connection import Connection
from graph.transaction import WriteTransaction

PART = 20
"""Scopes that are settled in one transaction."""


def settle_all(connection: Connection) -> None:
    """Settles a whole graph; done again, it goes on where it was interrupted."""
    scopes = connection.write(lambda transaction: WriteTransaction(transaction).scopes())
    for start in range(0, len(scopes), PART):
        settle(connection, scopes[start : start + PART])
    connection.write(lambda transaction: WriteTransaction(transaction).note_clusters(digest()))


def settle(connection: Connection, scopes: Sequence[str]) -> None:
    """Settles these scopes."""
    connection.write(lambda transaction: _settle(transaction, scopes))


def _settle(transaction: ManagedTransaction, scopes: Sequence[str]) -> None:
    WriteTransaction(transaction).settle(scopes)
