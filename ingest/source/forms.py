"""The forms of file that can be read, by the ends of their names."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import PurePosixPath

from ingest.source.archive import DEPTH, load_gzip, load_zip
from ingest.source.convert import Converter
from ingest.source.jsonlines import load_json_lines
from ingest.source.loaded import Load, one
from ingest.source.plain import article_of_markdown, article_of_text
from ingest.source.table import load_parquet, load_separated

_DOCUMENTS = {".html": "html", ".htm": "html", ".xhtml": "html", ".pdf": "pdf", ".docx": "docx", ".eml": "mail"}

_ARCHIVES = (".gz", ".zip")

_DOCUMENT_RATIO = 10
"""A document may be this many times longer than the text in it: markup, fonts, pictures."""


class Forms:
    """How files are read; documents that need converting go to `converter`."""

    def __init__(self, converter: Converter) -> None:
        forms: dict[str, Load] = {
            **dict.fromkeys((".txt", ".text", ""), one(article_of_text)),
            **dict.fromkeys((".md", ".markdown"), one(article_of_markdown)),
            **dict.fromkeys((".jsonl", ".ndjson", ".jsonlines"), load_json_lines),
            ".csv": load_separated(","),
            ".tsv": load_separated("\t"),
            ".parquet": load_parquet,
        }
        for suffix, form in _DOCUMENTS.items():
            forms[suffix] = one(partial(converter.article, form), _DOCUMENT_RATIO)
        self._forms: Mapping[str, Load] = forms

    def of(self, name: str, depth: int = 0) -> Load | None:
        """How a file of this name is read; None: not at all. `depth`: in how many archives it is."""
        suffix = PurePosixPath(name).suffix.lower()
        if suffix not in _ARCHIVES:
            return self._forms.get(suffix)
        if depth >= DEPTH:
            return None
        if suffix == ".gz":
            return load_gzip(self.of(name[: -len(suffix)], depth + 1))
        return load_zip(partial(self.of, depth=depth + 1))

    @property
    def suffixes(self) -> list[str]:
        """All ends of names, for people."""
        return sorted({*self._forms, *_ARCHIVES} - {""})
