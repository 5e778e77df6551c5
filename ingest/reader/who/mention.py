"""Mentions: the words of a sentence that stand for actors."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Form(Enum):
    """How a mention names its actor."""

    NAME = "name"  # Japan
    ADJECTIVE = "adjective"  # Japanese
    DEMONYM = "demonym"  # Japanese, Filipinos
    SEAT = "seat"  # Tokyo, where it stands for the government or is a place
    METONYM = "metonym"  # the Kremlin
    BODY = "body"  # ASEAN
    INSTITUTION = "institution"  # the European Commission
    LEADER = "leader"  # Prime Minister Fumio Kishida


@dataclass(frozen=True, slots=True)
class Leader:
    """A named person as the article shows them. `surnames` are folded words by which later mentions may name them."""

    name: str
    actor: str
    role: str
    title: str
    surnames: tuple[str, ...] = ()
    certain: bool = True


@dataclass(frozen=True, slots=True)
class Mention:
    """Code points ``[start, end)`` of a field that stand for `actors` (several for "Korean")."""

    start: int
    end: int
    text: str
    actors: tuple[str, ...]
    form: Form
    leader: Leader | None = None
    strong: bool = True
    core: tuple[int, int] | None = None
    """The words that stand for the whole when it is parsed ."""
