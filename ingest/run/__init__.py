"""Runs: what sources give is recognised or read, written in batches, and counted with the reasons of what was not."""

from ingest.run.ahead import ahead
from ingest.run.dry import DryWriter
from ingest.run.recognising import recognised
from ingest.run.report import NAMED_SKIPS, RunReport
from ingest.run.run import ReadingWriter, run

__all__ = ["NAMED_SKIPS", "DryWriter", "ReadingWriter", "RunReport", "ahead", "recognised", "run"]
