"""Claims: writing, deleting, which facts they support, and their passages."""

from collections.abc import Sequence

from graph.cypher.query import Query

OF_ARTICLES = """
UNWIND $articles AS id
MATCH (:Article {id: id})<-[:STATED_IN]-(claim:Claim)
RETURN id AS article, claim.id AS claim
"""

CREATE = """
UNWIND $rows AS row
MATCH (article:Article {id: row.article})
CREATE (claim:Claim)-[:STATED_IN]->(article)
SET claim = row.properties
"""

UPDATE = """
UNWIND $rows AS row
MATCH (claim:Claim {id: row.properties.id})
SET claim = row.properties
"""

CLOSE = """
UNWIND $rows AS row
MATCH (claim:Claim {id: row.claim})-[:STATED_IN]->(article:Article)
MERGE (closed:ClosedClaim {id: claim.id + '@' + claim.reader})
SET closed = claim {
  .*, id: claim.id + '@' + claim.reader, claim: claim.id, superseded_at: row.superseded_at,
  superseded_by: row.superseded_by
}
MERGE (closed)-[:WAS_STATED_IN]->(article)
"""

DELETE = """
UNWIND $claims AS id
MATCH (claim:Claim {id: id})
DETACH DELETE claim
"""

_PASSAGES = """
UNWIND $claims AS id
MATCH (claim:Claim {id: id})-[:STATED_IN]->(article:Article)
RETURN claim {.id, .field, .start, .end, .text, .marks, .confidence, .frame} AS claim,
       article {.id, .title, .name, .url, .publisher, .published} AS article
"""

_SUPPORTING = """
MATCH (:LABEL {id: $fact})<-[:SUPPORTS]-(claim:Claim)-[:STATED_IN]->(article:Article)
RETURN claim {.id, .field, .start, .end, .text, .marks, .confidence, .frame} AS claim,
       article {.id, .title, .name, .url, .publisher, .published} AS article
ORDER BY claim.confidence DESC, coalesce(article.published, '') DESC, claim.id
SKIP $skip LIMIT $limit
"""

_SUPPORTING_BY_PREFIX = {
    prefix: _SUPPORTING.replace("LABEL", label)
    for prefix, label in {
        "coop": "Cooperation",
        "dispute": "Dispute",
        "event": "Event",
        "agreement": "Agreement",
        "meeting": "Meeting",
        "leader": "Leader",
    }.items()
}
"""By what the id of a fact starts with."""


def passages(claims: Sequence[str]) -> Query:
    """The sentence of each of these claims, with its article."""
    return Query(_PASSAGES, {"claims": list(claims)})


def supporting(fact: str, skip: int, limit: int) -> Query | None:
    """All passages that support a fact, best first; None if `fact` is no fact's id."""
    text = _SUPPORTING_BY_PREFIX.get(fact.partition(":")[0])
    return Query(text, {"fact": fact, "skip": skip, "limit": limit}) if text else None
