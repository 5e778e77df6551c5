"""The rules by which mentions become one, and the record of each time that one did."""

from __future__ import annotations

from typing import Literal, NamedTuple

Strength = Literal["certain", "strong", "fair"]


class Rule(NamedTuple):
    """Why two mentions are one, and how strong that is.

    `certain` takes knowledge or a person's word; `strong` ones have to be told apart by what the mention leaves out;
    `fair` is that nobody else is in sight. `plain` is what nobody wonders about: the same name, the same day.
    """

    id: str
    strength: Strength
    reason: str
    plain: bool = False


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
        Rule("period", "strong", "the same name, with no more than some years between", plain=True),
        Rule("wording", "strong", "the same words but for the names of the parties and other spellings"),
        Rule("acronym", "strong", "short for that name, and for no other"),
        Rule("date", "certain", "the same date", plain=True),
        Rule("precision", "fair", "the only one of such a kind in that month or year"),
        Rule("near", "fair", "the only one of its kind in the days about it"),
        Rule("part_spelling", "fair", "a part of that name spelt otherwise, and of no other"),
    )
}


class Join(NamedTuple):
    """The mention `key` is one with the mention `to`, and all that is one with either, by the rule with this id."""

    key: str
    to: str
    rule: str
