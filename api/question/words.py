"""The packaged words of questions, read and checked once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TypeVar

from api.question.record import INTENTS, Intent
from api.question.token import key_of
from graph.errors import VocabularyError
from graph.vocabulary import bodies, countries, sectors
from graph.vocabulary.loading import Row, parse_yaml

Key = tuple[str, ...]
T = TypeVar("T")

_FILE = "words.yaml"


@dataclass(frozen=True, slots=True)
class Words:
    """`intents` maps a word to what it asks for; the rest is described in words.yaml."""

    intents: dict[str, Intent]
    neutral: frozenset[str]
    joining: frozenset[str]
    leading: frozenset[str]
    prefixes: dict[str, str]
    groups: dict[Key, tuple[str, ...]]
    usual: dict[Key, str]
    near: dict[Key, str]
    english: frozenset[str]
    masks: frozenset[Key]
    member_nouns: frozenset[str]
    slots: frozenset[str]
    sectors: dict[Key, str]
    usual_people: dict[Key, str]
    roles: dict[Key, tuple[str, ...]]
    surnames: frozenset[str]
    not_surnames: frozenset[str]
    not_foreign: frozenset[Key]

    def is_known(self, word: str) -> bool:
        """Whether a folded word has a meaning, or none, that needs no guessing."""
        return (
            word in self.neutral
            or word in self.intents
            or word in self.joining
            or word in self.leading
            or word.isdigit()
        )


@cache
def words() -> Words:
    """The packaged words; raises VocabularyError naming the key that is wrong."""
    return words_of(resources.files("api.question").joinpath(_FILE).read_text(encoding="utf-8"))


def words_of(text: str) -> Words:
    """The words of a file like words.yaml; raises VocabularyError naming the key that is wrong.

    No list holds a word twice, and what asks for something, joins or leads is not neutral besides.
    """
    raw = parse_yaml(_FILE, text)
    if not isinstance(raw, dict):
        raise VocabularyError(f"{_FILE}: the top level is no mapping")
    row = Row(_FILE, "top level", raw)
    row.only(*Words.__slots__)
    found = Words(
        intents=_intents(row.row("intents")),
        neutral=frozenset(row.texts("neutral")),
        joining=frozenset(row.texts("joining")),
        leading=frozenset(row.texts("leading")),
        prefixes={name: _actor(own, name) for own in (row.row("prefixes"),) for name in own.fields},
        groups=_by_key(row.row("groups"), _actors),
        usual=_by_key(row.row("usual"), _actor),
        near=_by_key(row.row("near"), _actor),
        english=frozenset(row.texts("english")),
        masks=frozenset(map(key_of, row.texts("masks"))),
        member_nouns=frozenset(row.texts("member_nouns")),
        slots=frozenset(row.texts("slots")),
        sectors=_by_key(row.row("sectors"), _sector),
        usual_people=_by_key(row.row("usual_people"), Row.text),
        roles=_by_key(row.row("roles"), Row.texts),
        surnames=frozenset(row.texts("surnames")),
        not_surnames=frozenset(row.texts("not_surnames")),
        not_foreign=frozenset(map(key_of, row.texts("not_foreign"))),
    )
    if twice := found.neutral & {*found.intents, *found.joining, *found.leading}:
        row.fail(f"neutral holds {min(twice)!r}, which has another meaning")
    return found


def _intents(row: Row) -> dict[str, Intent]:
    row.only(*INTENTS)
    found: dict[str, Intent] = {}
    known: dict[str, Intent] = {intent: intent for intent in INTENTS}
    for intent in (known[name] for name in row.fields):
        for word in row.texts(intent):
            if word in found:
                row.fail(f"{intent} holds {word!r}, which {found[word]} holds")
            found[word] = intent
    return found


def _by_key(row: Row, read: Callable[[Row, str], T]) -> dict[Key, T]:
    """The fields of a mapping, as `read` reads them, by the folded words of their names."""
    found: dict[Key, T] = {}
    for name in row.fields:
        if key_of(name) in found:
            row.fail(f"{name!r} is given twice, spelt otherwise")
        found[key_of(name)] = read(row, name)
    return found


def _actor(row: Row, name: str) -> str:
    id_ = row.text(name)
    if id_ not in countries().by_id and id_ not in bodies().by_id:
        row.fail(f"{name}: no actor {id_!r}")
    return id_


def _actors(row: Row, name: str) -> tuple[str, ...]:
    ids = row.texts(name)
    for id_ in ids:
        if id_ not in countries().by_id:
            row.fail(f"{name}: no country {id_!r}")
    return ids


def _sector(row: Row, name: str) -> str:
    id_ = row.text(name)
    if id_ not in sectors().by_id:
        row.fail(f"{name}: no sector {id_!r}")
    return id_
