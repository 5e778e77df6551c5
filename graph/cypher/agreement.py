"""Agreements of a dyad, and all of them."""

from graph.cypher.query import Query

_OF_DYAD = """
MATCH (:Dyad {id: $dyad})-[:BOUND_BY]->(agreement:Agreement)
WHERE $sector IS NULL OR any(sector IN agreement.sectors WHERE sector = $sector OR sector STARTS WITH $below)
RETURN properties(agreement) AS fact
ORDER BY CASE agreement.status WHEN 'proposed' THEN 1 ELSE 0 END,
         agreement.sources DESC, coalesce(agreement.last_seen, '') DESC, agreement.id
SKIP $skip LIMIT $limit
"""

_ALL = """
MATCH (agreement:Agreement)
WHERE ($actor IS NULL OR $actor IN agreement.parties) AND ($status IS NULL OR agreement.status = $status)
  AND ($sector IS NULL OR any(sector IN agreement.sectors WHERE sector = $sector OR sector STARTS WITH $below))
RETURN properties(agreement) AS fact
ORDER BY CASE agreement.status WHEN 'proposed' THEN 1 ELSE 0 END,
         agreement.sources DESC, coalesce(agreement.last_seen, '') DESC, agreement.id
SKIP $skip LIMIT $limit
"""


def of_dyad(dyad: str, *, sector: str | None = None, skip: int = 0, limit: int) -> Query:
    """What binds both actors, on one sector or subsector or on anything."""
    below = f"{sector}." if sector else ""
    return Query(_OF_DYAD, {"dyad": dyad, "sector": sector, "below": below, "skip": skip, "limit": limit})


def listing(*, actor: str | None, sector: str | None, status: str | None, skip: int, limit: int) -> Query:
    """Agreements of anybody."""
    below = f"{sector}." if sector else ""
    return Query(
        _ALL, {"actor": actor, "sector": sector, "below": below, "status": status, "skip": skip, "limit": limit}
    )
