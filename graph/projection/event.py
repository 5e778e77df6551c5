"""One event, and the edge that sums up all events of one type from one actor to another."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from graph.claim import Event, Modality, When
from graph.identity import event_key, event_pair
from graph.projection.edges import EVENT_EDGES
from graph.projection.key import edge_key, edge_of, fields_of
from graph.projection.part import Part
from graph.projection.ranking import best_claims
from graph.projection.summary import Summary
from graph.projection.support import best_basis, most_said, strongest_modality, supported
from graph.vocabulary import plover
from graph.vocabulary.names import dyad_id

DRAWN: tuple[Modality, ...] = ("actual", "pledged")
"""Only such events are summed up between actors; possible and negated ones stay nodes that one must ask for."""

_UNDATED = "-"


def event_parts(s: Event, when: When, article_id: str) -> Iterator[tuple[str, Part]]:
    """What a claim adds to the event of each pair, and to its edge."""
    votes = [("sector", sector) for sector in s.sectors]
    votes += [("mode", s.mode)] if s.mode else []
    votes += [("basis", when.basis)] if when.date and when.basis else []
    for pair in s.pairs:
        actor, recipient = event_pair(s.type, pair)
        key = event_key(s.type, (actor, recipient), when.date, article_id)
        yield key, Part(s.modality, votes=(*votes, ("modality", s.modality)))
        dated = (s.modality, when.date or _UNDATED)
        yield edge_key(EVENT_EDGES[s.type], actor, recipient), Part(s.modality, votes=(dated,))


def event_fact(key: str, summary: Summary) -> dict[str, Any]:
    """All that tell of it may differ in how sure it is to happen: the strongest counts."""
    rest, date = fields_of(key)
    ends, _, event_type = rest.rpartition(":")
    actor, _, recipient = ends.partition(">")
    modes = summary.said("mode")
    modality = strongest_modality(summary.said("modality"))
    return {
        "id": key,
        "dyad": dyad_id(actor, recipient),
        "actor": actor,
        "recipient": recipient,
        "type": event_type,
        "mode": most_said(modes) if modes else None,
        "quad": plover().by_id[event_type].quad,
        "modality": modality,
        "sectors": sorted(summary.said("sector")),
        "date": None if date.startswith("@") else date,
        "date_basis": best_basis(summary.said("basis")),
        **supported(summary, modality),
    }


def event_edge(key: str, summary: Summary) -> dict[str, Any] | None:
    """The edge over the events of the strongest modality, if that is drawn."""
    modality = strongest_modality(summary.votes)
    if modality not in DRAWN:
        return None
    dates = dict(summary.said(modality))
    undated = dates.pop(_UNDATED, 0)
    _, actor, recipient = edge_of(key)
    return {
        "fact": dyad_id(actor, recipient),
        "modality": modality,
        "events": len(dates) + undated,
        **summary.figures[modality].properties(),
        "best": best_claims(summary.best, summary.firsts, modality),
    }
