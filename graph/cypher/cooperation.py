"""Cooperation of a dyad, and who cooperates with an actor."""

from graph.cypher.query import Query

_OF_DYAD = """
MATCH (:Dyad {id: $dyad})<-[:OF]-(cooperation:Cooperation)
WHERE $sector IS NULL OR cooperation.sector = $sector OR $sector IN cooperation.subsectors
RETURN properties(cooperation) AS fact
ORDER BY CASE cooperation.status WHEN 'proposed' THEN 2 WHEN 'ended' THEN 1 ELSE 0 END,
         cooperation.sources DESC, coalesce(cooperation.last_seen, '') DESC, cooperation.id
"""

_PARTNERS = """
MATCH (:Actor {id: $actor})-[edge:COOPERATES_WITH]-(:Actor)
RETURN edge.fact AS dyad, properties(edge) AS edge
ORDER BY CASE edge.status WHEN 'proposed' THEN 1 ELSE 0 END,
         edge.sources DESC, coalesce(edge.last_seen, '') DESC, edge.fact
LIMIT $limit
"""

_PARTNERS_IN = """
MATCH (:Actor {id: $actor})-[:IN_DYAD]->(dyad:Dyad)<-[:OF]-(cooperation:Cooperation)
WHERE cooperation.sector = $sector OR $sector IN cooperation.subsectors
RETURN dyad.id AS dyad, cooperation {.*, sectors: [$sector]} AS edge
ORDER BY CASE cooperation.status WHEN 'proposed' THEN 2 WHEN 'ended' THEN 1 ELSE 0 END,
         cooperation.sources DESC, coalesce(cooperation.last_seen, '') DESC, cooperation.id
LIMIT $limit
"""


def of_dyad(dyad: str, sector: str | None = None) -> Query:
    """Its cooperations, in one sector or subsector or in all: proposed ones last, then by sources."""
    return Query(_OF_DYAD, {"dyad": dyad, "sector": sector})


def partners(actor: str, sector: str | None, limit: int) -> Query:
    """Those with whom an actor cooperates, at all or in one sector or subsector."""
    if sector is None:
        return Query(_PARTNERS, {"actor": actor, "limit": limit})
    return Query(_PARTNERS_IN, {"actor": actor, "sector": sector, "limit": limit})
