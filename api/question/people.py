"""Office-holders in questions: a name known from the packaged facts stands for whom its bearer acts for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from api.question.lexicon import Rank, Sense
from api.question.mention import Mention
from api.question.record import Period
from api.question.token import Token, key_of
from api.question.words import words
from graph.vocabulary.office_holders import OfficeHolder, holder_names, holders_named, office_holders

_LONGEST = 4
_SHORTEST = 5
"""Shorter surnames written small are taken for words, but for those that words.yaml lists."""

_LIKE_ENOUGH = 0.83
_BESIDE = "Co-Prince"
"""An office that the president of France holds beside his own."""

_HEADS = frozenset({"head_of_state", "head_of_government", "monarch"})


def find_people(tokens: Sequence[Token], known: frozenset[int]) -> Iterator[Mention]:
    """The names of office-holders, the longest from left to right.

    A whole name may reach into `known` places ("Kim Jong Un"), a surname or a part of a name may not. A surname written
    small counts if it is no word of English.
    """
    place = 0
    while place < len(tokens):
        mention = next(_from(tokens, place, known), None)
        if mention:
            yield mention
        place = mention.last + 1 if mention else place + 1


def near_person(tokens: Sequence[Token], first: int, last: int) -> Mention | None:
    """The one office-holder whose name the tokens are nearly, if any."""
    text = " ".join(token.folded for token in tokens[first : last + 1])
    if len(text) < _SHORTEST:
        return None
    found = process.extract(
        text, holder_names(), scorer=DamerauLevenshtein.normalized_similarity, score_cutoff=_LIKE_ENOUGH, limit=5
    )
    likest = [name for name, likeness, _ in found if likeness == found[0][1] and len(name) >= _SHORTEST]
    holders = [holder for name in likest if (holder := _one(holders_named(name)))]
    if len({holder.country for holder in holders}) != 1:
        return None
    return _mention(first, last, holders[0], guess=holders[0].name)


def term_of(name: str) -> Period | None:
    """From when to when a person held the highest office he or she had, over all terms."""
    own = [holder for holder in office_holders() if holder.name == name]
    top = [holder for holder in own if holder.role in _HEADS] or own
    if not top:
        return None
    ends = [holder.until for holder in top]
    return Period(min(holder.since for holder in top), None if None in ends else max(filter(None, ends)))


def _from(tokens: Sequence[Token], place: int, known: frozenset[int]) -> Iterator[Mention]:
    if place in known:
        return
    for last in range(min(place + _LONGEST, len(tokens)) - 1, place - 1, -1):
        span = tokens[place : last + 1]
        if last == place and not _counts(tokens[place]):
            continue
        holders = holders_named(" ".join(token.text for token in span))
        if last > place and (not known.isdisjoint(range(place, last + 1)) or not tokens[place].capital):
            key = tuple(token.folded for token in span)
            holders = tuple(h for h in holders if key in map(key_of, (h.name, *h.aliases)))
        if holder := _usual(span) or _one(holders):
            yield _mention(place, last, holder)


def _usual(span: Sequence[Token]) -> OfficeHolder | None:
    """Whom a shared surname usually means."""
    name = words().usual_people.get(tuple(token.folded for token in span))
    return _one(holders_named(name)) if name else None


def _counts(token: Token) -> bool:
    """Whether one word alone may be a surname."""
    if token.capital and not token.upper:
        return True
    return token.folded in words().surnames or (
        len(token.folded) >= _SHORTEST and token.folded not in words().not_surnames
    )


def _mention(first: int, last: int, holder: OfficeHolder, guess: str | None = None) -> Mention:
    return Mention(first, last, Sense((holder.country,), Rank.WEAK), guess, holder.name, holder.title)


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
