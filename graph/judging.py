"""Judging: what people decide about claims, put into the graph with all that follows from it, and taken back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from neo4j import ManagedTransaction

from graph.copies import mark_of
from graph.cypher import backup as backup_cypher
from graph.cypher import judgement as cypher
from graph.errors import NotFound
from graph.judgement import Judgement, Verdict
from graph.transaction import ArticleState, WriteTransaction
from graph.view import articles as stored

if TYPE_CHECKING:
    from graph.store import Store

PART = 50
"""Claims that are judged in one transaction."""


def decide(store: Store, claim_id: str, verdict: Verdict) -> Judgement:
    """Rejects or confirms a claim; decided again the same way, nothing changes. `NotFound` if there is no such claim.

    It holds for what later readings say too, and outlives the article.
    """

    def work(transaction: ManagedTransaction) -> Judgement | None:
        step = WriteTransaction(transaction)
        held = _held(transaction, [claim_id]).get(claim_id)
        if held and held.verdict == verdict:
            return held
        if held is None and not _articles(transaction, [claim_id]):
            return None
        new = Judgement(claim_id, verdict, datetime.now(UTC).isoformat(timespec="milliseconds"))
        _apply(transaction, step, [claim_id], [new])
        return new

    judgement = store.connection.write(work)
    if judgement is None:
        raise NotFound(f"There is no claim {claim_id!r} in the graph.")
    return judgement


def take_back(store: Store, claim_id: str) -> None:
    """Takes a judgement back: the claim counts as it was read. `NotFound` if nobody judged it."""

    def work(transaction: ManagedTransaction) -> bool:
        step = WriteTransaction(transaction)
        found = bool(_held(transaction, [claim_id]))
        if found:
            _apply(transaction, step, [claim_id], [])
        return found

    if not store.connection.write(work):
        raise NotFound(f"Nobody has judged a claim {claim_id!r}.")


def judge(store: Store, judgements: Sequence[Judgement]) -> None:
    """Stores judgements, of claims that are not in the graph too; of two about one claim the later stands."""
    for start in range(0, len(judgements), PART):
        part = judgements[start : start + PART]

        def work(transaction: ManagedTransaction, part: Iterable[Judgement] = part) -> None:
            step = WriteTransaction(transaction)
            held = _held(transaction, [one.claim_id for one in part])
            later = [one for one in part if one.claim_id not in held or _is_later(one, held[one.claim_id])]
            _apply(transaction, step, [one.claim_id for one in later], later)

        store.connection.write(work)


def _is_later(one: Judgement, than: Judgement) -> bool:
    return (one.decided_at, one.verdict) > (than.decided_at, than.verdict)


def _held(transaction: ManagedTransaction, claims: Sequence[str]) -> dict[str, Judgement]:
    rows = transaction.run(cypher.HELD, claims=list(claims)).data()
    return {row["claim"]: Judgement(row["claim"], row["verdict"], row["decided_at"]) for row in rows}


def _articles(transaction: ManagedTransaction, claims: Sequence[str]) -> list[str]:
    rows = transaction.run(cypher.ARTICLES_OF_CLAIMS, claims=list(claims)).data()
    return sorted({row["article"] for row in rows})


def _apply(
    transaction: ManagedTransaction, step: WriteTransaction, claims: Sequence[str], new: Sequence[Judgement]
) -> None:
    """Puts `new` in the place of what is held about `claims`, and stores the articles of these anew."""
    rows = [{"id": one.claim_id, "verdict": one.verdict, "decided_at": one.decided_at} for one in new]
    transaction.run(cypher.DELETE, claims=list(claims)).consume()
    transaction.run(cypher.PUT, rows=rows).consume()
    ids = _articles(transaction, claims)
    states = {state.article.id: state for state in _states(transaction, ids)}
    step.replace(states, step.states(ids), datetime.now(UTC).isoformat(timespec="seconds"))


def _states(transaction: ManagedTransaction, ids: Sequence[str]) -> Iterable[ArticleState]:
    """The stored articles with all that was read in them, whatever people said of it."""
    query = backup_cypher.articles(ids)
    for row in transaction.run(query.text, dict(query.parameters)).data():
        article = stored.article(row["article"])
        reading = stored.reading(row["article"], row["claims"], as_read=True)
        claims = {claim.id: claim for claim in reading.claims}
        yield ArticleState(
            article, mark_of(article), reading, claims, row["article"]["digest"], row["article"]["read_at"]
        )
