"""What `neo4j-admin database import` cannot bring: empty lists, which its files cannot tell from what is missing."""

import re

from graph.cypher.everything import KEPT, LABELS
from graph.cypher.query import Query

READ = Query("MATCH (schema:Schema {id: 'accord'}) RETURN schema.imported AS imported")

FINISH = "MATCH (schema:Schema {id: 'accord'}) REMOVE schema.imported"

_NODES = """
MATCH (node:LABEL)
WHERE node[$name] IS NULL
WITH node LIMIT $most
SET node += $empty
RETURN count(node) AS filled
"""

_EDGES = """
MATCH (:SOURCE)-[edge:TYPE]->(:TARGET)
WHERE edge[$name] IS NULL
WITH edge LIMIT $most
SET edge += $empty
RETURN count(edge) AS filled
"""

_TYPE = re.compile(r"[A-Z]+(_[A-Z]+)*")


def fill_nodes(label: str) -> str:
    """Puts `$empty` into nodes of one of the model's labels that lack the property `$name`, at most `$most`."""
    return _NODES.replace("LABEL", _label(label))


def fill_edges(source: str, edge_type: str, target: str) -> str:
    """The same for edges."""
    if not _TYPE.fullmatch(edge_type):
        raise ValueError(f"no type of the model: {edge_type!r}")
    text = _EDGES.replace("SOURCE", _label(source)).replace("TARGET", _label(target))
    return text.replace("TYPE", edge_type)


def _label(label: str) -> str:
    if label not in (*LABELS, *KEPT, "Country", "Organization"):
        raise ValueError(f"no label of the model: {label!r}")
    return label
