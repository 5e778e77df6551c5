"""Turns of phrase of a question: what is asked for, and what cannot be answered."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import yaml

from api.question.record import INTENTS, Intent
from graph.errors import VocabularyError

_FILE = "cues.yaml"
_SIDES = {"none": (0, 0), "one": (1, 1), "two": (2, 10**6)}
_LITERAL = re.compile(r"(?<![\\a-z])[a-z]{3,}(?![a-z]*\\w)")
_ANY = (-1, 10**6)


@dataclass(frozen=True, slots=True)
class Cue:
    """Patterns of which one must be found where the number of sides named is in `sides`; `value` is what it says."""

    value: str
    patterns: tuple[re.Pattern[str], ...]
    sides: tuple[int, int]

    def fits(self, masked: str, sides: int) -> bool:
        """Whether it is found in masked words (see cues.yaml) of a question with so many sides."""
        return self.sides[0] <= sides <= self.sides[1] and any(p.search(masked) for p in self.patterns)


@dataclass(frozen=True, slots=True)
class Cues:
    """All cues, in the order in which they are tried; `words` are those that the patterns of `intents` hold."""

    polite: tuple[re.Pattern[str], ...]
    refused: tuple[Cue, ...]
    intents: tuple[tuple[Intent, Cue], ...]
    words: frozenset[str]

    def refusal(self, masked: str, sides: int) -> str | None:
        """Why such a question cannot be answered."""
        plain = self._plain(masked)
        return next((cue.value for cue in self.refused if cue.fits(plain, sides)), None)

    def intent(self, masked: str, sides: int) -> Intent | None:
        """What such a question asks for."""
        plain = self._plain(masked)
        return next((intent for intent, cue in self.intents if cue.fits(plain, sides)), None)

    def _plain(self, masked: str) -> str:
        for pattern in self.polite:
            masked = pattern.sub(" ", masked)
        return " ".join(masked.split())


@cache
def cues() -> Cues:
    """The packaged cues; VocabularyError names the key that is wrong."""
    raw = yaml.safe_load(resources.files("api.question").joinpath(_FILE).read_text(encoding="utf-8"))
    known: dict[str, Intent] = {intent: intent for intent in INTENTS}
    intents = [_cue(entry, "intent") for entry in raw["intents"]]
    if unknown := {cue.value for cue in intents} - set(known):
        raise VocabularyError(f"{_FILE}: intents: unknown {sorted(unknown)}")
    return Cues(
        polite=tuple(map(re.compile, raw["polite"])),
        refused=tuple(_cue(entry, "says") for entry in raw["refused"]),
        intents=tuple((known[cue.value], cue) for cue in intents),
        words=frozenset(word for cue in intents for p in cue.patterns for word in _LITERAL.findall(p.pattern)),
    )


def _cue(entry: dict[str, Any], of: str) -> Cue:
    sides = entry.get("sides")
    if unknown := set(entry) - {of, "sides", "any"}:
        raise VocabularyError(f"{_FILE}: {entry.get(of)}: unknown {sorted(unknown)}")
    if sides is not None and sides not in _SIDES:
        raise VocabularyError(f"{_FILE}: {entry[of]}: sides is {sides!r}")
    try:
        patterns = tuple(re.compile(pattern) for pattern in entry["any"])
    except re.error as error:
        raise VocabularyError(f"{_FILE}: {entry[of]}: {error}") from error
    return Cue(entry[of], patterns, _SIDES[sides] if sides else _ANY)
