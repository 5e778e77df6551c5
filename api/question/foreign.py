"""Names of countries in other languages that people ask in: of Unicode CLDR, by Babel."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from babel import Locale

from api.question.token import key_of
from api.question.words import Key, words
from graph.vocabulary import countries

LANGUAGES = ("de", "fr", "es", "it", "pt", "nl")
"""Whose names of countries are understood."""

_SHORTEST = 4


@cache
def foreign_names() -> tuple[tuple[Key, str], ...]:
    """Folded names with the ids of their countries; none that is an English word (German "Island" is Iceland)."""
    return tuple((key, country) for key, country in dict(_named()).items() if _counts(key))


def _named() -> Iterator[tuple[Key, str]]:
    by_iso2 = {country.iso2: country.id for country in countries() if country.iso2}
    for language in reversed(LANGUAGES):
        for code, name in Locale(language).territories.items():
            if code in by_iso2:
                yield key_of(name), by_iso2[code]


def _counts(key: Key) -> bool:
    return len("".join(key)) >= _SHORTEST and key not in words().not_foreign
