"""Facts of every label: reading the blocks that a write touches, writing what was folded from them."""

from collections.abc import Mapping

from graph.projection.fact import FactLabel

_LABELS: tuple[FactLabel, ...] = ("Cooperation", "Dispute", "Event", "Agreement", "Meeting", "Leader")

_READ = """
UNWIND $blocks AS block
MATCH (fact:LABEL {block: block})
OPTIONAL MATCH (fact)<-[:SUPPORTS]-(claim:Claim)-[:STATED_IN]->(article:Article)
WITH block, fact, collect({
  id: claim.id, kind: claim.kind, statement: claim.statement, field: claim.field, start: claim.start,
  confidence: claim.confidence, date: claim.date, date_basis: claim.date_basis,
  article: article.id, published: article.published, source: article.source
}) AS claims
RETURN block, properties(fact) AS fact, claims
"""

_PUT = """
UNWIND $rows AS row
MERGE (fact:LABEL {id: row.id})
SET fact = row
"""

_DELETE = """
UNWIND $ids AS id
MATCH (fact:LABEL {id: id})
DETACH DELETE fact
"""

_SUPPORT = """
UNWIND $rows AS row
MATCH (claim:Claim {id: row.claim})
MATCH (fact:LABEL {id: row.fact})
CREATE (claim)-[:SUPPORTS]->(fact)
"""

_UNSUPPORT = """
UNWIND $rows AS row
MATCH (claim:Claim {id: row.claim})-[edge:SUPPORTS]->(fact:LABEL {id: row.fact})
DELETE edge
"""


def _for_each_label(text: str) -> Mapping[FactLabel, str]:
    """The constant `text` with each of the fact labels, none of which comes from input, in the place of LABEL."""
    return {label: text.replace("LABEL", label) for label in _LABELS}


READ = _for_each_label(_READ)
PUT = _for_each_label(_PUT)
DELETE = _for_each_label(_DELETE)
SUPPORT = _for_each_label(_SUPPORT)
UNSUPPORT = _for_each_label(_UNSUPPORT)

MEETINGS_OF_LEADERS = """
UNWIND $leaders AS id
MATCH (:Leader {id: id})-[:ATTENDED]->(meeting:Meeting)
RETURN DISTINCT meeting.block AS block
"""

LEADERS_OF_ARTICLES = """
UNWIND $articles AS id
MATCH (:Article {id: id})<-[:STATED_IN]-(claim:Claim {kind: 'office'})-[:SUPPORTS]->(leader:Leader)
RETURN id AS article, claim.statement AS statement, leader.id AS leader
"""
