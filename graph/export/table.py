"""Tables of the graph: one for each kind of node and of edge, whose columns are known only when all rows have come."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any, Literal

from graph.everything import EdgeRow, NodeRow

Type = Literal["string", "long", "double", "boolean"]


@dataclass(frozen=True, slots=True)
class Column:
    """What all values of a property have in common; `many` are lists of such."""

    type: Type
    many: bool = False

    def joined(self, other: Column) -> Column:
        """What holds the values of both: whole numbers and others are decimal ones, all else is text."""
        if self.type == other.type:
            return Column(self.type, self.many or other.many)
        numbers = {self.type, other.type} <= {"long", "double"}
        return Column("double" if numbers else "string", self.many or other.many)


@dataclass(slots=True)
class Table:
    """Rows of one kind in a file of their own until they are all there. `ends` are the labels of an edge's ends.

    `empty` are the properties that are an empty list in some row.
    """

    name: str
    labels: tuple[str, ...]
    path: Path
    ends: tuple[str, str] | None = None
    columns: dict[str, Column] = field(default_factory=dict)
    empty: set[str] = field(default_factory=set)
    count: int = 0

    def rows(self) -> Iterator[dict[str, Any]]:
        """The rows in the order in which they came; of an edge with `source` and `target`."""
        with self.path.open(encoding="utf-8") as stream:
            for line in stream:
                yield json.loads(line)

    def add(self, row: Mapping[str, Any], stream: IO[str]) -> None:
        """Adds a row."""
        for name, value in row.items():
            found = column_of(value)
            if found:
                known = self.columns.get(name)
                self.columns[name] = known.joined(found) if known else found
            elif value is not None:
                self.empty.add(name)
        stream.write(json.dumps(row, ensure_ascii=False) + "\n")
        self.count += 1


def column_of(value: Any) -> Column | None:
    """The column that holds `value`; None for what says nothing: null and the empty list."""
    if isinstance(value, list):
        inner = [column for column in map(column_of, value) if column]
        joined = inner[0] if inner else None
        for column in inner[1:]:
            joined = joined.joined(column) if joined else column
        return Column(joined.type, many=True) if joined else None
    if isinstance(value, bool):
        return Column("boolean")
    if isinstance(value, int):
        return Column("long")
    if isinstance(value, float):
        return Column("double")
    return None if value is None else Column("string")


@contextmanager
def tables(nodes: Iterable[NodeRow], edges: Iterable[EdgeRow]) -> Iterator[list[Table]]:
    """All rows as tables, on disk as long as the block lasts. An edge table is named by both ends and the type."""
    with tempfile.TemporaryDirectory(prefix="accord-export-") as folder:
        made: dict[object, Table] = {}
        streams: dict[object, IO[str]] = {}

        def put(table: Table, row: Mapping[str, Any]) -> None:
            if table.name not in made:
                made[table.name] = table
                streams[table.name] = table.path.open("w", encoding="utf-8")
            made[table.name].add(row, streams[table.name])

        try:
            for node in nodes:
                name = next((label for label in node.labels if label != node.label), node.label)
                put(Table(name, node.labels, Path(folder, f"{name}.jsonl")), node.properties)
            for edge in edges:
                name = f"{edge.source_label}-{edge.type}-{edge.target_label}"
                ends = (edge.source_label, edge.target_label)
                row = {"source": edge.source, "target": edge.target, **edge.properties}
                put(Table(name, (edge.type,), Path(folder, f"{name}.jsonl"), ends), row)
        finally:
            for stream in streams.values():
                stream.close()
        yield list(made.values())
