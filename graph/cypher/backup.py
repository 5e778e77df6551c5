"""What a backup holds: articles with their claims, and what people decided. All else is made from these."""

from collections.abc import Sequence

from graph.cypher.everything import KEPT, LABELS
from graph.cypher.query import Query

SCHEMA = Query("MATCH (schema:Schema {id: 'accord'}) RETURN schema.version AS version")

ANY_ARTICLE = Query("MATCH (article:Article) RETURN article.id AS id LIMIT $most", {"most": 1})

ARTICLE_IDS = Query("MATCH (article:Article) RETURN article.id AS id ORDER BY id")

_ARTICLES = """
UNWIND $ids AS id
MATCH (article:Article {id: id})
OPTIONAL MATCH (article)<-[:STATED_IN]-(claim)
WITH article, collect(properties(claim)) AS claims
OPTIONAL MATCH (article)<-[:WAS_STATED_IN]-(closed:ClosedClaim)
RETURN properties(article) AS article, claims, collect(properties(closed)) AS closed
"""

PUT_CLOSED = """
UNWIND $rows AS row
MATCH (article:Article {id: row.article})
MERGE (closed:ClosedClaim {id: row.properties.id})
SET closed = row.properties
MERGE (closed)-[:WAS_STATED_IN]->(article)
"""

SET_TIMES = """
UNWIND $rows AS row
MATCH (article:Article {id: row.id})
WHERE article.digest = row.digest
SET article.read_at = row.read_at, article.stored_at = row.stored_at
"""

_DELETE = """
MATCH (node:LABEL)
WITH node LIMIT $most
DETACH DELETE node
RETURN count(node) AS deleted
"""

_FORMER = ("Name",)
"""Labels that graphs of older versions have: `Name`, of version 2, is `Mention` now."""

DELETES: tuple[str, ...] = tuple(_DELETE.replace("LABEL", label) for label in ("Claim", *_FORMER, *KEPT, *LABELS))
"""Each deletes at most `$most` nodes of one label; together they leave nothing but the schema's node."""


def articles(ids: Sequence[str]) -> Query:
    """These articles with their claims and those of older readings."""
    return Query(_ARTICLES, {"ids": list(ids)})
