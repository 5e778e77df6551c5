"""Search: nodes whose names, and claims whose sentences, hold all of some words.

Titles and sentences come out of indexes over words (`graph.cypher.words`), the best first as the engine sees it; names,
which are few, are looked through, so that parts of words are found in them too.
"""

from collections.abc import Sequence

from graph.cypher.query import Query
from graph.cypher.words import SENTENCES, TITLES, with_all

_LEADERS = """
MATCH (leader:Leader)
WHERE all(word IN $words WHERE leader.id CONTAINS word OR toLower(leader.name) CONTAINS word
          OR any(alias IN coalesce(leader.aliases, []) WHERE toLower(alias) CONTAINS word))
RETURN leader.id AS id, leader.name AS name, leader.actor AS actor, leader.aliases AS aliases,
       leader.sources AS sources
ORDER BY sources DESC, id
LIMIT $most
"""

_LEADERS_LIKE = """
MATCH (leader:Leader)
WHERE any(start IN $starts WHERE leader.id CONTAINS start)
RETURN leader.id AS id, leader.name AS name, leader.actor AS actor, leader.aliases AS aliases,
       leader.sources AS sources
ORDER BY sources DESC, id
LIMIT $most
"""

_AGREEMENTS = """
MATCH (agreement:Agreement)
WHERE all(word IN $words WHERE agreement.id CONTAINS word OR toLower(agreement.name) CONTAINS word)
RETURN agreement.id AS id, agreement.name AS name, agreement.parties AS parties, agreement.sources AS sources
ORDER BY sources DESC, id
LIMIT $most
"""

_ARTICLES = """
CALL db.index.fulltext.queryNodes($index, $words, {limit: $most}) YIELD node AS article
RETURN article.id AS id, article.name AS name, article.published AS published, article.publisher AS publisher
ORDER BY coalesce(published, '') DESC, id
"""

_SENTENCES = """
CALL db.index.fulltext.queryNodes($index, $words, {limit: $most}) YIELD node AS claim
MATCH (claim)-[:STATED_IN]->(article:Article)
RETURN claim {.id, .field, .start, .end, .text, .marks, .confidence, .frame} AS claim,
       article {.id, .title, .name, .url, .publisher, .published} AS article
"""


def leaders(words: Sequence[str], most: int) -> Query:
    """Leaders under whose names (folded) all the words are found, the best supported first."""
    return Query(_LEADERS, {"words": list(words), "most": most})


def leaders_like(starts: Sequence[str], most: int) -> Query:
    """Leaders in whose folded names one of these beginnings of words is found."""
    return Query(_LEADERS_LIKE, {"starts": [f" {start}" for start in starts] + [f":{s}" for s in starts], "most": most})


def agreements(words: Sequence[str], most: int) -> Query:
    """Agreements in whose names all the words are found."""
    return Query(_AGREEMENTS, {"words": list(words), "most": most})


def articles(words: Sequence[str], most: int) -> Query:
    """Articles in whose titles all the words are found, the newest first."""
    return Query(_ARTICLES, {"index": TITLES.name, "words": with_all(words), "most": most})


def sentences(words: Sequence[str], most: int) -> Query:
    """Claims in whose sentences all the words are found, in no order: whoever asks ranks them."""
    return Query(_SENTENCES, {"index": SENTENCES.name, "words": with_all(words), "most": most})
