"""People who must not be in the graph: what is kept of the decision, and where they may be named."""

from collections.abc import Sequence

from graph.cypher.query import Query

ALL = Query("MATCH (erasure:Erasure) RETURN erasure.id AS id, erasure.words AS words")

PUT = """
UNWIND $rows AS row
MERGE (erasure:Erasure {id: row.id})
ON CREATE SET erasure.words = row.words, erasure.decided_at = row.decided_at
"""

LEADERS = Query(
    """
MATCH (leader:Leader)
RETURN leader.id AS id, leader.name AS name, leader.aliases AS aliases, leader.actor AS actor
ORDER BY id
"""
)

_OF_LEADERS = """
UNWIND $leaders AS id
MATCH (:Leader {id: id})<-[:SUPPORTS]-(:Claim)-[:STATED_IN]->(article:Article)
RETURN DISTINCT article.id AS id
"""

_NAMING = """
MATCH (article:Article)
WHERE any(word IN $words WHERE toLower(article.text) CONTAINS word OR toLower(article.title) CONTAINS word
          OR toLower(coalesce(article.author, '')) CONTAINS word)
RETURN article.id AS id
UNION
MATCH (article:Article)<-[:STATED_IN]-(claim)
WHERE claim.kind IN ['office', 'meeting', 'agreement']
  AND any(word IN $words WHERE toLower(claim.statement) CONTAINS word)
RETURN article.id AS id
"""

DROP_HISTORY = """
MATCH (:Article {id: $article})<-[:WAS_STATED_IN]-(closed:ClosedClaim)
DETACH DELETE closed
"""


def of_leaders(leaders: Sequence[str]) -> Query:
    """Articles that say of these leaders what their office is."""
    return Query(_OF_LEADERS, {"leaders": list(leaders)})


def naming(words: Sequence[str]) -> Query:
    """Articles with one of these words (in lower case) in title, text, author, or the names of their claims."""
    return Query(_NAMING, {"words": list(words)})
