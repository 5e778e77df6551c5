"""The command line: `accord` and its commands."""

from __future__ import annotations

from importlib.metadata import version as installed_version
from typing import Annotated

import typer

from api.commands.ask import ask
from api.commands.demo import demo
from api.commands.draw import draw
from api.commands.evaluate import evaluate_command
from api.commands.graph import cypher, db
from api.commands.ingest import ingest
from api.commands.read import read
from api.commands.serve import serve
from api.terminal import AccordGroup

app = typer.Typer(
    name="accord",
    cls=AccordGroup,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="A knowledge graph of relations between countries, made from news: every edge opens to its sentence.",
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"accord {installed_version('accord')}")
        raise typer.Exit


@app.callback()
def options(
    debug: Annotated[bool, typer.Option("--debug", help="Show where an error came from.")] = False,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and end.")
    ] = False,
) -> None:
    """Options of all commands."""


for command in (demo, ingest, read, ask, draw, cypher, serve, db):
    app.command()(command)
app.command("evaluate")(evaluate_command)


def main() -> None:
    """The console script."""
    app()
