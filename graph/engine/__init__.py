"""The embedded graph engine: an ArcadeDB in a child process that speaks Bolt, shared by all who use one folder."""

from graph.engine.engine import Engine
from graph.engine.folder import DATABASE

__all__ = ["DATABASE", "Engine"]
