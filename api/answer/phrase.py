"""Words of answers: names, numbers and lists as English writes them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from api.question import Question
from graph.vocabulary import plover, sectors
from graph.vocabulary.names import actor_name

KINDS = {
    "cooperation": ("sector of cooperation", "sectors of cooperation"),
    "agreements": ("agreement", "agreements"),
    "meetings": ("meeting", "meetings"),
    "disputes": ("dispute", "disputes"),
    "events": ("event", "events"),
}
"""Kinds of facts, as one and as many of them are told."""

_GROUPED = 6
"""More actors than these are told by the name of their group."""


def listed(words: Sequence[str]) -> str:
    """Words as English lists them: "a, b and c"; with a comma before the last "and" where one of them has its own."""
    if any(" and " in word for word in words) and len(words) > 1:
        return f"{', '.join(words[:-1])}, and {words[-1]}"
    return " and ".join(filter(None, [", ".join(words[:-1]), words[-1]])) if words else ""


def some(words: Sequence[str], most: int) -> str:
    """The first `most` of the words, and how many more there are: "a, b, c and 2 more"."""
    if len(words) <= most:
        return listed(words)
    return f"{', '.join(words[:most])} and {len(words) - most} more"


def counted(number: int, singular: str, plural: str | None = None) -> str:
    """A number with its noun: "1 source", "2 sources"."""
    return f"{number:,} {singular if number == 1 else plural or singular + 's'}"


def counted_kinds(numbers: Mapping[str, int]) -> list[str]:
    """Numbers of facts by kind, in words: "3 sectors of cooperation"."""
    return [counted(numbers[kind], *nouns) for kind, nouns in KINDS.items() if numbers.get(kind)]


def sector_name(sector: str) -> str:
    """A sector as it stands in a sentence."""
    name = sectors().by_id[sector].name
    return name if name.isupper() else name[:1].lower() + name[1:]


def act_name(event_type: str, actor: str, recipient: str) -> str:
    """A PLOVER act between two actors: "AID Japan → Indonesia", and with no arrow what both do, "AGREE Fiji – Peru"."""
    joint = "–" if plover().by_id[event_type].symmetric else "→"
    return f"{event_type} {actor_name(actor)} {joint} {actor_name(recipient)}"


def of_whom(question: Question) -> str:
    """The actors as the subject of a sentence; a group of many by its name."""
    if len(question.actors) <= _GROUPED or not question.groups:
        return listed([actor_name(actor) for actor in question.actors])
    grouped = {actor for group in question.groups for actor in group.members}
    alone = [actor_name(actor) for actor in question.actors if actor not in grouped]
    return listed([*alone, *(group.name for group in question.groups)])


def scope(question: Question, *, period: bool = True) -> str:
    """The sector and, unless it is not wanted, the period asked for: " in energy since 2019"."""
    in_sectors = f" in {listed([sector_name(s) for s in question.sectors])}" if question.sectors else ""
    return in_sectors + (f" {question.period}" if question.period and period else "")
