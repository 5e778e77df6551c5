"""Originals: articles of which people decided that they are no copies; and what is taken for a copy of what."""

from graph.cypher.query import Query

ALL = Query("""
MATCH (original:Original)
RETURN original.id AS id, original.decided_at AS decided_at
ORDER BY id
""")

_MARK = "{.id, .name, .published, .publisher, .origin, .signature}"

_COPIES = f"""
MATCH (article:Article)
WHERE article.copy_of IS NOT NULL AND ($article IS NULL OR $article IN [article.copy_of, article.id])
MATCH (first:Article {{id: article.copy_of}})
MATCH (near:Article {{id: article.earliest}})
RETURN article {_MARK} AS article, first {_MARK} AS first, near {_MARK} AS near
ORDER BY first.id, coalesce(article.published, '~'), article.id
"""


def copies(article: str | None) -> Query:
    """All copies, or those of an article and itself, each with the one it counts with and the one that it is like."""
    return Query(_COPIES, {"article": article})
