"""The rules by which mentions become one, and the record of each time that one did."""

from __future__ import annotations

from typing import Literal, NamedTuple

Strength = Literal["certain", "strong", "fair"]


class Rule(NamedTuple):
    """Why two mentions are one, and how strong that is.

    `certain` takes knowledge or a person's word; `strong` ones have to be told apart by what the mention leaves out;
    `fair` is that nobody else is in sight.
    """

    id: str
    strength: Strength
    reason: str


RULES: dict[str, Rule] = {
    rule.id: rule
    for rule in (
        Rule("ruled", "certain", "somebody decided so"),
        Rule("order", "certain", "the same words"),
        Rule("known", "certain", "both are known names of one office-holder"),
        Rule("spelling", "strong", "the same name spelt otherwise"),
        Rule("spacing", "strong", "the same name joined or parted otherwise"),
        Rule("initials", "strong", "initials of that name, and of no other"),
        Rule("part", "fair", "a part of that name, and of no other"),
        Rule("part_spelling", "fair", "a part of that name spelt otherwise, and of no other"),
    )
}


class Join(NamedTuple):
    """The mention `key` is one with the mention `to`, and all that is one with either, by the rule with this id."""

    key: str
    to: str
    rule: str
