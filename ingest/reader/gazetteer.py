"""The gazetteer: finds the names of countries and bodies, never inside other names."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from graph.vocabulary import bodies, countries
from ingest.reader.lexicon import lexicon
from ingest.reader.mention import Form, Mention
from ingest.reader.token import Word, words_of


@dataclass(frozen=True, slots=True)
class Entry:
    """What a phrase stands for; no actors and no form means that it masks the names inside it."""

    words: tuple[str, ...]
    actors: tuple[str, ...] = ()
    form: Form | None = None
    strong: bool = True


@dataclass(slots=True)
class Gazetteer:
    """Phrases by their first word, longest first."""

    by_first: dict[str, list[Entry]] = field(default_factory=dict)

    def add(self, phrase: str, actors: tuple[str, ...] = (), form: Form | None = None, strong: bool = True) -> None:
        """Adds a phrase; the same phrase for another actor becomes one entry with both, and a weak one."""
        words = tuple(fold(w.text) for w in words_of(phrase))
        row = self.by_first.setdefault(words[0], [])
        for i, entry in enumerate(row):
            if entry.words != words:
                continue
            if form is None or entry.form is None:
                row[i] = replace(entry, actors=(), form=None)
            elif actors != entry.actors and entry.form is form:
                row[i] = replace(entry, actors=tuple(dict.fromkeys((*entry.actors, *actors))), strong=False)
            return
        row.append(Entry(words, actors, form, strong))
        row.sort(key=lambda e: -len(e.words))

    def find(self, words: Sequence[Word], text: str, offset: int) -> list[Mention]:
        """The mentions among `words` of the sentence `text` at `offset`: longest first, none inside a longer name."""
        out: list[Mention] = []
        folded = [fold(w.text) for w in words]
        i = 0
        while i < len(words):
            entry = self._longest(folded, i) if words[i].capital or folded[i] == "the" else None
            if entry is None:
                i += 1
                continue
            end = i + len(entry.words)
            if entry.form is not None and not _other_name(words, i, end, entry):
                text = " ".join(w.text for w in words[i:end])
                out.append(
                    Mention(words[i].start, words[end - 1].end, text, entry.actors, entry.form, None, entry.strong)
                )
            i = end
        return out

    def _longest(self, folded: Sequence[str], i: int) -> Entry | None:
        for entry in self.by_first.get(folded[i], ()):
            if tuple(folded[i : i + len(entry.words)]) == entry.words:
                return entry
        return None


NAME_PARTS = frozenset(["st", "saint", "mount", "lake", "fort", "port", "river", "cape", "university", "bank"])


def _other_name(words: Sequence[Word], i: int, end: int, entry: Entry) -> bool:
    """Whether a weak one-word name is part of a person's or a place's name ("Jordan Spieth", "Michael Jordan")."""
    if entry.strong or entry.form not in {Form.NAME, Form.SEAT} or len(entry.words) > 1:
        return False
    before = words[i - 1] if i else None
    after = words[end] if end < len(words) else None
    return _part_of_name(before, i - 1 > 0) or _part_of_name(after, True)


def _part_of_name(word: Word | None, inner: bool) -> bool:
    return bool(word and inner and word.capital and word.text.isalpha() and word.text.lower() not in lexicon().neutral)


def fold(text: str) -> str:
    """`text` as compared: upper-case first letters kept, ALL CAPS of more than five letters lowered, no diacritics."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)).replace("’", "'")
    if len(plain) > 5 and plain.isupper() and plain.isalpha():
        plain = plain.capitalize()
    return "the" if plain == "The" else plain.rstrip(".") if plain.count(".") == 1 else plain


@cache
def gazetteer() -> Gazetteer:
    """All names of the packaged vocabularies."""
    out = Gazetteer()
    for country in countries():
        for form, strong, names in (
            (Form.NAME, True, country.strong),
            (Form.NAME, False, country.weak),
            (Form.ADJECTIVE, True, country.adjectives),
            (Form.DEMONYM, True, country.demonyms),
            (Form.SEAT, True, country.seats),
            (Form.SEAT, False, country.weak_seats),
            (Form.METONYM, True, country.metonyms),
        ):
            for name in names:
                out.add(name, (country.id,), form, strong)
    for body in bodies():
        for form, strong, names in (
            (Form.BODY, True, body.strong),
            (Form.BODY, False, body.weak),
            (Form.INSTITUTION, True, body.institutions),
            (Form.SEAT, False, body.seats),
        ):
            for name in names:
                out.add(name, (body.id,), form, strong)
    return out


def settle(sentences: Iterable[Sequence[Mention]]) -> list[list[Mention]]:
    """Decides ambiguous and weak mentions by the article: what it names strongly elsewhere; else weak epithets go."""
    sentences = [list(s) for s in sentences]
    named = Counter(a for s in sentences for m in s if m.strong for a in m.actors)
    return [[settled for m in s if (settled := _settled(m, named))] for s in sentences]


def _settled(mention: Mention, named: Counter[str]) -> Mention | None:
    known = [a for a in mention.actors if named[a]]
    if len(mention.actors) > 1:
        best = max(known, key=lambda a: named[a]) if known else mention.actors[0]
        return replace(mention, actors=(best,))
    if not mention.strong and not known and not mention.text[:1].isupper():
        return None
    return mention
