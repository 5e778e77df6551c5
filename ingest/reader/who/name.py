"""Names of people: where they stand among the words of a sentence, and the words by which they are named again."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from graph.vocabulary import roles
from ingest.reader.lexicon import lexicon
from ingest.reader.who.gazetteer import fold
from ingest.reader.who.mention import Form
from ingest.reader.who.scene import Scene

_SUFFIXES = frozenset({"Jr", "Sr", "II", "III", "IV", "V", "VI", "VII", "X", "XIV", "XVI"})
_UPPER_SUFFIXES = frozenset(s.upper() for s in _SUFFIXES)
_ARABIC = re.compile(r"(?:al|el|as|ad|an|at|ash|az|ar|ul|ur)[-‑][^\W\d_]+", re.IGNORECASE)
_ARTICLE = re.compile(r"^(?:al|el|as|ad|an|at|ash|az|ar|ul|ur)[-‑](?=[^\W\d_]{2})")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)+")
_PLAIN = frozenset({"mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "sir", "dame", "excellency", "h.e."})
_MONTHS = frozenset({"Jan", "May", "April", "June", "August", "Mar"})
LETTERS = frozenset({"MP", "MEP", "KC", "QC", "SC", "AC", "AO", "CBE", "OBE", "KBE", "PhD"})
"""Letters behind a name, which are no part of it."""
_LONGEST = 7


@dataclass(frozen=True, slots=True)
class Names:
    """Finds names in one scene; words of actors' names and of titles are no part of any."""

    scene: Scene
    titles: frozenset[int]

    def end(self, start: int, loose: bool = False) -> int:
        """The word behind a name that begins at word `start`, or `start` where none does.

        `loose` lets it begin with a country's or city's name ("Israel Katz", "Santiago Peña").
        """
        scene, i = self.scene, start
        raw = scene.raw(start)
        if not raw[:1].isupper() and (raw.isalpha() or not _ARABIC.match(raw)):
            return start
        if loose and self._is_given_name(i):
            i += 1
        while i < len(scene.words) and i - start < _LONGEST:
            raw = scene.raw(i)
            if (i > start and raw == "." and len(scene.raw(i - 1)) == 1) or (
                i > start and raw in {"'", "’", "ʿ"} and _ARABIC.fullmatch(scene.raw(i + 1))
            ):
                i += 1
            elif i > start and raw.rstrip(".") in _SUFFIXES:
                return self._past_stop(i + 1) if raw in {"Jr", "Sr"} else i + 1
            elif i > start and raw in lexicon().particles:
                further = self._past_particles(i)
                if not self.is_part(further):
                    break
                i = further
            elif self.is_part(i):
                i += 1
            else:
                break
        return i

    def start(self, end: int) -> int | None:
        """The first word of the name that ends just before word `end`, None where none does."""
        for length in range(_LONGEST, 0, -1):
            start = end - length
            if start >= 0 and self.end(start) == end and not self.is_part(start - 1):
                return self._with_given_name(start)
        return None

    def is_part(self, i: int) -> bool:
        """Whether word `i` may be part of a name."""
        raw = self.scene.raw(i)
        if not raw[:1].isupper():
            return _ARABIC.fullmatch(raw) is not None
        if raw in lexicon().not_names and not (raw in _MONTHS and self._is_no_month(i)):
            return False
        if "." in raw[:-1] and not _INITIALS.fullmatch(raw):
            return False
        return self.scene.mention(i) is None and i not in self.titles

    def _is_no_month(self, i: int) -> bool:
        """Whether a word such as "Jan" or "May" stands beside another name and no day or year."""
        beside = [self.scene.raw(i - 1), self.scene.raw(i + 1)]
        return not any(b[:1].isdigit() for b in beside) and any(
            (b[:1].isupper() and b not in lexicon().not_names) or b in lexicon().particles for b in beside
        )

    def past_honorifics(self, i: int) -> int:
        """The word behind honorifics that begin at word `i` ("Mr", "Sheikh Dr"), if a name follows them."""
        further = self._past_honorific(i)
        if further == i:
            return i
        deeper = self.past_honorifics(further)
        if deeper > further:
            return deeper
        end = self.end(further)
        if end == further or (
            end == further + 1 and self.scene.word(i) not in _PLAIN
        ):  # "Don Farrell", "Sheikh Hasina"
            return i
        return further

    def past_honoured(self, i: int) -> int:
        """The same behind a title, with an article before them ("Senator the Hon. N")."""
        article = self.scene.word(i) == "the" and self.past_honorifics(i + 1) > i + 1
        return self.past_honorifics(i + article)

    def _past_honorific(self, i: int) -> int:
        for length in (2, 1):
            words = [self.scene.raw(j).rstrip(".") for j in range(i, i + length)]
            if " ".join(words) in _honorifics():
                return self._past_stop(i + length)
        return i

    def _past_stop(self, i: int) -> int:
        return i + 1 if self.scene.raw(i) == "." else i

    def _past_particles(self, i: int) -> int:
        while self.scene.raw(i) in lexicon().particles:
            i += 1
        return i

    def _is_given_name(self, i: int) -> bool:
        """Whether word `i` names a place and a name goes on behind it."""
        mention = self.scene.mention(i)
        if mention is None or mention.form not in {Form.NAME, Form.SEAT} or " " in mention.text:
            return False
        return self.is_part(i + 1) and not self.scene.raw(i).isupper()

    def _with_given_name(self, start: int) -> int:
        return start - 1 if start > 0 and self._is_given_name(start - 1) else start


def name_words(name: str) -> tuple[str, ...]:
    """The folded words by which a later mention may name the person."""
    parts = [name_key(p) for p in re.split(r"[\s.,]+", name) if p]
    words = [p for p in parts if len(p) > 1 and p not in lexicon().particles and p.upper() not in _UPPER_SUFFIXES]
    while len(words) > 1 and words[0] in _honorific_words():
        words.pop(0)
    return tuple(words)


def name_key(word: str) -> str:
    """A word of a name as compared: no case, diacritics or Arabic article ("al-Sudani" is "sudani")."""
    return _ARTICLE.sub("", fold(word).casefold())


@cache
def _honorifics() -> frozenset[str]:
    return frozenset(h.rstrip(".") for h in roles().honorifics)


@cache
def _honorific_words() -> frozenset[str]:
    return frozenset(name_key(h) for h in _honorifics() if " " not in h)
