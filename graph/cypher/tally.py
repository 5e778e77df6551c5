"""Tallies: what facts are folded from, beside the graph that people browse."""

ROOTS = """
UNWIND $keys AS key
MATCH (tally:Tally {id: key})
RETURN tally.key AS key, tally.number AS number, tally.depth AS depth, tally.contributions AS contributions
"""

PLACES = """
UNWIND $rows AS row
MATCH (tally:Tally {id: row.id})
RETURN tally.key AS key, tally.place AS place, tally.summary AS summary,
       CASE WHEN row.leaf THEN tally.contributions END AS contributions
"""

WHOLE = """
UNWIND $keys AS key
MATCH (tally:Tally {key: key})
RETURN tally.key AS key, tally.place AS place, tally.summary AS summary, tally.contributions AS contributions
"""

CREATE = """
UNWIND $rows AS row
CREATE (tally:Tally)
SET tally = row
"""

PUT = """
UNWIND $rows AS row
MERGE (tally:Tally {id: row.id})
SET tally = row
"""

DELETE = """
UNWIND $ids AS id
MATCH (tally:Tally {id: id})
DELETE tally
"""
