"""Word classes of agreements: of their names (data/agreement_words.yaml) and of where they stand (…_status.yaml)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from graph.claim import AGREEMENT_STATUSES, AgreementStatus
from graph.errors import VocabularyError
from ingest.reader.packaged import packaged, word_classes

YEAR = re.compile(r"(?:19|20)\d\d")
DASHES = frozenset({"-", "‑", "–", "/"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD", "WP", "WDT", "WRB"})
"""Tags of words that only a clause has."""


@dataclass(frozen=True, slots=True)
class AgreementWords:
    """One set of words a class; the classes are explained in data/agreement_words.yaml."""

    links: frozenset[str]
    inner: frozenset[str]
    sides: frozenset[str]
    pointing: frozenset[str]
    void: frozenset[str]
    faded: frozenset[str]
    dates: frozenset[str]
    papers: frozenset[str]
    truces: frozenset[str]
    talks: frozenset[str]
    helpers: frozenset[str]
    outsiders: frozenset[str]
    refusals: frozenset[str]
    naming: frozenset[str]
    relative: frozenset[str]
    public: frozenset[str]
    life: frozenset[str]
    amending: frozenset[str]
    offers: frozenset[str]
    collections: frozenset[str]
    demands: frozenset[str]
    disposing: frozenset[str]
    empty: frozenset[str]
    presuming: frozenset[str]
    keeping: frozenset[str]
    pieces: frozenset[str]
    nouns: frozenset[str]
    going: frozenset[str]
    signing: frozenset[str]
    stateless: frozenset[str]
    signed_kinds: dict[str, str]
    holding: frozenset[str]
    lending: frozenset[str]
    currencies: frozenset[str]
    goods: frozenset[str]
    listing: frozenset[str]
    passing: frozenset[str]
    houses: frozenset[str]
    delays: frozenset[str]
    listed: frozenset[str]
    headings: frozenset[str]
    unsigned: frozenset[str]
    nearing: frozenset[str]
    resolving: frozenset[str]
    objects: frozenset[str]
    applying: frozenset[str]
    changes: frozenset[str]
    awaiting: frozenset[str]
    ranks: frozenset[str]


@cache
def agreement_words() -> AgreementWords:
    """The packaged classes, validated."""
    return word_classes(AgreementWords, "agreement_words.yaml")


@cache
def governors() -> dict[str, AgreementStatus]:
    """Lemmas that govern an agreement's name, with the status that they give it when they are actual."""
    rows = packaged("agreement_status.yaml")
    for status in rows.keys() - set(AGREEMENT_STATUSES):
        raise VocabularyError(f"agreement_status.yaml: {status}: unknown status")
    out: dict[str, AgreementStatus] = {}
    for status, lemmas in rows.items():
        for lemma in lemmas:
            if lemma in out:
                raise VocabularyError(f"agreement_status.yaml: {lemma}: {status} and {out[lemma]}")
            out[lemma] = status
    return out
