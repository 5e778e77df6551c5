"""The schema's node while a graph is brought from one version to another."""

from graph.cypher.query import Query

STATE = Query("MATCH (schema:Schema {id: 'accord'}) RETURN schema.version AS version, schema.migrating AS file")

BEGIN = """
MATCH (schema:Schema {id: 'accord'})
SET schema.version = $version, schema.migrating = $file
REMOVE schema.reference
"""
"""From here to `END` the graph has a version that no program opens."""

END = """
MATCH (schema:Schema {id: 'accord'})
SET schema.version = $version
REMOVE schema.migrating
"""
