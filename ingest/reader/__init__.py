"""Reading: from a clean article to claims with their sentences."""

from ingest.reader.reader import Reader, RuleReader, default_reader

__all__ = ["Reader", "RuleReader", "default_reader"]
