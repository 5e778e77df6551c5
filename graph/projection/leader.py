"""One leader, with all offices in which articles show this person."""

from __future__ import annotations

from collections.abc import Iterator
from json import dumps
from typing import Any

from graph.claim import Office
from graph.identity import folded, leader_key
from graph.projection.key import fields_of
from graph.projection.part import Part
from graph.projection.summary import ALL, Summary
from graph.projection.support import most_said, supported


def leader_parts(s: Office) -> Iterator[tuple[str, Part]]:
    """What a claim adds to the person it names."""
    votes = [("name", s.name)]
    votes += [(f"title:{s.role}", s.title)] if s.title else []
    yield leader_key(s.actor, s.name), Part(s.role, votes=tuple(votes))


def leader_fact(key: str, summary: Summary) -> dict[str, Any]:
    """One fact for one person; the role is that of the office seen last."""
    actor, fullest = fields_of(key)
    names = summary.said("name")
    words = sorted(fullest.split())
    name = most_said({said: n for said, n in names.items() if sorted(folded(said).split()) == words})
    offices = _offices(summary)
    return {
        "id": key,
        "name": name,
        "aliases": sorted(names.keys() - {name}),
        "actor": actor,
        "role": offices[-1]["role"],
        "title": offices[-1]["title"],
        "offices": [dumps(office, ensure_ascii=False, sort_keys=True) for office in offices],
        **supported(summary, offices[-1]["role"]),
    }


def _offices(summary: Summary) -> list[dict[str, Any]]:
    """One office for each role, the one seen last at the end; of equals, the one with more sources."""
    roles = sorted(role for role in summary.figures if role != ALL)
    offices = [_office(role, summary) for role in roles]
    return sorted(offices, key=lambda office: (office.get("last_seen", ""), office["sources"]))


def _office(role: str, summary: Summary) -> dict[str, Any]:
    titles = summary.said(f"title:{role}")
    known = {name: value for name, value in summary.figures[role].properties().items() if value is not None}
    return {"role": role, "title": most_said(titles) if titles else "", **known}
