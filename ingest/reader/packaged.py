"""The packaged data of the reader, and its word classes: no word stands in a list twice."""

from __future__ import annotations

from collections import Counter
from dataclasses import fields
from importlib.resources import files
from typing import TYPE_CHECKING, Any, TypeVar

from graph.errors import VocabularyError
from graph.vocabulary.loading import parse_yaml

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

_Classes = TypeVar("_Classes", bound="DataclassInstance")


def packaged(file: str) -> Any:
    """What data/`file` says; VocabularyError names a key or a word that it has twice."""
    data = parse_yaml(file, files("ingest.reader").joinpath("data", file).read_text("utf-8"))
    refuse_doubles(data, file)
    return data


def word_classes(kind: type[_Classes], *names: str) -> _Classes:
    """The classes of some files, each a field of `kind`: a set of words, or a mapping as it is.

    VocabularyError names the class that is missing or unknown, or the word that it holds twice.
    """
    rows: dict[str, Any] = {}
    for name in names:
        rows |= packaged(name)
    known = {f.name for f in fields(kind)}
    for name in sorted(known ^ rows.keys()):
        raise VocabularyError(f"{names[0]}: {name}: {'missing' if name in known else 'unknown class'}")
    return kind(**{name: frozenset(row) if isinstance(row, list) else row for name, row in rows.items()})


def refuse_doubles(data: object, where: str) -> None:
    """Raises VocabularyError if some list of words, however deep, holds one twice."""
    if isinstance(data, dict):
        for key, value in data.items():
            refuse_doubles(value, f"{where}: {key}")
    elif isinstance(data, list):
        for word, times in Counter(item for item in data if isinstance(item, str)).items():
            if times > 1:
                raise VocabularyError(f"{where}: {word!r} is there twice")
        for item in data:
            refuse_doubles(item, f"{where}: {item['id']}" if isinstance(item, dict) and "id" in item else where)
