"""Cooperations and disputes of a dyad, and the edge that sums its cooperations up."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from graph.claim import COOPERATION_STATUSES, Cooperation, Dispute
from graph.projection.edges import COOPERATES_WITH
from graph.projection.key import cooperation_key, dispute_key, edge_key, fields_of, top_level
from graph.projection.part import Part
from graph.projection.ranking import best_claims
from graph.projection.summary import Summary
from graph.projection.support import supported
from graph.status import strongest

_ALIVE, _ENDED = "alive", "ended"


def cooperation_parts(s: Cooperation) -> Iterator[tuple[str, Part]]:
    """What a claim adds to the cooperation of each pair, and to its edge."""
    named = sorted({sector for sector in (*s.subsectors, s.sector) if sector != top_level(s.sector)})
    votes = tuple(("subsector", sector) for sector in named)
    for a, b in s.pairs:
        yield cooperation_key(a, b, s.sector), Part(s.status, ("", s.status), votes=votes, details=tuple(named))
        telling = _ENDED if s.status == "ended" else _ALIVE
        edge = edge_key(COOPERATES_WITH, min(a, b), max(a, b))
        yield edge, Part(telling, (top_level(s.sector), s.status))


def dispute_parts(s: Dispute) -> Iterator[tuple[str, Part]]:
    """What a claim adds to the dispute of each pair."""
    for a, b in s.pairs:
        yield dispute_key(a, b, s.sector), Part()


def cooperation_fact(key: str, summary: Summary) -> dict[str, Any]:
    """Its status is the strongest sure one of each article; of articles, the latest by valid date."""
    dyad, sector = fields_of(key)
    _, status = summary.latest[""]
    return {
        "id": key,
        "dyad": dyad,
        "sector": sector,
        "subsectors": sorted(summary.said("subsector")),
        "status": status,
        **supported(summary, status),
    }


def dispute_fact(key: str, summary: Summary) -> dict[str, Any]:
    """A dispute over a sector, or over nothing named."""
    dyad, sector = fields_of(key)
    return {"id": key, "dyad": dyad, "sector": None if sector == "-" else sector, **supported(summary)}


def cooperates_with(key: str, summary: Summary) -> dict[str, Any] | None:
    """The edge over all sectors in which cooperation has not ended; its figures are of claims that tell of some."""
    alive = {sector: status for sector, (_, status) in summary.latest.items() if status != "ended"}
    if not alive:
        return None
    a, _, b = key.partition(":")[2].partition(">")
    return {
        "fact": f"{a}-{b}",
        "sectors": sorted(alive),
        "status": strongest(status for status in COOPERATION_STATUSES if status in alive.values()),
        **summary.figures[_ALIVE].properties(),
        "best": best_claims(summary.best, summary.firsts, _ALIVE),
    }
