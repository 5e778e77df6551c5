"""How much there is of each kind."""

from graph.cypher.query import Query

KINDS = (
    *("countries", "organizations", "sectors", "dyads", "articles", "claims"),
    *("cooperations", "disputes", "events", "agreements", "meetings", "leaders"),
)
"""All that `ALL` counts; the embedded engine leaves out those of which there is none."""

ALL = Query(
    """
MATCH (node:Country) RETURN 'countries' AS label, count(node) AS number
UNION ALL MATCH (node:Organization) RETURN 'organizations' AS label, count(node) AS number
UNION ALL MATCH (node:Sector) RETURN 'sectors' AS label, count(node) AS number
UNION ALL MATCH (node:Dyad) RETURN 'dyads' AS label, count(node) AS number
UNION ALL MATCH (node:Article) RETURN 'articles' AS label, count(node) AS number
UNION ALL MATCH (node:Claim) RETURN 'claims' AS label, count(node) AS number
UNION ALL MATCH (node:Cooperation) RETURN 'cooperations' AS label, count(node) AS number
UNION ALL MATCH (node:Dispute) RETURN 'disputes' AS label, count(node) AS number
UNION ALL MATCH (node:Event) RETURN 'events' AS label, count(node) AS number
UNION ALL MATCH (node:Agreement) RETURN 'agreements' AS label, count(node) AS number
UNION ALL MATCH (node:Meeting) RETURN 'meetings' AS label, count(node) AS number
UNION ALL MATCH (node:Leader) RETURN 'leaders' AS label, count(node) AS number
"""
)
