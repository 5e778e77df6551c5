"""Dyads: made with their first fact, gone with their last."""

from collections.abc import Sequence

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
WITH dyad.id AS id, dyad.name AS name, sum(edge.sources) AS strength
RETURN id AS dyad, name, strength
ORDER BY strength DESC, id
LIMIT $limit
"""

_STRONGEST_OF = """
MATCH (:Actor {id: $actor})-[:IN_DYAD]->(dyad:Dyad)
OPTIONAL MATCH (dyad)-[edge:COOPERATES_IN|DISPUTES|BOUND_BY]->()
WITH dyad.id AS id, dyad.name AS name, sum(edge.sources) AS strength
RETURN id AS dyad, name, strength
ORDER BY strength DESC, id
LIMIT $limit
"""

KNOWN = """
UNWIND $dyads AS id
MATCH (dyad:Dyad {id: id})
RETURN dyad.id AS dyad
"""

_TOTALS = """
MATCH (dyad:Dyad {id: $dyad})
RETURN COUNT { MATCH (dyad)<-[:OF]-(:Cooperation) } AS cooperation,
       COUNT { MATCH (dyad)<-[:OF]-(:Dispute) } AS disputes,
       COUNT { MATCH (dyad)<-[:OF]-(event:Event) WHERE event.modality IN $modalities } AS events,
       COUNT { MATCH (dyad)-[:BOUND_BY]->(:Agreement) } AS agreements,
       COUNT { MATCH (dyad)<-[:OF]-(meeting:Meeting) WHERE meeting.modality IN $modalities } AS meetings
"""


def strongest(actor: str | None, limit: int) -> Query:
    """Dyads by the sources of what they share and dispute; of one actor, or all."""
    if actor is None:
        return Query(_STRONGEST, {"limit": limit})
    return Query(_STRONGEST_OF, {"actor": actor, "limit": limit})


def totals(dyad: str, modalities: Sequence[str]) -> Query:
    """How many facts of each kind a dyad has; no row where there is no such dyad."""
    return Query(_TOTALS, {"dyad": dyad, "modalities": list(modalities)})
