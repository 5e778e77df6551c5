"""Phrases, and the finder that sees them in a plain text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

WORD = re.compile(r"[^\W_]+(?:[&+][^\W_]+)*")
_GAP = re.compile(r"[^\S\n]*\n?[^\S\n]*|[^\S\n]?[-‐‑][^\S\n]?|['’] ?")
_HEAD = re.compile(r"([^\W\d_]*[^\W\d_sy])(y?)(?=(?: \w+)* (?:of|for|to|in|at)\b|[ -]general$)")
CONTEXT_REACH = 8
"""How many words away a context word may be."""

_NO_NOUN = re.compile(
    "an?|and|or|but|nor|the|this|that|these|those|of|in|on|at|to|for|from|by|with|without|as|into|over|under|between|"
    "among|against|about|after|before|during|since|until|is|are|was|were|be|been|has|have|had|will|would|can|could|may|"
    "might|must|shall|should|do|does|did|not|its?|he|she|they|we|you|i|his|her|their|our|who|which|when|where|while|if|"
    "than|then|also|both|said|says"
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words to be found, and what for.

    `values` are what the words stand for; none means that they only mask other phrases. `context`: one of these words
    must stand within CONTEXT_REACH words. `head` False: the phrase must be followed by a noun it modifies. `plural`
    False: only the words as they are, not their plural.
    """

    text: str
    values: tuple[str, ...]
    context: frozenset[str] = frozenset()
    head: bool = True
    plural: bool = True


class Found(NamedTuple):
    """A phrase at code points ``[start, end)``; `first` and `last` number its words in the text."""

    start: int
    end: int
    phrase: Phrase
    first: int
    last: int


def plurals(word: str) -> tuple[str, ...]:
    """The regular plural of a lower-case singular, or nothing where the word looks like a plural already."""
    if word.endswith(("ss", "x", "ch", "sh", "z")):
        return (word + "es",)
    if word.endswith(("s", "ies")) or not word[-1:].isalpha():
        return ()
    if word.endswith("y") and word[-2:-1] not in tuple("aeiou"):
        return (word[:-1] + "ies",)
    return (word + "s",)


def head_plural(text: str) -> str | None:
    """`text` with its first word in the plural if that is its head: secretaries of state, governors general."""
    head = _HEAD.match(text)
    return f"{head[1]}{'ies' if head[2] else 's'}{text[head.end() :]}" if head else None


def spelt(text: str, spellings: Mapping[str, str]) -> tuple[str, ...]:
    """`text` first, then the same with any of its words in the other spelling, where `spellings` has one."""
    words = text.split(" ")
    if spellings.keys().isdisjoint(words):
        return (text,)
    variants = [text]
    for word in dict.fromkeys(words):
        if other := spellings.get(word):
            variants += [" ".join(other if w == word else w for w in v.split(" ")) for v in variants]
    return tuple(variants)


class PhraseFinder:
    """Finds phrases in texts, the longest first.

    Case does not matter (but for acronyms in capitals), nor whether words are joined by a space or a hyphen; the last
    word may be in the plural. Where phrases overlap the one of most words wins, then a mask, then the leftmost.
    """

    def __init__(self, phrases: Iterable[Phrase], spellings: Mapping[str, str] | None = None) -> None:
        self._trie: dict[str, Any] = {}
        for phrase in phrases:
            for text in spelt(phrase.text, spellings or {}):
                self._add(text, phrase)

    def _add(self, text: str, phrase: Phrase) -> None:
        cased = tuple(WORD.findall(text))
        words = [word.lower() for word in cased]
        acronyms = tuple((i, w) for i, w in enumerate(cased) if len(w) > 1 and w.isalpha() and w.isupper())
        lasts = (words[-1], *(plurals(words[-1]) if phrase.plural else ()))
        for last in lasts:
            node = self._trie
            for word in (*words[:-1], last):
                node = node.setdefault(word, {})
            node.setdefault("", []).append((phrase, acronyms))

    def find(self, text: str, *, any_case: bool = False) -> list[Found]:
        """All phrases of `text` in order, masks left out; `any_case` lets ``ai`` stand for AI."""
        return [found for found in self.find_all(text, any_case=any_case) if found.phrase.values]

    def find_all(self, text: str, *, any_case: bool = False) -> list[Found]:
        """As `find`, masks included."""
        words = _words(text)
        starts = self._trie.get
        following = iter([*words.lower[1:], ""])
        candidates: list[Found] = []
        for place, word in enumerate(words.lower):
            after = next(following)
            if (node := starts(word)) and ("" in node or after in node):
                candidates += self._walk(words, place, any_case)
        return _longest(candidates)

    def _walk(self, words: _Words, first: int, any_case: bool) -> Iterator[Found]:
        node, last = self._trie[words.lower[first]], first
        while True:
            for phrase, acronyms in node.get("", ()):
                if (any_case or words.have_capitals(first, acronyms)) and words.suit(phrase, first, last):
                    yield Found(words.spans[first][0], words.spans[last][1], phrase, first, last)
            if not words.joined_to_next(last) or (deeper := node.get(words.lower[last + 1])) is None:
                return
            node, last = deeper, last + 1


class _Words:
    """The words of a text: where they are, and what they are in lower case."""

    __slots__ = ("lower", "spans", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.spans = [match.span() for match in WORD.finditer(text)]
        self.lower = [text[start:end].lower() for start, end in self.spans]

    def joined_to_next(self, last: int) -> bool:
        return last + 1 < len(self.spans) and joined(self.text, self.spans[last][1], self.spans[last + 1][0])

    def have_capitals(self, first: int, acronyms: tuple[tuple[int, str], ...]) -> bool:
        return all(self.text.startswith(word, self.spans[first + i][0]) for i, word in acronyms)

    def suit(self, phrase: Phrase, first: int, last: int) -> bool:
        if phrase.head and not phrase.context:
            return True
        if not phrase.head and (not self.joined_to_next(last) or _NO_NOUN.fullmatch(self.lower[last + 1])):
            return False
        near = (*self.lower[max(0, first - CONTEXT_REACH) : first], *self.lower[last + 1 : last + 1 + CONTEXT_REACH])
        return not phrase.context or not phrase.context.isdisjoint(near)


@lru_cache(maxsize=256)
def _words(text: str) -> _Words:
    """The words of a text that several finders look at one after the other."""
    return _Words(text)


def joined(text: str, end: int, start: int) -> bool:
    """Whether only a space, a hyphen or an apostrophe lies between two words that end and start there."""
    return _GAP.fullmatch(text, end, start) is not None


def _longest(candidates: list[Found]) -> list[Found]:
    """The candidates that overlap none better (more words, then a mask, then further left); equal spans all stay."""
    candidates.sort(key=lambda f: (f.first - f.last, bool(f.phrase.values), f.first))
    taken: dict[int, Found] = {}
    kept: list[Found] = []
    for found in candidates:
        places = range(found.first, found.last + 1)
        if all(place not in taken or _shares_span(found, taken[place]) for place in places):
            kept.append(found)
            taken.update(dict.fromkeys(places, found))
    kept.sort(key=lambda f: (f.start, f.end))
    return kept


def _shares_span(found: Found, holder: Found) -> bool:
    """Whether both are the same words and mean different things."""
    same_words = (holder.first, holder.last) == (found.first, found.last)
    return same_words and bool(holder.phrase.values) and set(holder.phrase.values).isdisjoint(found.phrase.values)
