"""Constraints, indexes, and the node that says which version of them this graph has."""

from graph.cypher import copy
from graph.cypher.query import Query

CONSTRAINTS: tuple[str, ...] = (
    "CREATE CONSTRAINT schema_id IF NOT EXISTS FOR (n:Schema) REQUIRE n.id IS UNIQUE",
    "CREATE CONSTRAINT actor_id IF NOT EXISTS FOR (n:Actor) REQUIRE n.id IS UNIQUE",
    "CREATE CONSTRAINT sector_id IF NOT EXISTS FOR (n:Sector) REQUIRE n.id IS UNIQUE",
    "CREATE CONSTRAINT dyad_id IF NOT EXISTS FOR (n:Dyad) REQUIRE n.id IS UNIQUE",
    "CREATE CONSTRAINT article_id IF NOT EXISTS FOR (n:Article) REQUIRE n.id IS UNIQUE",
    "CREATE CONSTRAINT claim_id IF NOT EXISTS FOR (n:Claim) REQUIRE n.id IS UNIQUE",
    "CREATE CONSTRAINT cooperation_id IF NOT EXISTS FOR (n:Cooperation) REQUIRE n.id IS UNIQUE",
    "CREATE CONSTRAINT dispute_id IF NOT EXISTS FOR (n:Dispute) REQUIRE n.id IS UNIQUE",
    "CREATE CONSTRAINT event_id IF NOT EXISTS FOR (n:Event) REQUIRE n.id IS UNIQUE",
    "CREATE CONSTRAINT agreement_id IF NOT EXISTS FOR (n:Agreement) REQUIRE n.id IS UNIQUE",
    "CREATE CONSTRAINT meeting_id IF NOT EXISTS FOR (n:Meeting) REQUIRE n.id IS UNIQUE",
    "CREATE CONSTRAINT leader_id IF NOT EXISTS FOR (n:Leader) REQUIRE n.id IS UNIQUE",
    "CREATE CONSTRAINT closed_claim_id IF NOT EXISTS FOR (n:ClosedClaim) REQUIRE n.id IS UNIQUE",
    "CREATE CONSTRAINT rejected_claim_id IF NOT EXISTS FOR (n:RejectedClaim) REQUIRE n.id IS UNIQUE",
    "CREATE CONSTRAINT judgement_id IF NOT EXISTS FOR (n:Judgement) REQUIRE n.id IS UNIQUE",
    "CREATE CONSTRAINT watch_id IF NOT EXISTS FOR (n:Watch) REQUIRE n.id IS UNIQUE",
    "CREATE CONSTRAINT tally_id IF NOT EXISTS FOR (n:Tally) REQUIRE n.id IS UNIQUE",
    "CREATE CONSTRAINT mention_id IF NOT EXISTS FOR (n:Mention) REQUIRE n.id IS UNIQUE",
    "CREATE CONSTRAINT ruling_id IF NOT EXISTS FOR (n:Ruling) REQUIRE n.id IS UNIQUE",
    "CREATE CONSTRAINT original_id IF NOT EXISTS FOR (n:Original) REQUIRE n.id IS UNIQUE",
    "CREATE CONSTRAINT erasure_id IF NOT EXISTS FOR (n:Erasure) REQUIRE n.id IS UNIQUE",
)

INDEXES: tuple[str, ...] = (
    "CREATE INDEX tally_key IF NOT EXISTS FOR (n:Tally) ON (n.key)",
    "CREATE INDEX mention_scope IF NOT EXISTS FOR (n:Mention) ON (n.scope)",
    "CREATE INDEX mention_fact IF NOT EXISTS FOR (n:Mention) ON (n.fact)",
    "CREATE INDEX event_dyad_date IF NOT EXISTS FOR (n:Event) ON (n.dyad, n.date)",
    "CREATE INDEX article_published IF NOT EXISTS FOR (n:Article) ON (n.published)",
    *copy.INDEXES,
)

DROPPED: tuple[str, ...] = (
    "DROP CONSTRAINT name_id IF EXISTS",
    "DROP INDEX name_scope IF EXISTS",
    "DROP INDEX leader_actor IF EXISTS",
)
"""What graphs may have of older programs, and no query uses any more."""

READ = """
MATCH (schema:Schema {id: 'accord'})
RETURN schema.version AS version, schema.reference AS reference, schema.clusters AS clusters
"""

TURN = Query("MATCH (schema:Schema {id: 'accord'}) RETURN schema.turn AS turn")

SET_CLUSTERS = """
MATCH (schema:Schema {id: 'accord'})
SET schema.clusters = $clusters
"""
"""Notes by which rules and facts mentions were joined."""

FIRST_LOCK = """
MERGE (schema:Schema {id: 'accord'})
SET schema.turn = $turn
RETURN schema.reference AS reference
"""

WRITE = """
MATCH (schema:Schema {id: 'accord'})
SET schema.version = $version, schema.reference = $reference
"""

LOCK = """
MATCH (schema:Schema {id: 'accord'})
SET schema.turn = $turn
RETURN schema.reference AS reference
"""
"""Taken first in each writing transaction, with a `turn` never used before: a second writer waits for the first
(Neo4j), or its commit conflicts and it is run again as a whole (embedded engine). No two fold the same facts at once.
"""
