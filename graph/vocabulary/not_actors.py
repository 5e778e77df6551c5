"""Longer names that hold an actor's name and are not that actor: "South China Sea", "Turkish Airlines"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from graph.vocabulary.bodies import bodies
from graph.vocabulary.countries import countries
from graph.vocabulary.loading import Row, load_document

_FILE = "not_actors.yaml"
_ANY = "{}"
_JOINS = frozenset("-–—/")
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class NotActors:
    """Decides whether an actor's name in a text is only part of a longer name; made by `not_actors`.

    `around` holds, for an actor's name, each longer name that holds it and where in it; `acting` likewise for those
    that do act for their state.
    """

    around: Mapping[str, tuple[tuple[str, int], ...]]
    acting: Mapping[str, tuple[tuple[str, int], ...]]
    acting_before: re.Pattern[str]
    before: re.Pattern[str]
    after: re.Pattern[str]
    after_adjective: re.Pattern[str]
    after_seat: re.Pattern[str]
    adjectives: frozenset[str]
    seats: frozenset[str]

    def covering(self, text: str, start: int, end: int) -> Span | None:
        """The span of the longer name that text[start:end], an actor's name as found, is part of; else None."""
        name = text[start:end]
        if self._acts(text, start, name):
            return None
        spans = [*_whole(text, start, self.around.get(name, ())), *self._patterns(text, start, end, name)]
        return max(spans, key=lambda span: span[1] - span[0], default=None)

    def _acts(self, text: str, start: int, name: str) -> bool:
        if next(_whole(text, start, self.acting.get(name, ())), None):
            return True
        return self.acting_before.search(text, max(0, start - 40), start) is not None

    def _patterns(self, text: str, start: int, end: int, name: str) -> Iterator[Span]:
        if found := self.before.search(text, max(0, start - 40), start):
            yield found.start(), end
        if text[start - 1 : start] in _JOINS:
            return
        after = [self.after]
        if name in self.adjectives:
            after.append(self.after_adjective)
        if name in self.seats:
            after.append(self.after_seat)
        for pattern in after:
            if found := pattern.match(text, end):
                yield start, found.end()


@cache
def not_actors() -> NotActors:
    """The packaged longer names, validated whole; VocabularyError names file and key."""
    document = load_document(_FILE)
    document.only("names", "before", "after", "after_adjective", "after_seat", "acting")
    known = _actor_names()
    acting = document.texts("acting")
    whole = tuple(name for name in acting if _ANY not in name)
    return NotActors(
        around=_around(document, document.texts("names"), known),
        acting=_around(document, whole, known),
        acting_before=_before(tuple(_prefix(document, name) for name in acting if _ANY in name)),
        before=_before(document.texts("before")),
        after=_after(document.texts("after")),
        after_adjective=_after(document.texts("after_adjective")),
        after_seat=_after(document.texts("after_seat")),
        adjectives=frozenset(name for c in countries() for name in c.adjectives),
        seats=frozenset(name for c in countries() for name in (*c.seats, *c.weak_seats)),
    )


def _whole(text: str, start: int, places: tuple[tuple[str, int], ...]) -> Iterator[Span]:
    for name, place in places:
        first = start - place
        if first >= 0 and text.startswith(name, first) and _bounded(text, first, first + len(name)):
            yield first, first + len(name)


def _bounded(text: str, start: int, end: int) -> bool:
    return not (text[start - 1 : start].isalnum() and start) and not text[end : end + 1].isalnum()


def _actor_names() -> frozenset[str]:
    of_countries = (
        (*c.strong, *c.weak, *c.adjectives, *c.demonyms, *c.seats, *c.weak_seats, *c.metonyms) for c in countries()
    )
    of_bodies = ((*b.strong, *b.weak, *b.institutions, *b.seats) for b in bodies())
    return frozenset(name for names in (*of_countries, *of_bodies) for name in names)


def _around(row: Row, names: tuple[str, ...], known: frozenset[str]) -> dict[str, tuple[tuple[str, int], ...]]:
    found: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for name in names:
        inside = list(_inside(name, known))
        if not inside:
            row.fail(f"{name!r} holds no actor's name")
        for part, place in inside:
            found[part].append((name, place))
    return {part: tuple(places) for part, places in found.items()}


def _inside(name: str, known: frozenset[str]) -> Iterator[tuple[str, int]]:
    """The actors' names that `name` holds, with their places."""
    words = [(m.start(), m.end()) for m in re.finditer(r"[^\s,\-]+", name)]
    for i, (start, _) in enumerate(words):
        for _, end in words[i : i + 4]:
            for part in (name[start:end], name[start:end].removesuffix("'s")):
                if part in known and part != name:
                    yield part, start
                    break


def _prefix(row: Row, name: str) -> str:
    if not name.endswith(" " + _ANY):
        row.fail(f"acting: {name!r} does not end in {_ANY}")
    return name.removesuffix(" " + _ANY)


def _before(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """Matches one of `phrases`, then an optional "the", right before a name."""
    return re.compile(rf"(?<!\w)(?:{_either(phrases)})\s(?:the\s)?$") if phrases else _NEVER


def _after(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """Matches one of `phrases` right after a name, as a whole word."""
    joined = tuple(p for p in phrases if p.startswith("-"))
    apart = tuple(p for p in phrases if not p.startswith("-"))
    parts = [rf"\s(?:{_either(apart)})"] if apart else []
    parts += [rf"(?:{_either(joined)})"] if joined else []
    return re.compile(rf"(?:{'|'.join(parts)})(?!\w)") if parts else _NEVER


def _either(phrases: tuple[str, ...]) -> str:
    return "|".join(re.escape(phrase) for phrase in sorted(phrases, key=len, reverse=True))


_NEVER = re.compile(r"(?!)")
