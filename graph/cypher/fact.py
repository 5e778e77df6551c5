"""Facts of every label: writing what was folded."""

from collections.abc import Mapping

from graph.projection.key import LABELS, FactLabel

_CREATE = """
UNWIND $rows AS row
CREATE (fact:LABEL)
SET fact = row
"""

_PUT = """
UNWIND $rows AS row
MATCH (fact:LABEL {id: row.id})
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
    return {label: text.replace("LABEL", label) for label in LABELS}


CREATE = _for_each_label(_CREATE)
PUT = _for_each_label(_PUT)
DELETE = _for_each_label(_DELETE)
SUPPORT = _for_each_label(_SUPPORT)
UNSUPPORT = _for_each_label(_UNSUPPORT)

MEETINGS_OF_LEADERS = """
UNWIND $leaders AS id
MATCH (:Leader {id: id})-[:ATTENDED]->(meeting:Meeting)
RETURN DISTINCT meeting.id AS meeting
"""
