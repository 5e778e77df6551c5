"""Clusters: which mentions are one thing, why, and what people decided about it."""

from graph.cluster.cluster import Place, digest, resolve, resolved
from graph.cluster.rule import RULES, Join, Rule, Strength
from graph.cluster.ruling import NO_RULINGS, Ruling, Rulings, rulings_of

__all__ = [
    "NO_RULINGS",
    "RULES",
    "Join",
    "Place",
    "Rule",
    "Ruling",
    "Rulings",
    "Strength",
    "digest",
    "resolve",
    "resolved",
    "rulings_of",
]
