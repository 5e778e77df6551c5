"""Words of a sentence with their offsets: what all stages before the parser work on."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from graph.vocabulary import countries

_WORD = re.compile(
    r"""(?:[^\W\d_]\.){2,}            # U.S., D.R.
      | [^\W\d_]+(?:[.](?=[^\W\d_]{2}))?  # plain words
        (?:[-‑'’](?:(?:[^\W\d_]\.){2,}|[^\W\d_]+))*  # Tan-Sri, d'Ivoire, Guinea-Bissau, Japan-U.S.
      | \d+(?:[.,:]\d+)*(?:st|nd|rd|th|m|bn|tn|km|%)?\b
      | \S""",
    re.VERBOSE,
)
_TAIL = re.compile(
    r"(?:'|’)s$|(?:'|’)$|-(?:led|backed|brokered|born|based|owned|funded|built|made|held|sponsored|run|mediated|imposed)$"
)
_HYPHEN = re.compile("[-‑–]")
_BEFORE = frozenset({"then", "ex", "former", "anti", "pro"})


class Word(NamedTuple):
    """One word or mark: its text and code points ``[start, end)`` of the field."""

    text: str
    start: int
    end: int

    @property
    def capital(self) -> bool:
        """Whether it begins with an upper-case letter."""
        return self.text[:1].isupper()


def words_of(text: str, offset: int = 0) -> list[Word]:
    """The words of `text`; a possessive ``'s``, ``-led`` and the countries of a compound are words of their own."""
    out: list[Word] = []
    for match in _WORD.finditer(text):
        piece, start = match.group(), match.start() + offset
        if piece.isalpha():
            out.append(Word(piece, start, start + len(piece)))
            continue
        while cut := _joined_at(piece):
            out.append(Word(piece[:cut], start, start + cut))
            out.append(Word(piece[cut], start + cut, start + cut + 1))
            piece, start = piece[cut + 1 :], start + cut + 1
        tail = _TAIL.search(piece)
        if tail and tail.start() > 0:
            cut = tail.start()
            out.append(Word(piece[:cut], start, start + cut))
            out.append(Word(piece[cut:], start + cut, start + len(piece)))
        else:
            out.append(Word(piece, start, start + len(piece)))
    return out


def _joined_at(piece: str) -> int:
    """Where a hyphen joins a country's word, or one such as "then", to the next word ("US-Japan", "then-premier")."""
    hyphen = _HYPHEN.search(piece)
    if hyphen is None or _TAIL.search(piece):
        return 0
    head, rest = piece[: hyphen.start()], piece[hyphen.end() :]
    whole, first = _country_words()
    if head in first and _HYPHEN.split(rest)[0] in whole:
        return hyphen.start()
    return hyphen.start() if head.lower() in _BEFORE or (head in whole and piece not in whole) else 0


@cache
def _country_words() -> tuple[frozenset[str], frozenset[str]]:
    """Names and adjectives of countries that are one word, and the short forms before a hyphen ("Sino")."""
    names = (n for c in countries() for n in (*c.strong, *c.weak, *c.adjectives, *c.seats))
    return frozenset(n for n in names if " " not in n), frozenset(n for c in countries() for n in c.joined)
