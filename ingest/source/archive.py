"""Compressed files: gzip, and zip with whatever is in it. Nothing is written to disk."""

from __future__ import annotations

import gzip
import io
import lzma
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import IO, cast

from graph.errors import ArticleError, SourceError
from ingest.source.loaded import Load, Located, Skipped, skip

_USUAL_RATIO = 250
"""Text packs about 4 times, repetitive JSON Lines 20; more than this is made to fill a disk or a memory."""
_ALWAYS = 64_000_000
"""So many bytes may come out of any archive."""
_PART = 1 << 20
"""So many bytes are unpacked at a time where what comes out is passed over."""
DEPTH = 3
"""An archive in an archive in an archive, and no further."""

_BROKEN = (
    zlib.error,
    lzma.LZMAError,
    zipfile.BadZipFile,
    struct.error,
    ValueError,  # a place before the beginning, a name that is not in its encoding
    RuntimeError,  # and NotImplementedError: a version or a kind of packing that is none
)
"""What the libraries raise where an archive is damaged."""

Choose = Callable[[str], Load | None]
"""How a file of this name is read; None: not at all."""


def load_gzip(inner: Load | None) -> Load:
    """How a gzip file is read: as the file that it was before (``a.jsonl.gz`` as JSON Lines), which `inner` reads."""

    def load(stream: IO[bytes], where: str, limit: int) -> Iterator[Located]:
        if inner is None:
            yield where, Skipped(where, "unsupported", "nothing in it that can be read")
            return
        size = stream.seek(0, io.SEEK_END)
        stream.seek(0)
        with cast(IO[bytes], gzip.GzipFile(fileobj=stream)) as unpacked:
            yield from inner(_bounded(unpacked, size, where), where, limit)

    return load


def load_zip(choose: Choose) -> Load:
    """How a zip file is read: each file in it, in name order, named ``where!name``; hidden ones are left out."""

    def load(stream: IO[bytes], where: str, limit: int) -> Iterator[Located]:
        size = stream.seek(0, io.SEEK_END)
        with _unbroken(where):
            archive = zipfile.ZipFile(stream)
        with archive:
            members = sorted((m for m in archive.infolist() if not _hidden(m)), key=lambda m: m.filename)
            if not members:
                yield where, Skipped(where, "empty", "an archive with nothing in it")
            for member in members:
                name = f"{where}!{member.filename}"
                inner = choose(name)
                if inner is None:
                    yield name, Skipped(name, "unsupported", "no reader for such files")
                else:
                    packed = min(member.compress_size, size)  # it may say anything
                    yield from guarded(_member(archive, member, packed, inner, name, limit), name)

    return load


def guarded(items: Iterator[Located], where: str) -> Iterator[Located]:
    """`items`; where reading breaks off, what came before stays and the reason comes last."""
    try:
        yield from items
    except (SourceError, ArticleError) as error:
        yield where, skip(error)
    except EOFError:
        yield where, Skipped(where, "truncated", "the file ends too early")
    except OSError as error:
        yield where, Skipped(where, "unreadable", error.strerror or str(error))


@contextmanager
def _unbroken(where: str) -> Iterator[None]:
    """Says of what the libraries raise that the archive is malformed: SourceError."""
    try:
        yield
    except (*_BROKEN, OSError) as error:
        if isinstance(error, OSError) and error.errno is not None:  # the disk's, not gzip's or bzip2's
            raise
        raise SourceError(where, "malformed", str(error) or type(error).__name__) from error


def _member(
    archive: zipfile.ZipFile, member: zipfile.ZipInfo, packed: int, inner: Load, name: str, limit: int
) -> Iterator[Located]:
    with _unbroken(name):
        try:
            opened = archive.open(member)
        except RuntimeError as error:  # a password, a rare compression
            raise SourceError(name, "unreadable", str(error)) from error
    with opened:
        yield from inner(_bounded(opened, packed, name), name, limit)


def _hidden(member: zipfile.ZipInfo) -> bool:
    parts = member.filename.split("/")
    return member.is_dir() or any(part.startswith((".", "__MACOSX")) for part in parts)


def _bounded(stream: IO[bytes], packed: int, where: str) -> IO[bytes]:
    return io.BufferedReader(_Bounded(stream, max(_ALWAYS, packed * _USUAL_RATIO), where))


class _Bounded(io.RawIOBase):
    """A stream that ends with ArticleError once more than `most` bytes came out of it from its beginning."""

    def __init__(self, stream: IO[bytes], most: int, where: str) -> None:
        self._stream = stream
        self._most = most
        self._where = where

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return self._stream.seekable()

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        if whence == io.SEEK_END:
            while self._read(_PART):
                pass
        if whence != io.SEEK_SET:
            offset += self.tell()
        while self.tell() < offset and self._read(min(_PART, offset - self.tell())):
            pass
        if self.tell() > offset:
            with _unbroken(self._where):
                self._stream.seek(offset)
        return self.tell()

    def tell(self) -> int:
        return self._stream.tell()

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        data = self._read(len(buffer))
        buffer[: len(data)] = data
        return len(data)

    def _read(self, size: int) -> bytes:
        with _unbroken(self._where):
            data = self._stream.read(size)
        if self.tell() > self._most:
            raise ArticleError(self._where, "too_long", "it unpacks to far more than it holds")
        return data
