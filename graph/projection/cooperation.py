"""Cooperations and disputes of one dyad, folded from claims."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from graph.claim import Cooperation, CooperationStatus, Dispute
from graph.projection.contribution import Contribution
from graph.projection.edges import COOPERATES_WITH, Edge
from graph.projection.fact import ProjectedFact, Projection
from graph.projection.support import best_claims, by_article, figures
from graph.status import strongest, strongest_sure
from graph.vocabulary.names import dyad_id


def cooperation_block(a: str, b: str) -> str:
    """All cooperations of one dyad."""
    return f"coop:{dyad_id(a, b)}"


def dispute_block(a: str, b: str, sector: str | None) -> str:
    """One dispute of one dyad: its id."""
    return f"dispute:{dyad_id(a, b)}:{top_level(sector) if sector else '-'}"


def top_level(sector: str) -> str:
    """``energy`` of ``energy.gas``."""
    return sector.partition(".")[0]


def project_cooperations(block: str, contributions: Sequence[Contribution]) -> Projection:
    """One fact for each sector, and COOPERATES_WITH over all that have not ended."""
    sectors: dict[str, list[Contribution]] = {}
    for c in contributions:
        sectors.setdefault(top_level(_cooperation(c).sector), []).append(c)
    dyad = block.removeprefix("coop:")
    facts = tuple(_cooperation_fact(block, dyad, sector, sectors[sector]) for sector in sorted(sectors))
    return Projection(facts, _summary(block, dyad, facts, sectors))


def project_dispute(block: str, contributions: Sequence[Contribution]) -> Projection:
    """The dispute of the dyad over the sector that the block names."""
    _, _, rest = block.partition(":")
    dyad, _, sector = rest.rpartition(":")
    properties = {
        "id": block,
        "block": block,
        "dyad": dyad,
        "sector": None if sector == "-" else sector,
        **figures(contributions),
        "best": best_claims(contributions),
    }
    return Projection((ProjectedFact("Dispute", properties, frozenset(c.claim_id for c in contributions)),))


def status_of(contributions: Sequence[Contribution]) -> CooperationStatus:
    """The strongest sure status of each article; of articles, the latest by valid date; then the strongest."""
    latest = ""
    statuses: list[CooperationStatus] = []
    for group in by_article(contributions):
        date = max(c.valid_date for c in group)
        if date > latest:
            latest, statuses = date, []
        if date == latest:
            statuses.append(strongest_sure((c.confidence, _cooperation(c).status) for c in group))
    return strongest(statuses)


def _cooperation_fact(block: str, dyad: str, sector: str, contributions: Sequence[Contribution]) -> ProjectedFact:
    status = status_of(contributions)
    named = {subsector for c in contributions for subsector in _subsectors(c)}
    properties: dict[str, Any] = {
        "id": f"{block}:{sector}",
        "block": block,
        "dyad": dyad,
        "sector": sector,
        "subsectors": sorted(named),
        "status": status,
        **figures(contributions),
        "best": best_claims(contributions, lambda c: _cooperation(c).status == status, _subsectors),
    }
    return ProjectedFact("Cooperation", properties, frozenset(c.claim_id for c in contributions))


def _subsectors(c: Contribution) -> set[str]:
    """The parts of its sector that a contribution names."""
    statement = _cooperation(c)
    return {sector for sector in (*statement.subsectors, statement.sector) if sector != top_level(statement.sector)}


def _summary(
    block: str, dyad: str, facts: Sequence[ProjectedFact], sectors: dict[str, list[Contribution]]
) -> Edge | None:
    alive = [fact.properties for fact in facts if fact.properties["status"] != "ended"]
    if not alive:
        return None
    contributions = [c for fact in alive for c in sectors[fact["sector"]]]
    a, b = _pair(block, contributions[0])
    own = {
        "fact": dyad,
        "sectors": [fact["sector"] for fact in alive],
        "status": strongest(fact["status"] for fact in alive),
        **figures(contributions),
    }
    return Edge(COOPERATES_WITH, a, b, own)


def _pair(block: str, c: Contribution) -> tuple[str, str]:
    """The pair of the contribution's statement that the block is about, in order."""
    a, b = next(pair for pair in _cooperation(c).pairs if cooperation_block(*pair) == block)
    return min(a, b), max(a, b)


def _cooperation(c: Contribution) -> Cooperation:
    if not isinstance(c.statement, Cooperation):
        raise TypeError(f"no cooperation: {c.statement}")
    return c.statement


def dispute_sector(dispute: Dispute) -> str | None:
    """The top-level sector of a dispute, if it has one."""
    return top_level(dispute.sector) if dispute.sector else None
