"""What a Neo4j Browser is given for this graph: its address, a style sheet and first questions."""

from graph.browser.address import link, pages
from graph.browser.saved import SavedQuery, grass, saved_queries, write_files

__all__ = ["SavedQuery", "grass", "link", "pages", "saved_queries", "write_files"]
