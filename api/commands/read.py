"""`accord read`: readings as JSON Lines, no store."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, TextIO

import typer
from rich.markup import escape

from api.explain import explained
from api.settings import load_settings
from api.sources import Sources
from api.terminal import FAILURE, err, out
from ingest.reader import default_reader
from ingest.reading import read_all
from ingest.run import RunReport
from ingest.source import Skipped, load_all


def read(
    sources: Sources,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="Write there instead of to the terminal.")
    ] = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="Show, sentence by sentence, what was found and why.")
    ] = False,
) -> None:
    """Read articles and print what they say, as JSON Lines, without storing it.

    The form is that of eval/GUIDE.md, each row with its evidence and confidence.
    """
    settings = load_settings()
    report = RunReport()
    reader = default_reader(settings.spacy_model)
    with _writing(output) as stream:
        for item in read_all(load_all(sources, limit=settings.max_article_bytes), reader):
            if isinstance(item, Skipped):
                report.skip(item)
                err().print(f"[yellow]skipped[/] {escape(item.where)}: {escape(item.detail)}")
                continue
            article, reading = item
            report.keep(len({claim.id for claim in reading.claims}))
            if explain:
                out().print(explained(reader.explain(article)))
            if not explain or output:
                stream.write(json.dumps(reading.to_guide(), ensure_ascii=False) + "\n")
    if report.failed:
        raise typer.Exit(FAILURE)


@contextmanager
def _writing(output: Path | None) -> Iterator[TextIO]:
    if output is None:
        yield sys.stdout
    else:
        with output.open("w", encoding="utf-8") as stream:
            yield stream
