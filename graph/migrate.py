"""The migration: a graph of an older version, made anew from its claims by this version."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import NamedTuple

from neo4j import ManagedTransaction

from graph.backup import Progress, back_up, inspect, restore
from graph.connection import Connection
from graph.cypher import backup as backup_cypher
from graph.cypher import migration as cypher
from graph.errors import StoreOutdated
from graph.schema import UNFINISHED, VERSION, make_schema, newer
from graph.store import Store, StoreConfig, connect

ROWS = 5_000
"""Nodes that one transaction deletes at most."""


class Migration(NamedTuple):
    """From which version a graph came, how many articles it has, and the backup that was made of it first."""

    version: int
    articles: int
    backup: Path


def migrate(config: StoreConfig, backup: Path, progress: Progress = lambda articles: None) -> Migration | None:
    """Brings a graph to the version of this program; None where it is of that version, or empty.

    All that the graph cannot make anew goes to the file `backup` first, and is restored into the emptied graph. A
    migration that was interrupted is finished from the file that it had made. Raises `StoreOutdated` where the graph is
    newer than this program.
    """
    with connect(config) as store:
        found = store.connection.read(cypher.STATE)
        version, unfinished = (found[0]["version"], found[0]["file"]) if found else (VERSION, None)
        if version == VERSION:
            return None
        if version > VERSION:
            raise StoreOutdated(newer(store.address, version))
        if unfinished is None:
            backup.parent.mkdir(parents=True, exist_ok=True)
            back_up(store, backup, progress)
        else:
            backup = Path(unfinished)
        contents = inspect(backup)
        _run(store.connection, cypher.BEGIN, version=UNFINISHED, file=str(backup.resolve()))
        _empty(store)
        make_schema(store.connection, version=UNFINISHED)
        restore(store, backup, progress)
        _run(store.connection, cypher.END, version=VERSION)
        return Migration(contents.schema, contents.articles, backup)


def _empty(store: Store) -> None:
    for text in backup_cypher.DELETES:
        while store.connection.write(partial(_delete, text=text)):
            pass


def _delete(transaction: ManagedTransaction, text: str) -> int:
    deleted: int = transaction.run(text, most=ROWS).single(strict=True)["deleted"]
    return deleted


def _run(connection: Connection, text: str, **parameters: object) -> None:
    connection.write(lambda transaction: transaction.run(text, parameters).consume())
