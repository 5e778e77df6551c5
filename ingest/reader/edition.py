"""The edition of the reader: its version, and a digest of the words and rules that it reads by."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.resources import files

VERSION = "rules/0.3.0"

_FOLDERS = ("graph.vocabulary", "ingest.reader")
_KINDS = (".yaml", ".csv")


@cache
def edition() -> str:
    """``rules/0.3.0+1f0c9a3b``: behind the plus sign is what changes with any of the packaged data."""
    digest = hashlib.sha256()
    for folder in _FOLDERS:
        for file in sorted((files(folder) / "data").iterdir(), key=lambda file: file.name):
            if file.name.endswith(_KINDS):
                digest.update(f"{file.name}\0".encode())
                digest.update(file.read_bytes())
    return f"{VERSION}+{digest.hexdigest()[:8]}"
