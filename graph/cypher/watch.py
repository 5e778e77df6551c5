"""Questions that people keep."""

from graph.cypher.query import Query

LISTED = Query(
    """
MATCH (watch:Watch)
RETURN properties(watch) AS watch, watch.created_at AS created_at, watch.id AS id
ORDER BY created_at, id
"""
)

_ONE = """
MATCH (watch:Watch {id: $watch})
RETURN properties(watch) AS watch
"""

ASKED_AGAIN = """
MATCH (watch:Watch {id: $row.id})
SET watch = $row
"""
"""One that was dropped meanwhile stays so."""


def one(watch: str) -> Query:
    """A question by the id under which it is kept."""
    return Query(_ONE, {"watch": watch})
