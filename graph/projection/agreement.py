"""One agreement and its life, folded from claims."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from graph.claim import AGREEMENT_STATUSES, Agreement
from graph.fact import Step
from graph.projection.contribution import Contribution
from graph.projection.fact import ProjectedFact, Projection
from graph.projection.support import best_claims, figures, most_said

_IN_FORCE = AGREEMENT_STATUSES.index("in_force")


def project_agreement(block: str, contributions: Sequence[Contribution]) -> Projection:
    """The one agreement of the block."""
    said = [(_agreement(c), c.article_id) for c in contributions]
    claims = frozenset(c.claim_id for c in contributions)
    history = history_of(contributions)
    properties: dict[str, Any] = {
        "id": f"agreement:{min(claims)}",
        "block": block,
        "name": most_said((agreement.name, article) for agreement, article in said),
        "kind": most_said((agreement.kind, article) for agreement, article in said),
        "parties": sorted(said[0][0].parties),
        "sectors": sorted({sector for agreement, _ in said for sector in agreement.sectors}),
        "status": history[-1].status,
        "history": [step_text(step) for step in history],
        **figures(contributions),
        "best": best_claims(contributions, lambda c: _agreement(c).status == history[-1].status),
    }
    return Projection((ProjectedFact("Agreement", properties, claims),))


def history_of(contributions: Sequence[Contribution]) -> list[Step]:
    """Its steps in the order of valid time (those with no date first), within one date in the order of its life.

    What was reached stays reached: an agreement in force of which somebody says later that it was signed is in force.
    Only a suspended or terminated one can come into force again. The last step is where it stands.
    """
    said = sorted((c.valid_date, AGREEMENT_STATUSES.index(_agreement(c).status), c.claim_id) for c in contributions)
    steps: list[Step] = []
    reached = -1
    for date, rank, claim_id in said:
        if rank > reached or (rank == _IN_FORCE and rank != reached):
            reached = rank
            steps.append(Step(AGREEMENT_STATUSES[rank], date or None, claim_id))
    return steps


def step_text(step: Step) -> str:
    """A step as one text: ``signed 2007-08-20 CLAIM``, with ``-`` where no date is known."""
    return f"{step.status} {step.date or '-'} {step.claim_id}"


def step_from_text(text: str) -> Step:
    """The step that `step_text` wrote."""
    status, date, claim_id = text.split(" ")
    known = next(known for known in AGREEMENT_STATUSES if known == status)
    return Step(known, None if date == "-" else date, claim_id)


def _agreement(c: Contribution) -> Agreement:
    if not isinstance(c.statement, Agreement):
        raise TypeError(f"no agreement: {c.statement}")
    return c.statement
