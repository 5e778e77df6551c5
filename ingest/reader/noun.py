"""Noun classes: which noun phrases act for a country, a group in focus or the parties of a document."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml


@dataclass(frozen=True, slots=True)
class NounClasses:
    """Lemmas by class; the classes are explained at the top of data/nouns.yaml."""

    private: frozenset[str]
    document: frozenset[str]
    group: frozenset[str]


@cache
def noun_classes() -> NounClasses:
    """The packaged classes."""
    rows = yaml.load(files("ingest.reader").joinpath("data/nouns.yaml").read_text("utf-8"), yaml.CSafeLoader)
    return NounClasses(**{name: frozenset(lemmas) for name, lemmas in rows.items()})


PERSON_ROLES = {
    "president": frozenset({"head_of_state", "official"}),
    "leader": frozenset({"head_of_state", "head_of_government", "monarch"}),
    "ruler": frozenset({"monarch", "head_of_state"}),
    "king": frozenset({"monarch"}),
    "emir": frozenset({"monarch"}),
    "sultan": frozenset({"monarch"}),
    "premier": frozenset({"head_of_government"}),
    "chancellor": frozenset({"head_of_government"}),
    "minister": frozenset({"foreign_minister", "defence_minister", "minister", "head_of_government"}),
    "secretary": frozenset({"foreign_minister", "defence_minister", "minister", "official"}),
    "ambassador": frozenset({"ambassador"}),
    "envoy": frozenset({"envoy", "ambassador"}),
    "spokesman": frozenset({"official"}),
    "spokeswoman": frozenset({"official"}),
    "spokesperson": frozenset({"official"}),
    "official": frozenset({"official"}),
    "diplomat": frozenset({"official", "ambassador", "envoy"}),
}
"""Role classes that a definite role noun ("the premier") may point back to."""

ORGANS = frozenset(
    "government ministry cabinet embassy delegation army navy military parliament presidency office administration "
    "authority officials junta police court team air-force troops forces side".split()
)
"""Nouns that mean the government in focus when nothing names it ("the ministry said")."""

COUNTRY_WORDS = frozenset(
    "country nation state kingdom republic island emirate sultanate federation archipelago neighbour neighbor land capital "
    "regime north south".split()
)
"""Nouns that mean the country in focus ("the kingdom")."""
