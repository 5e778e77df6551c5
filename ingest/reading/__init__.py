"""Reading: articles to their readings, in this process or in some of their own that may be killed."""

from ingest.reading.loading import load_reader
from ingest.reading.reading import BATCH, ArticleReader, Known, NamedReader, Read, Result, read_all
from ingest.reading.workers import Workers

__all__ = ["BATCH", "ArticleReader", "Known", "NamedReader", "Read", "Result", "Workers", "load_reader", "read_all"]
