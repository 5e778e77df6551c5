"""`accord cypher`: a query of one's own."""

from __future__ import annotations

import json
from typing import Annotated, Any

import typer
from rich.table import Table

from api.settings import load_settings
from api.terminal import err, out
from graph.readonly import Rows
from graph.store import open_store


def cypher(
    query: Annotated[str, typer.Argument(help="A Cypher query that only reads.")],
    parameters: Annotated[
        list[str] | None, typer.Option("--param", "-p", help="A parameter as name=value; the value may be JSON.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print rows as JSON Lines.")] = False,
) -> None:
    """Run a Cypher query that only reads."""
    settings = load_settings()
    with open_store(settings.store()) as store:
        result = store.run_read_only(
            query, dict(map(_parameter, parameters or [])), settings.query_rows, settings.query_seconds
        )
    if as_json:
        for row in result.rows:
            typer.echo(json.dumps(row, ensure_ascii=False))
    else:
        out().print(_table(result))
    if result.truncated:
        err().print(f"[yellow]Only the first {len(result.rows):,} rows (ACCORD_QUERY_ROWS).[/]")


def _parameter(written: str) -> tuple[str, Any]:
    name, sign, value = written.partition("=")
    if not sign or not name:
        raise typer.BadParameter(f"{written!r} is not name=value")
    try:
        return name, json.loads(value)
    except ValueError:
        return name, value


def _table(result: Rows) -> Table:
    table = Table(*result.columns, show_lines=False)
    for row in result.rows:
        table.add_row(*(_cell(row[column]) for column in result.columns))
    return table


def _cell(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
