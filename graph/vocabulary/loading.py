"""Reading the packaged vocabularies: YAML with errors that name file and key."""

from __future__ import annotations

import csv
import datetime
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib import resources
from typing import Any, NoReturn

import yaml

from graph.errors import VocabularyError

_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
_FOLDER = "data"


class _Loader(yaml.CSafeLoader):
    """libyaml's safe loader, which also refuses a key given twice in one mapping."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        seen = set()
        for key, _ in node.value:
            if key.value in seen:
                raise yaml.constructor.ConstructorError(None, None, f"{key.value!r} is given twice", key.start_mark)
            seen.add(key.value)
        return super().construct_mapping(node, deep)


@dataclass(frozen=True, slots=True)
class Row:
    """One mapping of a vocabulary file, read field by field; every error names `file` and `key`."""

    file: str
    key: str
    fields: Mapping[str, Any]

    def fail(self, message: str) -> NoReturn:
        """Raise VocabularyError about this mapping."""
        raise VocabularyError(f"{self.file}: {self.key}: {message}")

    def only(self, *known: str) -> None:
        """Refuse any field that is not `known`: a misspelt one would be lost silently."""
        for name in self.fields:
            if name not in known:
                self.fail(f"unknown field {name!r}")

    def text(self, name: str) -> str:
        """A required, non-empty text."""
        value = self.optional(name)
        if value is None:
            self.fail(f"{name} is missing")
        return value

    def optional(self, name: str) -> str | None:
        """A text, or None where the field is absent or null."""
        value = self.fields.get(name)
        if value is None:
            return None
        if not isinstance(value, str) or not value.strip():
            self.fail(f"{name} is no text: {value!r} (quote it?)")
        return value

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of different, non-empty texts; () where the field is absent."""
        value = self.fields.get(name, [])
        if not isinstance(value, list):
            self.fail(f"{name} is no list: {value!r}")
        for item in value:
            if not isinstance(item, str) or not item or item != item.strip():
                self.fail(f"{name} holds {item!r}, which is no clean text (quote it?)")
        if len(set(value)) != len(value):
            twice = next(item for item in value if value.count(item) > 1)
            self.fail(f"{name} holds {twice!r} twice")
        return tuple(value)

    def flag(self, name: str, default: bool) -> bool:
        """True or false; `default` where the field is absent."""
        value = self.fields.get(name, default)
        if not isinstance(value, bool):
            self.fail(f"{name} is neither true nor false: {value!r}")
        return value

    def number(self, name: str) -> int:
        """A required whole number that is not negative."""
        value = self.fields.get(name)
        if not isinstance(value, int) or isinstance(value, bool) or value < 0:
            self.fail(f"{name} is no number: {value!r}")
        return value

    def row(self, name: str) -> Row:
        """The mapping in field `name`, empty where the field is absent; errors in it name the path to it."""
        value = self.fields.get(name, {})
        where = name if self.key == "top level" else f"{self.key}.{name}"
        if not isinstance(value, dict):
            raise VocabularyError(f"{self.file}: {where}: no mapping: {value!r}")
        return Row(self.file, where, value)

    def date(self, name: str) -> str | None:
        """A date of year, month or day precision as ISO 8601 text, or None where the field is absent or null."""
        value = self.fields.get(name)
        if value is None:
            return None
        text = value.isoformat() if isinstance(value, datetime.date) else str(value)
        if not is_date(text):
            self.fail(f"{name} is no date (YYYY, YYYY-MM or YYYY-MM-DD): {value!r}")
        return text

    def rows(self, name: str, key: str) -> tuple[Row, ...]:
        """The mappings listed in field `name`, each named by its field `key` in errors."""
        value = self.fields.get(name, [])
        if not isinstance(value, list):
            self.fail(f"{name} is no list: {value!r}")
        return tuple(_row(self.file, f"{self.key}: {name}", key, place, item) for place, item in enumerate(value))


def is_date(text: str) -> bool:
    """Whether `text` is a well-formed ISO 8601 date of year, month or day precision."""
    if not _DATE.fullmatch(text):
        return False
    if len(text) < 10:
        return True
    try:
        datetime.date.fromisoformat(text)
    except ValueError:
        return False
    return True


def load_document(file: str) -> Row:
    """The top-level mapping of the packaged YAML `file`."""
    data = parse_yaml(file, read_text(file))
    if not isinstance(data, dict):
        raise VocabularyError(f"{file}: the top level is no mapping")
    return Row(file, "top level", data)


def unique(rows: tuple[Row, ...], key: str = "id") -> Iterator[tuple[str, Row]]:
    """Each row with its `key`, which no two may share."""
    seen = set()
    for row in rows:
        value = row.text(key)
        if value in seen:
            row.fail(f"{key} {value!r} is given twice")
        seen.add(value)
        yield value, row


def read_csv(file: str, columns: tuple[str, ...]) -> Iterator[tuple[int, list[str]]]:
    """The rows of a packaged CSV `file` with their line numbers; its header must be `columns`."""
    reader = csv.reader(read_text(file).splitlines())
    header = next(reader, [])
    if tuple(header) != columns:
        raise VocabularyError(f"{file}: line 1: the columns are not {', '.join(columns)}")
    for line, values in enumerate(reader, start=2):
        if len(values) != len(columns):
            raise VocabularyError(f"{file}: line {line}: {len(values)} columns, not {len(columns)}")
        yield line, values


def read_text(file: str) -> str:
    """The text of a packaged data `file`."""
    try:
        return (resources.files(__package__) / _FOLDER / file).read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise VocabularyError(f"{file}: not packaged") from error


def parse_yaml(file: str, text: str) -> Any:
    """What a YAML file says; VocabularyError names it where it is broken or a mapping has a key twice."""
    try:
        return yaml.load(text, _Loader)  # noqa: S506 -- _Loader is a safe loader
    except yaml.YAMLError as error:
        raise VocabularyError(f"{file}: {error}") from error


def _row(file: str, where: str, key: str, place: int, item: object) -> Row:
    if not isinstance(item, dict):
        raise VocabularyError(f"{file}: {where}: item {place} is no mapping: {item!r}")
    return Row(file, f"{where}: {item.get(key, f'item {place}')}", item)
