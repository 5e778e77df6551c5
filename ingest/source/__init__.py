"""Sources: files, folders, pages of the web, archives, tables and standard input to articles, one at a time."""

from ingest.source.loaded import Loaded, Skipped
from ingest.source.meter import Meter
from ingest.source.source import DEFAULT_LIMIT, bundled_article, load, load_all, load_stream
from ingest.source.web import WebPages

__all__ = [
    "DEFAULT_LIMIT",
    "Loaded",
    "Meter",
    "Skipped",
    "WebPages",
    "bundled_article",
    "load",
    "load_all",
    "load_stream",
]
