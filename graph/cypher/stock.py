"""Stored articles, for what goes through all of them."""

from collections.abc import Sequence

from graph.cypher.query import Query

LISTED = Query(
    """
MATCH (article:Article)
RETURN article.id AS id, article.reader AS reader, article.text_removed IS NULL AS has_text
ORDER BY id
"""
)

_ARTICLES = """
UNWIND $ids AS id
MATCH (article:Article {id: id})
RETURN properties(article) AS article
"""


def articles(ids: Sequence[str]) -> Query:
    """The properties of these articles."""
    return Query(_ARTICLES, {"ids": list(ids)})
