"""The edition of the reader: its version, and a digest of all that it reads by."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

VERSION = "rules/0.3.0"

VOCABULARIES = (
    "agreement_kinds",
    "bodies",
    "countries",
    "former_countries",
    "not_actors",
    "office_holders",
    "roles",
    "sectors",
)
"""Those of the graph's vocabularies that the reader reads by."""
_SHARED = ("folding", "loading", "phrase")
"""What finds their words in a text."""
_KINDS = (".py", ".yaml", ".csv")


@cache
def edition(model: str) -> str:
    """``rules/0.3.0+1f0c9a3b``: what is behind the plus sign changes with any of the reader's rules, words and code,
    and with the `model` (name and version) that parses.
    """
    digest = hashlib.sha256(f"{model}\0".encode())
    for file in _files():
        digest.update(f"{file.name}\0".encode())
        digest.update(file.read_bytes())
    return f"{VERSION}+{digest.hexdigest()[:8]}"


def _files() -> Iterator[Traversable]:
    vocabulary = files("graph.vocabulary")
    names = {f"{name}{kind}" for name in (*VOCABULARIES, *_SHARED) for kind in _KINDS}
    yield from (file for file in _below(vocabulary) if file.name in names)
    yield from _below(files("ingest.reader"))


def _below(folder: Traversable) -> Iterator[Traversable]:
    """The files of a folder and of the folders in it, in name order."""
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            yield from _below(entry)
        elif entry.name.endswith(_KINDS):
            yield entry
