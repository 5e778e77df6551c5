"""The place: where a card stands, and the box that it fills there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from viz.card import LABEL_LINE, TILE, Card
from viz.lettering import text_width
from viz.style import ACTORS

Side = Literal["centre", "left", "right", "above"]
GAP = 12.0
"""The least distance between two boxes."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle; y grows downwards."""

    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: Box, gap: float = 0.0) -> bool:
        """Whether the two come closer than `gap` in both directions."""
        return (
            self.left < other.right + gap
            and other.left < self.right + gap
            and self.top < other.bottom + gap
            and other.top < self.bottom + gap
        )


@dataclass(frozen=True, slots=True)
class Place:
    """A card at (x, y), the point where its lines end.

    `side` says where the card lies from there: around it (``centre``), with its coloured end on it and the text to the
    ``left`` or ``right``, or, for an actor's disc, with the name ``above`` rather than below.
    """

    card: Card
    x: float
    y: float
    side: Side = "centre"

    @property
    def box(self) -> Box:
        """All that the card covers, its lettering included."""
        if self.card.kind in ACTORS:
            return self._disc_box()
        half = self.card.height / 2
        left, right = self._reach()
        return Box(self.x - left, self.y - half, self.x + right, self.y + half)

    def _reach(self) -> tuple[float, float]:
        width = self.card.width
        if self.side == "left":
            return width - TILE / 2, TILE / 2
        if self.side == "right":
            return TILE / 2, width - TILE / 2
        return width / 2, width / 2

    def _disc_box(self) -> Box:
        radius = self.card.width / 2
        half = max([radius] + [text_width(line, 16) / 2 for line in self.card.lines])
        text = 6.0 + LABEL_LINE * len(self.card.lines) if self.card.lines else 0.0
        above, below = (text, 0.0) if self.side == "above" else (0.0, text)
        return Box(self.x - half, self.y - radius - above, self.x + half, self.y + radius + below)


def bounds(boxes: Iterable[Box]) -> Box:
    """The smallest box around all `boxes`; of none, an empty one at the origin."""
    all_of = list(boxes) or [Box(0, 0, 0, 0)]
    return Box(
        min(box.left for box in all_of),
        min(box.top for box in all_of),
        max(box.right for box in all_of),
        max(box.bottom for box in all_of),
    )


def is_free(box: Box, taken: Iterable[Box], gap: float = GAP) -> bool:
    """Whether `box` keeps its distance from all that are `taken`."""
    return not any(box.overlaps(other, gap) for other in taken)
