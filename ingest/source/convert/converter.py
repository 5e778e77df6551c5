"""Asks a process of its own to convert documents, and stops it when one takes too long."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from threading import Event, Lock, Timer
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
        if self._process and self._process.poll() is not None:
            self._stop()  # it ended after its last answer, which costs this document nothing
        starts = self._process is None
        process = self._process = self._process or _started()
        assert process.stdin  # noqa: S101
        assert process.stdout  # noqa: S101
        late = Event()
        timer = Timer(self._seconds + (_START_SECONDS if starts else 0), _end, (process, late))
        timer.daemon = True
        timer.start()
        try:
            process.stdin.write(f"{form} {len(raw)}\n".encode() + raw)
            process.stdin.flush()
            line = process.stdout.readline()
        except BrokenPipeError:
            line = b""
        finally:
            timer.cancel()
            timer.join()  # from here on it is settled whether the process was ended
        answered = line.endswith(b"\n")
        if late.is_set() or not answered:
            self._stop()
        if answered:
            answer: dict[str, Any] = json.loads(line)
            return answer
        if late.is_set():
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


def _end(process: subprocess.Popen[bytes], late: Event) -> None:
    late.set()
    process.kill()


def _started() -> subprocess.Popen[bytes]:
    """The process, which imports from where this package is and never from the folder that it is started in (-P)."""
    source = str(Path(__file__).parents[3])
    path = os.pathsep.join(filter(None, [source, os.environ.get("PYTHONPATH")]))
    return subprocess.Popen(
        [sys.executable, "-P", "-m", "ingest.source.convert.worker"],
        env={**os.environ, "PYTHONPATH": path},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
