"""A run: what was read is written in batches and counted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from typing import Protocol

from graph.writer import WriteReport
from ingest.reading import BATCH, Known, Read, Result
from ingest.run.report import RunReport
from ingest.source import Skipped


class ReadingWriter(Protocol):
    """What a run needs of a writer."""

    def write_many(self, readings: Iterable[Read]) -> WriteReport:
        """Stores articles with their readings."""
        ...


def run(
    results: Iterable[Result],
    writer: ReadingWriter,
    progress: Callable[[RunReport], None] = lambda report: None,
) -> RunReport:
    """Stores `results` batch by batch; `progress` sees the report after each batch that was stored.

    What the report counts is stored for good, whatever becomes of the rest: a run that was interrupted and is started
    again recognises it (`ingest.run.recognising`).
    """
    report = RunReport()
    pending = iter(results)
    while chunk := list(islice(pending, BATCH)):
        _store(chunk, writer, report)
        progress(report)
    return report


def _store(chunk: Sequence[Result], writer: ReadingWriter, report: RunReport) -> None:
    kept = [item for item in chunk if isinstance(item, tuple)]
    written = writer.write_many(kept) if kept else WriteReport()
    refused = {error.where: error for error in written.refused}
    report.unchanged += written.unchanged
    report.copies += written.copies
    for item in chunk:
        if isinstance(item, Skipped):
            report.skip(item)
        elif isinstance(item, Known):
            report.unchanged += 1
            report.keep(item.claims)
        elif error := refused.get(item[0].id):
            report.skip(Skipped(error.where, error.reason, error.detail))
        else:
            report.keep(len({claim.id for claim in item[1].claims}))
