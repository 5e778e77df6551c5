"""What misspelt and unknown words of a question may have meant."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from api.question.lexicon import Rank, Sense, lexicon
from api.question.mention import Mention, taken
from api.question.people import find_people, near_person
from api.question.token import Token
from api.question.words import words
from graph.errors import UnknownName
from graph.vocabulary import sectors
from graph.vocabulary.lookup import near_names
from graph.vocabulary.names import actor_name

_LIKE_ENOUGH = 0.79
"""One letter of five, two of ten: what is read as a name where a name must stand."""

_LIKE_ENOUGH_ANYWHERE = 0.84
_CLEARLY_BETTER = 0.05
_SHORTEST = 4
_LONGEST_RUN = 4
_LONGEST_NAME = 6
_ENOUGH_ACTORS = 2
_SHORT_QUESTION = 3


@dataclass(frozen=True, slots=True)
class Guesses:
    """All mentions, with those found in misspelt names; words put right (place, word); words not understood."""

    mentions: tuple[Mention, ...]
    words: tuple[tuple[int, str], ...] = ()
    unused: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Run:
    """Unknown words in a row, at places ``[first, last]``."""

    first: int
    last: int

    def text(self, tokens: Sequence[Token]) -> str:
        return " ".join(token.text for token in tokens[self.first : self.last + 1])


def guess(tokens: Sequence[Token], mentions: Sequence[Mention], known: frozenset[int]) -> Guesses:
    """Reads the tokens outside `known` places; raises UnknownName where an actor must stand and none is near."""
    people = list(find_people(tokens, known))
    found = [*people, *(m for m in mentions if taken([m]).isdisjoint(taken(people)))]
    known |= taken(people)
    _take_names(tokens, known, found)
    words_found: list[tuple[int, str]] = []
    unused: list[str] = []
    for run in _runs(tokens, known | taken(found)):
        meant = _misspelt_word(tokens[run.first].folded) if run.first == run.last else None
        if meant:
            words_found.append((run.first, meant))
        elif _is_slot(tokens, run, found):
            raise unknown(run.text(tokens))
        else:
            unused.append(run.text(tokens))
    return Guesses(tuple(found), tuple(words_found), tuple(unused))


def _take_names(tokens: Sequence[Token], known: frozenset[int], found: list[Mention]) -> None:
    """Reads misspelt names until no more is found: each may tell of a word beside it, or leave a part of its run."""
    while any(_take_name(tokens, run, found) for run in _runs(tokens, known | taken(found))):
        pass


def unknown(text: str, actors: Sequence[str] = ()) -> UnknownName:
    """The error for a name that nothing has, offering `actors`, or the names that are spelt most like it."""
    return UnknownName(text, tuple(map(actor_name, actors)) or near_names(text))


def unknown_anywhere(tokens: Sequence[Token], guesses: Guesses) -> UnknownName | None:
    """The error for a short question without any actor that holds an unknown word: it must be meant as a name."""
    return unknown(guesses.unused[0]) if guesses.unused and len(tokens) <= _SHORT_QUESTION else None


def _runs(tokens: Sequence[Token], known: frozenset[int]) -> Iterator[_Run]:
    place = 0
    while place < len(tokens):
        last = place
        if place not in known:
            while last + 1 < len(tokens) and last + 1 not in known and not tokens[last + 1].glued:
                last += 1
            yield _Run(place, last)
        place = last + 1


def _is_slot(tokens: Sequence[Token], run: _Run, mentions: Sequence[Mention]) -> bool:
    """Whether an actor must stand there.

    It is written with a capital while actors are wanting, or stands behind "between" or "with" then, or a dash joins it
    to a word, or "and" joins it to an actor.
    """
    shouted = all(token.upper for token in tokens)
    capital = any(token.capital for token in tokens[max(run.first, 1) : run.last + 1]) and not shouted
    if capital and len(_actors(mentions)) < _ENOUGH_ACTORS:
        return True
    if tokens[run.first].glued or (run.last + 1 < len(tokens) and tokens[run.last + 1].glued):
        return True
    used, joining = taken(mentions), words().joining
    if _at(tokens, run.first - 1) in words().slots and len(_actors(mentions)) < _ENOUGH_ACTORS:
        return True
    before = _at(tokens, run.first - 1) in joining and run.first - 2 in used
    after = _at(tokens, run.last + 1) in joining and run.last + 2 in used
    return before or after


def _actors(mentions: Iterable[Mention]) -> set[str]:
    return {actor for mention in mentions for actor in mention.sense.actors}


def _at(tokens: Sequence[Token], place: int) -> str:
    return tokens[place].folded if 0 <= place < len(tokens) else ""


def _take_name(tokens: Sequence[Token], run: _Run, found: list[Mention]) -> bool:
    """Reads a run as a misspelt name if it is like one, putting the mention into `found` for those it overlaps."""
    slot = _is_slot(tokens, run, found)
    mention = _name_in(tokens, run, found, slot)
    if mention is None:
        return False
    found[:] = [m for m in found if m.last < mention.first or m.first > mention.last]
    found.append(mention)
    return True


def _name_in(tokens: Sequence[Token], run: _Run, found: Sequence[Mention], slot: bool) -> Mention | None:
    """The actor, or else the person, that a run nearly names; raises UnknownName where it is near several actors."""
    try:
        mention = _longer_name(tokens, run, found) or _misspelt_name(tokens, run, found, slot)
    except UnknownName:
        if person := near_person(tokens, run.first, run.last):
            return person
        raise
    if mention is None and (slot or len(_actors(found)) < _ENOUGH_ACTORS):
        return near_person(tokens, run.first, run.last)
    return mention


def _longer_name(tokens: Sequence[Token], run: _Run, found: Sequence[Mention]) -> Mention | None:
    """The likest longer name around a run ("Sout Korea", "Republci of the Congo"), if it is no name found already."""
    known = {" ".join(token.folded for token in tokens[m.first : m.last + 1]) for m in found}
    best: tuple[float, int, Mention] | None = None
    for first, last in _around(tokens, run):
        near = lexicon().near(" ".join(token.folded for token in tokens[first : last + 1]), _LIKE_ENOUGH_ANYWHERE)
        if near and near[0].name not in known:
            mention = Mention(first, last, Sense((near[0].actor,), Rank.NAME), guess=near[0].name)
            best = max(filter(None, (best, (near[0].likeness, first - last, mention))), key=lambda found: found[:2])
    return best[2] if best else None


def _around(tokens: Sequence[Token], run: _Run) -> Iterator[tuple[int, int]]:
    """Longer stretches of words that hold the run."""
    for first in range(max(0, run.last - _LONGEST_NAME + 1), run.first + 1):
        for last in range(run.last, min(len(tokens), first + _LONGEST_NAME)):
            if last - first > run.last - run.first:
                yield first, last


def _misspelt_name(tokens: Sequence[Token], run: _Run, found: Sequence[Mention], slot: bool) -> Mention | None:
    if not slot and len(_actors(found)) >= _ENOUGH_ACTORS:
        return None
    used = taken(found)
    beside = run.first - 1 in used or run.last + 1 in used
    least = _LIKE_ENOUGH if slot or beside else _LIKE_ENOUGH_ANYWHERE
    windows = _windows(tokens, run, used)
    return next((near for window in windows if (near := _nearest(tokens, *window, least))), None)


def _nearest(tokens: Sequence[Token], first: int, last: int, least: float) -> Mention | None:
    """The actor whose name is clearly the likest; raises UnknownName where two are nearly as like."""
    near = lexicon().near(" ".join(token.folded for token in tokens[first : last + 1]), least)
    if len(near) > 1 and near[0].likeness - near[1].likeness < _CLEARLY_BETTER:
        raise unknown(_Run(first, last).text(tokens), [n.actor for n in near[:3]])
    return Mention(first, last, Sense((near[0].actor,), Rank.NAME), guess=near[0].name) if near else None


def _windows(tokens: Sequence[Token], run: _Run, used: frozenset[int]) -> Iterator[tuple[int, int]]:
    """The run with the known word after it ("Unted Kingdom"), the run, then each single word of it."""
    after = run.last + 1
    if after < len(tokens) and after not in used and not tokens[after].glued:
        yield run.first, after
    if run.last - run.first < _LONGEST_RUN:
        yield run.first, run.last
    if run.last > run.first:
        yield from ((place, place) for place in range(run.first, run.last + 1))


def _misspelt_word(word: str) -> str | None:
    """The word of intents or sectors that `word` is nearly, with the same first letter."""
    if len(word) <= _SHORTEST:
        return None
    alike = [known for known in _askable_words() if known[0] == word[0]]
    found = process.extractOne(word, alike, scorer=DamerauLevenshtein.normalized_similarity, score_cutoff=_LIKE_ENOUGH)
    return found[0] if found else None


@cache
def _askable_words() -> tuple[str, ...]:
    singles = (form.text.casefold() for sector in sectors() for form in sector.forms if " " not in form.text)
    return tuple(word for word in (*words().intents, *singles) if len(word) > _SHORTEST)
