"""Asks a process of its own to convert documents, and stops it when one takes too long."""

from __future__ import annotations

import json
import subprocess
import sys
from contextlib import suppress
from threading import Lock, Timer
from typing import Any

from graph.article import Article
from graph.errors import ArticleError, SourceError
from ingest.published import published_date
from ingest.source.convert.document import Document
from ingest.text import clean, make_article, split_headline

SECONDS = 30.0
"""The longest that one document may take."""

_START_SECONDS = 30.0
"""What the first document of a process may take more: the process must load its parsers."""

__all__ = ["SECONDS", "Converter", "Document"]


class Converter:
    """Converts documents one at a time, from any thread; its process starts with the first and ends with `close`.

    A document on which the process hangs, or dies, costs that document alone: the next has a new process.
    """

    def __init__(self, seconds: float = SECONDS) -> None:
        self._seconds = seconds
        self._lock = Lock()
        self._process: subprocess.Popen[bytes] | None = None

    def article(self, form: str, raw: bytes, where: str, limit: int) -> Article:
        """The article of a document in one of the forms ``html``, ``pdf``, ``docx``, ``mail``; raises InputError."""
        document = self.document(form, raw, where)
        if len(document.text.encode("utf-8", "replace")) > limit:
            raise ArticleError(where, "too_long", f"a text of more than {limit:,} bytes")
        title, text = (document.title, document.text) if document.title else split_headline(clean(document.text))
        return make_article(
            text,
            where=where,
            title=title,
            published=published_date(document.published.strip()),
            publisher=document.publisher,
            author=document.author,
            url=document.url,
        )

    def document(self, form: str, raw: bytes, where: str) -> Document:
        """What one document says; raises SourceError with a reason, ``too_slow`` and ``crashed`` among them."""
        if not raw:
            raise ArticleError(where, "empty", "an empty file")
        with self._lock:
            answer = self._asked(form, raw, where)
        if "document" in answer:
            return Document(**answer["document"])
        raise SourceError(where, answer["reason"], answer["detail"])

    def close(self) -> None:
        """Ends the process."""
        with self._lock:
            self._stop()

    def _asked(self, form: str, raw: bytes, where: str) -> dict[str, Any]:
        starts = self._process is None
        process = self._process = self._process or _started()
        assert process.stdin  # noqa: S101
        assert process.stdout  # noqa: S101
        late = Timer(self._seconds + (_START_SECONDS if starts else 0), process.kill)
        late.daemon = True
        late.start()
        try:
            process.stdin.write(f"{form} {len(raw)}\n".encode() + raw)
            process.stdin.flush()
            line = process.stdout.readline()
        except BrokenPipeError:
            line = b""
        finally:
            was_late = not late.is_alive()
            late.cancel()
        if line.endswith(b"\n"):
            answer: dict[str, Any] = json.loads(line)
            return answer
        self._stop()
        if was_late:
            raise SourceError(where, "too_slow", f"not converted within {self._seconds:g} s")
        raise SourceError(where, "crashed", "its conversion broke off")

    def _stop(self) -> None:
        if self._process:
            self._process.kill()
            self._process.wait()
            for pipe in (self._process.stdin, self._process.stdout):
                with suppress(BrokenPipeError):  # what it was not told
                    if pipe:
                        pipe.close()
            self._process = None


def _started() -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "ingest.source.convert.worker"]
    return subprocess.Popen(  # noqa: S603 - this program's own module
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
