"""Dyads: made with their first fact, gone with their last."""

from collections.abc import Sequence

from graph.cypher.event import SUMS
from graph.cypher.query import Query

CREATE = """
UNWIND $rows AS row
MATCH (a:Actor {id: row.a})
MATCH (b:Actor {id: row.b})
CREATE (dyad:Dyad {id: row.id, name: row.name})
CREATE (a)-[:IN_DYAD]->(dyad)
CREATE (b)-[:IN_DYAD]->(dyad)
"""

DELETE_BARE = """
UNWIND $dyads AS id
MATCH (dyad:Dyad {id: id})
WHERE NOT EXISTS { (dyad)<-[:OF]-() } AND NOT EXISTS { (dyad)-[:BOUND_BY]->() }
DETACH DELETE dyad
"""

_STRONGEST = """
MATCH (dyad:Dyad)
OPTIONAL MATCH (dyad)-[edge:COOPERATES_IN|DISPUTES|BOUND_BY]->()
WITH dyad.id AS id, sum(edge.sources) AS strength
WHERE $after IS NULL OR strength < $sources OR (strength = $sources AND id > $after)
RETURN id AS dyad, strength
ORDER BY strength DESC, id
LIMIT $limit
"""

_STRONGEST_OF = """
MATCH (:Actor {id: $actor})-[:IN_DYAD]->(dyad:Dyad)
OPTIONAL MATCH (dyad)-[edge:COOPERATES_IN|DISPUTES|BOUND_BY]->()
WITH dyad.id AS id, sum(edge.sources) AS strength
WHERE $after IS NULL OR strength < $sources OR (strength = $sources AND id > $after)
RETURN id AS dyad, strength
ORDER BY strength DESC, id
LIMIT $limit
"""

KNOWN = """
UNWIND $dyads AS id
MATCH (dyad:Dyad {id: id})
RETURN dyad.id AS dyad
"""

_NUMBER = """
MATCH (:Actor {id: $actor})-[:IN_DYAD]->(dyad:Dyad)
RETURN count(dyad) AS number
"""

_OF_ACTOR = """
MATCH (:Actor {id: $actor})-[:IN_DYAD]->(dyad:Dyad)
RETURN dyad.id AS id
"""

_TOTALS = """
UNWIND $dyads AS id
MATCH (dyad:Dyad {id: id})
RETURN id AS dyad, {
  cooperation: COUNT { MATCH (dyad)<-[:OF]-(:Cooperation) },
  disputes: COUNT { MATCH (dyad)<-[:OF]-(:Dispute) },
  events: COUNT { MATCH (dyad)<-[:OF]-(event:Event) WHERE event.modality IN $modalities },
  agreements: COUNT { MATCH (dyad)-[:BOUND_BY]->(:Agreement) },
  meetings: COUNT { MATCH (dyad)<-[:OF]-(meeting:Meeting) WHERE meeting.modality IN $modalities }
} AS totals
"""

AREAS = Query(
    """
MATCH (fact:Cooperation)
RETURN 'Cooperation' AS label,
       fact {.dyad, .sector, .status, .articles, .sources, .confidence, .first_seen, .last_seen} AS fact
UNION ALL
MATCH (fact:Dispute)
RETURN 'Dispute' AS label,
       fact {.dyad, .sector, .status, .articles, .sources, .confidence, .first_seen, .last_seen} AS fact
"""
)

TIES = Query(
    f"""
MATCH (a:Actor)-[edge:COOPERATES_WITH|{SUMS}]->(b:Actor)
RETURN type(edge) AS type, a.id AS actor, b.id AS recipient,
       edge {{.modality, .status, .articles, .sources, .confidence, .first_seen, .last_seen}} AS edge
"""
)

_FACTS = """
UNWIND $dyads AS id
MATCH (dyad:Dyad {id: id})
CALL (dyad) {
  MATCH (dyad)<-[:OF]-(fact:Cooperation)
  RETURN 'Cooperation' AS label, fact
  UNION ALL
  MATCH (dyad)<-[:OF]-(fact:Dispute)
  RETURN 'Dispute' AS label, fact
  UNION ALL
  MATCH (dyad)<-[:OF]-(fact:Event)
  WHERE fact.modality IN $modalities
  RETURN 'Event' AS label, fact
  ORDER BY CASE fact.modality WHEN 'actual' THEN 0 WHEN 'pledged' THEN 1 WHEN 'possible' THEN 2 ELSE 3 END,
           fact.sources DESC, coalesce(fact.date, fact.last_seen, '') DESC, fact.id
  LIMIT $limit
  UNION ALL
  MATCH (dyad)-[:BOUND_BY]->(fact:Agreement)
  RETURN 'Agreement' AS label, fact
  ORDER BY CASE fact.status WHEN 'proposed' THEN 1 ELSE 0 END,
           fact.sources DESC, coalesce(fact.last_seen, '') DESC, fact.id
  LIMIT $limit
  UNION ALL
  MATCH (dyad)<-[:OF]-(fact:Meeting)
  WHERE fact.modality IN $modalities
  RETURN 'Meeting' AS label, fact
  ORDER BY CASE fact.modality WHEN 'actual' THEN 0 ELSE 1 END,
           fact.sources DESC, coalesce(fact.date, fact.last_seen, '') DESC, fact.id
  LIMIT $limit
}
RETURN id AS dyad, label, properties(fact) AS fact
"""


def strongest(actor: str | None, limit: int, after: tuple[int, str] | None = None) -> Query:
    """Dyads by the sources of what they share and dispute; of one actor, or all; those behind `after` in that order."""
    sources, dyad = after or (0, None)
    parameters = {"limit": limit, "sources": sources, "after": dyad}
    if actor is None:
        return Query(_STRONGEST, parameters)
    return Query(_STRONGEST_OF, {"actor": actor, **parameters})


def number(actor: str) -> Query:
    """How many dyads an actor has."""
    return Query(_NUMBER, {"actor": actor})


def of_actor(actor: str) -> Query:
    """All dyads of an actor."""
    return Query(_OF_ACTOR, {"actor": actor})


def totals(dyads: Sequence[str], modalities: Sequence[str]) -> Query:
    """How many facts of each kind dyads have; no row for a dyad that there is not."""
    return Query(_TOTALS, {"dyads": list(dyads), "modalities": list(modalities)})


def facts(dyads: Sequence[str], modalities: Sequence[str], limit: int) -> Query:
    """All facts of dyads, of each at most `limit` events, agreements and meetings, in no order."""
    return Query(_FACTS, {"dyads": list(dyads), "modalities": list(modalities), "limit": limit})
