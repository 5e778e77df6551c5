"""`accord reread`: stored articles, read again after the reader or its vocabularies have changed."""

from __future__ import annotations

import json
from typing import Annotated

import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from api.answer.phrase import counted
from api.commands.ingest import show
from api.opening import opening
from api.settings import load_settings
from api.terminal import FAILURE, err, out
from graph.retention import expire_texts
from graph.stock import Stock
from ingest.reader import default_reader
from ingest.reread import Plan, RereadReport, plan_of
from ingest.reread import reread as read_again


def reread(
    everything: Annotated[
        bool, typer.Option("--all", help="Also what this reader read, by the same words and rules.")
    ] = False,
    dry: Annotated[bool, typer.Option("--dry-run", help="Only say how many articles there are to read.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the report as JSON.")] = False,
) -> None:
    """Read stored articles again that another reader version read."""
    settings = load_settings()
    with opening(settings.store()) as opened:
        reader = default_reader(settings.spacy_model)
        store = opened()
        plan = plan_of(Stock(store), reader.name_version, everything=everything)
        report = RereadReport(plan)
        columns = (TextColumn("reading"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
        with Progress(*columns, console=err(), transient=True) as progress:
            task = progress.add_task("reading", total=len(plan.articles))
            if not dry:
                report = read_again(
                    plan,
                    Stock(store),
                    reader,
                    store.writer(),
                    lambda now: progress.update(task, completed=now.run.articles + now.run.skipped.total()),
                )
            if not dry:
                expire_texts(store, settings.keep_text_days)
    if as_json:
        told = {"to_read": len(plan.articles), "newer": plan.newer, "textless": plan.textless}
        typer.echo(json.dumps({**told, **report.run.as_json()}, ensure_ascii=False, indent=2))
    else:
        _show(plan, report, reader.name_version, dry)
    if report.run.failed:
        raise typer.Exit(FAILURE)


def _show(plan: Plan, report: RereadReport, reader: str, dry: bool) -> None:
    out().print(f"{counted(len(plan.articles), 'article')} to read by {reader}")
    if plan.newer:
        out().print(f"  left as a newer version of it read them: {plan.newer:,}")
    if plan.textless:
        out().print(f"  left because their text is no longer kept: {plan.textless:,}")
    if not dry and plan.articles:
        show(report.run)
