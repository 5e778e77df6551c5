"""Texts that are kept no longer."""

from graph.cypher.query import Query

_DUE = """
MATCH (article:Article)
WHERE article.text_removed IS NULL AND coalesce(article.stored_at, article.read_at) <= $since
RETURN article.id AS id
ORDER BY id
"""

REMOVE = """
UNWIND $rows AS row
MATCH (article:Article {id: row.id})
WHERE article.digest = row.digest AND article.text_removed IS NULL
SET article.text = row.text, article.text_removed = $now
RETURN count(article) AS removed
"""


def due(since: str) -> Query:
    """Articles with their text that came in no later than `since`."""
    return Query(_DUE, {"since": since})
