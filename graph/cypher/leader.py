"""Leaders of an actor, and those whom a dyad's articles and meetings name."""

from collections.abc import Sequence

from graph.cypher.query import Query

_OF_ACTOR = """
MATCH (:Actor {id: $actor})<-[:REPRESENTS]-(leader:Leader)
WHERE $role IS NULL OR leader.role = $role
WITH DISTINCT leader
RETURN properties(leader) AS fact
ORDER BY leader.sources DESC, coalesce(leader.last_seen, '') DESC, leader.id
LIMIT $limit
"""

_ALL = """
MATCH (leader:Leader)
WHERE $role IS NULL OR leader.role = $role
RETURN properties(leader) AS fact
ORDER BY leader.sources DESC, coalesce(leader.last_seen, '') DESC, leader.id
LIMIT $limit
"""

_OF_DYAD = """
UNWIND $attended AS id
MATCH (leader:Leader {id: id})
RETURN properties(leader) AS fact, [] AS articles
UNION ALL
UNWIND $articles AS id
MATCH (:Article {id: id})<-[:STATED_IN]-(:Claim {kind: 'office'})-[:SUPPORTS]->(leader:Leader)
WHERE any(actor IN leader.actors WHERE actor IN $actors)
WITH leader, collect(DISTINCT id) AS articles
RETURN properties(leader) AS fact, articles
"""


def of_actor(actor: str | None, role: str | None, limit: int) -> Query:
    """Those who speak or act for an actor, or for anybody; in one role, or in any."""
    if actor is None:
        return Query(_ALL, {"role": role, "limit": limit})
    return Query(_OF_ACTOR, {"actor": actor, "role": role, "limit": limit})


def of_dyad(actors: Sequence[str], attended: Sequence[str], articles: Sequence[str]) -> Query:
    """Leaders who attended (by id), and those of `actors` whom these articles name, with which of them do."""
    return Query(_OF_DYAD, {"actors": list(actors), "attended": list(attended), "articles": list(articles)})
