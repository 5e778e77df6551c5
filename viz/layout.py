"""The layout: where all of a subgraph is drawn, computed beforehand and the same for the same subgraph."""

from __future__ import annotations

from viz import pair, rings
from viz.plan import Plan
from viz.scene import Scene


def arrange(stage: Scene) -> tuple[Plan, Plan]:
    """The plans of `stage` for a wide and for a tall page: of one relationship, or of several."""
    if is_pair(stage):
        return pair.wide(stage), pair.tall(stage)
    return rings.rings(stage, "wide"), rings.rings(stage, "tall")


def is_pair(stage: Scene) -> bool:
    """Whether the picture is of two actors: they have one relationship, or none is drawn."""
    dyads = len(stage.of("dyad"))
    return len(stage.actors) >= 2 and (dyads == 1 or (dyads == 0 and len(stage.actors) == 2))
