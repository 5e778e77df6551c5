"""Sources to articles: files, folders, patterns, archives, web pages and standard input, one article or one reason at a
time.
"""

from __future__ import annotations

import glob
import io
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from importlib import resources
from pathlib import Path
from typing import IO, cast

from graph.article import Article
from graph.errors import ArticleError, InputError, SourceError
from ingest.fetch import SafeFetch
from ingest.language import in_english
from ingest.source.archive import guarded
from ingest.source.convert import Converter
from ingest.source.forms import Forms
from ingest.source.jsonlines import load_json_lines
from ingest.source.loaded import Loaded, Located, Skipped, one, skip
from ingest.source.meter import Meter
from ingest.source.plain import article_of_text, text_of
from ingest.source.web import WebPages, is_web_address
from ingest.text import make_article

DEFAULT_LIMIT = 5_000_000
"""The longest text of one article, in bytes of UTF-8."""


URL_LIST = ".urls"
"""How the name of a file ends that lists addresses of pages."""

_SNIFFED = 8192


def load(source: str, *, limit: int = DEFAULT_LIMIT) -> Iterator[Loaded]:
    """The articles of one source: a file, a folder (in name order, hidden files left out), a pattern (``news/*.html``),
    the address of a page, a feed or a sitemap, a list of addresses (``.urls``), or ``-`` for standard input.

    Never raises for what it finds there: each unusable file or line comes out as Skipped.
    """
    with closing(Converter()) as converter:
        for _, item in _located(source, Forms(converter), WebPages(converter, SafeFetch()), limit, Meter()):
            yield item


def load_all(sources: Sequence[str], *, limit: int = DEFAULT_LIMIT, meter: Meter | None = None) -> Iterator[Loaded]:
    """The articles of many sources; of several with one id the first is kept. `meter` shows how far it has come."""
    seen: set[str] = set()
    meter = meter or Meter()
    meter.total = _bytes_of(sources)
    with closing(Converter()) as converter:
        forms, pages = Forms(converter), WebPages(converter, SafeFetch())
        for source in sources:
            for where, item in _located(source, forms, pages, limit, meter):
                if isinstance(item, Article) and item.id in seen:
                    yield Skipped(where, "duplicate", f"article {item.id} came before")
                    continue
                if isinstance(item, Article):
                    seen.add(item.id)
                yield item


def load_stream(stream: IO[bytes], name: str, *, limit: int = DEFAULT_LIMIT) -> Iterator[Loaded]:
    """The articles of a file that is not on this disk; the end of its `name` tells its form. Never raises, as
    `load`.
    """
    with closing(Converter()) as converter:
        for _, item in _streamed(stream, name, Forms(converter), limit):
            yield item


def bundled_article() -> Article:
    """The article that ships with Accord and that its demo reads."""
    raw = resources.files("ingest").joinpath("data", "indonesia-japan.txt").read_text(encoding="utf-8")
    return make_article(raw, where="indonesia-japan.txt", id="indonesia-japan")


def _in_english(items: Iterable[Located]) -> Iterator[Located]:
    for where, item in items:
        if isinstance(item, Skipped):
            yield where, item
            continue
        try:
            yield where, in_english(item, where)
        except ArticleError as error:
            yield where, skip(error)


def _located(source: str, forms: Forms, pages: WebPages, limit: int, meter: Meter) -> Iterator[Located]:
    """The articles of one source that are in English; a page looks for that itself."""
    if source == "-":
        yield from _in_english(_standard_input(limit))
        return
    if is_web_address(source):
        yield from pages.articles(source, limit)
        return
    found = False
    for path in _files(source):
        found = True
        if _lists(path):
            yield from _listed(path, pages, limit)
        else:
            yield from _file(path, forms, limit, meter)
    if not found and _is_pattern(source):
        yield source, Skipped(source, "missing", "no file has such a name")


def _files(source: str) -> Iterator[Path]:
    """The files that a source means: itself, those of a folder, those that a pattern names."""
    paths = [Path(source)]
    if _is_pattern(source):
        found = sorted(glob.glob(source, recursive=True))  # noqa: PTH207 - the pattern may be absolute
        paths = _outermost([Path(name) for name in found])
    for path in paths:
        if path.is_dir():
            yield from _folder(path)
        else:
            yield path


def _lists(path: Path) -> bool:
    return path.suffix.lower() == URL_LIST


def _is_pattern(source: str) -> bool:
    return glob.has_magic(source) and not Path(source).exists()


def _bytes_of(sources: Sequence[str]) -> int | None:
    """How long the files of all sources are; None where a source is no file, or cannot be looked at."""
    if any(source == "-" or is_web_address(source) for source in sources):
        return None
    try:
        paths = [path for source in sources for path in _files(source) if path.is_file()]
        return None if any(_lists(path) for path in paths) else sum(path.stat().st_size for path in paths)
    except OSError:
        return None


def _outermost(paths: list[Path]) -> list[Path]:
    """`paths` without what lies in a folder among them, which is read whole: ``news/**`` names both."""
    folders = {path for path in paths if path.is_dir()}
    return [path for path in paths if folders.isdisjoint(path.parents)]


def _folder(folder: Path) -> Iterator[Path]:
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith("."):
                yield Path(parent) / name


def _listed(path: Path, pages: WebPages, limit: int) -> Iterator[Located]:
    """The articles of the pages whose addresses a file has, one a line; lines that begin with ``#`` are left out."""
    try:
        with _open(path) as stream:
            lines = text_of(stream.read(limit), str(path)).splitlines()
    except InputError as error:
        yield str(path), skip(error)
        return
    yield from pages.listed((line.strip() for line in lines if line.strip() and not line.startswith("#")), limit)


def _file(path: Path, forms: Forms, limit: int, meter: Meter) -> Iterator[Located]:
    try:
        stream = _open(path)
    except InputError as error:
        yield str(path), skip(error)
        return
    with meter.reading(stream, os.fstat(stream.fileno()).st_size):
        yield from _streamed(stream, str(path), forms, limit)


def _streamed(stream: IO[bytes], name: str, forms: Forms, limit: int) -> Iterator[Located]:
    form = forms.of(name)
    if form is None:
        known = ", ".join(forms.suffixes)
        yield name, Skipped(name, "unsupported", f"no reader for {Path(name).suffix} files; there are {known}")
    else:
        yield from _in_english(guarded(form(stream, name, limit), name))


def _open(path: Path) -> IO[bytes]:
    if not path.exists():
        raise SourceError(str(path), "missing", "no such file or folder")
    if not path.is_file():
        raise SourceError(str(path), "unreadable", "not a regular file")
    try:
        return path.open("rb")
    except OSError as error:
        raise SourceError(str(path), "unreadable", error.strerror or "cannot be opened") from error


def _standard_input(limit: int) -> Iterator[Located]:
    """Standard input: JSON Lines when it opens with an object, else one text."""
    stream = io.BufferedReader(cast(io.RawIOBase, sys.stdin.buffer))  # for its peek
    try:
        if stream.peek(_SNIFFED).lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
            yield from load_json_lines(stream, "-", limit)
        else:
            yield from one(article_of_text)(stream, "-", limit)
    finally:
        stream.detach()
