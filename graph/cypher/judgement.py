"""Judgements of claims: what people decided about them."""

from collections.abc import Sequence

from graph.cypher.query import Query

HELD = """
UNWIND $claims AS id
MATCH (judgement:Judgement {id: id})
RETURN judgement.id AS claim, judgement.verdict AS verdict, judgement.decided_at AS decided_at
"""

ARTICLES_OF_CLAIMS = """
UNWIND $claims AS id
MATCH (:Claim {id: id})-[:STATED_IN]->(article:Article)
RETURN article.id AS article
UNION
UNWIND $claims AS id
MATCH (:RejectedClaim {id: id})-[:STATED_IN]->(article:Article)
RETURN article.id AS article
"""

_LIST = """
MATCH (judgement:Judgement)
RETURN judgement.id AS claim_id, judgement.verdict AS verdict, judgement.decided_at AS decided_at
ORDER BY decided_at DESC, claim_id
"""

LISTED = Query(_LIST)


def held(claims: Sequence[str]) -> Query:
    """What was decided about these claims."""
    return Query(HELD, {"claims": list(claims)})
