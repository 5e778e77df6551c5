"""What a fold yields: facts as the graph stores them, and the edge between actors that sums them up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from graph.projection.edges import Edge

FactLabel = Literal["Cooperation", "Dispute", "Event", "Agreement", "Meeting", "Leader"]


@dataclass(frozen=True, slots=True)
class ProjectedFact:
    """One fact node: all its `properties` (`id` and `block` among them) and the ids of the claims that support it."""

    label: FactLabel
    properties: dict[str, Any]
    claims: frozenset[str]

    @property
    def id(self) -> str:
        """The fact's id."""
        return str(self.properties["id"])


@dataclass(frozen=True, slots=True)
class Projection:
    """All facts of one block, and the edge between two actors that sums them up, where there is one."""

    facts: tuple[ProjectedFact, ...]
    summary: Edge | None = None
