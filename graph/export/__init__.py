"""Ways out: the graph in the forms that other programs take."""

from graph.export.export import FORMATS, Format, export

__all__ = ["FORMATS", "Format", "export"]
