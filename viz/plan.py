"""The plan: where all is drawn on one shape of page."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import Literal

from viz.place import Box, Place, bounds

Format = Literal["wide", "tall"]


@dataclass(frozen=True, slots=True)
class Curve:
    """How a line bends, in the words of vis-network's `smooth`."""

    type: str
    roundness: float
    force: str = "none"


@dataclass(frozen=True, slots=True)
class Plan:
    """Places by node id and curves by edge index (a line without one is straight).

    `labels` says whether lines between actors have room for their phrases. Equal subgraphs give equal plans.
    """

    format: Format
    places: dict[str, Place]
    curves: dict[int, Curve] = field(default_factory=dict)
    labels: bool = True

    @property
    def box(self) -> Box:
        """All that is covered."""
        return bounds(place.box for place in self.places.values())


def sagging(width: float, depth: float, rightwards: bool, radius: float = 0.0) -> Curve:
    """The curve between two points `width` apart, one beside the other, that hangs `depth` below them in the middle.

    A negative depth is a height. With an arrow the line ends on the rim of a disc of `radius`, which is lower than its
    middle: that counts a quarter.

    vis-network turns `roundness` r into a control point at distance a·width from the start, where a = (r + 1) / 2, at
    an angle of a·π; the line reaches half as deep as that point. So a·|cos(a·π)| = 2·depth / width is solved for r.
    """
    if depth < 0:
        return sagging(width, -depth, not rightwards, radius)
    slope = math.atan2(2 * depth, 0.43 * width)
    depth -= radius * math.sin(slope) / 4
    low, high = 0.5, 1.0
    for _ in range(40):
        a = (low + high) / 2
        low, high = (a, high) if a * -math.cos(a * math.pi) < 2 * depth / width else (low, a)
    return Curve("curvedCCW" if rightwards else "curvedCW", round(2 * low - 1, 4))
