"""The terminal: where commands print, and how errors look there."""

from __future__ import annotations

import sys
from typing import Any

import typer
from rich.console import Console
from rich.markup import escape
from typer.core import TyperGroup

from graph.errors import AccordError, QuestionError

FAILURE = 1

_DEBUG = "debug"
_WIDTH = 100


def out() -> Console:
    """The console for results; what goes to a file or a pipe has lines of at most 100 columns, but for addresses."""
    return Console(highlight=False, width=None if sys.stdout.isatty() else _WIDTH)


def err() -> Console:
    """The console for progress and errors."""
    return Console(stderr=True, highlight=False, soft_wrap=True)


def fail(error: AccordError) -> typer.Exit:
    """Prints an error as one clear line, with what would work where it knows, and gives the exit to raise."""
    console = err()
    console.print(f"[bold red]error:[/] {escape(str(error))}")
    if isinstance(error, QuestionError) and error.suggestions:
        console.print("[dim]Questions or names that would do:[/]")
        for suggestion in error.suggestions:
            console.print(f"  {escape(suggestion)}")
    return typer.Exit(FAILURE)


def unforeseen(error: Exception) -> None:
    """Prints an error that is ours as one line."""
    told = escape(f"{type(error).__name__}: {error}")
    err().print(f"[bold red]error:[/] {told}  [dim](a fault of Accord's; accord --debug … shows where)[/]")


class ErrorGroup(TyperGroup):
    """Commands whose errors end as one line and exit code 1, never as a traceback (but with ``--debug``)."""

    def invoke(self, ctx: Any) -> Any:
        """Runs the command."""
        try:
            return super().invoke(ctx)
        except AccordError as error:
            if ctx.params.get(_DEBUG):
                raise
            raise fail(error) from error
        except OSError as error:
            if ctx.params.get(_DEBUG) or isinstance(error, BrokenPipeError):
                raise
            err().print(f"[bold red]error:[/] {escape(str(error))}")
            raise typer.Exit(FAILURE) from error
