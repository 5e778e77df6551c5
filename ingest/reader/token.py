"""Words of a sentence with their offsets: what all stages before the parser work on."""

from __future__ import annotations

import re
from dataclasses import dataclass

_WORD = re.compile(
    r"""(?:[^\W\d_]\.){2,}            # U.S., D.R.
      | [^\W\d_]+(?:[.](?=[^\W\d_]{2}))?  # plain words
        (?:[-‑'’][^\W\d_]+)*         # Tan-Sri, d'Ivoire, Guinea-Bissau
      | \d+(?:[.,:]\d+)*(?:st|nd|rd|th|m|bn|tn|km|%)?\b
      | \S""",
    re.VERBOSE,
)
_TAIL = re.compile(
    r"(?:'|’)s$|(?:'|’)$|-(?:led|backed|brokered|born|based|owned|funded|built|made|held|sponsored|run|mediated|imposed)$"
)


@dataclass(frozen=True, slots=True)
class Word:
    """One word or mark: its text and code points ``[start, end)`` of the field."""

    text: str
    start: int
    end: int

    @property
    def capital(self) -> bool:
        """Whether it begins with an upper-case letter."""
        return self.text[:1].isupper()


def words_of(text: str, offset: int = 0) -> list[Word]:
    """The words of `text`; a possessive ``'s`` and a compound's ``-led`` are words of their own."""
    out: list[Word] = []
    for match in _WORD.finditer(text):
        piece, start = match.group(), match.start() + offset
        tail = _TAIL.search(piece)
        if tail and tail.start() > 0:
            cut = tail.start()
            out.append(Word(piece[:cut], start, start + cut))
            out.append(Word(piece[cut:], start + cut, start + len(piece)))
        else:
            out.append(Word(piece, start, start + len(piece)))
    return out
