"""The schema: constraints, indexes and reference data, made once and checked in one query after that."""

from __future__ import annotations

import hashlib
from json import dumps
from typing import Any
from uuid import uuid4

from neo4j import ManagedTransaction

from graph.cluster import digest
from graph.connection import Connection
from graph.cypher import Query, reference, schema
from graph.cypher.words import WORD_INDEXES
from graph.errors import StoreOutdated
from graph.imported import finish_import
from graph.settling import settle_all
from graph.vocabulary import bodies, countries, sectors

VERSION = 3
"""Of the model that this program writes. A graph of another version is not touched."""

UNFINISHED = 0
"""The version of a graph while it is migrated."""

Row = dict[str, Any]


def ensure_schema(connection: Connection) -> None:
    """Makes constraints, indexes and reference data what this version needs; nothing is written if they are.

    Raises `StoreOutdated` if the graph has another version.
    """
    found = connection.read(Query(schema.READ))
    if found:
        _check_version(found[0]["version"], connection.address)
    if not found or found[0]["reference"] != _digest(_reference_rows()):
        make_schema(connection)
    if not found or found[0]["clusters"] != digest():
        settle_all(connection)


def make_schema(connection: Connection, version: int = VERSION) -> None:
    """Makes constraints, indexes and reference data, and says that the graph has `version`."""
    rows = _reference_rows()
    for command in (*schema.DROPPED, *schema.CONSTRAINTS, *schema.INDEXES):
        connection.define(command)
    for index in WORD_INDEXES:
        connection.index_words(index)
    finish_import(connection)
    connection.write(lambda transaction: _write_reference(transaction, rows, version))


def _check_version(version: int, address: str) -> None:
    if version == UNFINISHED:
        raise StoreOutdated(f"A migration of the graph at {address} was interrupted: `accord migrate` finishes it.")
    if version < VERSION:
        raise StoreOutdated(
            f"The graph at {address} has version {version}, this program needs {VERSION}: "
            "`accord migrate` brings it there, and keeps a backup."
        )
    if version > VERSION:
        raise StoreOutdated(newer(address, version))


def newer(address: str, version: int) -> str:
    """What to tell somebody whose program is too old for the graph."""
    return (
        f"The graph at {address} has version {version}, newer than this program's {VERSION}: "
        "use the Accord that wrote it, or a later one."
    )


def _write_reference(transaction: ManagedTransaction, rows: dict[str, list[Row]], version: int) -> None:
    """Writes the reference data, unless another process has done so since we looked."""
    digest = _digest(rows)
    held = transaction.run(schema.FIRST_LOCK, turn=uuid4().hex).single(strict=True)
    if held["reference"] == digest:
        return
    for text in (reference.DROP_MEMBERSHIPS, reference.DROP_PARTS):
        transaction.run(text).consume()
    for name, text in _WRITES:
        transaction.run(text, rows=rows[name]).consume()
    transaction.run(schema.WRITE, version=version, reference=digest).consume()


_WRITES = (
    ("countries", reference.COUNTRIES),
    ("organizations", reference.ORGANIZATIONS),
    ("sectors", reference.SECTORS),
    ("memberships", reference.MEMBERSHIPS),
    ("parts", reference.PARTS),
)


def _reference_rows() -> dict[str, list[Row]]:
    """Rows for each of `_WRITES`, from the packaged vocabularies."""
    return {
        "countries": [
            _known(
                id=c.id,
                iso2=c.iso2,
                name=c.name,
                aliases=list(c.strong),
                qid=c.qid,
                since=c.since,
                until=c.until,
                basis="reference",
            )
            for c in countries()
        ],
        "organizations": [
            _known(id=b.id, name=b.name, aliases=list(b.strong), qid=b.qid, basis="reference") for b in bodies()
        ],
        "sectors": [_known(id=s.id, name=s.name, basis="reference") for s in sectors()],
        "memberships": [
            {
                "country": m.country,
                "organization": b.id,
                "properties": _known(since=m.since, until=m.until, basis="reference"),
            }
            for b in bodies()
            for m in b.members
        ],
        "parts": [{"part": s.id, "whole": s.parent} for s in sectors() if s.parent],
    }


def _digest(rows: dict[str, list[Row]]) -> str:
    """Of all that opening a graph makes or drops: with a new constraint or index it is made again."""
    words = [(index.on_neo4j, index.on_engine) for index in WORD_INDEXES]
    made = [rows, schema.DROPPED, schema.CONSTRAINTS, schema.INDEXES, words]
    return hashlib.sha256(dumps(made, sort_keys=True).encode()).hexdigest()


def _known(**properties: Any) -> Row:
    return {name: value for name, value in properties.items() if value is not None}
