"""Articles: writing, forgetting, reading back."""

from graph.cypher.query import Query

STATE = """
UNWIND $articles AS id
MATCH (article:Article {id: id})
RETURN article.id AS id, article.reader AS reader, article.digest AS digest, article.keys AS keys,
       article.published AS published, article.origin AS origin, article.signature AS signature,
       article.earliest AS earliest, article.copy_of AS copy_of, article.source AS source
"""

PUT = """
UNWIND $rows AS row
MERGE (article:Article {id: row.id})
WITH article, row, coalesce(article.stored_at, article.read_at, row.read_at) AS stored_at
SET article = row
SET article.stored_at = stored_at
"""

FORGET_CLOSED = """
UNWIND $articles AS id
MATCH (:Article {id: id})<-[:WAS_STATED_IN]-(claim:ClosedClaim)
DETACH DELETE claim
"""

FORGET = """
UNWIND $articles AS id
MATCH (article:Article {id: id})
DETACH DELETE article
"""

_ONE = """
MATCH (article:Article {id: $article})
RETURN properties(article) AS article
"""

_CLAIMS = """
MATCH (article:Article {id: $article})<-[:STATED_IN]-(claim:Claim)
RETURN properties(claim) AS claim
ORDER BY claim.field DESC, claim.start, claim.id
"""

_ALL_CLAIMS = """
MATCH (article:Article {id: $article})<-[:STATED_IN]-(claim)
RETURN properties(claim) AS claim
ORDER BY claim.field DESC, claim.start, claim.id
"""

_CLOSED = """
MATCH (article:Article {id: $article})<-[:WAS_STATED_IN]-(claim:ClosedClaim)
RETURN claim {.*, article: article.id} AS claim
ORDER BY claim.superseded_at DESC, claim.reader, claim.start, claim.id
"""

_LIST = """
MATCH (article:Article)
WHERE ($publisher IS NULL OR article.publisher = $publisher)
  AND ($language IS NULL OR article.language = $language)
  AND ($actor IS NULL OR $actor IN article.actors)
  AND ($since IS NULL OR article.published >= $since)
  AND ($until IS NULL OR article.published <= $until)
  AND ($after IS NULL OR coalesce(article.published, '') < $published
       OR (coalesce(article.published, '') = $published AND article.id > $after))
RETURN article {
  .id, .title, .name, .url, .publisher, .author, .published, .language, .reader, .read_at, .claims, .copy_of
} AS article
ORDER BY coalesce(article.published, '') DESC, article.id
LIMIT $limit
"""


def one(article_id: str) -> Query:
    """The properties of one article."""
    return Query(_ONE, {"article": article_id})


def claims(article_id: str) -> Query:
    """All claims of one article that count, in the order of its title and text."""
    return Query(_CLAIMS, {"article": article_id})


def all_claims(article_id: str) -> Query:
    """The same with those that were rejected."""
    return Query(_ALL_CLAIMS, {"article": article_id})


def closed(article_id: str) -> Query:
    """All claims of older readings of one article."""
    return Query(_CLOSED, {"article": article_id})


def listing(
    *,
    publisher: str | None,
    language: str | None,
    actor: str | None,
    since: str | None,
    until: str | None,
    after: tuple[str, str] | None,
    limit: int,
) -> Query:
    """Articles without their text, newest first, or those behind `after`: a date and an id."""
    published, id_ = after or ("", None)
    return Query(
        _LIST,
        {
            "publisher": publisher,
            "language": language,
            "actor": actor,
            "since": since,
            "until": f"{until}~" if until else None,
            "published": published,
            "after": id_,
            "limit": limit,
        },
    )
