"""The gazetteer: finds the names of countries and bodies, never inside other names."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from functools import cache, lru_cache

from graph.vocabulary import bodies, countries, not_actors, roles
from ingest.reader.lexicon import lexicon
from ingest.reader.text.token import Word, words_of
from ingest.reader.who.mention import Form, Mention


class Needs(Enum):
    """What must stand beside a phrase for it to count."""

    NOTHING = "nothing"
    HYPHEN = "a hyphen behind it"  # Sino-
    NO_NAME = "no capitalised word behind it"  # the North, but not the North Sea
    SISTER = "a country that shares its name behind it"  # North and South Korea


@dataclass(frozen=True, slots=True)
class Entry:
    """What a phrase stands for; a weak one needs support in the article."""

    words: tuple[str, ...]
    actors: tuple[str, ...]
    form: Form
    strong: bool = True
    needs: Needs = Needs.NOTHING


@dataclass(slots=True)
class Gazetteer:
    """Phrases by their first word, longest first, and all their words."""

    by_first: dict[str, list[Entry]] = field(default_factory=dict)
    known: set[str] = field(default_factory=set)

    def add(self, phrase: str, actor: str, form: Form, strong: bool = True, needs: Needs = Needs.NOTHING) -> None:
        """Adds a phrase; the same phrase for another actor becomes one entry with both, and a weak one."""
        words = tuple(fold(w.text) for w in words_of(phrase))
        self.known.update(words)
        row = self.by_first.setdefault(words[0], [])
        for i, entry in enumerate(row):
            if entry.words == words:
                if actor not in entry.actors and entry.form is form:
                    row[i] = replace(entry, actors=(*entry.actors, actor), strong=False)
                return
        row.append(Entry(words, (actor,), form, strong, needs))
        row.sort(key=lambda e: -len(e.words))

    def find(self, words: Sequence[Word], text: str, offset: int) -> list[Mention]:
        """The mentions among `words` of the sentence `text` at `offset`: longest first, none inside a longer name."""
        out: list[Mention] = []
        folded = [self._fold(w.text) for w in words]
        i = masked = 0
        while i < len(words):
            entry = self._longest(folded, i) if words[i].capital or folded[i] == "the" else None
            if entry is None or words[i].start < masked:
                i += 1
                continue
            end = i + len(entry.words)
            first, last = words[i].start, words[end - 1].end
            longer = not_actors().covering(text, first - offset, last - offset)
            if longer is not None:
                masked = max(masked, longer[1] + offset)
            elif _stands_alone(words, i, end, entry):
                name = text[first - offset : last - offset]
                out.append(Mention(first, last, name, entry.actors, entry.form, None, entry.strong))
            elif entry.needs is Needs.NO_NAME:
                end = i + 1  # "the South African embassy" holds a name of its own
            i = end
        return out

    def _fold(self, word: str) -> str:
        """`word` folded; short ALL CAPS are lowered if only that makes a known word (IRAN, but not ASEAN)."""
        folded = fold(word)
        if folded.isupper() and len(folded) > 3 and folded not in self.known and folded.capitalize() in self.known:
            return folded.capitalize()
        return folded

    def _longest(self, folded: Sequence[str], i: int) -> Entry | None:
        for entry in self.by_first.get(folded[i], ()):
            if tuple(folded[i : i + len(entry.words)]) == entry.words:
                return entry
        return None


def _stands_alone(words: Sequence[Word], i: int, end: int, entry: Entry) -> bool:
    """Whether the entry's needs are met and it is no part of a person's or place's name ("Jordan Spieth")."""
    before = words[i - 1] if i else None
    after = words[end] if end < len(words) else None
    if after is not None and after.text == "$" and after.start == words[end - 1].end:
        return False  # a currency: "NZ$4 million"
    if entry.needs is Needs.HYPHEN:
        return after is not None and after.text in {"-", "‑", "–"}
    if entry.needs is Needs.SISTER:
        behind = " ".join(w.text for w in words[end : end + 3])
        return any(behind == f"and {countries().by_id[a].name}" for a in _namesakes(entry.actors[0]))
    if entry.needs is Needs.NO_NAME:
        return not _part_of_name(after, True)
    doubtful = (entry.form is Form.NAME and not entry.strong) or entry.form is Form.SEAT
    if not doubtful or len(entry.words) > 1:
        return True
    return not _part_of_name(before, i - 1 > 0) and not _part_of_name(after, True)


def _part_of_name(word: Word | None, inner: bool) -> bool:
    """Whether a neighbouring word continues a name: capitalised, and none that may stand beside a country's name."""
    return bool(
        word
        and inner
        and word.capital
        and word.text.isalpha()
        and not word.text.isupper()
        and word.text.lower() not in lexicon().neutral
        and word.text not in lexicon().not_names
        and not roles().find_titles(word.text)
    )


@lru_cache(maxsize=1 << 16)
def fold(text: str) -> str:
    """`text` as compared: upper-case first letters kept, ALL CAPS of more than five letters lowered, no diacritics."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)).replace("’", "'")
    if len(plain) > 5 and plain.isupper() and plain.isalpha():
        plain = plain.capitalize()
    return "the" if plain == "The" else plain.rstrip(".") if plain.count(".") == 1 else plain


@cache
def gazetteer() -> Gazetteer:
    """All names of the packaged vocabularies; bodies come first where they share a name with a country."""
    out = Gazetteer()
    for body in bodies():
        for form, strong, names in (
            (Form.BODY, True, body.strong),
            (Form.BODY, False, body.weak),
            (Form.INSTITUTION, True, body.institutions),
            (Form.SEAT, False, (*body.seats, *body.weak_seats)),
        ):
            for name in names:
                out.add(name, body.id, form, strong)
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
                out.add(name, country.id, form, strong)
        for name in country.joined:
            out.add(name, country.id, Form.ADJECTIVE, needs=Needs.HYPHEN)
        for name in country.familiar:
            out.add(f"the {name}", country.id, Form.NAME, False, Needs.NO_NAME)
            out.add(name, country.id, Form.NAME, needs=Needs.SISTER)
    return out


def settle(sentences: Iterable[Sequence[Mention]]) -> list[list[Mention]]:
    """Decides ambiguous mentions by what the article names strongly elsewhere, and drops weak ones without support."""
    sentences = [list(s) for s in sentences]
    named = Counter(a for s in sentences for m in s if m.strong for a in m.actors)
    return [[settled for m in s if (settled := _settled(m, named))] for s in sentences]


def _settled(mention: Mention, named: Counter[str]) -> Mention | None:
    known = [a for a in mention.actors if named[a]]
    if len(mention.actors) > 1:
        bodies_first = [a for a in known if a in bodies()] or sorted(known, key=lambda a: -named[a])
        return replace(mention, actors=((bodies_first or mention.actors)[0],))
    if mention.strong or known:
        return mention
    if mention.text.lower().startswith("the "):
        return mention if any(named[a] for a in _namesakes(mention.actors[0])) else None
    return None if mention.form is Form.SEAT else mention


@cache
def _namesakes(actor: str) -> tuple[str, ...]:
    """A country and those that share a weak name with it (both Koreas)."""
    weak = set(countries().by_id[actor].weak)
    return (actor, *(c.id for c in countries() if weak & set(c.weak)))
