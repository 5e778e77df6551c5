"""`accord ingest`: read sources and store what they say."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass, field
from functools import partial
from itertools import chain
from pathlib import Path
from time import monotonic
from typing import Annotated, Any

import typer
from rich.markup import escape

from api.answer.phrase import counted
from api.opening import opening
from api.progress import progress
from api.settings import Settings, load_settings
from api.sources import Sources
from api.terminal import FAILURE, err, out
from graph.article import Article
from graph.retention import expire_texts
from graph.stock import Stock
from ingest.reading import Known, Workers, load_reader
from ingest.run import DryWriter, ReadingWriter, RunReport, ahead, recognised, run
from ingest.source import Loaded, Meter, Skipped, load_all

INTERRUPTED = 130
"""The exit code after Ctrl-C, as shells have it."""

_AHEAD = 128
"""Results that may wait to be written, before the reading waits too."""


@dataclass(slots=True)
class Outcome:
    """What came of a run: what it did, until it was `interrupted` or had nothing left, in so many `seconds`."""

    sources: list[str]
    dry: bool
    report: RunReport = field(default_factory=RunReport)
    interrupted: bool = False
    seconds: float = 0.0

    def as_json(self) -> dict[str, Any]:
        """It as plain JSON values."""
        return {
            "sources": self.sources,
            "dry_run": self.dry,
            "interrupted": self.interrupted,
            "seconds": round(self.seconds, 3),
            **self.report.as_json(),
        }


def ingest(
    sources: Sources,
    workers: Annotated[
        int, typer.Option(min=1, max=256, help="Processes that read; each takes some 500 MB of memory.")
    ] = 1,
    dry: Annotated[
        bool, typer.Option("--dry-run", help="Read and count all, store nothing and start no engine.")
    ] = False,
    report_file: Annotated[
        Path | None, typer.Option("--report", metavar="FILE", help="Write the report there too, as JSON.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the report as JSON.")] = False,
) -> None:
    """Read articles and store what they say in the graph.

    What is in the graph as it is, and was read by the same reader, is not read again: a run that was interrupted goes
    on where it was when it is started again.
    """
    outcome = Outcome(sources, dry)
    start = monotonic()
    if report_file:
        report_file.touch()  # a report that cannot be written is better known at once
    try:
        _run(outcome, workers, load_settings())
    except KeyboardInterrupt:
        outcome.interrupted = True
    outcome.seconds = monotonic() - start
    told = json.dumps(outcome.as_json(), ensure_ascii=False, indent=2)
    if report_file:
        report_file.write_text(told + "\n", encoding="utf-8")
    if as_json:
        typer.echo(told)
    else:
        show(outcome.report)
        _show_end(outcome)
    if outcome.interrupted:
        raise typer.Exit(INTERRUPTED)
    if outcome.report.failed:
        raise typer.Exit(FAILURE)


def _run(outcome: Outcome, workers: int, settings: Settings) -> None:
    meter = Meter()
    items = load_all(outcome.sources, limit=settings.max_article_bytes, meter=meter)
    with ExitStack() as stack:
        before = list(_until_article(items))
        if not before or isinstance(before[-1], Skipped):
            _count(before, outcome.report)
            return
        tell = stack.enter_context(progress(meter))
        opened = None if outcome.dry else stack.enter_context(opening(settings.store()))
        pool = stack.enter_context(Workers(partial(load_reader, settings.spacy_model), workers))

        def told(report: RunReport) -> None:
            outcome.report = report
            tell(report)

        def done(wanted: Iterable[Article | Known | Skipped], writer: ReadingWriter) -> None:
            run(stack.enter_context(closing(ahead(pool.read_all(wanted), _AHEAD))), writer, told)

        if opened is None:
            done(chain(before, items), DryWriter())
        else:
            store, stock = opened(), Stock(opened())
            done(
                recognised(chain(before, items), lambda articles: stock.unchanged(articles, pool.name_version)),
                store.writer(),
            )
            expire_texts(store, settings.keep_text_days)


def _until_article(items: Iterator[Loaded]) -> Iterator[Loaded]:
    """What comes first, up to the first article: before there is one, no engine need start."""
    for item in items:
        yield item
        if not isinstance(item, Skipped):
            return


def _count(items: Iterable[Loaded], report: RunReport) -> None:
    for item in items:
        if isinstance(item, Skipped):
            report.skip(item)


def show(report: RunReport) -> None:
    """Prints what a run kept, and what it skipped by reason."""
    console = out()
    console.print(f"[bold]{counted(report.articles, 'article')}, {counted(report.claims, 'claim')}[/]")
    if report.unchanged:
        console.print(f"  in the graph before, unchanged: {report.unchanged:,}")
    if report.copies:
        console.print(f"  copies of other articles, which count as one source with them: {report.copies:,}")
    if report.empty:
        console.print(f"  no relation between countries was found in: {report.empty:,}")
    for reason, count in sorted(report.skipped.items()):
        console.print(f"[yellow]{count:,} skipped[/]: {escape(reason)}")
    for skip in report.skips:
        console.print(f"  [dim]{escape(skip.where)}: {escape(skip.detail)}[/]")
    if unnamed := report.skipped.total() - len(report.skips):
        console.print(f"  [dim]and {unnamed:,} more[/]")


def _show_end(outcome: Outcome) -> None:
    """Prints how a run ended, where that is not as usual."""
    if outcome.dry:
        out().print("  a dry run: nothing was stored")
    if outcome.interrupted:
        err().print("[yellow]interrupted[/]: what is counted is stored; the same command goes on from there")
