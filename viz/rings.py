"""The plan of many relationships: rings around one actor, or actors on a ring of their own."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from graph.subgraph import Node
from viz.bend import bends
from viz.card import Card, card
from viz.place import Place, is_free
from viz.plan import Format, Plan
from viz.scene import Scene, name_of

_GAP = 18.0
_INNER = 0.5
"""How far out the sectors stand at least, of the way to the relationships: a large ring has room for them."""
_ASPECT = {"wide": 1.9, "tall": 0.72}


def rings(stage: Scene, page: Format) -> Plan:
    """Rings from the inside out: around the one actor that all relationships share, if there is one and others exist.

    Sectors are innermost, for many relationships share them; then come relationships, then actors. People, agreements
    and meetings are outermost. Each stands near what it belongs to.
    """
    hub = hub_of(stage)
    others = [node for node in stage.actors if node is not hub]
    dyads, sectors = list(stage.of("dyad")), list(stage.of("sector"))
    outer = list(stage.of("leader", "agreement", "meeting"))
    angles = _angles(stage, sorted(others, key=lambda node: node.id), dyads, [*sectors, *outer])
    middle = {hub.id: Place(card(hub), 0.0, 0.0)} if hub else {}
    inner, around = _cards(stage, sectors), _cards(stage, dyads)
    far = _ring(around, angles, _ring(inner, angles, 0.0, _ASPECT[page], dict(middle)), _ASPECT[page], {})
    places: dict[str, Place] = dict(middle)
    radius = _ring(inner, angles, far * _INNER, _ASPECT[page], places)
    for nodes in (dyads, others, outer):
        radius = max(radius, 70.0 + 20.0 * len(nodes)) if nodes is others else radius
        radius = _ring(_cards(stage, nodes), angles, radius, _ASPECT[page], places)
    return Plan(page, places, bends(enumerate(stage.subgraph.edges)), labels=False)


def hub_of(stage: Scene) -> Node | None:
    """The one actor that all relationships in the picture share, where there are two relationships or more."""
    ids = {node.id for node in stage.actors}
    ends = [set(stage.neighbours(dyad.id)) & ids for dyad in stage.of("dyad")]
    if not ends:
        ends = [{e.source, e.target} for e in stage.subgraph.edges if {e.source, e.target} <= ids]
    shared = set.intersection(*ends) if len(ends) > 1 else set()
    return next((node for node in stage.actors if shared == {node.id}), None)


def _cards(stage: Scene, nodes: Iterable[Node]) -> list[tuple[Node, Card]]:
    return [(node, card(node, name_of(node), stage.note(node), small=True)) for node in nodes]


def _angles(stage: Scene, actors: Sequence[Node], dyads: Sequence[Node], rest: Sequence[Node]) -> dict[str, float]:
    """In which direction each node would stand: actors evenly from the top, all else between what it belongs to."""
    angles = {node.id: -math.pi / 2 + 2 * math.pi * number / max(len(actors), 1) for number, node in enumerate(actors)}
    for nodes in (dyads, rest):
        known = dict(angles)
        for node in nodes:
            angles[node.id] = _mean([known[n] for n in stage.neighbours(node.id) if n in known])
    return angles


def _mean(angles: Sequence[float]) -> float:
    """The direction between `angles`; opposite ones cancel out, and then it is a right angle to the first."""
    x, y = sum(math.cos(angle) for angle in angles), sum(math.sin(angle) for angle in angles)
    if math.hypot(x, y) > 1e-6:
        return math.atan2(y, x)
    return angles[0] + math.pi / 2 if angles else math.pi / 2


def _ring(
    cards: Sequence[tuple[Node, Card]],
    angles: dict[str, float],
    radius: float,
    aspect: float,
    places: dict[str, Place],
) -> float:
    """Puts `cards` on the first ring outside of `radius` where all keep their distance; returns its radius."""
    if not cards:
        return radius
    order = sorted(cards, key=lambda item: (round(angles[item[0].id] % (2 * math.pi), 6), item[0].id))
    seats = _spread([angles[node.id] % (2 * math.pi) for node, _ in order])
    fixed = [place.box for place in places.values()]
    radius = max(radius, sum(drawn.height + _GAP for _, drawn in cards) / (2 * math.pi))
    while True:
        placed = _on_ring(order, seats, radius, aspect)
        boxes = [place.box for place in placed.values()]
        if all(is_free(box, [*boxes[:n], *fixed], _GAP) for n, box in enumerate(boxes)):
            places |= placed
            return radius + 40.0
        radius = radius * 1.04 + 4.0


def _on_ring(
    order: Sequence[tuple[Node, Card]], seats: Sequence[float], radius: float, aspect: float
) -> dict[str, Place]:
    wide, high = radius * math.sqrt(aspect), radius / math.sqrt(aspect)
    return {
        node.id: Place(drawn, wide * math.cos(angle), high * math.sin(angle))
        for (node, drawn), angle in zip(order, seats, strict=True)
    }


def _spread(wanted: Sequence[float]) -> list[float]:
    """Directions near the `wanted` ones, which are in order, with no two much closer than on an evenly filled ring."""
    seats, count = list(wanted), len(wanted)
    least = 0.85 * 2 * math.pi / max(count, 1)
    for _ in range(80 if count > 1 else 0):
        for number in range(count):
            after = (number + 1) % count
            turn = 2 * math.pi if after == 0 else 0.0
            lack = least - (seats[after] + turn - seats[number])
            if lack > 0:
                seats[number] -= lack / 2
                seats[after] += lack / 2
    return seats
