"""Whom the names of a question stand for, which pairs they make, and what is told of how they were read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from api.question.guess import Guesses
from api.question.mention import Mention
from api.question.token import Token
from api.question.words import words
from graph.claim import Pair
from graph.errors import QuestionError
from graph.vocabulary.names import actor_name

EXAMPLES = (
    "Japan–Indonesia cooperation areas",
    "What have France and Germany agreed on defence since 2019?",
    "When did Turkey and Greece last meet, and where?",
    "Disputes between China and the Philippines",
    "Who leads Indonesia?",
    "Who cooperates with Vietnam in energy?",
    "What changed between Japan and South Korea since 2022?",
    "How have relations of Australia and China developed over time?",
    "What links Serbia and Hungary?",
    "Everything Japan does with ASEAN members",
)
_MOST_PAIRS = 2000
_WHY = re.compile(r"\bwhy\b|\bwhat (caused|causes)\b|\breasons?\b")


@dataclass(frozen=True, slots=True)
class Named:
    """One mention with the actors it was taken for; `others` it could have been."""

    mention: Mention
    actors: tuple[str, ...]
    others: tuple[str, ...] = ()


def settle(text: str, tokens: Sequence[Token], mentions: Iterable[Mention]) -> list[Named]:
    """Decides for whom shared names stand: who is not named otherwise, else whom they usually mean."""
    ordered = sorted((m for m in mentions if m.sense.actors), key=lambda mention: mention.first)
    clear = {actor for mention in ordered if not mention.sense.shared for actor in mention.sense.actors}
    return [_decide(text, tokens, mention, clear) for mention in ordered]


def _decide(text: str, tokens: Sequence[Token], mention: Mention, clear: set[str]) -> Named:
    sense = mention.sense
    if not sense.shared:
        return Named(mention, sense.actors)
    left = [actor for actor in sense.actors if actor not in clear]
    key = tuple(token.folded for token in tokens[mention.first : mention.last + 1])
    usual = words().usual.get(key)
    if len(left) == 1:
        return Named(mention, tuple(left))
    if usual in sense.actors:
        return Named(mention, (usual,), tuple(actor for actor in sense.actors if actor != usual))
    name = written(tokens, mention)
    offered = tuple(_replaced(text, tokens, mention, actor) for actor in sense.actors)
    raise QuestionError(f"{name!r} can mean {' or '.join(map(actor_name, sense.actors))}.", offered)


def written(tokens: Sequence[Token], mention: Mention) -> str:
    """The words of a mention as they were written."""
    return " ".join(token.text for token in tokens[mention.first : mention.last + 1])


def _replaced(text: str, tokens: Sequence[Token], mention: Mention, actor: str) -> str:
    return text[: tokens[mention.first].start] + actor_name(actor) + text[tokens[mention.last].end :]


def pairs_of(named: Sequence[Named]) -> tuple[Pair, ...]:
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


def notes(tokens: Sequence[Token], named: Sequence[Named], guesses: Guesses, words_masked: str) -> Iterable[str]:
    """What was read into the words."""
    for name in named:
        said, mention = written(tokens, name.mention), name.mention
        if mention.guess:
            yield f"Read {said!r} as {mention.person or actor_name(name.actors[0])}."
        if mention.person:
            yield f"{said!r} was taken for {actor_name(name.actors[0])} ({mention.title} {mention.person})."
        if name.others:
            yield f"{said!r} was taken for {actor_name(name.actors[0])}."
    for place, word in guesses.words:
        yield f"Read {tokens[place].text!r} as {word!r}."
    if guesses.unused:
        yield f"Not used: {', '.join(map(repr, guesses.unused))}."
    if _WHY.search(words_masked):
        yield "Articles seldom give reasons: this is what they tell, not why."


def alternatives(text: str, tokens: Sequence[Token], named: Sequence[Named]) -> Iterable[str]:
    """What else may have been meant."""
    for name in named:
        yield from (_replaced(text, tokens, name.mention, actor) for actor in name.others)
    if any(token.folded == "indo" for token in tokens) and any("IND" in name.actors for name in named):
        yield text.replace("Indo-", "Indonesian-").replace("indo-", "Indonesian-").replace("Indo–", "Indonesian–")
