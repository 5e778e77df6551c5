"""Consultations: every meeting is a CONSULT of those who meet, and nothing else that happened is one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from graph.claim import Claim, Event, Meeting, Pair
from ingest.reader.confidence import claimed

_TOGETHER = 3
"""The largest meeting in which each meets each (GUIDE.md, events)."""


def consulting(claims: Sequence[Claim], meetings: Sequence[Claim]) -> list[Claim]:
    """`claims` with the CONSULT events of `meetings`; of their own only those of who met, or may meet."""
    met = {pair for claim in meetings for pair in _pairs(claim)}
    kept = [c for claim in claims if (c := _checked(claim, met)) is not None]
    return kept + list(_consultations(meetings))


def _pairs(claim: Claim) -> tuple[Pair, ...]:
    statement = claim.statement
    if not isinstance(statement, Meeting) or claim.frame in {"summons", "meeting.signing"}:
        return ()
    return tuple(combinations(statement.participants, 2))


def _checked(claim: Claim, met: set[Pair]) -> Claim | None:
    """The claim with only those pairs that met; as it is where it tells no actual or planned consultation."""
    event = claim.statement
    if not isinstance(event, Event) or event.type != "CONSULT" or event.modality in {"possible", "negated"}:
        return claim
    if claim.frame == "consult":
        return claim
    pairs = tuple(p for p in event.pairs if p in met)
    return replace(claim, statement=replace(event, pairs=pairs)) if pairs else None


def _consultations(meetings: Sequence[Claim]) -> Iterator[Claim]:
    for claim in meetings:
        meeting = claim.statement
        pairs = _pairs(claim)
        if not pairs or not isinstance(meeting, Meeting) or len(meeting.participants) > _TOGETHER:
            continue
        mode = {"call": "phone", "visit": "visit"}.get(meeting.kind)
        event = Event(pairs, "CONSULT", mode, (), meeting.modality)
        yield claimed(claim.article_id, event, claim.evidence, claim.frame, claim.direct, claim.when)
