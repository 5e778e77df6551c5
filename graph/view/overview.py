"""The overview: how all actors stand with each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from graph.projection.edges import COOPERATES_WITH, EVENT_EDGES
from graph.subgraph import Edge, Node, NodeKind, Subgraph
from graph.view.rows import Row, Rows, Strength
from graph.view.subgraph import COOPERATION_PHRASES
from graph.vocabulary import plover, sectors
from graph.vocabulary.names import actor_name, dyad_name

TITLE = "All relations"
_EVERY = 10**9
_FIGURES = ("articles", "sources", "confidence", "first_seen", "last_seen")
_TYPE_OF_EDGE = {kind.type: event for event, kind in EVENT_EDGES.items()}


def overview(rows: Rows, most: int) -> Subgraph:
    """See `View.overview`. Actors come strongest first; `left_out` counts `actors` and `dyads`."""
    strengths = rows.dyads(None, _EVERY)
    ranked = _ranked(strengths)
    shown = set(ranked[:most])
    dyads = sorted(one.dyad for one in strengths if shown.issuperset(one.dyad.split("-")))
    among = set(dyads)
    areas = [row for row in rows.areas() if row["fact"]["dyad"] in among]
    named = {row["fact"].get("sector") for row in areas} - {None}
    nodes = (
        *(Node(actor, _kind(actor), actor_name(actor), {}) for actor in ranked[:most]),
        *(Node(dyad, "dyad", dyad_name(dyad), {"actors": dyad.split("-")}) for dyad in dyads),
        *(Node(sector, "sector", sectors().by_id[sector].name, {}) for sector in sorted(named)),
    )
    ties = [_tie(row) for row in rows.ties() if shown.issuperset((row["actor"], row["recipient"]))]
    edges = sorted((*map(_area, areas), *ties), key=lambda edge: (edge.source, edge.target, edge.type))
    left_out = {"actors": len(ranked) - len(shown), "dyads": len(strengths) - len(dyads)}
    return Subgraph(TITLE, nodes, tuple(edges), {kind: number for kind, number in left_out.items() if number})


def _ranked(strengths: Iterable[Strength]) -> Sequence[str]:
    """The actors, those first whose dyads have most sources, then those with more dyads."""
    sources, dyads = Counter[str](), Counter[str]()
    for one in strengths:
        for actor in one.dyad.split("-"):
            sources[actor] += one.sources
            dyads[actor] += 1
    return sorted(dyads, key=lambda actor: (-sources[actor], -dyads[actor], actor))


def _kind(actor: str) -> NodeKind:
    return "organization" if actor.startswith("ORG:") else "country"


def _area(row: Row) -> Edge:
    """A cooperation or dispute in a sector; a dispute over nothing named runs from one actor to the other."""
    fact: Mapping[str, Any] = row["fact"]
    if row["label"] == "Cooperation":
        phrase = COOPERATION_PHRASES[fact["status"]]
        return _edge(fact["dyad"], fact["sector"], "COOPERATES_IN", phrase, fact["status"], fact)
    if fact.get("sector") is None:
        a, _, b = fact["dyad"].partition("-")
        return _edge(a, b, "DISPUTES", "at odds with", None, fact)
    return _edge(fact["dyad"], fact["sector"], "DISPUTES", "at odds over", None, fact)


def _tie(row: Row) -> Edge:
    """The line over all cooperation of two actors, or over all acts of a type of one towards the other."""
    ends, figures = (row["actor"], row["recipient"]), row["edge"]
    if row["type"] == COOPERATES_WITH.type:
        return _edge(*ends, row["type"], "cooperates with", figures["status"], figures)
    status = None if figures["modality"] == "actual" else figures["modality"]
    return _edge(*ends, row["type"], plover().by_id[_TYPE_OF_EDGE[row["type"]]].phrase, status, figures)


def _edge(
    source: str, target: str, edge_type: str, phrase: str, status: str | None, figures: Mapping[str, Any]
) -> Edge:
    own = {name: figures[name] for name in _FIGURES if name in figures}
    return Edge(source, target, edge_type, phrase, status, figures["sources"], own)
