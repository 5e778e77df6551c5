"""Suggestions: how a question that somebody is typing may go on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from graph.view import View
from graph.vocabulary import bodies, countries
from graph.vocabulary.folding import fold
from graph.vocabulary.lookup import actor_lookup
from graph.vocabulary.names import actor_name

MOST = 8
_STRONGEST = 200
"""Dyads of the graph whose actors come before others."""

_PARTNERS = 4
_JOINT = re.compile(r"\s*[–—/,]\s*|\s*(?<=\w)-\s*|\s+(?:and|with|vs\.?)\s+", re.IGNORECASE)
_LONGEST_NAME = 4
"""Words at the end of a question that may be the beginning of a name."""

OF_PAIR = (
    "{0}–{1} cooperation areas",
    "What have {0} and {1} agreed?",
    "When did {0} and {1} last meet?",
    "How have relations of {0} and {1} developed over time?",
    "Disputes between {0} and {1}",
)
OF_ACTOR = ("Who cooperates with {0}?", "Who leads {0}?")


def suggestions(text: str, view: View) -> list[str]:
    """Questions that begin with, or may be meant by, what was typed so far: at most `MOST`, the likeliest first."""
    typed = " ".join(text.split())
    if not typed:
        return []
    known = _known(view)
    found = [*_pairs(typed, view, known), *_actors(typed, view, known)] or _finished(typed, known)
    return list(dict.fromkeys(one for one in found if fold(one) != fold(typed)))[:MOST]


def _pairs(typed: str, view: View, known: Sequence[str]) -> list[str]:
    """Of two names, the second of which may be only begun."""
    *_, joint = [None, *_JOINT.finditer(typed + " ")]
    if joint is None:
        return []
    first, begun = _one(typed[: joint.start()]), typed[joint.end() :].strip()
    if first is None:
        return []
    second = _named(begun)
    partners = [actor for actor in _partners(first, view) if not begun or _begins(actor, begun)]
    others = _begun(begun, known) if begun else []
    pairs = [
        f"{actor_name(first)}–{actor_name(actor)}" for actor in dict.fromkeys([*partners, *others]) if actor != first
    ]
    if second and second != first:
        asked = [pattern.format(actor_name(first), actor_name(second)) for pattern in OF_PAIR]
        return [f"{actor_name(first)}–{actor_name(second)}", *asked, *pairs]
    return pairs


def _actors(typed: str, view: View, known: Sequence[str]) -> list[str]:
    """Of one name, which may be only begun: with its closest partners, and by itself."""
    likely = [*filter(None, [_named(typed)]), *_begun(typed, known)]
    found: list[str] = []
    for number, actor in enumerate(dict.fromkeys(likely)):
        if number < 2:
            found += [f"{actor_name(actor)}–{actor_name(other)}" for other in _partners(actor, view)]
            found += [pattern.format(actor_name(actor)) for pattern in OF_ACTOR] if number == 0 else []
        else:
            found.append(actor_name(actor))
    return found


def _finished(typed: str, known: Sequence[str]) -> list[str]:
    """The words typed, with a name finished that their end is the beginning of."""
    words = typed.split(" ")
    for number in range(min(_LONGEST_NAME, len(words) - 1), 0, -1):
        begun = " ".join(words[-number:])
        if len(begun) > 1 and (actors := _begun(begun, known)):
            return [" ".join([*words[:-number], actor_name(actor)]) for actor in actors[:MOST]]
    return []


def _one(text: str) -> str | None:
    found = actor_lookup(text.strip())
    return found[0] if len(found) == 1 else None


def _named(text: str) -> str | None:
    """The actor that `text` is a name of; a code may as well be the beginning of another's name."""
    actor = _one(text)
    return actor if actor and fold(text).removeprefix("the ") in _names().get(actor, ()) else None


def _partners(actor: str, view: View) -> list[str]:
    """Those with which it shares most."""
    pairs = (dyad.split("-") for dyad in view.dyads(actor, limit=_PARTNERS))
    return [b if a == actor else a for a, b in pairs]


def _known(view: View) -> list[str]:
    """Actors that the graph tells most of."""
    return list(dict.fromkeys(actor for dyad in view.dyads(limit=_STRONGEST) for actor in dyad.split("-")))


def _begun(begun: str, known: Sequence[str]) -> list[str]:
    """The actors one of whose names begins so: usual names first, of these those that the graph tells of most."""
    found = [actor for actor in _names() if _begins(actor, begun)]
    rank = {actor: number for number, actor in enumerate(known)}
    usual = {actor: fold(actor_name(actor)).startswith(fold(begun)) for actor in found}
    return sorted(found, key=lambda actor: (not usual[actor], rank.get(actor, len(rank)), actor_name(actor)))


def _begins(actor: str, begun: str) -> bool:
    key = fold(begun).removeprefix("the ")
    return bool(key) and any(name.startswith(key) for name in _names()[actor])


@cache
def _names() -> dict[str, tuple[str, ...]]:
    """The names of each actor of today, folded."""
    named: Iterable[tuple[str, Iterable[str]]] = (
        *((c.id, (c.name, *c.strong, *c.adjectives)) for c in countries() if c.until is None),
        *((b.id, (b.name, *b.strong, b.id.removeprefix("ORG:"))) for b in bodies()),
    )
    return {actor: tuple(dict.fromkeys(map(fold, names))) for actor, names in named}
