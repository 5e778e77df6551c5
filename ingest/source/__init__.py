"""Sources: files, folders, archives, tables and standard input to articles, one at a time."""

from ingest.source.loaded import Loaded, Skipped
from ingest.source.source import DEFAULT_LIMIT, bundled_article, load, load_all, load_stream

__all__ = ["DEFAULT_LIMIT", "Loaded", "Skipped", "bundled_article", "load", "load_all", "load_stream"]
