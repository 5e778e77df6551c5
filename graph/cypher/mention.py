"""Mentions: the keys under which articles know what may be one thing, each with the fact it belongs to and why."""

from collections.abc import Sequence

from graph.cypher.query import Query

KNOWN = """
UNWIND $keys AS key
MATCH (mention:Mention {id: key})
RETURN mention.id AS key, mention.articles AS articles, mention.fact AS fact,
       mention.joined AS joined, mention.to AS to, mention.rule AS rule
"""

OF_SCOPES = """
UNWIND $scopes AS scope
MATCH (mention:Mention {scope: scope})
RETURN mention.id AS key, mention.articles AS articles, mention.fact AS fact,
       mention.joined AS joined, mention.to AS to, mention.rule AS rule
"""

CREATE = """
UNWIND $rows AS row
CREATE (mention:Mention)
SET mention = row
"""

PUT = """
UNWIND $rows AS row
MATCH (mention:Mention {id: row.id})
SET mention = row
"""

DELETE = """
UNWIND $ids AS id
MATCH (mention:Mention {id: id})
DELETE mention
"""

SCOPES = "MATCH (mention:Mention) RETURN DISTINCT mention.scope AS scope ORDER BY scope"

_JOINED = """
MATCH (mention:Mention)
WHERE mention.rule IS NOT NULL AND ($actor IS NULL OR mention.scope CONTAINS $actor OR mention.to CONTAINS $actor)
RETURN mention.fact AS fact, mention.joined AS key, mention.to AS to, mention.rule AS rule
ORDER BY fact, key, to
"""

_NAMED = """
MATCH (mention:Mention {id: $given})
RETURN mention.id AS key
UNION
MATCH (mention:Mention {fact: $given})
RETURN mention.id AS key
"""

_FACTS_OF = """
UNWIND $scopes AS scope
MATCH (mention:Mention {scope: scope})
RETURN DISTINCT mention.fact AS fact
"""

_FACTS = """
UNWIND $facts AS fact
MATCH (mention:Mention {fact: fact})
RETURN mention.id AS key, mention.fact AS fact
ORDER BY fact, key
"""


def joined(actor: str | None) -> Query:
    """Mentions that were joined to others; those of an actor, and some in whose scope or other its id is a part."""
    return Query(_JOINED, {"actor": actor})


def named(given: str) -> Query:
    """The mention with this key, and those of the fact with this id."""
    return Query(_NAMED, {"given": given})


def facts_of(scopes: Sequence[str]) -> Query:
    """The facts to which the mentions of these scopes belong."""
    return Query(_FACTS_OF, {"scopes": list(scopes)})


def of_facts(facts: Sequence[str]) -> Query:
    """The mentions of these facts."""
    return Query(_FACTS, {"facts": list(facts)})
