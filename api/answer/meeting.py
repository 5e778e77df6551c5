"""Meetings: those that are asked for, and whether people met, when and where."""

from __future__ import annotations

import re
from collections.abc import Sequence

from api.answer.narrowing import bounds, in_order
from api.answer.phrase import counted, listed, of_whom, scope
from api.answer.record import Facts
from api.question import Question
from graph.claim import Pair
from graph.fact import MeetingFact
from graph.view import View
from graph.view.view import SHOWN
from graph.view.wanted import Listed
from graph.vocabulary.folding import fold
from graph.vocabulary.names import actor_name

_OF_ONE = 200
_WHERE = re.compile(r"\bwhere\b", re.IGNORECASE)


def find_meetings(question: Question, view: View, pairs: Sequence[Pair]) -> Facts:
    """Meetings of the pairs, of the people who are named if any names them; what is to come where that is asked for."""
    since, until = bounds(question)
    if pairs:
        found = in_order(question, (m for pair in pairs for m in view.meetings(*pair, since=since, until=until)))
    else:
        found = in_order(question, (m for actor in question.actors for m in of_actor(question, view, actor)))
    if question.planned:
        found = tuple(m for m in found if m.modality != "actual") or found
    elif question.latest:
        found = tuple(sorted(found, key=lambda m: (m.modality != "actual", m.date is None)))
    theirs = attended_by(found, question.people)
    return Facts(meetings=tuple(theirs) if theirs else found)


def of_actor(question: Question, view: View, actor: str) -> tuple[MeetingFact, ...]:
    """The meetings of one actor with anybody."""
    since, until = bounds(question)
    wanted = Listed(actor=actor, modalities=list(SHOWN), since=since, until=until)
    return view.page("Meeting", wanted, sort="newest" if question.latest else "support", limit=_OF_ONE).items


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
    rest = f" and {len(names) - 4} more" if len(names) > 4 else ""
    shown = ", ".join(names[:4]) + rest if rest else listed(names)
    return f"{nobody}{who}: {counted(len(found), 'meeting')}{scope(question)}, with {shown}."


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
