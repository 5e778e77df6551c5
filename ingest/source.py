"""Sources to articles: files, folders, JSON Lines and standard input, one article or one reason at a time."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import IO, cast

from graph.article import Article
from graph.errors import ArticleError, InputError, SourceError
from ingest.jsonlines import article_of_line, bounded_lines, line_limit
from ingest.markdown import read_markdown
from ingest.text import clean, make_article, split_headline

DEFAULT_LIMIT = 5_000_000
"""The longest text of one article, in bytes of UTF-8."""

_TEXT = frozenset({".txt", ".text", ""})
_MARKDOWN = frozenset({".md", ".markdown"})
_JSON_LINES = frozenset({".jsonl", ".ndjson", ".jsonlines"})
_SNIFFED = 8192


@dataclass(frozen=True, slots=True)
class Skipped:
    """An input that gave no article: `where` names it (file, or file:line), `reason` is a stable short key."""

    where: str
    reason: str
    detail: str


Loaded = Article | Skipped
Located = tuple[str, Loaded]
"""What was loaded, after where it stood: file, or file:line."""


def load(source: str, *, limit: int = DEFAULT_LIMIT) -> Iterator[Loaded]:
    """The articles of one source: a file, a folder (in name order, hidden files left out), or ``-`` for standard input.

    Never raises for what it finds there: each unusable file or line comes out as Skipped.
    """
    for _, item in _located(source, limit):
        yield item


def load_all(sources: Iterable[str], *, limit: int = DEFAULT_LIMIT) -> Iterator[Loaded]:
    """The articles of many sources; of several with one id the first is kept."""
    seen: set[str] = set()
    for source in sources:
        for where, item in _located(source, limit):
            if isinstance(item, Article) and item.id in seen:
                yield Skipped(where, "duplicate", f"article {item.id} came before")
                continue
            if isinstance(item, Article):
                seen.add(item.id)
            yield item


def bundled_article() -> Article:
    """The article that ships with Accord and that its demo reads."""
    raw = resources.files("ingest").joinpath("data", "indonesia-japan.txt").read_text(encoding="utf-8")
    return make_article(raw, where="indonesia-japan.txt", id="indonesia-japan")


def _located(source: str, limit: int) -> Iterator[Located]:
    if source == "-":
        yield from _standard_input(limit)
    elif Path(source).is_dir():
        yield from _folder(Path(source), limit)
    else:
        yield from _file(Path(source), limit)


def _folder(folder: Path, limit: int) -> Iterator[Located]:
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(parent) / name
            if name.startswith("."):
                continue
            if path.suffix.lower() in _TEXT | _MARKDOWN | _JSON_LINES:
                yield from _file(path, limit)
            else:
                yield str(path), Skipped(str(path), "unsupported", f"no reader for {path.suffix} files yet")


def _file(path: Path, limit: int) -> Iterator[Located]:
    try:
        stream = _open(path)
    except InputError as error:
        yield str(path), _skip(error)
        return
    with closing(stream):
        if path.suffix.lower() in _JSON_LINES:
            yield from _json_lines(stream, str(path), limit)
        else:
            yield from _text(stream, path, limit)


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
            yield from _json_lines(stream, "-", limit)
        else:
            yield from _text(stream, Path("-"), limit)
    finally:
        stream.detach()


def _json_lines(stream: IO[bytes], where: str, limit: int) -> Iterator[Located]:
    empty = True
    for number, line in enumerate(bounded_lines(stream, line_limit(limit)), 1):
        place = f"{where}:{number}"
        try:
            article = article_of_line(line, place, limit)
        except InputError as error:
            yield place, _skip(error)
        else:
            if article is None:
                continue
            yield place, article
        empty = False
    if empty:
        yield where, Skipped(where, "empty", "an empty file")


def _text(stream: IO[bytes], path: Path, limit: int) -> Iterator[Located]:
    try:
        yield str(path), _article_of_file(stream.read(limit + 1), path, limit)
    except InputError as error:
        yield str(path), _skip(error)


def _article_of_file(raw: bytes, path: Path, limit: int) -> Article:
    where = str(path)
    if len(raw) > limit:
        raise ArticleError(where, "too_long", f"more than {limit:,} bytes")
    text = "\n".join(_decode(raw, where).splitlines())
    if not text.strip():
        raise ArticleError(where, "empty", "an empty file")
    if path.suffix.lower() in _MARKDOWN:
        page = read_markdown(text)
        field = page.fields.get
        published, author = field("date") or field("published"), field("author")
        return make_article(page.text, where=where, title=page.title, published=published, author=author)
    title, rest = split_headline(clean(text))
    return make_article(rest, where=where, title=title)


def _decode(raw: bytes, where: str) -> str:
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        encoding = "utf-16"
    elif b"\0" in raw[:_SNIFFED]:
        raise ArticleError(where, "binary", "not a text file")
    else:
        encoding = "utf-8-sig"
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        raise SourceError(
            where, "encoding", f"not {encoding.removesuffix('-sig').upper()} at byte {error.start}"
        ) from error


def _skip(error: InputError) -> Skipped:
    return Skipped(error.where, error.reason, error.detail)
