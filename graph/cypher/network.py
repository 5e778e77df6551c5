"""The projected graph whole, for analysis, and the graph whole, for comparing two of them."""

from graph.cypher.query import Query

NODES = Query(
    """
MATCH (node:Actor) RETURN node.id AS id, labels(node) AS labels, node.name AS name
UNION ALL MATCH (node:Dyad) RETURN node.id AS id, labels(node) AS labels, node.name AS name
UNION ALL MATCH (node:Sector) RETURN node.id AS id, labels(node) AS labels, node.name AS name
UNION ALL MATCH (node:Agreement) RETURN node.id AS id, labels(node) AS labels, node.name AS name
UNION ALL MATCH (node:Leader) RETURN node.id AS id, labels(node) AS labels, node.name AS name
UNION ALL MATCH (node:Meeting) RETURN node.id AS id, labels(node) AS labels, node.kind AS name
"""
)

EDGES = Query(
    """
MATCH (source:Actor)-[edge]->(target:Actor)
RETURN source.id AS source, type(edge) AS type, target.id AS target, properties(edge) AS properties
UNION ALL MATCH (source:Actor)-[edge:IN_DYAD]->(target:Dyad)
RETURN source.id AS source, type(edge) AS type, target.id AS target, properties(edge) AS properties
UNION ALL MATCH (source:Dyad)-[edge:COOPERATES_IN|DISPUTES]->(target:Sector)
RETURN source.id AS source, type(edge) AS type, target.id AS target, properties(edge) AS properties
UNION ALL MATCH (source:Dyad)-[edge:BOUND_BY]->(target:Agreement)
RETURN source.id AS source, type(edge) AS type, target.id AS target, properties(edge) AS properties
UNION ALL MATCH (source:Actor)-[edge:PARTY_TO]->(target:Agreement)
RETURN source.id AS source, type(edge) AS type, target.id AS target, properties(edge) AS properties
UNION ALL MATCH (source:Agreement)-[edge:COVERS]->(target:Sector)
RETURN source.id AS source, type(edge) AS type, target.id AS target, properties(edge) AS properties
UNION ALL MATCH (source:Leader)-[edge:REPRESENTS]->(target:Actor)
RETURN source.id AS source, type(edge) AS type, target.id AS target, properties(edge) AS properties
UNION ALL MATCH (source:Leader)-[edge:ATTENDED]->(target:Meeting)
RETURN source.id AS source, type(edge) AS type, target.id AS target, properties(edge) AS properties
UNION ALL MATCH (source:Actor)-[edge:TOOK_PART_IN]->(target:Meeting)
RETURN source.id AS source, type(edge) AS type, target.id AS target, properties(edge) AS properties
UNION ALL MATCH (source:Sector)-[edge:PART_OF]->(target:Sector)
RETURN source.id AS source, type(edge) AS type, target.id AS target, properties(edge) AS properties
"""
)

ALL_NODES = Query(
    """
MATCH (node)
WHERE node.id IS NOT NULL
RETURN labels(node) AS labels, properties(node) AS properties
"""
)

ALL_EDGES = Query(
    """
MATCH (source)-[edge]->(target)
RETURN labels(source) AS source_labels, source.id AS source, type(edge) AS type,
       labels(target) AS target_labels, target.id AS target, properties(edge) AS properties
"""
)
