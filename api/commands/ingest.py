"""`accord ingest`: read sources and store what they say."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Annotated

import typer
from rich.markup import escape
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from api.answer.phrase import counted
from api.commands.read import Sources
from api.opening import opening
from api.settings import Settings, load_settings
from api.terminal import FAILURE, err, out
from graph.retention import expire_texts
from ingest.reader import default_reader
from ingest.run import RunReport, run
from ingest.source import Loaded, Skipped, load_all


def ingest(
    sources: Sources,
    as_json: Annotated[bool, typer.Option("--json", help="Print the report as JSON.")] = False,
) -> None:
    """Read articles and store what they say in the graph."""
    report = _run(sources, load_settings())
    if as_json:
        typer.echo(json.dumps(report.as_json(), ensure_ascii=False, indent=2))
    else:
        show(report)
    if report.failed:
        raise typer.Exit(FAILURE)


def _run(sources: list[str], settings: Settings) -> RunReport:
    items = load_all(sources, limit=settings.max_article_bytes)
    before = list(_until_article(items))
    if not before or isinstance(before[-1], Skipped):
        return _nothing(before)
    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with (
        Progress(*columns, console=err(), transient=True) as progress,
        opening(settings.store()) as opened,
    ):
        task = progress.add_task("reading")
        report = run(
            chain(before, items),
            default_reader(settings.spacy_model),
            opened().writer(),
            lambda report: progress.update(task, description=_told(report)),
        )
        expire_texts(opened(), settings.keep_text_days)
        return report


def _until_article(items: Iterator[Loaded]) -> Iterator[Loaded]:
    """What comes first, up to the first article: before there is one, no engine need start."""
    for item in items:
        yield item
        if not isinstance(item, Skipped):
            return


def _nothing(items: Iterable[Loaded]) -> RunReport:
    report = RunReport()
    for item in items:
        if isinstance(item, Skipped):
            report.skip(item)
    return report


def _told(report: RunReport) -> str:
    articles, claims = counted(report.articles, "article"), counted(report.claims, "claim")
    return f"{articles}, {claims}, {report.skipped.total():,} skipped"


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
