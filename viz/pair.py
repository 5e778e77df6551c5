"""The plan of one relationship: the pair in the middle, its actors on either side, what they do together around it."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from graph.subgraph import Node
from viz.bend import bends
from viz.card import Card, card
from viz.lettering import text_width
from viz.place import GAP, Box, Place, is_free
from viz.plan import Curve, Plan, sagging
from viz.scene import Scene, name_of
from viz.style import has_arrow

_FIRST_LANE = 62.0
_LANE = 34.0
_LEAST_LANE = 20.0
_TALL_LABELS = 7
"""More lanes than that have no room for their labels on a tall page."""
_COLUMN = 120.0
"""Half the distance of the two columns of a tall page."""
_PORT = 52.0
"""How far from the middle of a tall page its cards begin."""


def wide(stage: Scene) -> Plan:
    """The pair on a page that is wider than high: sectors on an arc above, agreements and meetings below."""
    lanes = lanes_of(stage)
    centre = _centre(stage)
    step = max(_LEAST_LANE, min(_LANE, 170.0 / max(len(lanes), 1)))
    depths = [_FIRST_LANE + step * number for number in range(len(lanes))]
    places = {**centre, **_arc(stage, _cards(stage, stage.of("sector")), centre)}
    places |= _shelves(_below(stage), max(depths, default=0.0) + 96, _lane_room(stage, lanes))
    places |= _sides(stage, places)
    free = [(i, edge) for i, edge in enumerate(stage.subgraph.edges) if i not in lanes]
    return Plan("wide", places, bends(free) | _lanes(stage, lanes, places, depths))


def tall(stage: Scene) -> Plan:
    """The pair on a page that is higher than wide: its actors above, all else in two columns along a stem."""
    lanes = lanes_of(stage)
    ends = pair_of(stage)
    places: dict[str, Place] = {}
    for node, x in zip(ends, (-_COLUMN, _COLUMN), strict=False):
        places[node.id] = Place(card(node), x, 0.0, "above")
    for node, x in zip(ends, (-_COLUMN, _COLUMN), strict=False):
        places |= _stack_up(stage, node, x, places[node.id].box.top - GAP)
    depths = _tall_depths(len(lanes))
    stem = 57.0 + max(depths, default=0.0)
    for node in stage.of("dyad"):
        places[node.id] = Place(card(node, name_of(node), stage.note(node)), 0.0, stem + 34)
    columns = [node for node in _below_order(stage) if node.id not in places]
    placed, curves = _columns(stage, columns, stem + 100)
    return Plan(
        "tall", places | placed, curves | _lanes(stage, lanes, places, depths), labels=len(lanes) <= _TALL_LABELS
    )


def pair_of(stage: Scene) -> tuple[Node, ...]:
    """The two actors of the picture, by id: those of its dyad, else the strongest."""
    actors = stage.actors
    for dyad in stage.of("dyad"):
        joined = set(stage.neighbours(dyad.id))
        actors = tuple(sorted(actors, key=lambda node: node.id not in joined))
    return tuple(sorted(actors[:2], key=lambda node: node.id))


def lanes_of(stage: Scene) -> tuple[int, ...]:
    """The indexes of the lines that run straight from one of the pair to the other, hanging under the middle."""
    ends = {node.id for node in pair_of(stage)}
    edges = stage.subgraph.edges
    between = [i for i, edge in enumerate(edges) if {edge.source, edge.target} == ends and i not in stage.details]
    return tuple(sorted(between, key=lambda i: (edges[i].type, edges[i].source, i)))


def _tall_depths(count: int) -> list[float]:
    """How deep the lanes of a tall page hang: from one to the next a line of text; the first may rise if need be."""
    if count <= 4:
        return [12.0 + 27.0 * number for number in range(count)]
    return [-48.0 + 138.0 / (count - 1) * number for number in range(count)]


def _lanes(stage: Scene, lanes: Sequence[int], places: dict[str, Place], depths: Sequence[float]) -> dict[int, Curve]:
    """The curves of the lines between the pair, each at its depth."""
    curves = {}
    for index, depth in zip(lanes, depths, strict=True):
        edge = stage.subgraph.edges[index]
        start, end = places[edge.source], places[edge.target]
        radius = end.card.width / 2 if has_arrow(edge) else 0.0
        curves[index] = sagging(abs(end.x - start.x), depth, end.x > start.x, radius)
    return curves


def _cards(stage: Scene, nodes: Iterable[Node], narrow: bool = False, most: int = 3) -> list[tuple[Node, Card]]:
    return [(node, card(node, name_of(node), stage.note(node), narrow, small=True, most=most)) for node in nodes]


def _centre(stage: Scene) -> dict[str, Place]:
    return {node.id: Place(card(node, name_of(node), stage.note(node)), 0.0, 0.0) for node in stage.of("dyad")}


def _arc(stage: Scene, cards: Sequence[tuple[Node, Card]], taken: dict[str, Place]) -> dict[str, Place]:
    """`cards` on the upper half of an ellipse, from the left; it grows until they keep their distance.

    More than nine stand in two rows, each in the gap of the others.
    """
    fixed = [place.box for place in taken.values()]
    span = math.radians(min(142.0, 30.0 * max(len(cards) - 1, 0)))
    growth = 0
    while True:
        places: dict[str, Place] = {}
        for number, (node, drawn) in enumerate(cards):
            angle = -math.pi / 2 + span * (number / max(len(cards) - 1, 1) - 0.5)
            near = 0.76 if len(cards) > 9 and number % 2 else 1.0
            x, y = 450 * 1.03**growth * math.cos(angle), 265 * 1.01**growth * math.sin(angle)
            places[node.id] = Place(drawn, near * x, near * y)
        if _apart([place.box for place in places.values()], fixed):
            return places
        growth += 1


def _apart(boxes: Sequence[Box], fixed: Sequence[Box]) -> bool:
    return all(is_free(box, [*boxes[:number], *fixed]) for number, box in enumerate(boxes))


def _below_order(stage: Scene) -> tuple[Node, ...]:
    ends = {node.id for node in pair_of(stage)}
    held = stage.of("sector", "agreement", "meeting", "leader", "country", "organization")
    return tuple(node for node in held if node.id not in ends)


def _below(stage: Scene) -> list[tuple[Node, Card]]:
    """What stands under the middle: agreements, meetings, other actors, and people who speak for neither of the two."""
    nodes = [n for n in _below_order(stage) if n.kind != "sector" and not _speaks_for_one(stage, n)]
    return _cards(stage, nodes, most=3 if len(nodes) < 8 else 2)


def _speaks_for_one(stage: Scene, node: Node) -> bool:
    ends = {end.id for end in pair_of(stage)}
    return node.kind == "leader" and bool(ends & set(stage.neighbours(node.id)))


def _lane_room(stage: Scene, lanes: Sequence[int]) -> float:
    """Half the width that the lanes' labels take in the middle."""
    labels = [text_width(stage.subgraph.edges[index].label, 13) for index in lanes]
    return max(labels, default=0.0) / 2


