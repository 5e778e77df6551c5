"""What a question asks for: by its turns of phrase, else by its single words, else everything there is."""

from __future__ import annotations

from collections.abc import Sequence

from api.question.cues import cues
from api.question.guess import Guesses
from api.question.mention import taken
from api.question.named import Named
from api.question.record import INTENTS, Intent
from api.question.token import Token
from api.question.words import words
from graph.claim import Pair

_BESIDE: tuple[Intent, ...] = ("agreements", "meetings", "disputes", "events", "leaders", "cooperation")
_WHOLE: frozenset[Intent] = frozenset({"overview", "region", "entity"})


def intent_of(
    words_masked: str, tokens: Sequence[Token], named: Sequence[Named], pairs: Sequence[Pair], guesses: Guesses
) -> tuple[Intent, tuple[Intent, ...], bool]:
    """What is asked for, what else is, and whether the words say so or nothing does."""
    said = _said(tokens, guesses)
    asked = {words().intents[word] for word in said if word in words().intents}
    cued = cues().intent(words_masked, 2 if pairs else 1)
    by_word = next((intent for intent in INTENTS if intent in asked), None)
    intent = cued or by_word or ("leaders" if "who" in said else "overview")
    told = cued is not None or by_word is not None or intent == "leaders"
    return _fitting(intent, named, pairs), _also(intent, tokens, said, asked), told


def _said(tokens: Sequence[Token], guesses: Guesses) -> list[str]:
    put_right, used = dict(guesses.words), taken(guesses.mentions)
    return [put_right.get(place, token.folded) for place, token in enumerate(tokens) if place not in used]


def _fitting(intent: Intent, named: Sequence[Named], pairs: Sequence[Pair]) -> Intent:
    """The intent as it fits one actor, a pair, or a group of actors."""
    if not pairs:
        single: dict[Intent, Intent] = {"overview": "entity", "cooperation": "partners", "links": "entity"}
        return single.get(intent, intent)
    grouped = any(name.mention.sense.group for name in named)
    if intent in _WHOLE:
        return "region" if grouped else "overview"
    return "cooperation" if intent == "partners" else intent


def _also(intent: Intent, tokens: Sequence[Token], said: Sequence[str], asked: set[Intent]) -> tuple[Intent, ...]:
    """What else is asked for: two things joined by a word or comma ("disputes and agreements"), or whom leaders met."""
    kinds = [words().intents.get(word) for word in said]
    joined = {
        kind
        for at, word in enumerate(said)
        if word in {"and", "or"} and 0 < at < len(said) - 1 and kinds[at - 1] and kinds[at + 1]
        for kind in (kinds[at - 1], kinds[at + 1])
    }
    if {"leaders", "meetings"} <= asked and ("who" in said or "whom" in said):
        joined |= {"leaders", "meetings"}
    return tuple(kind for kind in _BESIDE if kind in joined and kind != intent)
