"""`accord ingest`: read sources and store what they say."""

from __future__ import annotations

import json
from typing import Annotated

import typer
from rich.markup import escape
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from api.commands.read import Sources
from api.settings import Settings, load_settings
from api.terminal import FAILURE, err, out
from graph.store import open_store
from ingest.reader import default_reader
from ingest.run import RunReport, run
from ingest.source import load_all


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
    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with (
        Progress(*columns, console=err(), transient=True) as progress,
        open_store(settings.store()) as store,
    ):
        task = progress.add_task("reading")
        return run(
            load_all(sources, limit=settings.max_article_bytes),
            default_reader(settings.spacy_model),
            store.writer(),
            lambda report: progress.update(task, description=_told(report)),
        )


def _told(report: RunReport) -> str:
    return f"{report.articles:,} articles, {report.claims:,} claims, {report.skipped.total():,} skipped"


def show(report: RunReport) -> None:
    """Prints what a run kept, and what it skipped by reason."""
    console = out()
    console.print(f"[bold]{report.articles:,}[/] articles, [bold]{report.claims:,}[/] claims")
    if report.unchanged:
        console.print(f"  {report.unchanged:,} were in the graph before, unchanged")
    if report.empty:
        console.print(f"  {report.empty:,} say nothing of relations between countries")
    for reason, count in sorted(report.skipped.items()):
        console.print(f"[yellow]{count:,} skipped[/]: {escape(reason)}")
    for skip in report.skips:
        console.print(f"  [dim]{escape(skip.where)}: {escape(skip.detail)}[/]")
    if unnamed := report.skipped.total() - len(report.skips):
        console.print(f"  [dim]and {unnamed:,} more[/]")