def _shelves(cards: Sequence[tuple[Node, Card]], top: float, room: float) -> dict[str, Place]:
    """`cards` in rows under each other, centred; the first row leaves the middle free, where lanes have labels."""
    places: dict[str, Place] = {}
    y = top
    for row in _rows(cards, 1080.0 if len(cards) < 8 else 1300.0):
        height = max(_full_height(drawn) for _, drawn in row)
        widths = [_full_width(drawn) for _, drawn in row]
        half = (len(row) + 1) // 2 if room and y == top else 0
        x = -(sum(widths[:half]) + 26 * half) - room if half else -(sum(widths) + 26 * (len(row) - 1)) / 2
        for number, (node, drawn) in enumerate(row):
            x += 26 + 2 * room if half and number == half else 0
            places[node.id] = Place(drawn, x + widths[number] / 2, y + height / 2)
            x += widths[number] + 26
        y += height + 26
    return places


def _rows(cards: Sequence[tuple[Node, Card]], width: float) -> list[list[tuple[Node, Card]]]:
    """`cards` in as few rows as fit into `width`, of about equal length."""
    total = sum(_full_width(drawn) + 26 for _, drawn in cards)
    count = max(1, math.ceil(total / width))
    size = max(1, math.ceil(len(cards) / count))
    return [list(cards[at : at + size]) for at in range(0, len(cards), size)]


