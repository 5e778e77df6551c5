"""Contributions apart by the mentions that they are made under: a fact may be known under several."""

from __future__ import annotations

from typing import cast

from graph.claim import Agreement, AgreementStatus, Meeting, MeetingKind, When
from graph.identity import actors_of, agreement_key, leader_key, meeting_key
from graph.projection.contribution import Contribution, Saying
from graph.projection.key import label_of


def by_mention(c: Contribution, fact: str) -> dict[str, Contribution]:
    """A contribution to the fact with this id, by the keys under which its claims mention it."""
    sayings: dict[str, list[Saying]] = {}
    for saying in c.sayings:
        sayings.setdefault(_key(saying, c, fact), []).append(saying)
    return {key: c._replace(sayings=own) for key, own in sayings.items()}


def _key(saying: Saying, c: Contribution, fact: str) -> str:
    said = {field: value for field, value in saying.votes if field in {"actor", "name", "kind"}}
    if label_of(fact) == "Leader":
        return leader_key(said["actor"], said["name"])
    parties = tuple(actors_of(fact))
    if label_of(fact) == "Meeting":
        meeting = Meeting(cast(MeetingKind, said["kind"]), parties)
        return meeting_key(meeting, saying.date, c.published, c.article)
    status = cast(AgreementStatus, saying.telling)
    agreement = Agreement(said["name"], said["kind"], parties, (), status)
    return agreement_key(agreement, When(saying.date, saying.basis), c.published, c.article)
