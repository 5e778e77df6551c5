"""Sentences of a text, with offsets: cut at full stops that end one, never at "U.S." or "Sept. 19"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

FieldName = Literal["title", "text"]

ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof gen lt col maj capt sgt adm cmdr gov sen rep rev hon st jr sr messrs amb min pres dep asst "
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun "
    "no nos art arts vol pp ca approx est inc ltd co corp plc dept vs etc e.g i.e viz cf mt ft bn tn".split()
)
"""Lower-case words after which a full stop ends no sentence; single letters ("U.S.", "J.") never do either."""

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
    piece = text[start:end]
    stripped = piece.strip()
    if stripped:
        start += len(piece) - len(piece.lstrip())
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
    if word in ABBREVIATIONS:
        return text[match.end() :].strip() == ""
    if re.fullmatch(r"[^\W\d_](?:\.[^\W\d_])*", word):
        following = _CAPITAL_NEXT.match(text, match.end())
        return "." in word and following is not None and following.group("word").lower() in SENTENCE_STARTERS
    return True


SENTENCE_STARTERS = frozenset(
    "the a an in on at by for from but and he she it they we his her its their this that these those both neither after "
    "before while when if as under since there however meanwhile earlier later last next no not asked".split()
)
"""Words that begin a new sentence after an abbreviation such as "U.S."."""
