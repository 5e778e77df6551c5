"""The packaged words of questions, read and checked once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import yaml

from api.question.record import INTENTS, Intent
from api.question.token import key_of
from graph.errors import VocabularyError

Key = tuple[str, ...]


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
    sectors: dict[str, str]
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
    raw = yaml.safe_load(resources.files("api.question").joinpath("words.yaml").read_text(encoding="utf-8"))
    return Words(
        intents=_intents(raw["intents"]),
        neutral=_strings(raw, "neutral"),
        joining=_strings(raw, "joining"),
        leading=_strings(raw, "leading"),
        prefixes=dict(raw["prefixes"]),
        groups={key_of(name): tuple(actors) for name, actors in raw["groups"].items()},
        usual={key_of(name): actor for name, actor in raw["usual"].items()},
        near={key_of(name): actor for name, actor in raw["near"].items()},
        english=_strings(raw, "english"),
        masks=frozenset(map(key_of, raw["masks"])),
        member_nouns=_strings(raw, "member_nouns"),
        slots=_strings(raw, "slots"),
        sectors=dict(raw["sectors"]),
        usual_people={key_of(name): person for name, person in raw["usual_people"].items()},
        roles={key_of(title): tuple(classes) for title, classes in raw["roles"].items()},
        surnames=_strings(raw, "surnames"),
        not_surnames=_strings(raw, "not_surnames"),
        not_foreign=frozenset(map(key_of, _strings(raw, "not_foreign"))),
    )


def _intents(raw: dict[str, list[str]]) -> dict[str, Intent]:
    known: dict[str, Intent] = {intent: intent for intent in INTENTS}
    if unknown := set(raw) - set(known):
        raise VocabularyError(f"words.yaml: intents: unknown {sorted(unknown)}")
    return {word: known[intent] for intent, listed in raw.items() for word in listed}


def _strings(raw: dict[str, Any], key: str) -> frozenset[str]:
    listed = raw[key]
    if wrong := [word for word in listed if not isinstance(word, str)]:
        raise VocabularyError(f"words.yaml: {key}: not text, quote it: {wrong}")
    return frozenset(listed)
