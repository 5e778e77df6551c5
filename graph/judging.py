"""Judging: what people decide about claims, put into the graph with all that follows from it, and taken back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from neo4j import ManagedTransaction

from graph import decision
from graph.anew import store_anew
from graph.cypher import judgement as cypher
from graph.errors import NotFound
from graph.judgement import Judgement, Verdict
from graph.transaction import WriteTransaction

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
        before = _held(transaction, claim_id)
        if before and before.verdict == verdict:
            return before
        if before is None and not _articles(transaction, [claim_id]):
            return None
        new = Judgement(claim_id, verdict, datetime.now(UTC).isoformat(timespec="milliseconds"))
        decision.put(transaction, "Judgement", [_row(new)])
        _fold(transaction, step, [claim_id])
        return new

    judgement = store.connection.write(work)
    if judgement is None:
        raise NotFound(f"There is no claim {claim_id!r} in the graph.")
    return judgement


def take_back(store: Store, claim_id: str) -> None:
    """Takes a judgement back: the claim counts as it was read. `NotFound` if nobody judged it."""
    found = False  # where a commit was lost and yet done, the next try finds no judgement any more

    def work(transaction: ManagedTransaction) -> None:
        nonlocal found
        step = WriteTransaction(transaction)
        if _held(transaction, claim_id):
            found = True
            decision.delete(transaction, "Judgement", [claim_id])
            _fold(transaction, step, [claim_id])

    store.connection.write(work)
    if not found:
        raise NotFound(f"Nobody has judged a claim {claim_id!r}.")


def judge(store: Store, judgements: Sequence[Judgement]) -> None:
    """Stores judgements, of claims that are not in the graph too; of two about one claim the later stands."""
    for start in range(0, len(judgements), PART):
        part = judgements[start : start + PART]

        def work(transaction: ManagedTransaction, part: Iterable[Judgement] = part) -> None:
            step = WriteTransaction(transaction)
            new = decision.later(transaction, "Judgement", list(map(_row, part)))
            decision.put(transaction, "Judgement", new)
            _fold(transaction, step, [row["id"] for row in new])

        store.connection.write(work)


def _held(transaction: ManagedTransaction, claim_id: str) -> Judgement | None:
    row = decision.held(transaction, "Judgement", [claim_id]).get(claim_id)
    return Judgement(claim_id, row["verdict"], row["decided_at"]) if row else None


def _row(one: Judgement) -> dict[str, str]:
    return {"id": one.claim_id, "verdict": one.verdict, "decided_at": one.decided_at}


def _articles(transaction: ManagedTransaction, claims: Sequence[str]) -> list[str]:
    rows = transaction.run(cypher.ARTICLES_OF_CLAIMS, claims=list(claims)).data()
    return sorted({row["article"] for row in rows})


def _fold(transaction: ManagedTransaction, step: WriteTransaction, claims: Sequence[str]) -> None:
    """Stores the articles of these claims anew."""
    store_anew(transaction, step, _articles(transaction, claims))
