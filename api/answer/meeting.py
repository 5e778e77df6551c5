"""Meetings: those that are asked for, and whether people met, when and where."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from api.answer.narrowing import bounds, in_order
from api.answer.phrase import counted, listed, of_whom, scope, some
from api.answer.record import Facts
from api.question import Question
from graph.claim import Pair
from graph.fact import MeetingFact
from graph.view import View
from graph.view.view import SHOWN
from graph.view.wanted import Listed, Sort
from graph.vocabulary.folding import fold
from graph.vocabulary.names import actor_name, dyad_id

MOST_MEETINGS = 200
"""So many of a dyad or an actor are looked through."""

_NAMED = 4
_WHERE = re.compile(r"\bwhere\b", re.IGNORECASE)


def find_meetings(question: Question, view: View, pairs: Sequence[Pair]) -> Facts:
    """Meetings of the pairs, of the people who are named if any names them; what is to come where that is asked for."""
    wanted = [wanted_of(question, dyad=dyad_id(*pair)) for pair in pairs]
    wanted = wanted or [wanted_of(question, actor=actor) for actor in question.actors]
    found = in_order(question, _listed(question, view, wanted))
    if question.planned:
        planned = [replace(one, modalities=["pledged"]) for one in wanted]
        found = in_order(question, _listed(question, view, planned)) or found
    elif question.latest:
        found = tuple(sorted(found, key=lambda m: (m.modality != "actual", m.date is None)))
    theirs = attended_by(found, question.people)
    return Facts(meetings=tuple(theirs) if theirs else found)


def wanted_of(question: Question, *, dyad: str | None = None, actor: str | None = None) -> Listed:
    """The meetings that are asked for: of a dyad, or of one actor with anybody."""
    since, until = bounds(question)
    return Listed(dyad=dyad, actor=actor, modalities=list(SHOWN), since=since, until=until)


def sort_of(question: Question) -> Sort:
    """Which of the meetings come first, if there are more than are looked through."""
    return "newest" if question.latest else "support"


def of_actor(question: Question, view: View, actor: str) -> tuple[MeetingFact, ...]:
    """The meetings of one actor with anybody."""
    return tuple(_listed(question, view, [wanted_of(question, actor=actor)]))


def _listed(question: Question, view: View, wanted: Iterable[Listed]) -> Iterator[MeetingFact]:
    for one in wanted:
        yield from view.page("Meeting", one, sort=sort_of(question), limit=MOST_MEETINGS).items


def is_named(written: str, name: str) -> bool:
    """Whether an article's name of a person is that of `name`: the same, or one holds the other's words."""
    one, other = set(fold(written).split()), set(fold(name).split())
    return one <= other or other <= one


def attended_by(meetings: Sequence[MeetingFact], people: Sequence[str]) -> list[MeetingFact]:
    """The meetings at which all of `people` were."""
    return [m for m in meetings if all(any(is_named(leader, name) for leader in m.leaders) for name in people)]


def meetings_headline(question: Question, facts: Facts) -> str:
    """The one meeting that is asked for, or how many there are and which is the latest; whom one actor met."""
    found = facts.meetings
    people = question.people if _told_of(found, question.people) else ()
    nobody = f"No meeting that names {listed(question.people)} is known. " if question.people and not people else ""
    if question.latest or question.planned or len(found) == 1:
        return nobody + _one_meeting(question, found[0])
    who = listed(people) if people else of_whom(question)
    if question.pairs:
        latest = max(found, key=lambda m: (m.modality == "actual", m.date or ""))
        where = f" in {latest.place}" if latest.place else ""
        last = f", the latest{where} on {latest.date}" if latest.date and latest.modality == "actual" else ""
        return f"{nobody}{who}: {counted(len(found), 'meeting')}{scope(question)}{last}."
    met = dict.fromkeys(p for m in found for p in m.participants if p not in question.actors)
    names = [actor_name(actor) for actor in met]
    return f"{nobody}{who}: {counted(len(found), 'meeting')}{scope(question)}, with {some(names, _NAMED)}."


def _told_of(meetings: Sequence[MeetingFact], people: Sequence[str]) -> bool:
    return all(any(is_named(leader, name) for m in meetings for leader in m.leaders) for name in people)


def _one_meeting(question: Question, meeting: MeetingFact) -> str:
    verb = ("last met" if question.latest else "met") if meeting.modality == "actual" else "are to meet"
    when = f" on {meeting.date}" if meeting.date else " (no article gives the date)"
    nowhere = " (no article gives the place)" if _WHERE.search(question.text) else ""
    where = f" in {meeting.place}" if meeting.place else nowhere
    who = f", represented by {listed(meeting.leaders)}" if meeting.leaders else ""
    kind = meeting.kind.replace("_", " ")
    return f"{listed([actor_name(a) for a in meeting.participants])} {verb}{where}{when}{who} ({kind})."
