"""Tables to articles: CSV and TSV with a line of column names, Parquet."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from typing import IO, Any

from graph.errors import ArticleError, InputError, SourceError
from ingest.source.jsonlines import line_limit
from ingest.source.loaded import Load, Located, Skipped, skip
from ingest.source.row import article_of_row, has_text

_ROWS = 64
"""Rows of a Parquet file that are in memory at one time."""

_NOT_UTF8 = re.compile("[\udc80-\udcff]")
"""What ``surrogateescape`` makes of bytes that are no UTF-8."""


def load_separated(separator: str) -> Load:
    """How a table is read whose columns are parted by `separator`; each row is named ``where:line``."""

    def load(stream: IO[bytes], where: str, limit: int) -> Iterator[Located]:
        csv.field_size_limit(line_limit(limit))
        text = io.TextIOWrapper(stream, encoding="utf-8-sig", errors="surrogateescape", newline="")
        lines = _Lines(text, where, line_limit(limit))
        rows = csv.reader(lines, delimiter=separator)
        try:
            yield from _rows(rows, lines, where, limit)
        except csv.Error as error:
            yield where, Skipped(where, "malformed", f"after line {rows.line_num}: {error}")
        finally:
            text.detach()

    return load


class _Lines:
    """The lines of a table; ArticleError once one row, over quoted line ends too, has more than `most` characters."""

    def __init__(self, text: IO[str], where: str, most: int) -> None:
        self._text, self._where, self._most = text, where, most
        self.number = self._of_row = 0

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        line = self._text.readline(self._most - self._of_row + 1)
        self.number += 1
        self._of_row += len(line)
        if self._of_row > self._most:
            place = f"{self._where}:{self.number}"
            raise ArticleError(place, "too_long", f"a row of more than {self._most:,} characters")
        if not line:
            raise StopIteration
        return line

    def start_row(self) -> None:
        """What comes now is another row."""
        self._of_row = 0


def _rows(rows: Iterator[list[str]], lines: _Lines, where: str, limit: int) -> Iterator[Located]:
    names = [name.strip().lower() for name in next(rows, ())]
    if not names:
        yield where, Skipped(where, "empty", "an empty file")
        return
    if not has_text(names):
        yield where, _no_text_column(where, names)
        return
    lines.start_row()
    for row in rows:
        place = f"{where}:{lines.number}"
        if row:
            yield place, _row(dict(zip(names, row, strict=False)), place, limit)
        lines.start_row()


def _row(row: dict[str, Any], place: str, limit: int) -> Any:
    try:
        if any(isinstance(value, str) and _NOT_UTF8.search(value) for value in row.values()):
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
    except (ArrowException, OSError, ValueError, OverflowError) as error:  # the last two: no UTF-8, no date
        reason = next(iter(str(error).splitlines()), type(error).__name__)
        yield where, Skipped(where, "malformed", f"no Parquet file: {reason}")


def _no_text_column(where: str, names: list[str]) -> Skipped:
    return Skipped(where, "no_text", f"no column named text; there are {', '.join(sorted(names)[:12])}")
