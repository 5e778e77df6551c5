"""Agreement kinds: what sort of document an agreement is, told by the noun that names it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from graph.vocabulary.loading import Row, load_document
from graph.vocabulary.phrase import Found, Phrase, PhraseFinder, head_plural

_FILE = "agreement_kinds.yaml"
_REACH = 4
"""How many words before a noun a word that it needs may stand."""
_BREAK = re.compile(r"[.;:!?\n]")
_SOLID = re.compile(r"[^\W_]+")
_COMPLEMENT = re.compile(r" (?:of|on|for|to|between|with|in|against|concerning|about|from|by) ")


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun or phrase that names an agreement; `needs`: only after one of these words, or `named`: or as a name.

    `plural` False: the plural names none ("energy partnerships").
    """

    text: str
    needs: frozenset[str] = frozenset()
    named: bool = False
    plural: bool = True


@dataclass(frozen=True, slots=True)
class AgreementKind:
    """A kind of agreement (``memorandum``) and the nouns that tell it."""

    id: str
    name: str
    nouns: tuple[Noun, ...]


class AgreementMention(NamedTuple):
    """The words at code points ``[start, end)`` name an agreement of `kind`."""

    start: int
    end: int
    kind: str


class AgreementKinds:
    """All kinds, the most binding first, and the finder of their nouns."""

    def __init__(self, kinds: Iterable[AgreementKind], masks: Iterable[str], spellings: dict[str, str]) -> None:
        self.by_id: dict[str, AgreementKind] = {kind.id: kind for kind in kinds}
        self._nouns = {noun.text: noun for kind in self for noun in kind.nouns}
        self._kind = {noun.text: kind.id for kind in self for noun in kind.nouns}
        phrases = [phrase for noun in self._nouns.values() for phrase in _phrases(noun)]
        self._finder = PhraseFinder([*phrases, *(Phrase(text, ()) for text in masks)], spellings)

    def __iter__(self) -> Iterator[AgreementKind]:
        return iter(self.by_id.values())

    def __len__(self) -> int:
        return len(self.by_id)

    def __contains__(self, kind_id: object) -> bool:
        return kind_id in self.by_id

    def find(self, text: str, *, any_case: bool = False) -> list[AgreementMention]:
        """The nouns of agreements in `text` in order, the longest where they overlap."""
        found = self._finder.find(text, any_case=any_case)
        return [AgreementMention(f.start, f.end, self._kind[f.phrase.values[0]]) for f in found if self._holds(text, f)]

    def kind_of(self, phrase: str) -> str | None:
        """The kind of agreement that a noun phrase names; None if it names none.

        The noun is the last before a complement ("of", "on", "for"), or one that reaches into it ("memorandum of
        understanding"): a treaty on trade deals is a treaty.
        """
        complement = _COMPLEMENT.search(phrase)
        head = complement.start() if complement else len(phrase.rstrip(" .,;:"))
        return next((m.kind for m in self.find(phrase) if m.start < head <= m.end), None)

    def _holds(self, text: str, found: Found) -> bool:
        """Whether the noun has a word that it needs before it, or stands as a name where that is enough."""
        noun = self._nouns[found.phrase.values[0]]
        if not noun.needs:
            return True
        before = _BREAK.split(text[max(0, found.start - 80) : found.start])[-1]
        words = _SOLID.findall(before)[-_REACH:]
        if not noun.needs.isdisjoint(word.lower() for word in words):
            return True
        return noun.named and text[found.start].isupper() and bool(words) and words[-1][0].isupper()


@cache
def agreement_kinds() -> AgreementKinds:
    """The packaged agreement kinds, read and validated once; raises VocabularyError."""
    return read_agreement_kinds(load_document(_FILE))


def read_agreement_kinds(document: Row) -> AgreementKinds:
    """Kinds from a file like agreement_kinds.yaml; raises VocabularyError that names file and key."""
    document.only("kinds", "spellings", "not")
    rows = document.row("kinds")
    kinds = [_kind(name, rows.row(name)) for name in rows.fields]
    owners: dict[str, str] = {}
    for kind in kinds:
        for noun in kind.nouns:
            if owner := owners.get(noun.text):
                rows.row(kind.id).fail(f"nouns: {noun.text!r} is a noun of {owner} already")
            owners[noun.text] = kind.id
    masks = document.texts("not")
    nouns = PhraseFinder(Phrase(text, (text,)) for text in owners)
    for text in masks:
        if text in owners or not nouns.find(text):
            document.fail(f"not: {text!r} holds no noun, or is one")
    spellings = document.row("spellings")
    return AgreementKinds(kinds, masks, {word: spellings.text(word) for word in spellings.fields})


def _kind(name: str, row: Row) -> AgreementKind:
    row.only("name", "nouns")
    nouns = row.fields.get("nouns")
    if not isinstance(nouns, list) or not nouns:
        row.fail("nouns is missing, or no list")
    return AgreementKind(name, row.text("name"), tuple(_noun(row, entry) for entry in nouns))


def _noun(kind: Row, entry: Any) -> Noun:
    row = Row(kind.file, f"{kind.key}.nouns", entry if isinstance(entry, dict) else {"noun": entry})
    row.only("noun", "with", "named", "plural")
    needs = frozenset(row.texts("with"))
    if row.flag("named", False) and not needs:
        row.fail(f"{row.text('noun')!r}: named without with says nothing")
    return Noun(row.text("noun"), needs, row.flag("named", False), row.flag("plural", True))


def _phrases(noun: Noun) -> Iterator[Phrase]:
    yield Phrase(noun.text, (noun.text,), plural=noun.plural)
    if noun.plural and (plural := head_plural(noun.text)):
        yield Phrase(plural, (noun.text,), plural=False)
