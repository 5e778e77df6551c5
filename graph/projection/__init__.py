"""Claims folded into facts and into the edges that people browse: pure functions, no database."""

from graph.projection.block import Block, blocks_of, project
from graph.projection.contribution import Contribution
from graph.projection.edges import Edge, EdgeKind, edges_of
from graph.projection.fact import FactLabel, ProjectedFact, Projection
from graph.projection.meeting import LeaderIds

__all__ = [
    "Block",
    "Contribution",
    "Edge",
    "EdgeKind",
    "FactLabel",
    "LeaderIds",
    "ProjectedFact",
    "Projection",
    "blocks_of",
    "edges_of",
    "project",
]
