"""Claims folded into facts and into the edges that people browse: pure functions, no database."""

from graph.projection.contribution import Contribution, Saying
from graph.projection.edges import Edge, EdgeKind, edges_of
from graph.projection.key import FactLabel
from graph.projection.meeting import Leaders
from graph.projection.projection import contributions, fact_of
from graph.projection.summary import Summary, merged, summarized

__all__ = [
    "Contribution",
    "Edge",
    "EdgeKind",
    "FactLabel",
    "Leaders",
    "Saying",
    "Summary",
    "contributions",
    "edges_of",
    "fact_of",
    "merged",
    "summarized",
]
