"""Events of one type from one actor to one recipient, folded from claims."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from graph.claim import MODALITIES, Event, Modality, Pair
from graph.identity import dated_key, event_block, event_pair
from graph.projection.contribution import Contribution
from graph.projection.edges import EVENT_EDGES, Edge
from graph.projection.fact import ProjectedFact, Projection
from graph.projection.support import best_basis, best_claims, figures, most_said
from graph.vocabulary import plover
from graph.vocabulary.names import dyad_id

DRAWN: tuple[Modality, ...] = ("actual", "pledged")
"""Only such events are summed up between actors; possible and negated ones stay nodes that one must ask for."""


def project_events(block: str, contributions: Sequence[Contribution]) -> Projection:
    """One fact for each date (or undated article), and the edge between the actors that sums them up."""
    clusters: dict[str, list[Contribution]] = {}
    for c in contributions:
        clusters.setdefault(dated_key(c.date, c.article_id), []).append(c)
    pair = _pair(block, contributions[0])
    facts = tuple(_event_fact(block, pair, clusters[key]) for key in sorted(clusters))
    return Projection(facts, _summary(pair, facts, contributions))


def _event_fact(block: str, pair: Pair, contributions: Sequence[Contribution]) -> ProjectedFact:
    events = [_event(c) for c in contributions]
    claims = frozenset(c.claim_id for c in contributions)
    modes = [(event.mode, c.article_id) for event, c in zip(events, contributions, strict=True) if event.mode]
    event_type = events[0].type
    modality = _strongest([event.modality for event in events])
    properties: dict[str, Any] = {
        "id": f"event:{dyad_id(*pair)}:{event_type}:{min(claims)}",
        "block": block,
        "dyad": dyad_id(*pair),
        "actor": pair[0],
        "recipient": pair[1],
        "type": event_type,
        "mode": most_said(modes) if modes else None,
        "quad": plover().by_id[event_type].quad,
        "modality": modality,
        "sectors": sorted({sector for event in events for sector in event.sectors}),
        "date": contributions[0].date,
        "date_basis": best_basis(contributions),
        **figures(contributions),
        "best": best_claims(contributions, lambda c: _event(c).modality == modality),
    }
    return ProjectedFact("Event", properties, claims)


def _summary(pair: Pair, facts: Sequence[ProjectedFact], contributions: Sequence[Contribution]) -> Edge | None:
    """The edge over the events of the strongest modality that is drawn."""
    modality = _strongest([fact.properties["modality"] for fact in facts])
    if modality not in DRAWN:
        return None
    drawn = [fact for fact in facts if fact.properties["modality"] == modality]
    claims = frozenset().union(*(fact.claims for fact in drawn))
    own = {
        "fact": dyad_id(*pair),
        "modality": modality,
        "events": len(drawn),
        **figures([c for c in contributions if c.claim_id in claims]),
    }
    return Edge(EVENT_EDGES[drawn[0].properties["type"]], *pair, own)


def _strongest(modalities: Sequence[Modality]) -> Modality:
    return min(modalities, key=MODALITIES.index)


def _pair(block: str, c: Contribution) -> Pair:
    """The pair of the contribution's statement that the block is about."""
    event = _event(c)
    return next(event_pair(event.type, pair) for pair in event.pairs if event_block(event, pair) == block)


def _event(c: Contribution) -> Event:
    if not isinstance(c.statement, Event):
        raise TypeError(f"no event: {c.statement}")
    return c.statement
