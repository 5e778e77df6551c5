"""All Cypher of Accord, one file per noun: literal constants, and builders that join them with their parameters."""

from graph.cypher.query import Query

__all__ = ["Query"]
