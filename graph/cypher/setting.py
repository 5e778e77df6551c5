"""Settings of a Neo4j server."""

from graph.cypher.query import Query

HTTP = Query(
    """
SHOW SETTINGS YIELD name, value
WHERE name STARTS WITH 'server.http.' OR name STARTS WITH 'server.https.'
RETURN name, value
"""
)
"""Whether and where it serves pages. To those who may ask: an administrator, on Neo4j 5.6 or later."""
