"""Reference data: countries, bodies and their members, sectors and their tree."""

COUNTRIES = """
UNWIND $rows AS row
MERGE (country:Actor:Country {id: row.id})
SET country = row
"""

ORGANIZATIONS = """
UNWIND $rows AS row
MERGE (organization:Actor:Organization {id: row.id})
SET organization = row
"""

SECTORS = """
UNWIND $rows AS row
MERGE (sector:Sector {id: row.id})
SET sector = row
"""

DROP_MEMBERSHIPS = """
MATCH (:Country)-[edge:MEMBER_OF]->(:Organization)
WHERE edge.basis = 'reference'
DELETE edge
"""

MEMBERSHIPS = """
UNWIND $rows AS row
MATCH (country:Actor {id: row.country})
MATCH (organization:Actor {id: row.organization})
CREATE (country)-[edge:MEMBER_OF]->(organization)
SET edge = row.properties
"""

DROP_PARTS = """
MATCH (:Sector)-[edge:PART_OF]->(:Sector)
WHERE edge.basis = 'reference'
DELETE edge
"""

PARTS = """
UNWIND $rows AS row
MATCH (part:Sector {id: row.part})
MATCH (whole:Sector {id: row.whole})
CREATE (part)-[edge:PART_OF {basis: 'reference'}]->(whole)
"""
