"""Romanisation: what the spellings of one name in Latin letters have in common."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from graph.errors import VocabularyError
from graph.vocabulary.bodies import bodies
from graph.vocabulary.countries import countries
from graph.vocabulary.loading import Row, load_document

_FILE = "romanisation.yaml"
_KEPT = 50_000
"""So many words are remembered, so that the names of a large actor are not rewritten at every write."""

Rewrite = tuple[re.Pattern[str], str]


@dataclass(frozen=True, slots=True)
class Family:
    """How the names of the people of some actors are rewritten: see romanisation.yaml."""

    drop: frozenset[str]
    same: Mapping[str, str]
    rewrites: tuple[Rewrite, ...]


_NONE = Family(frozenset(), {}, ())


@dataclass(frozen=True, eq=False)
class Romanisation:
    """All families, by actor. `fathers` and `generations` are words that tell namesakes apart."""

    shortest: int
    fathers: frozenset[str]
    generations: frozenset[str]
    letters: Mapping[int, str]
    everywhere: tuple[Rewrite, ...]
    exact: frozenset[str]
    families: Mapping[str, Family]

    def bare(self, actor: str, name: str) -> tuple[str, ...]:
        """The words of a folded name as all spellings of it have them, in their order.

        >>> romanisation().bare("UKR", "volodymyr zelenskyy") == romanisation().bare("UKR", "volodymyr zelenskiy")
        True
        """
        family = self.families.get(actor, _NONE)
        words = [word for written in name.split() for word in _rewritten(self, actor, written).split()]
        kept = [word for word in words if word not in family.drop]
        return tuple(kept if len(kept) > 1 else words)


@lru_cache(_KEPT)
def _rewritten(rules: Romanisation, actor: str, written: str) -> str:
    """One word, or two where a name holds a word of its own (Abdulaziz)."""
    family = rules.families.get(actor, _NONE)
    word = written.translate(rules.letters)
    if word in family.same:
        return family.same[word]
    if len(word) < rules.shortest or actor in rules.exact:
        return word
    for pattern, text in (*family.rewrites, *rules.everywhere):
        word = pattern.sub(text, word)
    return family.same.get(word, word)


@cache
def romanisation() -> Romanisation:
    """The packaged rules, read and validated once; raises VocabularyError."""
    return read_romanisation(load_document(_FILE))


def read_romanisation(document: Row) -> Romanisation:
    """Rules from a file like romanisation.yaml; raises VocabularyError that names file and key."""
    document.only("shortest", "fathers", "generations", "letters", "everywhere", "exact", "families")
    letters = document.row("letters")
    exact = _actors(document, "exact")
    families: dict[str, Family] = {}
    for name in document.row("families").fields:
        row = document.row("families").row(name)
        family = _family(row)
        for actor in _actors(row, "actors"):
            if actor in families or actor in exact:
                row.fail(f"actors: {actor} is in two families")
            families[actor] = family
    return Romanisation(
        document.number("shortest"),
        frozenset(document.texts("fathers")),
        frozenset(document.texts("generations")),
        str.maketrans({letter: letters.text(letter) for letter in letters.fields}),
        _rewrites(document.row("everywhere")),
        exact,
        families,
    )


def _family(row: Row) -> Family:
    row.only("actors", "drop", "same", "rewrites")
    same: dict[str, str] = {}
    for spellings in row.fields.get("same", []):
        if not isinstance(spellings, list) or len(spellings) < 2 or not all(isinstance(s, str) for s in spellings):
            row.fail(f"same holds {spellings!r}, which are no spellings")
        for spelling in spellings:
            if spelling in same:
                row.fail(f"same holds {spelling!r} twice")
            same[spelling] = spellings[0]
    return Family(frozenset(row.texts("drop")), same, _rewrites(row.row("rewrites")))


def _rewrites(row: Row) -> tuple[Rewrite, ...]:
    rewrites = []
    for pattern, text in row.fields.items():
        if not isinstance(pattern, str) or not isinstance(text, str):
            row.fail(f"{pattern!r} is no pattern with a text (quote them?)")
        try:
            rewrites.append((re.compile(pattern), text))
        except re.error as error:
            raise VocabularyError(f"{row.file}: {row.key}: {pattern!r} is no pattern: {error}") from error
    return tuple(rewrites)


def _actors(row: Row, field: str) -> frozenset[str]:
    actors: Sequence[str] = row.texts(field)
    unknown = [actor for actor in actors if actor not in countries().by_id and actor not in bodies().by_id]
    if unknown:
        row.fail(f"{field}: unknown {', '.join(unknown)}")
    return frozenset(actors)
