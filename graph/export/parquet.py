"""Parquet: a file for each kind of node and of edge, for data frames. It needs the extra `parquet`."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from graph.errors import SettingError
from graph.everything import EdgeRow, NodeRow
from graph.export.table import Column, Table, tables

ROWS = 10_000
"""Rows in one group of a file."""


def write_parquet(nodes: Iterable[NodeRow], edges: Iterable[EdgeRow], folder: Path) -> int:
    """Writes ``Country.parquet``, ``Claim-SUPPORTS-Event.parquet`` and so on into `folder`; the number of rows.

    Raises `SettingError` where pyarrow is not installed.
    """
    try:
        import pyarrow  # noqa: PLC0415 - an extra
        import pyarrow.parquet  # noqa: PLC0415
    except ImportError as error:
        raise SettingError("Parquet needs pyarrow: install Accord with its extra, accord[parquet].") from error
    folder.mkdir(parents=True, exist_ok=True)
    with tables(nodes, edges) as found:
        for table in found:
            schema = pyarrow.schema([(name, _type(pyarrow, column)) for name, column in table.columns.items()])
            with pyarrow.parquet.ParquetWriter(folder / f"{table.name}.parquet", schema) as writer:
                for group in _groups(table):
                    writer.write_table(pyarrow.Table.from_pylist(group, schema=schema))
        return sum(table.count for table in found)


def _groups(table: Table) -> Iterator[list[dict[str, Any]]]:
    rows = ({name: _value(row.get(name), c) for name, c in table.columns.items()} for row in table.rows())
    while group := list(islice(rows, ROWS)):
        yield group


def _value(value: Any, column: Column) -> Any:
    if column.many and value is not None:
        return [_value(item, Column(column.type)) for item in (value if isinstance(value, list) else [value])]
    if column.type == "string" and value is not None and not isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    return float(value) if column.type == "double" and value is not None else value


def _type(pyarrow: Any, column: Column) -> Any:
    types = {"string": pyarrow.string, "long": pyarrow.int64, "double": pyarrow.float64, "boolean": pyarrow.bool_}
    return pyarrow.list_(types[column.type]()) if column.many else types[column.type]()
