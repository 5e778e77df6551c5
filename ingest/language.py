"""In which language a text is written. English is what the reader reads."""

from __future__ import annotations

import re

from graph.article import Article
from graph.errors import ArticleError

ENGLISH = "en"

_WORD = re.compile(r"[^\W\d_]+")
_FUNCTION_WORDS = frozenset(
    "the of and to in a an is that for on with as by was were at it from has have had be are said its will".split()
)
_USUAL_SHARE = 0.15
"""English news has a function word of these in every three; no other language has one in seven."""

_LOOKED_AT = 5_000
_ENOUGH_WORDS = 20
_ENOUGH_STRANGE = 20
"""So many words, or letters of another script, say what a text is written in; a shorter one counts as English."""

_LATIN_ENDS = "\u024f"


def language_of(text: str) -> str:
    """The ISO 639-1 code of the language of `text`, by its function words, else by its letters (py3langid)."""
    text = text[:_LOOKED_AT]
    words = _WORD.findall(text)
    strange = sum(letter > _LATIN_ENDS for word in words for letter in word)
    if len(words) < _ENOUGH_WORDS and strange < _ENOUGH_STRANGE:
        return ENGLISH
    if sum(word.casefold() in _FUNCTION_WORDS for word in words) >= _USUAL_SHARE * len(words):
        return ENGLISH
    # its model takes a second to load, and English never needs it
    from py3langid import classify  # type: ignore[import-untyped]  # noqa: PLC0415

    code, _ = classify(text)
    return str(code)


def in_english(article: Article, where: str) -> Article:
    """`article` itself; raises ArticleError with reason ``language`` if it is written in another language."""
    code = language_of(f"{article.title}\n{article.text}")
    if code != ENGLISH:
        raise ArticleError(where, "language", f"written in {language_name(code)} ({code}); English is read")
    return article


def language_name(code: str) -> str:
    """The English name of a language."""
    from babel import Locale  # noqa: PLC0415 - only for what is skipped

    return str(Locale("en").languages.get(code, code))
