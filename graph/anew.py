"""Stored articles stored anew, where what people decided changes what follows from them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from neo4j import ManagedTransaction

from graph.copies import mark_of
from graph.cypher import backup as cypher
from graph.transaction import ArticleState, WriteTransaction
from graph.view import articles as stored


def store_anew(
    transaction: ManagedTransaction, step: WriteTransaction, articles: Sequence[str], *, placed_anew: bool = False
) -> None:
    """Stores those of `articles` that are stored in their own place; `placed_anew`: of what they are copies, too."""
    states = {state.article.id: state for state in _states(transaction, articles)}
    now = datetime.now(UTC).isoformat(timespec="seconds")
    step.replace(states, step.states(list(states)), now, placed_anew=placed_anew)


def _states(transaction: ManagedTransaction, ids: Sequence[str]) -> Iterable[ArticleState]:
    """The stored articles with all that was read in them, whatever people said of it."""
    query = cypher.articles(ids)
    for row in transaction.run(query.text, dict(query.parameters)).data():
        article = stored.article(row["article"])
        reading = stored.reading(row["article"], row["claims"], as_read=True)
        claims = {claim.id: claim for claim in reading.claims}
        yield ArticleState(
            article, mark_of(article), reading, claims, row["article"]["digest"], row["article"]["read_at"]
        )
