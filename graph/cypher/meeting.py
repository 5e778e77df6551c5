"""Meetings of a dyad."""

from collections.abc import Sequence

from graph.cypher.query import Query

_OF_DYAD = """
MATCH (:Dyad {id: $dyad})<-[:OF]-(meeting:Meeting)
WHERE meeting.modality IN $modalities
  AND ($since IS NULL OR meeting.date >= $since)
  AND ($until IS NULL OR meeting.date <= $until)
OPTIONAL MATCH (leader:Leader)-[:ATTENDED]->(meeting)
WITH meeting, collect(leader.name) AS attended
RETURN properties(meeting) AS fact, attended
ORDER BY CASE meeting.modality WHEN 'actual' THEN 0 ELSE 1 END,
         meeting.sources DESC, coalesce(meeting.date, meeting.last_seen, '') DESC, meeting.id
SKIP $skip LIMIT $limit
"""


def of_dyad(
    dyad: str, *, since: str | None, until: str | None, modalities: Sequence[str], skip: int, limit: int
) -> Query:
    """Meetings that both actors took part in, with the names of those who attended."""
    return Query(
        _OF_DYAD,
        {
            "dyad": dyad,
            "since": since,
            "until": f"{until}~" if until else None,
            "modalities": list(modalities),
            "skip": skip,
            "limit": limit,
        },
    )
