"""Sentences of a text, with offsets: cut at full stops that end one, never at "U.S." or "Sept. 19"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from ingest.reader.lexicon import lexicon

FieldName = Literal["title", "text"]


_BREAK = re.compile(
    r"""(?P<stop>[.!?…]+)(?P<close>["'”’»)\]]*)(?=\s+["'“‘«(\[]*[^\W\d_a-z]|\s+["'“‘«(\[]*\d|\s*$)|\n\s*\n|\n(?=\s*(?:[-•*–]|\d+[.)]|\#))|\n""",
    re.VERBOSE,
)
_CAPITAL_NEXT = re.compile(r"""\s+["'“‘«(\[]*(?P<word>[^\W\d_][\w'’-]*)""")
_LIST_NUMBER = re.compile(r"\s*(?:\d{1,2}|[a-z]|[ivx]+)[.)]\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Sentence:
    """Code points ``[start, end)`` of a field, and the paragraph it stands in (0 is the first)."""

    field: FieldName
    start: int
    end: int
    text: str
    paragraph: int


_STRAY = " \t\n\r\u00a0.,;:"
"""Marks that begin no sentence: white space, and stops that a broken line has left behind."""


def split_sentences(text: str, field: FieldName = "text") -> list[Sentence]:
    """Returns the sentences of `text` in order; white space between them belongs to none."""
    out: list[Sentence] = []
    start = paragraph = 0
    for match in _BREAK.finditer(text):
        line_break = match.group("stop") is None
        if not line_break and not _ends_sentence(text, start, match):
            continue
        _add(out, text, field, start, match.start() if line_break else match.end(), paragraph)
        start = match.end()
        if line_break:
            paragraph += 1
    _add(out, text, field, start, len(text), paragraph)
    return out


def _add(out: list[Sentence], text: str, field: FieldName, start: int, end: int, paragraph: int) -> None:
    piece = text[start:end].lstrip(_STRAY)
    stripped = piece.rstrip()
    if stripped:
        start = end - len(piece)
        out.append(Sentence(field, start, start + len(stripped), stripped, paragraph))


def _ends_sentence(text: str, start: int, match: re.Match[str]) -> bool:
    """Whether the stop that `match` found ends the sentence begun at `start`."""
    if match.group("stop") != ".":
        return True
    before = text[start : match.start()]
    word = re.split(r"[\s(\[“\"'‘—–]", before)[-1].lower()
    if _LIST_NUMBER.fullmatch(text[start : match.end()]):
        return False
    if match.group("close"):
        return True
    if word in {"no", "nos", "art", "arts"} and not text[match.end() :].lstrip()[:1].isdigit():
        return True
    if word in lexicon().abbreviations:
        return text[match.end() :].strip() == ""
    if re.fullmatch(r"[^\W\d_](?:\.[^\W\d_])*", word):
        following = _CAPITAL_NEXT.match(text, match.end())
        return "." in word and following is not None and following.group("word").lower() in lexicon().sentence_starters
    return True
