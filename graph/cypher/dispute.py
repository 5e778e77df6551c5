"""Disputes of a dyad."""

from graph.cypher.query import Query

_OF_DYAD = """
MATCH (:Dyad {id: $dyad})<-[:OF]-(dispute:Dispute)
WHERE $sector IS NULL OR dispute.sector = $sector
RETURN properties(dispute) AS fact
ORDER BY dispute.sources DESC, coalesce(dispute.last_seen, '') DESC, dispute.id
"""


def of_dyad(dyad: str, sector: str | None = None) -> Query:
    """Its disputes, over one top-level sector or over anything."""
    return Query(_OF_DYAD, {"dyad": dyad, "sector": sector})
