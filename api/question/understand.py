"""A question in plain words to what is asked: deterministic, and honest about what it read into the words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations, product

from api.question.guess import Guesses, guess, unknown_anywhere
from api.question.mention import Mention, find_mentions, taken
from api.question.period import period_of
from api.question.record import INTENTS, Intent, Question
from api.question.token import Token, tokens_of
from api.question.words import words
from graph.claim import Pair
from graph.errors import QuestionError
from graph.vocabulary import sectors
from graph.vocabulary.names import actor_name

EXAMPLES = (
    "Japan–Indonesia cooperation areas",
    "What have France and Germany agreed on defence since 2019?",
    "When did Turkey and Greece last meet?",
    "Disputes between China and the Philippines",
    "Who leads Indonesia?",
    "Who cooperates with Vietnam in energy?",
)
LONGEST = 500
"""Longer texts are no questions."""

_LATEST = frozenset({"last", "latest", "recent", "recently", "lately", "newest"})
_MOST_PAIRS = 60


@dataclass(frozen=True, slots=True)
class _Named:
    """One mention with the actors it was taken for; `others` it could have been."""

    mention: Mention
    actors: tuple[str, ...]
    others: tuple[str, ...] = ()


def understand(text: str, today: date | None = None) -> Question:
    """What `text` asks; the same text gives the same question, but for "last year", which `today` is needed for.

    Raises UnknownName for a name that no vocabulary has, QuestionError for what is no question Accord can answer; both
    carry questions or names that would do.
    """
    tokens = _tokens(text)
    mentions = find_mentions(tokens)
    sectors_found = _sector_places(text, tokens, taken(mentions))
    known = taken(mentions) | frozenset(sectors_found) | _known_places(tokens)
    guesses = guess(tokens, mentions, known)
    named = _settle(text, tokens, guesses.mentions)
    if not named:
        raise unknown_anywhere(tokens, guesses) or QuestionError("The question names no country or body.", EXAMPLES)
    actors = tuple(dict.fromkeys(actor for name in named for actor in name.actors))
    return Question(
        text=text,
        intent=_intent(tokens, taken(guesses.mentions), guesses),
        actors=actors,
        pairs=_pairs(named),
        sectors=_sectors(sectors_found.values(), guesses),
        period=period_of(text, today),
        latest=any(token.folded in _LATEST for token in tokens),
        notes=tuple(_notes(tokens, named, guesses)),
        alternatives=tuple(_alternatives(text, tokens, named)),
    )


def _tokens(text: str) -> list[Token]:
    if len(text) > LONGEST:
        raise QuestionError(f"A question has at most {LONGEST} characters.", EXAMPLES)
    tokens = tokens_of(text)
    if not tokens:
        raise QuestionError("The question is empty.", EXAMPLES)
    return tokens


def _known_places(tokens: Sequence[Token]) -> frozenset[int]:
    return frozenset(place for place, token in enumerate(tokens) if words().is_known(token.folded))


def _sector_places(text: str, tokens: Sequence[Token], used: frozenset[int]) -> dict[int, str]:
    """The places of words that name a sector, with its id; the words of an intent ("sanctions") name none alone."""
    out: dict[int, str] = {}
    for found in sectors().find(text, any_case=True):
        places = [i for i, token in enumerate(tokens) if token.start < found.end and token.end > found.start]
        is_intent = len(places) == 1 and tokens[places[0]].folded in words().intents
        if not used & set(places) and not is_intent:
            out.update(dict.fromkeys(places, found.sector))
    return out


def _settle(text: str, tokens: Sequence[Token], mentions: Iterable[Mention]) -> list[_Named]:
    """Decides for whom shared names stand: who is not named otherwise, else whom they usually mean."""
    ordered = sorted((m for m in mentions if m.sense.actors), key=lambda mention: mention.first)
    clear = {actor for mention in ordered if not mention.sense.shared for actor in mention.sense.actors}
    return [_decide(text, tokens, mention, clear) for mention in ordered]


def _decide(text: str, tokens: Sequence[Token], mention: Mention, clear: set[str]) -> _Named:
    sense = mention.sense
    if not sense.shared:
        return _Named(mention, sense.actors)
    left = [actor for actor in sense.actors if actor not in clear]
    key = tuple(token.folded for token in tokens[mention.first : mention.last + 1])
    usual = words().usual.get(key)
    if len(left) == 1:
        return _Named(mention, tuple(left))
    if usual in sense.actors:
        return _Named(mention, (usual,), tuple(actor for actor in sense.actors if actor != usual))
    name = _written(tokens, mention)
    offered = tuple(_replaced(text, tokens, mention, actor) for actor in sense.actors)
    raise QuestionError(f"{name!r} can mean {' or '.join(map(actor_name, sense.actors))}.", offered)


def _written(tokens: Sequence[Token], mention: Mention) -> str:
    return " ".join(token.text for token in tokens[mention.first : mention.last + 1])


def _replaced(text: str, tokens: Sequence[Token], mention: Mention, actor: str) -> str:
    return text[: tokens[mention.first].start] + actor_name(actor) + text[tokens[mention.last].end :]


def _intent(tokens: Sequence[Token], used: frozenset[int], guesses: Guesses) -> Intent:
    put_right = dict(guesses.words)
    said = {put_right.get(place, token.folded) for place, token in enumerate(tokens) if place not in used}
    asked = {words().intents[word] for word in said if word in words().intents}
    for intent in INTENTS:
        if intent in asked:
            return intent
    return "leaders" if "who" in said else "overview"


def _pairs(named: Sequence[_Named]) -> tuple[Pair, ...]:
    """The dyads asked about: within one group, across two names, each with each of more."""
    sides = [name.actors for name in named]
    if len(sides) == 1:
        crossed: Iterable[tuple[str, str]] = combinations(sides[0], 2)
    else:
        crossed = (pair for a, b in combinations(sides, 2) for pair in product(a, b))
    pairs = dict.fromkeys((min(a, b), max(a, b)) for a, b in crossed if a != b)
    if len(pairs) > _MOST_PAIRS:
        raise QuestionError(f"The question asks about {len(pairs)} pairs; at most {_MOST_PAIRS} at once.", EXAMPLES)
    return tuple(pairs)


def _sectors(found: Iterable[str], guesses: Guesses) -> tuple[str, ...]:
    put_right = (mention.sector for _, word in guesses.words for mention in sectors().find(word, any_case=True))
    return tuple(dict.fromkeys((*found, *put_right)))


def _notes(tokens: Sequence[Token], named: Sequence[_Named], guesses: Guesses) -> Iterable[str]:
    for name in named:
        written = _written(tokens, name.mention)
        if name.mention.guess:
            yield f"Read {written!r} as {actor_name(name.actors[0])}."
        if name.mention.person:
            yield f"{written!r} was taken for {actor_name(name.actors[0])} ({name.mention.person})."
        if name.others:
            yield f"{written!r} was taken for {actor_name(name.actors[0])}."
    for place, word in guesses.words:
        yield f"Read {tokens[place].text!r} as {word!r}."
    if guesses.unused:
        yield f"Not used: {', '.join(map(repr, guesses.unused))}."


def _alternatives(text: str, tokens: Sequence[Token], named: Sequence[_Named]) -> Iterable[str]:
    for name in named:
        yield from (_replaced(text, tokens, name.mention, actor) for actor in name.others)
    if any(token.folded == "indo" for token in tokens) and any("IND" in name.actors for name in named):
        yield text.replace("Indo-", "Indonesian-").replace("indo-", "Indonesian-").replace("Indo–", "Indonesian–")
