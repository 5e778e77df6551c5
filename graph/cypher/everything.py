"""All nodes of a label and all edges that leave them, in parts: for taking the graph out, whatever its size."""

from collections.abc import Sequence

from graph.cypher.query import Query

LABELS: tuple[str, ...] = (
    *("Actor", "Sector", "Dyad", "Article", "Claim"),
    *("Cooperation", "Dispute", "Event", "Agreement", "Meeting", "Leader"),
)
"""One for each node of the model that people browse: a country is an `Actor`."""

KEPT: tuple[str, ...] = (
    *("Tally", "Mention", "ClosedClaim", "RejectedClaim"),
    *("Erasure", "Judgement", "Original", "Ruling", "Watch"),
)
"""Of nodes from which facts are folded, of what older readings said and of what people decided; without them a graph
cannot be written to.
"""

_IDS = "MATCH (node:LABEL) RETURN node.id AS id ORDER BY id"

_NODES = """
UNWIND $ids AS id
MATCH (node:LABEL {id: id})
RETURN labels(node) AS labels, properties(node) AS properties
"""

_EDGES = """
UNWIND $ids AS id
MATCH (source:LABEL {id: id})-[edge]->(target)
RETURN labels(source) AS source_labels, source.id AS source, type(edge) AS type,
       labels(target) AS target_labels, target.id AS target, properties(edge) AS properties
"""

_DYADS_OF = """
MATCH (:Actor {id: $actor})-[:IN_DYAD]->(dyad:Dyad)
RETURN dyad.id AS id
ORDER BY id
"""

_FACTS_OF = """
UNWIND $dyads AS id
MATCH (:Dyad {id: id})<-[:OF]-(fact)
RETURN labels(fact) AS labels, fact.id AS id
UNION
UNWIND $dyads AS id
MATCH (:Dyad {id: id})-[:BOUND_BY]->(fact)
RETURN labels(fact) AS labels, fact.id AS id
"""

_SUPPORT_OF = """
UNWIND $ids AS id
MATCH (:LABEL {id: id})<-[:SUPPORTS]-(claim:Claim)-[:STATED_IN]->(article:Article)
RETURN DISTINCT claim.id AS claim, article.id AS article
"""

_ATTENDED = """
UNWIND $meetings AS id
MATCH (leader:Leader)-[:ATTENDED]->(:Meeting {id: id})
RETURN DISTINCT leader.id AS id
"""


def ids(label: str) -> Query:
    """The ids of all nodes with one of `LABELS` or `KEPT`."""
    return Query(_IDS.replace("LABEL", _known(label)))


def nodes(label: str, part: Sequence[str]) -> Query:
    """These nodes with all their labels and properties."""
    return Query(_NODES.replace("LABEL", _known(label)), {"ids": list(part)})


def edges(label: str, part: Sequence[str]) -> Query:
    """All edges that leave these nodes."""
    return Query(_EDGES.replace("LABEL", _known(label)), {"ids": list(part)})


def dyads_of(actor: str) -> Query:
    """The dyads of an actor."""
    return Query(_DYADS_OF, {"actor": actor})


def facts_of(dyads: Sequence[str]) -> Query:
    """All facts of these dyads."""
    return Query(_FACTS_OF, {"dyads": list(dyads)})


def support_of(label: str, part: Sequence[str]) -> Query:
    """The claims that support these facts, and their articles."""
    return Query(_SUPPORT_OF.replace("LABEL", _known(label)), {"ids": list(part)})


def attended(meetings: Sequence[str]) -> Query:
    """The leaders who attended these meetings."""
    return Query(_ATTENDED, {"meetings": list(meetings)})


def _known(label: str) -> str:
    if label not in (*LABELS, *KEPT):
        raise ValueError(f"no label of the model: {label!r}")
    return label
