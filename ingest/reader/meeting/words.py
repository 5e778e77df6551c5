"""The word classes of meetings."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from ingest.reader.packaged import word_classes


@dataclass(frozen=True, slots=True)
class MeetingWords:
    """The word classes of data/meetings.yaml, explained there."""

    instrument: frozenset[str]
    matter: frozenset[str]
    call_verbs: frozenset[str]
    negotiator: frozenset[str]
    standing: frozenset[str]
    sitting: frozenset[str]
    summon_verbs: frozenset[str]
    summoned: frozenset[str]
    telling: frozenset[str]
    joint: frozenset[str]
    person: frozenset[str]
    office: frozenset[str]
    ending: frozenset[str]
    thought: frozenset[str]
    outcome: frozenset[str]
    agenda: frozenset[str]
    welcoming: frozenset[str]
    company: frozenset[str]
    beside: frozenset[str]
    apart: frozenset[str]
    meal: frozenset[str]
    having: frozenset[str]
    had_to: frozenset[str]
    going: frozenset[str]
    presiding: frozenset[str]
    session: frozenset[str]
    aegis: frozenset[str]
    standing_by: frozenset[str]
    lasting: frozenset[str]
    ceremony: frozenset[str]
    rite: frozenset[str]
    distant: frozenset[str]
    striving: frozenset[str]
    bringing: frozenset[str]
    into_one: frozenset[str]
    margin: frozenset[str]
    gathering: frozenset[str]
    handed: frozenset[str]
    groundwork: frozenset[str]
    discussing: frozenset[str]


@cache
def meeting_words() -> MeetingWords:
    """The packaged classes, validated."""
    return word_classes(MeetingWords, "meetings.yaml")
