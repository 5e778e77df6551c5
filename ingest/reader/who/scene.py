"""One sentence as the finder of people sees it: its words, and the actors that they name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ingest.reader.text.token import Word
from ingest.reader.who.mention import Mention

OPENING = frozenset({",", "(", "—", "–", "-"})
"""Marks that open an apposition."""
POSSESSIVE = frozenset({"'s", "’s", "'", "’"})


@dataclass(slots=True)
class Scene:
    """Words and mentions of sentence `number`, whose text begins at `offset`; words are known by their index."""

    number: int
    text: str
    offset: int
    words: Sequence[Word]
    mentions: Sequence[Mention]
    context: tuple[str, ...] = ()
    """The actors of the sentences before, the newest first."""
    _at: dict[int, Mention] = field(default_factory=dict)
    _raw: list[str] = field(default_factory=list)
    _lower: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._raw = [word.text for word in self.words]
        self._lower = [text.lower() for text in self._raw]
        rest = iter(self.mentions)
        mention = next(rest, None)
        for i, word in enumerate(self.words):
            while mention is not None and mention.end <= word.start:
                mention = next(rest, None)
            if mention is not None and mention.start <= word.start:
                self._at[i] = mention

    def word(self, i: int) -> str:
        """Word `i` in lower case, "" outside the sentence."""
        return self._lower[i] if 0 <= i < len(self._lower) else ""

    def raw(self, i: int) -> str:
        """Word `i` as written, "" outside the sentence."""
        return self._raw[i] if 0 <= i < len(self._raw) else ""

    def mention(self, i: int) -> Mention | None:
        """The actor's mention that covers word `i`."""
        return self._at.get(i)

    def first(self, i: int) -> int:
        """The first word of the mention that covers word `i`."""
        while self._at.get(i - 1) is self._at[i]:
            i -= 1
        return i

    def after(self, i: int) -> int:
        """The word behind the mention that covers word `i`."""
        mention = self._at[i]
        while self._at.get(i) is mention:
            i += 1
        return i

    def word_behind(self, i: int) -> str:
        """The word behind the mention that covers word `i` and its possessive."""
        after = self.after(i)
        return self.word(after + (self.word(after) in POSSESSIVE))

    def span(self, start: int, end: int) -> str:
        """The text of words ``[start, end)``."""
        return self.text[self.words[start].start - self.offset : self.words[end - 1].end - self.offset]

    def places(self, start: int, end: int) -> tuple[int, int]:
        """The code points of words ``[start, end)``."""
        return self.words[start].start, self.words[end - 1].end

    def around(self, i: int, owner: str = "") -> tuple[str, ...]:
        """Actors by their nearness to word `i`: before it, behind it in the sentence, then in earlier sentences.

        What "its" or "their", the `owner`, stands for was told before: earlier sentences count before what is behind.
        """
        before = [m.actors[0] for j, m in sorted(self._at.items(), reverse=True) if j < i]
        behind = [m.actors[0] for j, m in sorted(self._at.items()) if j > i]
        rest = (*self.context, *behind) if owner in {"its", "their"} else (*behind, *self.context)
        return tuple(dict.fromkeys((*before, *rest)))

    def list_of_actors(self, i: int) -> tuple[tuple[str, ...], int]:
        """The actors of a list that begins at word `i` ("Serbia and Kosovo"), and the word behind it."""
        actors: list[str] = []
        end = i
        while (mention := self.mention(i)) is not None:
            actors += mention.actors
            end = i = self._past_acronym(self.after(i))
            i = self._past_comma(i)
            if self.word(i) == "the":
                i += 1
        return tuple(dict.fromkeys(actors)), end

    def _past_acronym(self, i: int) -> int:
        """The word behind an acronym in brackets that begins at word `i` ("(GCC)")."""
        return i + 3 if self.raw(i) == "(" and self.raw(i + 1).isupper() and self.raw(i + 2) == ")" else i

    def _past_comma(self, i: int) -> int:
        if self.word(i) == "," and self.word(i + 1) == "and":
            return i + 2
        return i + 1 if self.word(i) in {",", "and", "&"} else i

    def inside(self, start: int, end: int) -> Iterator[Mention]:
        """The mentions among words ``[start, end)``."""
        yield from dict.fromkeys(m for i in range(start, end) if (m := self._at.get(i)))
