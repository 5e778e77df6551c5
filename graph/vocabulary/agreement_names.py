"""Names of agreements: which of their words count when two names of the same parties are compared."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from graph.vocabulary.agreement_kinds import agreement_kinds
from graph.vocabulary.bodies import Body, bodies
from graph.vocabulary.countries import Country, countries
from graph.vocabulary.folding import fold
from graph.vocabulary.loading import Row, load_document

_FILE = "agreement_names.yaml"
_MONTHS = frozenset(
    {"january", "february", "march", "april", "may", "june", "july"}
    | {"august", "september", "october", "november", "december"}
)
_DAYS = 31


@dataclass(frozen=True, slots=True)
class AgreementNames:
    """See agreement_names.yaml."""

    small: frozenset[str]
    generic: frozenset[str]
    idle: frozenset[str]
    same: Mapping[str, tuple[str, ...]]
    lasting: frozenset[str]
    years: int
    shortest: int

    def core(self, parties: Sequence[str], words: Sequence[str]) -> tuple[str, ...]:
        """Those of a folded name's words that count, in their order, each as all names have it.

        >>> names = agreement_names()
        >>> names.core(["ARE", "IND"], "india uae defence pact".split())
        ('defense', 'agreement')
        """
        kept = [word for word in _without(parties, _undated(words)) if word not in self.idle] or list(words)
        core = tuple(part for word in kept for part in self.same.get(word, (word,)))
        return core[:-1] if len(core) > self.shortest and self.is_acronym(core[-1], core[:-1], parties) else core

    def is_acronym(self, word: str, core: Sequence[str], parties: Sequence[str]) -> bool:
        """Whether a word is the initials of a name, with or without those of its parties before them."""
        initials = "".join(part[0] for part in core)
        if len(core) < self.shortest or len(word) < self.shortest or not word.endswith(initials):
            return False
        before = word[: len(word) - len(initials)]
        return not before or set(before) <= {letter for party in parties for letter in _party_initials(party)}


def _undated(words: Sequence[str]) -> list[str]:
    """The words of a name without a day on which it was signed: "18 february"."""
    dated = {
        place
        for n, word in enumerate(words)
        if word in _MONTHS
        for near in (n - 1, n + 1)
        if 0 <= near < len(words) and words[near].isdigit() and int(words[near]) <= _DAYS
        for place in (n, near)
    }
    return [word for n, word in enumerate(words) if n not in dated]


def _without(parties: Sequence[str], words: Sequence[str]) -> list[str]:
    """The words of a name without the names of these actors."""
    names = [name for party in parties for name in _party_names(party)]
    left: list[str] = []
    at = 0
    while at < len(words):
        longest = max((len(name) for name in names if tuple(words[at : at + len(name)]) == name), default=0)
        left += words[at : at + 1] if not longest else []
        at += longest or 1
    return left


@lru_cache(512)
def _party_names(party: str) -> frozenset[tuple[str, ...]]:
    """The words of each name of an actor, and of its codes."""
    found: Country | Body = countries().by_id.get(party) or bodies().by_id[party]
    names = [found.name, *found.strong, *found.weak, party.rpartition(":")[2]]
    if isinstance(found, Country):
        names += [*found.adjectives, *found.demonyms, *found.joined, *filter(None, [found.iso2])]
    folded = (tuple(word for word in fold(name).split() if word not in {"of", "the", "and"}) for name in names)
    return frozenset(name for name in folded if name)


def _party_initials(party: str) -> frozenset[str]:
    """The letters with which an actor's name begins: u, a and e of the United Arab Emirates."""
    found: Country | Body = countries().by_id.get(party) or bodies().by_id[party]
    return frozenset(word[0] for word in fold(found.name).split())


@cache
def agreement_names() -> AgreementNames:
    """The packaged rules, read and validated once; raises VocabularyError."""
    return read_agreement_names(load_document(_FILE))


def read_agreement_names(document: Row) -> AgreementNames:
    """Rules from a file like agreement_names.yaml; raises VocabularyError that names file and key."""
    document.only("small", "generic", "idle", "same", "lasting", "years", "shortest")
    same = document.row("same")
    lasting = document.texts("lasting")
    for kind in lasting:
        if kind not in agreement_kinds():
            document.fail(f"lasting: {kind!r} is no kind of agreement")
    return AgreementNames(
        frozenset(document.texts("small")),
        frozenset(document.texts("generic")),
        frozenset(document.texts("idle")),
        {word: tuple(same.text(word).split()) for word in same.fields},
        frozenset(lasting),
        document.number("years"),
        document.number("shortest"),
    )
