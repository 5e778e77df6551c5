"""Claims: writing, deleting, which facts they support, and their passages."""

from collections.abc import Mapping, Sequence
from typing import Literal, get_args

from graph.cypher.query import Query

OF_ARTICLES = """
UNWIND $articles AS id
MATCH (:Article {id: id})<-[:STATED_IN]-(claim)
RETURN id AS article, claim.id AS claim, labels(claim)[0] AS label
"""

_CREATE = """
UNWIND $rows AS row
MATCH (article:Article {id: row.article})
CREATE (claim:LABEL)-[:STATED_IN]->(article)
SET claim = row.properties
"""

_UPDATE = """
UNWIND $rows AS row
MATCH (claim:LABEL {id: row.properties.id})
SET claim = row.properties
"""

_CLOSE = """
UNWIND $rows AS row
MATCH (claim:LABEL {id: row.claim})-[:STATED_IN]->(article:Article)
MERGE (closed:ClosedClaim {id: claim.id + '@' + claim.reader})
SET closed = claim {
  .*, id: claim.id + '@' + claim.reader, claim: claim.id, superseded_at: row.superseded_at,
  superseded_by: row.superseded_by
}
MERGE (closed)-[:WAS_STATED_IN]->(article)
"""

_DELETE = """
UNWIND $claims AS id
MATCH (claim:LABEL {id: id})
DETACH DELETE claim
"""

ClaimLabel = Literal["Claim", "RejectedClaim"]
LABELS: tuple[ClaimLabel, ...] = get_args(ClaimLabel)
"""Claims that count, and those that a person rejected."""


def _for_each_label(text: str) -> Mapping[ClaimLabel, str]:
    """The constant `text` with each of `LABELS` in the place of LABEL."""
    return {label: text.replace("LABEL", label) for label in LABELS}


CREATE = _for_each_label(_CREATE)
UPDATE = _for_each_label(_UPDATE)
CLOSE = _for_each_label(_CLOSE)
DELETE = _for_each_label(_DELETE)

_ONE = """
MATCH (claim:LABEL {id: $claim})-[:STATED_IN]->(article:Article)
OPTIONAL MATCH (judgement:Judgement {id: $claim})
RETURN properties(claim) AS claim, article.id AS article,
       judgement.verdict AS verdict, judgement.decided_at AS decided_at,
       COLLECT { MATCH (claim)-[:SUPPORTS]->(fact) RETURN fact.id } AS facts
"""

_FILTERED = """
WHERE ($after IS NULL OR claim.id > $after) AND ($kind IS NULL OR claim.kind = $kind)
  AND (NOT $confirmed OR claim.judged = 'confirmed') AND claim.confidence >= $confidence
WITH claim, claim.id AS id
ORDER BY id
LIMIT $limit
MATCH (claim)-[:STATED_IN]->(article:Article)
OPTIONAL MATCH (judgement:Judgement {id: id})
RETURN properties(claim) AS claim, article.id AS article,
       judgement.verdict AS verdict, judgement.decided_at AS decided_at,
       COLLECT { MATCH (claim)-[:SUPPORTS]->(fact) RETURN fact.id } AS facts
ORDER BY id
"""

_LISTED = _for_each_label("\nMATCH (claim:LABEL)" + _FILTERED)
_LISTED_OF_ARTICLE = _for_each_label("\nMATCH (:Article {id: $article})<-[:STATED_IN]-(claim:LABEL)" + _FILTERED)

_ONE_BY_LABEL = _for_each_label(_ONE)

_PASSAGES = """
UNWIND $claims AS id
MATCH (claim:Claim {id: id})-[:STATED_IN]->(article:Article)
RETURN claim {.id, .field, .start, .end, .text, .marks, .confidence, .frame} AS claim,
       article {.id, .title, .name, .url, .publisher, .published} AS article
"""

_SUPPORTING = """
MATCH (:LABEL {id: $fact})<-[:SUPPORTS]-(claim:Claim)-[:STATED_IN]->(article:Article)
WHERE $after IS NULL OR claim.confidence < $confidence
   OR (claim.confidence = $confidence AND (coalesce(article.published, '') < $published
       OR (coalesce(article.published, '') = $published AND claim.id > $after)))
RETURN claim {.id, .field, .start, .end, .text, .marks, .confidence, .frame} AS claim,
       article {.id, .title, .name, .url, .publisher, .published} AS article
ORDER BY claim.confidence DESC, coalesce(article.published, '') DESC, claim.id
LIMIT $limit
"""

_SUPPORTING_BY_PREFIX = {
    prefix: _SUPPORTING.replace("LABEL", label)
    for prefix, label in {
        "coop": "Cooperation",
        "dispute": "Dispute",
        "event": "Event",
        "agreement": "Agreement",
        "meeting": "Meeting",
        "leader": "Leader",
    }.items()
}
"""By what the id of a fact starts with."""


def one(label: ClaimLabel, claim_id: str) -> Query:
    """A claim with what people said of it and the facts it supports."""
    return Query(_ONE_BY_LABEL[label], {"claim": claim_id})


def listed(
    rejected: bool,
    *,
    article: str | None,
    kind: str | None,
    confirmed: bool,
    confidence: float,
    after: str | None,
    limit: int,
) -> Query:
    """Claims by id, from behind `after` on, of one article or all: those that count, or those that were rejected."""
    parameters = {"kind": kind, "confirmed": confirmed, "confidence": confidence, "after": after, "limit": limit}
    texts = _LISTED_OF_ARTICLE if article else _LISTED
    of = {"article": article} if article else {}
    return Query(texts["RejectedClaim" if rejected else "Claim"], {**parameters, **of})


def passages(claims: Sequence[str]) -> Query:
    """The sentence of each of these claims, with its article."""
    return Query(_PASSAGES, {"claims": list(claims)})


def supporting(fact: str, limit: int, after: tuple[float, str, str] | None = None) -> Query | None:
    """All passages that support a fact, best first, or those behind `after`; None if `fact` is no fact's id."""
    text = _SUPPORTING_BY_PREFIX.get(fact.partition(":")[0])
    confidence, published, claim = after or (0.0, "", None)
    parameters = {"fact": fact, "confidence": confidence, "published": published, "after": claim, "limit": limit}
    return Query(text, parameters) if text else None
