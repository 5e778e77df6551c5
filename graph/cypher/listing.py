"""Facts of one kind, of a dyad, an actor or anybody: filtered, in an order, from a place in it on."""

from collections.abc import Mapping
from typing import Any

from graph.cypher.query import Query
from graph.projection.key import LABELS, FactLabel

_OF_DYAD = "\nMATCH (:Dyad {id: $dyad})<-[:OF]-(fact:LABEL)"
_OF_ACTOR = "\nMATCH (:Actor {id: $actor})-[:IN_DYAD]->(:Dyad)<-[:OF]-(fact:LABEL)"
_OF_ANYBODY = "\nMATCH (fact:LABEL)"

_SCOPES: Mapping[str, Mapping[str, str]] = {
    "dyad": {"Agreement": "\nMATCH (:Dyad {id: $dyad})-[:BOUND_BY]->(fact:Agreement)"},
    "actor": {
        "Agreement": "\nMATCH (:Actor {id: $actor})-[:PARTY_TO]->(fact:Agreement)",
        "Meeting": "\nMATCH (:Actor {id: $actor})-[:TOOK_PART_IN]->(fact:Meeting)",
        "Leader": "\nMATCH (:Actor {id: $actor})<-[:REPRESENTS]-(fact:Leader)",
    },
    "all": {},
}
_DEFAULTS = {"dyad": _OF_DYAD, "actor": _OF_ACTOR, "all": _OF_ANYBODY}

_REST = """
WHERE ($modalities IS NULL OR fact.modality IS NULL OR fact.modality IN $modalities)
  AND ($types IS NULL OR fact.type IN $types)
  AND ($quads IS NULL OR fact.quad IN $quads)
  AND ($kinds IS NULL OR fact.kind IN $kinds)
  AND ($statuses IS NULL OR fact.status IN $statuses)
  AND ($role IS NULL OR fact.role = $role)
  AND ($sector IS NULL OR fact.sector = $sector OR $sector IN coalesce(fact.subsectors, [])
       OR any(sector IN coalesce(fact.sectors, []) WHERE sector = $sector OR sector STARTS WITH $below))
  AND ($since IS NULL OR CASE WHEN fact.modality IS NULL THEN fact.last_seen ELSE fact.date END >= $since)
  AND ($until IS NULL OR CASE WHEN fact.modality IS NULL THEN fact.first_seen ELSE fact.date END <= $until)
  AND fact.sources >= $sources AND fact.confidence >= $confidence
WITH DISTINCT fact,
     CASE WHEN $sort <> 'support' THEN 0
          WHEN fact.modality = 'pledged' THEN 1 WHEN fact.modality = 'possible' THEN 2
          WHEN fact.modality = 'negated' THEN 3
          WHEN fact.status = 'ended' THEN 1 WHEN fact.status = 'proposed' THEN 2 ELSE 0 END AS rank,
     CASE $sort WHEN 'support' THEN fact.sources WHEN 'confidence' THEN fact.confidence ELSE 0 END AS weight,
     coalesce(fact.date, fact.last_seen, '') AS seen
WHERE $after IS NULL OR rank > $after_rank
   OR (rank = $after_rank AND (weight < $after_weight
       OR (weight = $after_weight AND (seen < $after_seen OR (seen = $after_seen AND fact.id > $after)))))
RETURN properties(fact) AS fact, fact.id AS id, rank, weight, seen
ORDER BY rank, weight DESC, seen DESC, id
LIMIT $limit
"""

TEXTS: Mapping[str, str] = {
    f"{scope} {label}": (own.get(label) or _DEFAULTS[scope].replace("LABEL", label)) + _REST
    for scope, own in _SCOPES.items()
    for label in LABELS
    if not (scope == "dyad" and label == "Leader")
}

_ONE = """
MATCH (fact:LABEL {id: $fact})
RETURN properties(fact) AS fact
"""

ONE: Mapping[str, str] = {label: _ONE.replace("LABEL", label) for label in LABELS}

_ATTENDED = """
UNWIND $meetings AS id
MATCH (leader:Leader)-[:ATTENDED]->(:Meeting {id: id})
RETURN id AS meeting, leader.name AS name
"""


def listed(label: FactLabel, scope: str, parameters: Mapping[str, Any]) -> Query:
    """Facts of a label; `scope` is ``dyad``, ``actor`` or ``all``, see `graph.view.wanted` for the parameters."""
    return Query(TEXTS[f"{scope} {label}"], parameters)


def one(label: FactLabel, fact: str) -> Query:
    """The fact with this id."""
    return Query(ONE[label], {"fact": fact})


def attended(meetings: list[str]) -> Query:
    """The names of those who attended these meetings."""
    return Query(_ATTENDED, {"meetings": meetings})
