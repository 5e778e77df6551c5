"""Contributions, and the keys of what they are to: what the graph as it was on a day is folded from."""

from collections.abc import Sequence

from graph.cypher.query import Query

DYADS = Query("""
MATCH (dyad:Dyad)
RETURN dyad.id AS id
""")

ACTORS_WITH_LEADERS = Query("""
MATCH (leader:Leader)
UNWIND leader.actors AS actor
RETURN DISTINCT actor
""")

_FACTS_OF = """
UNWIND $dyads AS id
MATCH (:Dyad {id: id})<-[:OF]-(fact)
RETURN fact.id AS key
UNION
UNWIND $dyads AS id
MATCH (:Dyad {id: id})-[:BOUND_BY]->(fact:Agreement)
RETURN fact.id AS key
"""

_AGREEMENTS = """
MATCH (agreement:Agreement)
WHERE $actor IS NULL OR $actor IN agreement.parties
RETURN agreement.id AS key
"""

_CONTRIBUTIONS = """
UNWIND $keys AS key
MATCH (tally:Tally {key: key})
WHERE tally.contributions IS NOT NULL
RETURN key, tally.contributions AS contributions
"""


def facts_of(dyads: Sequence[str]) -> Query:
    """The facts of dyads."""
    return Query(_FACTS_OF, {"dyads": list(dyads)})


def agreements(actor: str | None) -> Query:
    """The agreements to which an actor is a party, or all."""
    return Query(_AGREEMENTS, {"actor": actor})


def contributions(keys: Sequence[str]) -> Query:
    """All contributions to these facts and edges."""
    return Query(_CONTRIBUTIONS, {"keys": list(keys)})
