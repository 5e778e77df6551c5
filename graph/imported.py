"""The first opening of a graph that `neo4j-admin database import` made from Accord's files."""

from __future__ import annotations

from functools import partial

from neo4j import ManagedTransaction

from graph.connection import Connection
from graph.cypher import imported as cypher

ROWS = 10_000
"""Nodes or edges that one transaction fills at most."""


def finish_import(connection: Connection) -> None:
    """Gives nodes and edges back the empty lists that the files could not hold; nothing to do for any other graph.

    The schema's node, as imported, names them: ``Cooperation.subsectors``, ``Dyad-COOPERATES_IN-Sector.subsectors``.
    """
    found = connection.read(cypher.READ)
    listed = found[0]["imported"] if found else None
    if listed is None:
        return
    for written in listed:
        kind, _, name = written.rpartition(".")
        ends = kind.split("-")
        text = cypher.fill_nodes(kind) if len(ends) == 1 else cypher.fill_edges(*ends)
        while connection.write(partial(_fill, text=text, name=name)):
            pass
    connection.write(lambda transaction: transaction.run(cypher.FINISH).consume())


def _fill(transaction: ManagedTransaction, text: str, name: str) -> int:
    filled: int = transaction.run(text, name=name, empty={name: []}, most=ROWS).single(strict=True)["filled"]
    return filled
