"""Where a question names actors: by name, code, prefix or, with a slip of the pen, nearly."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from api.question.lexicon import Lexicon, Rank, Sense, lexicon
from api.question.token import Token
from api.question.words import words
from graph.vocabulary import bodies, sectors

_CODE_LENGTHS = (2, 3)
_ALPHA3 = 3
_NOBODY = Sense((), Rank.NAME)
_LOOSE = frozenset({"with", "between", "mit", "avec"})
"""What joins two actors, and words that are no actors as well: "do with China"."""

_OF = frozenset({"of", "in", "from"})


@dataclass(frozen=True, slots=True)
class Mention:
    """Tokens ``[first, last]`` name the sense's actors.

    `guess` is the name that misspelt words were read as, `person` the name of who is named in an actor's place, `title`
    whose office it was.
    """

    first: int
    last: int
    sense: Sense
    guess: str | None = None
    person: str | None = None
    title: str = ""


def find_mentions(tokens: Sequence[Token]) -> list[Mention]:
    """The mentions of a question in their order, those that need no guessing."""
    named = list(_named(tokens, lexicon()))
    coded = _coded(tokens, named, lexicon())
    return sorted(_prefixed(tokens, [*named, *coded]), key=lambda mention: mention.first)


def taken(mentions: Iterable[Mention]) -> frozenset[int]:
    """The places of all tokens in `mentions`."""
    return frozenset(place for mention in mentions for place in range(mention.first, mention.last + 1))


def _named(tokens: Sequence[Token], names: Lexicon) -> Iterator[Mention]:
    """The longest names from left to right; a mask is a mention of nobody."""
    place = 0
    while place < len(tokens):
        size = next(_sizes_named(tokens, place, names), 0)
        if size:
            key = tuple(token.folded for token in tokens[place : place + size])
            sense = _NOBODY if key in words().masks else names.sense(key) or _NOBODY
            yield _with_members(Mention(place, place + size - 1, sense), tokens)
        place += size or 1


def _sizes_named(tokens: Sequence[Token], place: int, names: Lexicon) -> Iterator[int]:
    for size in range(min(names.longest, len(tokens) - place), 0, -1):
        key = tuple(token.folded for token in tokens[place : place + size])
        sense = names.sense(key)
        if key in words().masks or (sense and sense.rank is not Rank.CODE and _counts(tokens, place, size)):
            yield size


def _counts(tokens: Sequence[Token], place: int, size: int) -> bool:
    """Whether a name counts as written: "us" and "who" only in capitals, and not where all is in capitals."""
    token = tokens[place]
    if size > 1 or token.folded not in words().english or "." in token.text:
        return True
    return token.upper and not _all_upper(tokens)


def _all_upper(tokens: Sequence[Token]) -> bool:
    return all(token.upper for token in tokens) and any(len(token.text) > _ALPHA3 for token in tokens)


def _with_members(mention: Mention, tokens: Sequence[Token]) -> Mention:
    """The members of a body instead of the body, where such a word stands by it ("EU members", "members of the EU")."""
    actors = mention.sense.actors
    body = bodies().by_id.get(actors[0]) if len(actors) == 1 else None
    first, last = _stretch(mention, tokens)
    if body is None or (first, last) == (mention.first, mention.last):
        return mention
    members = tuple(sorted(m.country for m in body.members if m.until is None))
    sense = Sense(members, Rank.NAME, group=f"the members of {body.name}")
    return Mention(first, last, sense) if members else mention


def _stretch(mention: Mention, tokens: Sequence[Token]) -> tuple[int, int]:
    """The places of a body with the words for its members around it."""
    nouns = words().member_nouns
    last = mention.last
    while last + 1 < len(tokens) and tokens[last + 1].folded in nouns and not tokens[last + 1].glued:
        last += 1
    if last > mention.last:
        return mention.first, last
    before = mention.first - 1
    while before > 0 and tokens[before].folded in _OF:
        before -= 1
    if before < mention.first - 1 and before >= 0 and tokens[before].folded in nouns:
        return before, mention.last
    return mention.first, mention.last


def _coded(tokens: Sequence[Token], named: Sequence[Mention], names: Lexicon) -> list[Mention]:
    """ISO codes (and names that are words when written small) beside other actors, or where there is nothing else."""
    used = taken(named)
    places = {
        place: sense for place in range(len(tokens)) if place not in used and (sense := _code(tokens, place, names))
    }
    alone = all(
        place in used or place in places or tokens[place].folded in words().joining for place in range(len(tokens))
    )
    return [
        Mention(place, place, sense)
        for place, sense in places.items()
        if (alone and (not named or sense.rank is Rank.NAME) and tokens[place].folded not in words().joining)
        or _stands_alone(tokens, place)
        or any(_beside(tokens, place, other) for other in used | (places.keys() - {place}))
    ]


def _code(tokens: Sequence[Token], place: int, names: Lexicon) -> Sense | None:
    token = tokens[place]
    if len(token.folded) not in _CODE_LENGTHS or (len(token.folded) < _ALPHA3 and _is_sector(token)):
        return None
    return names.sense((token.folded,))


def _stands_alone(tokens: Sequence[Token], place: int) -> bool:
    """Whether a code of three letters is written as one, in capitals among other words."""
    token = tokens[place]
    return len(token.text) == _ALPHA3 and token.upper and not _all_upper(tokens) and not _is_sector(token)


def _is_sector(token: Token) -> bool:
    """Whether a code is an acronym of a sector too ("AI", "COD")."""
    return bool(sectors().find(token.text, any_case=True))


def _beside(tokens: Sequence[Token], place: int, other: int) -> bool:
    """Whether a code is joined to another actor; a code that is an English word must be glued, or joined by a word."""
    if tokens[other].folded in words().joining:
        return False
    low, high = sorted((place, other))
    between = [token.folded for token in tokens[low + 1 : high]]
    if not between and tokens[high].glued:
        return True
    if tokens[place].folded in words().joining | words().leading:
        return False
    if tokens[place].folded in words().english or _is_sector(tokens[place]):
        return len(between) == 1 and between[0] in words().joining - _LOOSE
    return not between or (len(between) == 1 and between[0] in words().joining)


def _prefixed(tokens: Sequence[Token], mentions: Sequence[Mention]) -> Iterator[Mention]:
    """`mentions` and those of prefixes before them ("Sino-Japanese")."""
    yield from mentions
    firsts = {mention.first for mention in mentions}
    for place in taken(mentions) & {first for first in firsts if first > 0 and tokens[first].glued}:
        actor = words().prefixes.get(tokens[place - 1].folded)
        if actor and place - 1 not in taken(mentions):
            yield Mention(place - 1, place - 1, Sense((actor,), Rank.ADJECTIVE))
