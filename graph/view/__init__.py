"""The view: the read side of a store."""

from graph.view.view import View

__all__ = ["View"]
