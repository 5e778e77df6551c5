"""Office-holders in questions: a name known from the packaged facts stands for whom its bearer acts for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from api.question.lexicon import Rank, Sense
from api.question.mention import Mention
from api.question.token import Token, key_of
from graph.vocabulary.office_holders import OfficeHolder, holders_named

_LONGEST = 4
_BESIDE = "Co-Prince"
"""An office that the president of France holds beside his own."""

_HEADS = frozenset({"head_of_state", "head_of_government", "monarch"})


def find_people(tokens: Sequence[Token], known: frozenset[int]) -> Iterator[Mention]:
    """The names of office-holders, written with a capital, the longest from left to right.

    A whole name may reach into `known` places ("Kim Jong Un"), a surname or a part of a name may not.
    """
    place = 0
    while place < len(tokens):
        mention = next(_from(tokens, place, known), None)
        if mention:
            yield mention
        place = mention.last + 1 if mention else place + 1


def _from(tokens: Sequence[Token], place: int, known: frozenset[int]) -> Iterator[Mention]:
    if place in known or not tokens[place].capital:
        return
    for last in range(min(place + _LONGEST, len(tokens)) - 1, place - 1, -1):
        span = tokens[place : last + 1]
        holders = holders_named(" ".join(token.text for token in span))
        if last > place and not known.isdisjoint(range(place, last + 1)):
            key = tuple(token.folded for token in span)
            holders = tuple(h for h in holders if key in map(key_of, (h.name, *h.aliases)))
        if holder := _one(holders):
            yield Mention(place, last, Sense((holder.country,), Rank.WEAK), person=f"{holder.title} {holder.name}")


def _one(holders: Sequence[OfficeHolder]) -> OfficeHolder | None:
    """Whom a name means: one person's latest office, or that of the only country whose head had the name."""
    offices = [holder for holder in holders if _BESIDE not in holder.title]
    heads = [holder for holder in offices if holder.role in _HEADS]
    if len({holder.name for holder in offices}) == 1:
        latest = offices[0]
        return next((head for head in heads if head.country == latest.country), latest)
    for found in (offices, heads):
        if len({holder.country for holder in found}) == 1:
            return found[0]
    return None
