"""Who cooperates with an actor: the partners that are best supported first, each with sentences that say so."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from api.answer.narrowing import seen_in
from api.question import Question
from graph.fact import CooperationFact, Partner, Passage
from graph.view import View
from graph.view.wanted import Listed

_LOOKED_THROUGH = 300
_QUOTED = 2


def find_partners(question: Question, view: View) -> tuple[Partner, ...]:
    """The partners of the one actor that is asked about, in the sectors and the period that are."""
    actor, sectors = question.actors[0], question.sectors or (None,)
    found = [partner for sector in sectors for partner in view.partners(actor, sector)]
    pages = (
        view.page("Cooperation", Listed(actor=actor, sector=s), evidence=_QUOTED, limit=_LOOKED_THROUGH)
        for s in sectors
    )
    quoted = _by_dyad(fact for page in pages for fact in page.items)
    distinct = {p.dyad: p for p in reversed(found) if seen_in(question, p.support)}
    return tuple(_with_evidence(p, quoted.get(p.dyad, [])) for p in reversed(distinct.values()))


def _by_dyad(facts: Iterable[CooperationFact]) -> dict[str, list[Passage]]:
    found: dict[str, list[Passage]] = {}
    for fact in facts:
        found.setdefault(fact.dyad, []).extend(fact.support.evidence[:_QUOTED])
    return found


def _with_evidence(partner: Partner, passages: list[Passage]) -> Partner:
    return replace(partner, support=replace(partner.support, evidence=tuple(passages[:_QUOTED])))
