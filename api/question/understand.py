"""A question in plain words to what is asked: deterministic, and honest about what it read into the words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

from api.question.asked import intent_of
from api.question.cues import cues
from api.question.guess import Guesses, guess, unknown, unknown_anywhere
from api.question.mask import masked
from api.question.mention import find_mentions, taken
from api.question.named import EXAMPLES, Named, alternatives, notes, pairs_of, settle
from api.question.people import term_of
from api.question.period import find_period
from api.question.record import Group, Period, Question
from api.question.token import Token, tokens_of
from api.question.words import words
from graph.claim import Pair
from graph.errors import QuestionError
from graph.vocabulary import sectors

LONGEST = 500
"""Longer texts are no questions."""

_LATEST = frozenset({"last", "latest", "recent", "recently", "lately", "newest"})
_PLANNED = frozenset({"next", "upcoming", "planned", "planning", "plan", "plans", "forthcoming", "scheduled"})
_UNSURE = -1
"""The number of sides before misspelt names are read: cues that look at it are not found."""

_ASKING = re.compile(r"\b(what|which|how|who|whom|whose|where|why)\b")


def understand(text: str, today: date | None = None) -> Question:
    """What `text` asks; the same text gives the same question, but for "last year", which `today` is needed for.

    Raises UnknownName for a name that no vocabulary has, QuestionError for what is no question Accord can answer; both
    carry questions or names that would do.
    """
    tokens = _tokens(text)
    when = find_period(text, today)
    period = _places(tokens, when.span) if when else frozenset()
    mentions = [m for m in find_mentions(tokens) if period.isdisjoint(taken([m]))]
    sectors_found = _sector_places(text, tokens, taken(mentions) | period)
    _refuse(cues().refusal(masked(tokens, mentions, (), period, {}), _UNSURE))
    known = taken(mentions) | frozenset(sectors_found) | period | _known_places(tokens)
    guesses = guess(tokens, mentions, known)
    named = settle(text, tokens, guesses.mentions)
    sectors_asked = _sectors(sectors_found.values(), guesses)
    words_masked = masked(tokens, guesses.mentions, sectors_found, period, dict(guesses.words))
    pairs = pairs_of(named)
    sides = 2 if pairs else min(1, len(named))
    _refuse(cues().refusal(masked(tokens, guesses.mentions, (), period, dict(guesses.words)), sides))
    if not named:
        return _of_no_actor(text, tokens, guesses, sectors_asked, when.period if when else None)
    intent, also, told = intent_of(words_masked, tokens, named, pairs, guesses)
    if guesses.unused and not (pairs and (told or sectors_asked)):
        _refuse_unused(guesses.unused, words_masked, pairs)
    actors = tuple(dict.fromkeys(actor for name in named for actor in name.actors))
    return Question(
        text=text,
        intent=intent,
        actors=actors,
        pairs=pairs,
        sectors=sectors_asked,
        period=when.period if when else _term(tokens, named),
        latest=any(token.folded in _LATEST for place, token in enumerate(tokens) if place not in period),
        notes=tuple(notes(tokens, named, guesses, words_masked)),
        alternatives=tuple(alternatives(text, tokens, named)),
        people=tuple(dict.fromkeys(name.mention.person for name in named if name.mention.person)),
        groups=tuple(Group(name.mention.sense.group, name.actors) for name in named if name.mention.sense.group),
        also=also,
        roles=_roles(tokens),
        planned=any(token.folded in _PLANNED for place, token in enumerate(tokens) if place not in period),
    )


def _roles(tokens: Sequence[Token]) -> tuple[str, ...]:
    """The role classes of the office that is named, the longest title first ("deputy prime minister")."""
    folded = [token.folded for token in tokens]
    for title, classes in sorted(words().roles.items(), key=lambda item: -len(item[0])):
        if any(tuple(folded[place : place + len(title)]) == title for place in range(len(folded))):
            return classes
    return ()


def _of_no_actor(
    text: str, tokens: Sequence[Token], guesses: Guesses, sectors_asked: tuple[str, ...], period: Period | None
) -> Question:
    """A question about a sector alone; raises QuestionError for one about nothing."""
    if error := unknown_anywhere(tokens, guesses):
        raise error
    if not sectors_asked or guesses.unused:
        raise QuestionError("The question names no country or body.", EXAMPLES)
    return Question(text, "entity", (), (), sectors_asked, period)


def _refuse(reason: str | None) -> None:
    if reason:
        raise QuestionError(reason, EXAMPLES)


def _refuse_unused(unused: Sequence[str], words_masked: str, pairs: Sequence[Pair]) -> None:
    """Refuses what asks for nothing that the graph holds, and for something that Accord does not know."""
    if not pairs and unused[0][0].isupper():
        raise unknown(unused[0])
    if not pairs or _ASKING.search(words_masked):
        told = " and ".join(map(repr, unused))
        raise QuestionError(f"The graph says nothing of {told}: it holds relations between countries.", EXAMPLES)


def _places(tokens: Sequence[Token], span: tuple[int, int]) -> frozenset[int]:
    return frozenset(place for place, token in enumerate(tokens) if token.start < span[1] and token.end > span[0])


def _term(tokens: Sequence[Token], named: Sequence[Named]) -> Period | None:
    """The time in office of who is named behind "under" ("under Abe")."""
    for name in named:
        if name.mention.person and name.mention.first and tokens[name.mention.first - 1].folded == "under":
            return term_of(name.mention.person)
    return None


def _tokens(text: str) -> list[Token]:
    if len(text) > LONGEST:
        raise QuestionError(f"A question has at most {LONGEST} characters.", EXAMPLES)
    tokens = tokens_of(text)
    if not tokens:
        raise QuestionError("The question is empty.", EXAMPLES)
    return tokens


def _known_places(tokens: Sequence[Token]) -> frozenset[int]:
    return frozenset(
        place for place, token in enumerate(tokens) if words().is_known(token.folded) or token.folded in cues().words
    )


def _sector_places(text: str, tokens: Sequence[Token], used: frozenset[int]) -> dict[int, str]:
    """The places of words that name a sector, with its id; the words of an intent ("sanctions") name none alone."""
    out: dict[int, str] = {}
    for found in sectors().find(text, any_case=True):
        places = [i for i, token in enumerate(tokens) if token.start < found.end and token.end > found.start]
        is_intent = len(places) == 1 and tokens[places[0]].folded in words().intents
        if not used & set(places) and not is_intent:
            out.update(dict.fromkeys(places, found.sector))
    return {**_everyday_places(tokens, used | out.keys()), **out}


def _everyday_places(tokens: Sequence[Token], used: frozenset[int]) -> dict[int, str]:
    """The places of everyday words for sectors ("loans", "student exchange"), with the sector's id."""
    out: dict[int, str] = {}
    for key, sector in words().sectors.items():
        for place in range(len(tokens) - len(key) + 1):
            places = range(place, place + len(key))
            if tuple(tokens[i].folded for i in places) == key and used.isdisjoint(places):
                out.update(dict.fromkeys(places, sector))
    return out


def _sectors(found: Iterable[str], guesses: Guesses) -> tuple[str, ...]:
    put_right = (mention.sector for _, word in guesses.words for mention in sectors().find(word, any_case=True))
    return tuple(dict.fromkeys((*found, *put_right)))
