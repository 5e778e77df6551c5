"""CSV in the form that `neo4j-admin database import full` takes: a header file and a data file for each kind."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from graph.everything import EdgeRow, NodeRow
from graph.export.table import Column, Table, tables
from graph.schema import VERSION

ARGUMENTS = "import.args"
_LIST_MARK = "\x1f"
_OPTIONS = ("--multiline-fields=true", "--array-delimiter=U+001F")
_README = """CSV of an Accord graph for neo4j-admin (Neo4j 5 or later), which fills a database that is not running:

    cd THIS-FOLDER
    neo4j-admin database import full @import.args --overwrite-destination neo4j

The next command of Accord that opens the database makes its constraints and indexes, and puts back the empty lists that
such files cannot hold.
"""


def write_csv(nodes: Iterable[NodeRow], edges: Iterable[EdgeRow], folder: Path) -> int:
    """Writes the files, and the arguments that name them, into `folder`; gives the number of nodes and edges.

    The node of the schema says what whoever opens the imported graph has to do first: see `graph.imported`.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with tables(nodes, edges) as found:
        arguments = [*_OPTIONS, *(_write(table, folder) for table in found), _write_schema(found, folder)]
        (folder / ARGUMENTS).write_text("\n".join(arguments) + "\n", encoding="utf-8")
        (folder / "README.txt").write_text(_README, encoding="utf-8")
        return sum(table.count for table in found)


def _write(table: Table, folder: Path) -> str:
    """Writes a table's two files; gives the argument that names them."""
    header, data = f"{table.name}.header.csv", f"{table.name}.csv"
    names = list(table.columns)
    (folder / header).write_text(",".join(_heading(table, name) for name in names) + "\n", encoding="utf-8")
    with (folder / data).open("w", encoding="utf-8", newline="") as stream:
        for row in table.rows():
            stream.write(",".join(_cell(row.get(name), table.columns[name]) for name in names) + "\n")
    option = "--nodes" if table.ends is None else "--relationships"
    return f"{option}={':'.join(table.labels)}={header},{data}"


def _write_schema(found: Sequence[Table], folder: Path) -> str:
    """Writes the files of the schema's node; gives the argument that names them."""
    empty = _LIST_MARK.join(f"{table.name}.{name}" for table in found for name in sorted(table.empty))
    (folder / "Schema.header.csv").write_text("id:ID(Schema),version:long,imported:string[]\n", encoding="utf-8")
    (folder / "Schema.csv").write_text(f'"accord",{VERSION},{_quoted(empty)}\n', encoding="utf-8")
    return "--nodes=Schema=Schema.header.csv,Schema.csv"


def _heading(table: Table, name: str) -> str:
    if table.ends is None and name == "id":
        return f"id:ID({_space(table.labels)})"
    if table.ends and name in {"source", "target"}:
        return f":START_ID({table.ends[0]})" if name == "source" else f":END_ID({table.ends[1]})"
    column = table.columns[name]
    return f"{name}:{column.type}{'[]' if column.many else ''}"


def _space(labels: Sequence[str]) -> str:
    """The name of the space in which a node's id is unique: two kinds of actor share one."""
    return "Actor" if "Actor" in labels else labels[0]


def _cell(value: Any, column: Column) -> str:
    """A field; what is missing is empty, and an empty text is two quotes."""
    if value is None:
        return ""
    if column.many:
        values = value if isinstance(value, list) else [value]
        return _quoted(_LIST_MARK.join(_plain(item) for item in values)) if values else ""
    return _quoted(_plain(value)) if isinstance(value, str | list) else _plain(value)


def _plain(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'
