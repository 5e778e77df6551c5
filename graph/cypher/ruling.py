"""Rulings: what people decided about whether two mentions are one."""

from graph.cypher.query import Query

ALL = Query("""
MATCH (ruling:Ruling)
RETURN ruling.id AS id, ruling.a AS a, ruling.b AS b, ruling.one AS one, ruling.decided_at AS decided_at
ORDER BY id
""")
