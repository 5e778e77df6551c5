"""One agreement and its life."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from json import dumps, loads
from typing import Any

from graph.article import Article
from graph.claim import AGREEMENT_STATUSES, Agreement, When
from graph.fact import Step
from graph.identity import agreement_key
from graph.projection.key import fields_of
from graph.projection.part import Part
from graph.projection.summary import Summary
from graph.projection.support import best_basis, most_said, supported

_IN_FORCE = AGREEMENT_STATUSES.index("in_force")


def agreement_parts(s: Agreement, when: When, article: Article) -> Iterator[tuple[str, Part]]:
    """What a claim adds to its agreement."""
    votes = [("name", s.name), ("kind", s.kind), *(("sector", sector) for sector in s.sectors)]
    yield agreement_key(s, when, article.published, article.id), Part(s.status, step=True, votes=tuple(votes))


def agreement_fact(key: str, summary: Summary) -> dict[str, Any]:
    """Where it stands is the last step of its life."""
    history = history_of(summary.steps)
    status = history[-1].status
    return {
        "id": key,
        "name": most_said(summary.said("name")),
        "kind": most_said(summary.said("kind")),
        "parties": fields_of(key)[0].split("+"),
        "sectors": sorted(summary.said("sector")),
        "status": status,
        "history": [step_text(step) for step in history],
        **supported(summary, status),
    }


def history_of(said: Mapping[str, Sequence[str | None]]) -> list[Step]:
    """Its steps in the order of valid time (those with no date first), within one date in the order of its life.

    What was reached stays reached: an agreement in force of which somebody says later that it was signed is in force.
    Only a suspended or terminated one can come into force again. The last step is where it stands.
    """
    steps: list[Step] = []
    reached = -1
    for date, rank, claim, basis in sorted(_dated(text, *backing) for text, backing in said.items()):
        if rank > reached or (rank == _IN_FORCE and rank != reached):
            reached = rank
            steps.append(Step(AGREEMENT_STATUSES[rank], date or None, best_basis({basis}), claim))
    return steps


def _dated(text: str, claim: str | None, basis: str | None) -> tuple[str, int, str, str]:
    date, _, status = text.partition(" ")
    rank = next(rank for rank, known in enumerate(AGREEMENT_STATUSES) if known == status)
    return "" if date == "-" else date, rank, claim or "", basis or ""


def step_text(step: Step) -> str:
    """A step as the graph stores it, in JSON."""
    return dumps({"status": step.status, "date": step.date, "basis": step.basis, "claim": step.claim_id})


def step_from_text(text: str) -> Step:
    """The step that `step_text` wrote, without its sentence."""
    stored = loads(text)
    return Step(stored["status"], stored["date"], stored["basis"], stored["claim"])
