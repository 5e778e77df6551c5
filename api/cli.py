"""The command line: `accord` and its commands, each loaded when it is called."""

from __future__ import annotations

import sys
from importlib import import_module
from importlib.metadata import version as installed_version
from typing import Annotated, Any

import typer
from typer.core import TyperCommand
from typer.main import get_command

from api.terminal import FAILURE, ErrorGroup, unforeseen

COMMANDS: dict[str, tuple[str, str]] = {
    "demo": ("api.commands.demo", "Read the bundled article, store it, ask a question, write the page, and serve."),
    "ingest": ("api.commands.ingest", "Read articles and store what they say in the graph."),
    "read": ("api.commands.read", "Read articles and print what they say, as JSON Lines, without storing it."),
    "ask": ("api.commands.ask", "Answer a question from the graph, with the sentence behind each answer."),
    "draw": (
        "api.commands.draw",
        "Draw what some countries or bodies share, or all relations, as one interactive HTML page.",
    ),
    "cypher": ("api.commands.cypher", "Run a Cypher query that only reads."),
    "export": ("api.commands.export", "Write the graph in a form that other programs take."),
    "backup": ("api.commands.backup", "Write articles, claims and what people decided to one file, for either engine."),
    "restore": ("api.commands.restore", "Store what a backup holds, and make facts and edges anew from it."),
    "migrate": (
        "api.commands.migrate",
        "Bring a graph that an older Accord wrote to this version; a backup is made first.",
    ),
    "reread": ("api.commands.reread", "Read stored articles again that another reader version read."),
    "claims": (
        "api.commands.claims",
        "List claims, reject or confirm them for good, or undo that; later readings respect it.",
    ),
    "forget": ("api.commands.forget", "Remove articles, their claims, and all that only they supported."),
    "expire": (
        "api.commands.expire",
        "Remove texts that were kept long enough; the sentences that claims rest on stay.",
    ),
    "erase-person": ("api.commands.erase_person", "Take a person's name out of the graph, and keep it out."),
    "merges": ("api.commands.merges", "List which names are taken for one thing and why, and what people ruled."),
    "merge": ("api.commands.merge", "Rule that two names are one person, agreement or meeting."),
    "unmerge": ("api.commands.unmerge", "Rule that two names that were merged are not one."),
    "copies": (
        "api.commands.copies",
        "List which articles are taken for copies and of what, and decide that one is none.",
    ),
    "evaluate": ("api.commands.evaluate", "Score the reader, or a file of readings, against gold readings."),
    "serve": ("api.commands.serve", "Serve the API and its pages until Ctrl-C."),
    "keys": ("api.commands.keys", "Make, list and revoke keys of the API."),
    "browser": ("api.commands.browser", "Show how to open this graph in the Neo4j Browser, with style and questions."),
    "db": ("api.commands.db", "Keep the embedded engine running for a Neo4j Browser until Ctrl-C."),
}
"""Each command's module, which has a function of the command's name, and its help: the first line of its docstring.

In the function's name an underscore stands for a hyphen. A command with commands of its own is a `typer.Typer`.
"""


class _Lazy(TyperCommand):
    """A command that is listed without loading it: the parser and the engine's driver take their time."""

    def make_context(self, info_name: str | None, args: list[str], parent: Any = None, **extra: Any) -> Any:
        """The context of the command itself."""
        return load(self.name or "").make_context(info_name, args, parent=parent, **extra)


class _Commands(ErrorGroup):
    """The commands of the table."""

    def list_commands(self, ctx: Any) -> list[str]:
        """Their names in the table's order."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command of that name, not loaded yet."""
        if cmd_name not in COMMANDS:
            return None
        return _Lazy(cmd_name, help=COMMANDS[cmd_name][1], callback=_nothing)


def _nothing() -> None:
    """What a command that is not loaded does."""


def load(name: str) -> Any:
    """The command `name` itself."""
    found = getattr(import_module(COMMANDS[name][0]), name.replace("-", "_"))
    if isinstance(found, typer.Typer):
        group = get_command(found)
        group.name = name
        return group
    single = typer.Typer(add_completion=False, pretty_exceptions_enable=False)
    single.command(name)(found)
    return get_command(single)


app = typer.Typer(
    name="accord",
    cls=_Commands,
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


def main() -> None:
    """The console script; an error that nobody foresaw is one line too, but with ``--debug``."""
    try:
        app()
    except Exception as error:
        if "--debug" in sys.argv:
            raise
        unforeseen(error)
        sys.exit(FAILURE)


if __name__ == "__main__":
    main()
