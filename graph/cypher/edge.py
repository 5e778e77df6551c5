"""Projected edges of every kind: the constant texts below with the kinds of `graph.projection.edges` put in."""

from collections.abc import Iterable, Mapping

from graph.projection.edges import FACT_EDGES, REPRESENTS, SUMMARY_EDGES, EdgeKind

_CREATE = """
UNWIND $rows AS row
MATCH (source:SOURCE {id: row.source})
MATCH (target:TARGET {id: row.target})
CREATE (source)-[edge:TYPE]->(target)
SET edge = row.properties
"""

_UPDATE = """
UNWIND $rows AS row
MATCH (:SOURCE {id: row.source})-[edge:TYPE]->(:TARGET {id: row.target})
SET edge = row.properties
"""

_DELETE = """
UNWIND $rows AS row
MATCH (:SOURCE {id: row.source})-[edge:TYPE]->(:TARGET {id: row.target})
DELETE edge
"""

_UPDATE_ROLE = """
UNWIND $rows AS row
MATCH (:Leader {id: row.source})-[edge:REPRESENTS {role: row.properties.role}]->(:Actor {id: row.target})
SET edge = row.properties
"""

_DELETE_ROLE = """
UNWIND $rows AS row
MATCH (:Leader {id: row.source})-[edge:REPRESENTS {role: row.properties.role}]->(:Actor {id: row.target})
DELETE edge
"""


def _for_each_kind(text: str, kinds: Iterable[EdgeKind]) -> Mapping[EdgeKind, str]:
    """`text` for each kind; labels and types are this project's constants, none comes from input."""
    return {
        kind: text.replace("SOURCE", kind.source).replace("TARGET", kind.target).replace("TYPE", kind.type)
        for kind in kinds
    }


CREATE = _for_each_kind(_CREATE, (*FACT_EDGES, *SUMMARY_EDGES))
UPDATE = {**_for_each_kind(_UPDATE, (*FACT_EDGES, *SUMMARY_EDGES)), REPRESENTS: _UPDATE_ROLE}
DELETE = {**_for_each_kind(_DELETE, (*FACT_EDGES, *SUMMARY_EDGES)), REPRESENTS: _DELETE_ROLE}
