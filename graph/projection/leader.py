"""The leaders of one actor, folded from claims."""

from __future__ import annotations

from collections.abc import Sequence
from json import dumps
from typing import Any

from graph.claim import Office
from graph.identity import folded, leader_names
from graph.projection.contribution import Contribution
from graph.projection.fact import ProjectedFact, Projection
from graph.projection.support import best_claims, figures, most_said


def project_leaders(block: str, contributions: Sequence[Contribution]) -> Projection:
    """One fact for each person."""
    fullest = leader_names({folded(_office(c).name) for c in contributions})
    people: dict[str, list[Contribution]] = {}
    for c in contributions:
        people.setdefault(fullest[folded(_office(c).name)], []).append(c)
    return Projection(tuple(_leader_fact(block, name, people[name]) for name in sorted(people)))


def _leader_fact(block: str, fullest: str, contributions: Sequence[Contribution]) -> ProjectedFact:
    claims = frozenset(c.claim_id for c in contributions)
    said = [(_office(c).name, c.article_id) for c in contributions]
    name = most_said(pair for pair in said if sorted(folded(pair[0]).split()) == sorted(fullest.split()))
    offices = _offices(contributions)
    properties: dict[str, Any] = {
        "id": f"leader:{min(claims)}",
        "block": block,
        "name": name,
        "aliases": sorted({other for other, _ in said} - {name}),
        "actor": _office(contributions[0]).actor,
        "role": offices[-1]["role"],
        "title": offices[-1]["title"],
        "offices": [dumps(office, ensure_ascii=False, sort_keys=True) for office in offices],
        **figures(contributions),
        "best": best_claims(contributions, lambda c: _office(c).role == offices[-1]["role"]),
    }
    return ProjectedFact("Leader", properties, claims)


def _offices(contributions: Sequence[Contribution]) -> list[dict[str, Any]]:
    """One office for each role, the one seen last at the end; of equals, the one with more sources."""
    roles: dict[str, list[Contribution]] = {}
    for c in contributions:
        roles.setdefault(_office(c).role, []).append(c)
    offices = [_role(role, roles[role]) for role in sorted(roles)]
    return sorted(offices, key=lambda office: (office.get("last_seen", ""), office["sources"]))


def _role(role: str, contributions: Sequence[Contribution]) -> dict[str, Any]:
    titles = [(_office(c).title, c.article_id) for c in contributions if _office(c).title]
    known = {name: value for name, value in figures(contributions).items() if value is not None}
    return {"role": role, "title": most_said(titles) if titles else "", **known}


def _office(c: Contribution) -> Office:
    if not isinstance(c.statement, Office):
        raise TypeError(f"no office: {c.statement}")
    return c.statement