def _sides(stage: Scene, taken: dict[str, Place]) -> dict[str, Place]:
    """The two actors at equal distance on either side, their people under and over them, clear of all else."""
    fixed = [place.box for place in taken.values()]
    x = 400.0 if stage.of("sector") else 320.0
    while True:
        places: dict[str, Place] = {}
        for node, sign in zip(pair_of(stage), (-1, 1), strict=False):
            places[node.id] = Place(card(node), sign * x, 0.0)
            places |= _people(stage, node, places[node.id])
        if all(is_free(place.box, fixed, 24.0) for place in places.values()):
            return places
        x += 10.0


def _people(stage: Scene, actor: Node, place: Place) -> dict[str, Place]:
    """Those who speak for `actor`, near it: the first three below, the next three above, the rest below again."""
    cards = _cards(stage, _people_of(stage, actor))
    placed: dict[str, Place] = {}
    low, high = place.box.bottom + GAP + 6, place.box.top - GAP - 6
    for number, (node, drawn) in enumerate(cards):
        if 3 <= number < 6:
            placed[node.id] = Place(drawn, place.x, high - drawn.height / 2)
            high -= drawn.height + GAP
        else:
            placed[node.id] = Place(drawn, place.x, low + drawn.height / 2)
            low += drawn.height + GAP
    return placed


def _people_of(stage: Scene, actor: Node) -> list[Node]:
    """Each person once: with the first of the pair that they speak for."""
    earlier = [end.id for end in pair_of(stage) if end.id < actor.id]
    near = set(stage.neighbours(actor.id))
    for other in earlier:
        near -= set(stage.neighbours(other))
    return [node for node in stage.of("leader") if node.id in near]


def _stack_up(stage: Scene, actor: Node, x: float, bottom: float) -> dict[str, Place]:
    placed: dict[str, Place] = {}
    for node, drawn in _cards(stage, _people_of(stage, actor), narrow=True):
        placed[node.id] = Place(drawn, x, bottom - drawn.height / 2)
        bottom -= drawn.height + GAP
    return placed


def _columns(stage: Scene, nodes: Sequence[Node], top: float) -> tuple[dict[str, Place], dict[int, Curve]]:
    """`nodes` left and right of the stem in reading order, and the curves of the stem's branches."""
    places: dict[str, Place] = {}
    y = top
    cards = _cards(stage, nodes, narrow=True, most=4)
    for at in range(0, len(cards), 2):
        row = cards[at : at + 2]
        height = max(_full_height(drawn) for _, drawn in row)
        for (node, drawn), sign in zip(row, (-1, 1), strict=False):
            places[node.id] = Place(drawn, sign * _PORT, y + height / 2, "left" if sign < 0 else "right")
        y += height + GAP
    branches = {
        index: Curve("cubicBezier", 1.0, "horizontal")
        for index, edge in enumerate(stage.subgraph.edges)
        if edge.source in places or edge.target in places
    }
    return places, branches


def _full_height(drawn: Card) -> float:
    """A card's height with the name that an actor's disc has under it."""
    box = Place(drawn, 0.0, 0.0).box
    return 2 * max(box.bottom, -box.top)


def _full_width(drawn: Card) -> float:
    """A card's width with the name that an actor's disc has under it."""
    box = Place(drawn, 0.0, 0.0).box
    return box.right - box.left
