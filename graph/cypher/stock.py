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


_KNOWN = """
UNWIND $articles AS id
MATCH (article:Article {id: id})
WHERE article.reader = $reader
RETURN article {.id, .sha256, .published, .publisher, .author, .url, .language} AS article, article.claims AS claims
"""


def known(ids: Sequence[str], reader: str) -> Query:
    """Those of the articles that this reader read: what they are told apart by, and how many claims they have."""
    return Query(_KNOWN, {"articles": list(ids), "reader": reader})


def articles(ids: Sequence[str]) -> Query:
    """The properties of these articles."""
    return Query(_ARTICLES, {"ids": list(ids)})
