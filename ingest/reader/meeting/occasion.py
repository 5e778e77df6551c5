"""Occasions: words of a sentence that tell of a meeting."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from graph.claim import MeetingKind
from ingest.reader.tree.tree import Token


class Telling(Enum):
    """How words tell of a meeting."""

    NOUN = "noun"  # talks with, during a visit to
    VERB = "verb"  # met, telephoned
    JOINT = "joint"  # the two presidents signed, he and the premier agreed
    SUMMONS = "summons"  # summoned the ambassador
    TOUCH = "touch"  # he received him, she saw her off: only adds to a visit
    WORD = "word"  # the president told the chancellor


TOLD = frozenset({Telling.NOUN, Telling.VERB})
"""The ways in which words of meeting tell of one."""


@dataclass(frozen=True, slots=True)
class Occasion:
    """A word that tells of a meeting."""

    trigger: Token
    kind: MeetingKind
    telling: Telling
    places: tuple[str, ...] = ()
    complete: bool = False
    """Whether the words themselves must name all who take part."""
    loose: bool = False
    """Whether it may be a moment of a larger meeting."""


PLACES = ("with", "between", "of", "among", "from", "by")
"""Prepositions by which a noun of meeting names who takes part."""
