"""Decisions: nodes that hold what people decided. Each has an `id` and is understood without its edges."""

from graph.cypher.query import Query

LABELS: tuple[str, ...] = ("Erasure", "Judgement", "Original", "Ruling", "Watch")

_ALL = "MATCH (node:LABEL) RETURN properties(node) AS properties ORDER BY node.id"

_HELD = """
UNWIND $ids AS id
MATCH (node:LABEL {id: id})
RETURN properties(node) AS properties
"""

_PUT = """
UNWIND $rows AS row
MERGE (node:LABEL {id: row.id})
SET node = row
"""

_DELETE = """
UNWIND $ids AS id
MATCH (node:LABEL {id: id})
DELETE node
"""


def all_of(label: str) -> Query:
    """All decisions of one kind."""
    return Query(_ALL.replace("LABEL", _known(label)))


def held(label: str) -> str:
    """Decisions of one kind by their ids."""
    return _HELD.replace("LABEL", _known(label))


def put(label: str) -> str:
    """Stores decisions of one kind."""
    return _PUT.replace("LABEL", _known(label))


def delete(label: str) -> str:
    """Takes decisions of one kind back by their ids."""
    return _DELETE.replace("LABEL", _known(label))


def _known(label: str) -> str:
    if label not in LABELS:
        raise ValueError(f"no label of a decision: {label!r}")
    return label
