"""One meeting, folded from claims."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from graph.claim import MODALITIES, Meeting
from graph.identity import folded
from graph.projection.contribution import Contribution
from graph.projection.fact import ProjectedFact, Projection
from graph.projection.support import best_basis, best_claims, figures, most_said

LeaderIds = Mapping[tuple[str, str, str], str]
"""Leader by article id, actor and folded name, as the article's Office claims say."""


def project_meeting(block: str, contributions: Sequence[Contribution], leaders: LeaderIds) -> Projection:
    """The one meeting of the block; names of leaders that `leaders` does not know stay names."""
    said = [(_meeting(c), c.article_id) for c in contributions]
    claims = frozenset(c.claim_id for c in contributions)
    modality = min((meeting.modality for meeting, _ in said), key=MODALITIES.index)
    places = [(meeting.place, article) for meeting, article in said if meeting.place]
    known, unknown = _leaders(contributions, leaders)
    properties: dict[str, Any] = {
        "id": f"meeting:{min(claims)}",
        "block": block,
        "kind": most_said((meeting.kind, article) for meeting, article in said),
        "participants": sorted(said[0][0].participants),
        "leader_ids": known,
        "leaders": unknown,
        "place": most_said(places) if places else None,
        "date": contributions[0].date,
        "date_basis": best_basis(contributions),
        "modality": modality,
        **figures(contributions),
        "best": best_claims(contributions, lambda c: _meeting(c).modality == modality),
    }
    return Projection((ProjectedFact("Meeting", properties, claims),))


def _leaders(contributions: Sequence[Contribution], leaders: LeaderIds) -> tuple[list[str], list[str]]:
    """Ids of the leaders who are known, and the names of the others."""
    known: set[str] = set()
    unknown: set[str] = set()
    for c in contributions:
        meeting = _meeting(c)
        for name in meeting.leaders:
            keys = [(c.article_id, actor, folded(name)) for actor in meeting.participants]
            found = {leaders[key] for key in keys if key in leaders}
            known |= found
            unknown |= set() if found else {name}
    return sorted(known), sorted(unknown)


def _meeting(c: Contribution) -> Meeting:
    if not isinstance(c.statement, Meeting):
        raise TypeError(f"no meeting: {c.statement}")
    return c.statement
