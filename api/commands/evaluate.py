"""`accord evaluate`: how well a reader agrees with gold readings."""

from __future__ import annotations

import json
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from api.settings import load_settings
from api.terminal import err, out
from graph.errors import SourceError
from ingest.evaluation import KEYED_LAYERS, Figure, differences, load_readings, with_intervals
from ingest.evaluation import evaluate as figures_of
from ingest.matching import Row
from ingest.reader import default_reader
from ingest.reading import read_all
from ingest.source import Skipped, load

Layer = StrEnum("Layer", [(name, name) for name in KEYED_LAYERS])  # type: ignore[misc]


def evaluate(
    gold: Annotated[Path, typer.Argument(help="Gold readings, JSON Lines in the form of eval/GUIDE.md.")],
    articles: Annotated[
        Path, typer.Argument(help="The articles (they have a text) to read, or readings of them (they have none).")
    ],
    as_json: Annotated[bool, typer.Option("--json", help="Print F1 or accuracy per layer as one JSON object.")] = False,
    errors: Annotated[
        Layer | None, typer.Option("--errors", help="Print a layer's misses (-) and extras (+) instead.")
    ] = None,
) -> None:
    """Score the reader, or a file of readings, against gold readings."""
    wanted = load_readings(gold)
    found = _readings(articles)
    if errors:
        for difference in differences(wanted, found, errors.value):
            typer.echo(" ".join((difference.article_id, difference.sign, *difference.key)))
    elif as_json:
        figures = figures_of(wanted, found)
        typer.echo(json.dumps({layer: figure and round(figure.f1, 4) for layer, figure in figures.items()}))
    else:
        typer.echo(f"{len(wanted)} articles, {sum(key in found for key in wanted)} read")
        out().print(_table(with_intervals(wanted, found)))


def _readings(path: Path) -> dict[str, Row]:
    rows = load_readings(path)
    if not all("text" in row for row in rows.values()):
        return rows
    reader = default_reader(load_settings().spacy_model)
    out_rows: dict[str, Row] = {}
    for item in read_all(load(str(path)), reader):
        if isinstance(item, Skipped):
            err().print(f"skipped {item.where}: {item.detail}", markup=False)
        else:
            out_rows[item[0].id] = item[1].to_guide()
    if not out_rows:
        raise SourceError(str(path), "no_text", "no article could be read")
    return out_rows


def _table(figures: dict[str, Figure | None]) -> Table:
    table = Table("layer", box=None, pad_edge=False)
    for name in ("P", "R", "F1", "95 %"):
        table.add_column(name, justify="right")
    for layer, figure in figures.items():
        style = "" if "." in layer else "bold"
        table.add_row(f"  {layer}" if "." in layer else layer, *_cells(figure), style=style)
    return table


def _cells(figure: Figure | None) -> tuple[str, ...]:
    if figure is None:
        return ("n/a", "", "", "")
    low, high = figure.interval or (figure.f1, figure.f1)
    return (*(f"{value:.3f}" for value in (figure.precision, figure.recall, figure.f1)), f"{low:.3f}–{high:.3f}")
