"""The contribution: what one claim adds to facts, with what of its article matters to them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from graph.article import Article
from graph.claim import Claim, DateBasis, Kind, Statement


@dataclass(frozen=True, slots=True)
class Contribution:
    """One claim as facts see it. `source` is equal for copies of one text, so that they count as one source.

    `field` and `start` are where the sentence stands that is quoted for it.
    """

    claim_id: str
    article_id: str
    published: str | None
    source: str
    kind: Kind
    statement: Statement
    field: str
    start: int
    confidence: float
    date: str | None
    date_basis: DateBasis | None

    @property
    def valid_date(self) -> str:
        """When it held: the date it gives, else when its article was published, else the empty text."""
        return self.date or self.published or ""


def contributions(article: Article, claims: Mapping[str, Claim]) -> Iterator[tuple[str, Contribution]]:
    """What each of the claims of `article`, given by id, adds."""
    source = source_of(article.text)
    for id_, claim in claims.items():
        yield (
            id_,
            Contribution(
                claim_id=id_,
                article_id=article.id,
                published=article.published,
                source=source,
                kind=claim.kind,
                statement=claim.statement,
                field=claim.quoted.field,
                start=claim.quoted.start,
                confidence=claim.confidence,
                date=claim.when.date,
                date_basis=claim.when.basis,
            ),
        )


def source_of(text: str) -> str:
    """16 hex digits that are equal for texts that differ in nothing but case and white space."""
    return hashlib.sha256(" ".join(text.casefold().split()).encode()).hexdigest()[:16]
