"""One meeting."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from graph.article import Article
from graph.claim import Meeting, When
from graph.identity import leader_key, meeting_key
from graph.projection.key import fields_of
from graph.projection.part import Part
from graph.projection.summary import Summary
from graph.projection.support import best_basis, most_said, strongest_modality, supported

Leaders = Mapping[str, str]
"""The id of the leader whom each leader's key names."""


def meeting_parts(s: Meeting, when: When, article: Article, offices: Collection[str]) -> Iterator[tuple[str, Part]]:
    """What a claim adds to its meeting; `offices` are the keys of the leaders whom its article knows."""
    votes: list[tuple[str, str]] = [("kind", s.kind), ("modality", s.modality)]
    votes += [("place", s.place)] if s.place else []
    votes += [("basis", when.basis)] if when.date and when.basis else []
    for name in s.leaders:
        known = [key for key in (leader_key(actor, name) for actor in s.participants) if key in offices]
        votes += [("attended", key) for key in known] or [("leader", name)]
    yield meeting_key(s, when.date, article.published, article.id), Part(s.modality, votes=tuple(votes))


def meeting_fact(key: str, summary: Summary, leaders: Leaders) -> dict[str, Any]:
    """Names of leaders whom no article gives an office stay names; leaders whom `leaders` lacks had none by then."""
    participants, date = fields_of(key)
    places = summary.said("place")
    modality = strongest_modality(summary.said("modality"))
    return {
        "id": key,
        "kind": most_said(summary.said("kind")),
        "participants": participants.split("+"),
        "leader_ids": sorted({leaders[name] for name in summary.said("attended") if name in leaders}),
        "leaders": sorted(summary.said("leader")),
        "place": most_said(places) if places else None,
        "date": None if "@" in date else date,
        "date_basis": best_basis(summary.said("basis")),
        "modality": modality,
        **supported(summary, modality),
    }
