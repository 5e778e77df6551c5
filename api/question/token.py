"""The words of a question: where they stand, how they are folded, what joins them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from ingest.matching import plain

_WORD = re.compile(r"ORG:[A-Z0-9_]+|(?:[A-Za-z]\.){2,}|\b[bB]/[wW]\b|[^\W_]+")
_GLUE = frozenset("-‐‑‒–—−/\\&+:|↔→·")
_ALIKE = {"st": "saint", "&": "and", "b/w": "between"}
_DROPPED = frozenset({"the"})


@dataclass(frozen=True, slots=True)
class Token:
    """One word: as written, and folded (lower case, no diacritics or dots).

    `glued`: a dash, hyphen or slash, and no word, stands between it and the word before.
    """

    text: str
    folded: str
    start: int
    end: int
    glued: bool

    @property
    def capital(self) -> bool:
        """Whether it is written with a capital."""
        return self.text[0].isupper()

    @property
    def upper(self) -> bool:
        """Whether it is written in capitals, as codes are."""
        return self.text.isupper()


def tokens_of(text: str) -> list[Token]:
    """The words of `text` but for "the" and the possessive s; "&" between words is the word "and"."""
    shown = re.sub(r"\s&\s", " and ", text)
    matches = [m for m in _WORD.finditer(shown) if not _is_possessive(shown, m)]
    gaps = ["", *(shown[a.end() : b.start()] for a, b in pairwise(matches))][: len(matches)]
    out: list[Token] = []
    glue_held = False
    for match, gap in zip(matches, gaps, strict=True):
        folded = fold(match[0])
        glued = glue_held or bool(_GLUE & set(gap))
        glue_held = folded in _DROPPED and glued
        if folded not in _DROPPED:
            out.append(Token(match[0], folded, match.start(), match.end(), glued))
    return out


def key_of(name: str) -> tuple[str, ...]:
    """The folded words of a name, as `tokens_of` would find them in a question."""
    return tuple(token.folded for token in tokens_of(name))


def fold(word: str) -> str:
    """One word in the form that is compared."""
    folded = plain(word).replace(".", "")
    return _ALIKE.get(folded, folded)


def _is_possessive(text: str, match: re.Match[str]) -> bool:
    """Whether it is an English possessive, or a French article before a vowel ("l'Allemagne")."""
    if match[0] in {"l", "L"}:
        return text[match.end() : match.end() + 1] in {"'", "’"}
    return match[0] in {"s", "S"} and text[match.start() - 1 : match.start()] in {"'", "’"}
