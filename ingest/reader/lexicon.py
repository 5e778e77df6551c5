"""The lexicon: closed word classes of the reader, explained in data/words.yaml and data/matter.yaml."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from ingest.reader.packaged import word_classes

_FILES = ("words.yaml", "matter.yaml")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """One set of words a class; the classes are explained in data/words.yaml and data/matter.yaml."""

    private: frozenset[str]
    document: frozenset[str]
    group: frozenset[str]
    abbreviations: frozenset[str]
    sentence_starters: frozenset[str]
    pledge: frozenset[str]
    possible: frozenset[str]
    negative: frozenset[str]
    light: frozenset[str]
    object_control: frozenset[str]
    particles: frozenset[str]
    not_names: frozenset[str]
    namesakes: frozenset[str]
    organs: frozenset[str]
    agencies: frozenset[str]
    country_words: frozenset[str]
    neutral: frozenset[str]
    planning: frozenset[str]
    wishing: frozenset[str]
    weighing: frozenset[str]
    statutes: frozenset[str]
    refusing: frozenset[str]
    planned: frozenset[str]
    eventual: frozenset[str]
    dealing: frozenset[str]
    servants: frozenset[str]
    strife: frozenset[str]
    saying: frozenset[str]
    ending: frozenset[str]
    lifting: frozenset[str]
    barrier: frozenset[str]
    bads: frozenset[str]
    bystanders: frozenset[str]
    venues: frozenset[str]
    proposing: frozenset[str]
    shared: frozenset[str]
    instrument: frozenset[str]
    market: frozenset[str]
    upholding: frozenset[str]
    admitting: frozenset[str]
    covering: frozenset[str]
    treating: frozenset[str]
    occasions: frozenset[str]
    tables: frozenset[str]
    alleging: frozenset[str]
    deeds: frozenset[str]
    body_words: frozenset[str]
    public: frozenset[str]
    crowds: frozenset[str]
    civilians: frozenset[str]
    wrongs: frozenset[str]
    menaces: frozenset[str]
    blows: frozenset[str]
    sent_away: frozenset[str]
    helpers: frozenset[str]
    helping: frozenset[str]
    owning: frozenset[str]
    domestic: frozenset[str]
    troops: frozenset[str]
    forces: frozenset[str]
    facing: frozenset[str]
    acceding: frozenset[str]
    accepting: frozenset[str]
    political: frozenset[str]
    pacts: frozenset[str]
    civic: frozenset[str]
    arms: frozenset[str]
    stative: frozenset[str]
    relations: frozenset[str]
    counterparts: frozenset[str]
    function: frozenset[str]
    heading: frozenset[str]
    recalling: frozenset[str]
    rulers: frozenset[str]
    given_names: frozenset[str]
    anonymous: frozenset[str]
    goods: frozenset[str]
    vowing: frozenset[str]
    granting: frozenset[str]
    wielding: frozenset[str]
    spans: frozenset[str]
    deadlines: frozenset[str]
    departing: frozenset[str]
    grounds: frozenset[str]
    taken_in: frozenset[str]
    shutting: frozenset[str]
    missions: frozenset[str]
    deterring: frozenset[str]
    reprisals: frozenset[str]


@cache
def lexicon() -> Lexicon:
    """The packaged classes, validated."""
    return word_classes(Lexicon, *_FILES)
