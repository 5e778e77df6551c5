"""Events of a dyad, and the edges between its actors that sum them up."""

from collections.abc import Sequence

from graph.cypher.query import Query

_OF_DYAD = """
MATCH (:Dyad {id: $dyad})<-[:OF]-(event:Event)
WHERE event.modality IN $modalities
  AND ($types IS NULL OR event.type IN $types)
  AND ($sector IS NULL OR any(sector IN event.sectors WHERE sector = $sector OR sector STARTS WITH $below))
  AND ($since IS NULL OR event.date >= $since)
  AND ($until IS NULL OR event.date <= $until)
RETURN properties(event) AS fact
ORDER BY CASE event.modality WHEN 'actual' THEN 0 WHEN 'pledged' THEN 1 WHEN 'possible' THEN 2 ELSE 3 END,
         event.sources DESC, coalesce(event.date, event.last_seen, '') DESC, event.id
SKIP $skip LIMIT $limit
"""

SUMS = (
    "AGREED_WITH|CONSULTED|SUPPORTED|CONCEDED_TO|COOPERATED_MATERIALLY_WITH|AIDED|RETREATED_FROM|REQUESTED_OF|ACCUSED"
    "|REJECTED|THREATENED|PROTESTED_AGAINST|SANCTIONED|MOBILIZED_AGAINST|COERCED|ASSAULTED"
)
"""The edges between actors that sum up events, one for each of PLOVER's types."""

_BETWEEN = f"""
UNWIND $pairs AS pair
MATCH (a:Actor {{id: pair[0]}})-[edge:{SUMS}]-(b:Actor {{id: pair[1]}})
RETURN type(edge) AS type, startNode(edge).id AS actor, endNode(edge).id AS recipient, properties(edge) AS edge
"""


def of_dyad(
    dyad: str,
    *,
    types: Sequence[str] | None = None,
    sector: str | None = None,
    since: str | None = None,
    until: str | None = None,
    modalities: Sequence[str],
    skip: int,
    limit: int,
) -> Query:
    """Its events of these types and modalities, about one sector, with a date from `since` to the end of `until`."""
    return Query(
        _OF_DYAD,
        {
            "dyad": dyad,
            "types": list(types) if types else None,
            "sector": sector,
            "below": f"{sector}." if sector else "",
            "since": since,
            "until": f"{until}~" if until else None,
            "modalities": list(modalities),
            "skip": skip,
            "limit": limit,
        },
    )


def between(dyads: Sequence[str]) -> Query:
    """The edges between the actors of dyads, one for each event type and direction, in no order."""
    return Query(_BETWEEN, {"pairs": [dyad.split("-") for dyad in dyads]})
