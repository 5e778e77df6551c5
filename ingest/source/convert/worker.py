"""The process that converts: a request on its input, an answer on its output, until its input ends.

A request is a line ``form length`` and so many bytes; an answer is one line of JSON. Whoever started this process
stops it when an answer takes too long; how much memory it may have is set here, before anything is read.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from dataclasses import asdict
from importlib import import_module
from typing import IO

from ingest.source.convert.document import ConversionError, Document

_MEMORY = 2 << 30
"""Bytes of address space; a parser that wants more fails, and with it the one document."""

_FORMS = ("html", "pdf", "docx", "mail")
"""Each is a module beside this one with its function ``document_of_…``, loaded when asked for: parsers load slowly."""


def main() -> None:
    """Answers until there are no more requests."""
    _limit_memory()
    requests, answers = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr  # what a parser prints is no answer
    while line := requests.readline():
        form, length = line.split()
        _answer(answers, _converted(form.decode(), requests.read(int(length))))


def _converted(form: str, raw: bytes) -> dict[str, object]:
    try:
        return {"document": asdict(_form(form)(raw))}
    except ConversionError as error:
        return {"reason": error.reason, "detail": error.detail}
    except MemoryError:
        return {"reason": "too_long", "detail": "it takes more memory than a document may"}
    except Exception as error:  # noqa: BLE001 - a parser's fault costs the one document that shows it
        return {"reason": "malformed", "detail": f"{type(error).__name__}: {error}"[:200]}


def _form(name: str) -> Callable[[bytes], Document]:
    if name not in _FORMS:
        raise ConversionError("unsupported", f"no such form: {name}")
    found: Callable[[bytes], Document] = getattr(import_module(f"ingest.source.convert.{name}"), f"document_of_{name}")
    return found


def _answer(answers: IO[bytes], answer: dict[str, object]) -> None:
    answers.write(json.dumps(answer).encode() + b"\n")
    answers.flush()


def _limit_memory() -> None:
    if sys.platform == "linux":  # elsewhere the limit is not kept, or not there
        import resource  # noqa: PLC0415 - not on every system

        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))


if __name__ == "__main__":
    main()
