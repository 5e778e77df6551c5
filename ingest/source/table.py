"""Tables to articles: CSV and TSV with a line of column names, Parquet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import IO, Any

from graph.errors import InputError, SourceError
from ingest.source.jsonlines import line_limit
from ingest.source.loaded import Load, Located, Skipped, skip
from ingest.source.row import article_of_row, has_text

_ROWS = 64
"""Rows of a Parquet file that are in memory at one time."""


def load_separated(separator: str) -> Load:
    """How a table is read whose columns are parted by `separator`; each row is named ``where:line``."""

    def load(stream: IO[bytes], where: str, limit: int) -> Iterator[Located]:
        csv.field_size_limit(line_limit(limit))
        lines = io.TextIOWrapper(stream, encoding="utf-8-sig", errors="surrogateescape", newline="")
        rows = csv.DictReader(lines, delimiter=separator, restkey="")
        try:
            yield from _rows(rows, where, limit)
        except csv.Error as error:
            yield where, Skipped(where, "malformed", f"after line {rows.line_num}: {error}")
        finally:
            lines.detach()

    return load


def _rows(rows: csv.DictReader[str], where: str, limit: int) -> Iterator[Located]:
    names = [name.strip().lower() for name in rows.fieldnames or ()]
    if not names:
        yield where, Skipped(where, "empty", "an empty file")
        return
    if not has_text(names):
        yield where, _no_text_column(where, names)
        return
    rows.fieldnames = names
    for row in rows:
        place = f"{where}:{rows.line_num}"
        yield place, _row(row, place, limit)


def _row(row: dict[str, Any], place: str, limit: int) -> Any:
    try:
        if any(isinstance(value, str) and "\udc80" <= max(value, default="") <= "\udcff" for value in row.values()):
            raise SourceError(place, "encoding", "not UTF-8")
        return article_of_row({name: value or None for name, value in row.items()}, place, limit)
    except InputError as error:
        return skip(error)


def load_parquet(stream: IO[bytes], where: str, limit: int) -> Iterator[Located]:
    """The articles of a Parquet file, each named ``where:row``, counted from one."""
    try:
        from pyarrow import ArrowException, parquet  # noqa: PLC0415 - an extra, and slow to load
    except ImportError:
        yield where, Skipped(where, "unsupported", "Parquet files need pyarrow: install accord[parquet]")
        return
    try:
        file = parquet.ParquetFile(stream)
        names = [name.lower() for name in file.schema_arrow.names]
        if not has_text(names):
            yield where, _no_text_column(where, names)
            return
        number = 0
        for batch in file.iter_batches(batch_size=_ROWS):
            for row in batch.rename_columns(names).to_pylist():
                number += 1
                yield f"{where}:{number}", _row(row, f"{where}:{number}", limit)
    except (ArrowException, OSError) as error:
        yield where, Skipped(where, "malformed", f"no Parquet file: {str(error).splitlines()[0]}")


def _no_text_column(where: str, names: list[str]) -> Skipped:
    return Skipped(where, "no_text", f"no column named text; there are {', '.join(sorted(names)[:12])}")
