"""How names are folded before they are compared: case, diacritics, apostrophes and dots do not count."""

from __future__ import annotations

import re
import unicodedata

_PLAIN = str.maketrans("’‘ʻʼıłŁøØđĐ", "''''ilLoOdD")
_GAP = re.compile(r"[^\w&+]+")


def fold(text: str) -> str:
    """`text` as words in lower case without diacritics, one blank between them: "Côte d'Ivoire" is "cote d ivoire"."""
    if not text.isascii():
        decomposed = unicodedata.normalize("NFKD", text.translate(_PLAIN))
        text = "".join(char for char in decomposed if not unicodedata.combining(char))
    return _GAP.sub(" ", text.replace(".", "").casefold()).strip()
