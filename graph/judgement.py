"""The judgement: what a person decided about a claim, which holds whoever reads the article again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

from graph.claim import Claim

Verdict = Literal["rejected", "confirmed"]

SURE = 1.0
"""The confidence of a claim that somebody has confirmed."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """That a claim is `rejected` (it is kept, and counts nowhere) or `confirmed` (it is certain), since `decided_at`.

    `claim_id` tells article, passage and what is said of whom, so a later reading that claims the same is judged too.
    """

    claim_id: str
    verdict: Verdict
    decided_at: str


@dataclass(frozen=True, slots=True)
class Judged:
    """The claims of a reading by id, as judgements leave them: those that count, and those that were rejected.

    `confirmed` holds what the reader's own confidence had been in those that somebody confirmed.
    """

    counted: Mapping[str, Claim]
    rejected: Mapping[str, Claim]
    confirmed: Mapping[str, float]


def judged(claims: Mapping[str, Claim], verdicts: Mapping[str, Verdict]) -> Judged:
    """`claims` under `verdicts`, both by the claim's id."""
    rejected = {id_: claim for id_, claim in claims.items() if verdicts.get(id_) == "rejected"}
    confirmed = {id_: claim.confidence for id_, claim in claims.items() if verdicts.get(id_) == "confirmed"}
    counted = {
        id_: replace(claim, confidence=SURE) if id_ in confirmed else claim
        for id_, claim in claims.items()
        if id_ not in rejected
    }
    return Judged(counted, rejected, confirmed)
