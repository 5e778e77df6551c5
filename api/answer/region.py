"""Everything an actor does with the members of a body or a region."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from api.answer.phrase import counted, listed, some
from api.answer.record import Facts, Member
from api.question import Question
from graph.claim import Pair
from graph.view import View
from graph.vocabulary.names import actor_name, dyad_name

_WHOLE = 6
"""So many pairs, those that share most, are told in full."""

_NAMED = 4


def find_region(
    question: Question, view: View, pairs: Sequence[Pair], whole: Callable[[Question, View, Sequence[Pair]], Facts]
) -> Facts:
    """How much each pair shares, and all facts of those that share most."""
    totals = view.totals_of(["-".join(pair) for pair in pairs])
    ranked = sorted(totals, key=lambda dyad: (-sum(totals[dyad].values()), dyad))
    members = tuple(Member(dyad, totals[dyad]) for dyad in ranked if any(totals[dyad].values()))
    told = [(a, b) for member in members[:_WHOLE] for a, _, b in (member.dyad.partition("-"),)]
    return replace(whole(question, view, told), members=members)


def region_headline(question: Question, facts: Facts) -> str:
    """With how many there is anything, and with whom most."""
    grouped = {actor for group in question.groups for actor in group.members}
    alone = [actor for actor in question.actors if actor not in grouped]
    names = [_named(member, alone) for member in facts.members]
    who = listed([*map(actor_name, alone), *(group.name for group in question.groups)])
    return (
        f"{who}: relations of {len(names)} of {counted(len(question.pairs), 'pair')}, most with {some(names, _NAMED)}."
    )


def _named(member: Member, alone: Sequence[str]) -> str:
    ends = [actor for actor in member.dyad.split("-") if actor not in alone]
    name = actor_name(ends[0]) if len(ends) == 1 and len(alone) == 1 else dyad_name(member.dyad)
    return f"{name} ({counted(sum(member.totals.values()), 'fact')})"
