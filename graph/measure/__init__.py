"""Measures that people ask for, of the graph that `Store.to_networkx` gives; `score` is of a dyad's events."""

from graph.measure.bridge import bridges
from graph.measure.centrality import central_actors, central_dyads
from graph.measure.chain import Link, agreement_chain
from graph.measure.community import communities
from graph.measure.score import Point, Scores, cooperation_scores, score_of
from graph.measure.ties import Ranked, members, ties

__all__ = [
    "Link",
    "Point",
    "Ranked",
    "Scores",
    "agreement_chain",
    "bridges",
    "central_actors",
    "central_dyads",
    "communities",
    "cooperation_scores",
    "members",
    "score_of",
    "ties",
]
