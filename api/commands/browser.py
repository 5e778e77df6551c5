"""`accord browser`: all that opens this graph in the Neo4j Browser."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from api.commands.db import wait
from api.jar import served
from api.settings import load_settings
from api.terminal import out
from graph.browser import link, pages, saved_queries, write_files
from graph.store import Store, open_store

GET_JAR = "mvn dependency:copy -Dartifact=org.neo4j.client:neo4j-browser:5.24.0 -DoutputDirectory=."
"""Gets the Browser from Maven Central; it is free software of its own (GPL 3) and no part of Accord."""


def browser(
    app: Annotated[
        Path | None, typer.Option(metavar="JAR", help="The Neo4j Browser's jar: it is served until Ctrl-C.")
    ] = None,
    files: Annotated[
        Path | None, typer.Option(metavar="FOLDER", help="Write the style sheet and the questions to this folder.")
    ] = None,
) -> None:
    """Show how to open this graph in the Neo4j Browser, with style and questions."""
    settings = load_settings()
    with open_store(settings.store()) as store, _address(store, app) as address:
        _show(store, settings.neo4j_username, address)
        _show_questions(files)
        if store.engine or app:
            out().print("[dim]Ctrl-C ends it.[/]")
            wait()


@contextmanager
def _address(store: Store, app: Path | None) -> Iterator[str | None]:
    """Where the Browser is; None where nobody serves one."""
    if app:
        with served(app) as address:
            yield address
    else:
        yield None if store.engine else pages(store.connection)


def _show(store: Store, server_user: str, address: str | None) -> None:
    console = out()
    engine = store.engine
    user = engine.reader_username if engine else server_user
    database = store.connection.database
    if address:
        console.print(f"Open        [bold]{link(address, store.address, user, database)}[/]", soft_wrap=True)
    else:
        console.print(f"A Browser   [bold]{GET_JAR}[/]", soft_wrap=True)
        console.print("            accord browser --app neo4j-browser-5.24.0.jar", soft_wrap=True)
    console.print(f"Connect to  [bold]{store.address}[/]", soft_wrap=True)
    console.print(f"Database    [bold]{database}[/]")
    console.print(f"User name   [bold]{user}[/]{' (may read)' if engine else ''}")
    console.print(f"Password    [bold]{engine.reader_password if engine else 'that of NEO4J_PASSWORD'}[/]")


def _show_questions(files: Path | None) -> None:
    console = out()
    console.print("\n[bold]First questions[/]")
    for query in saved_queries():
        console.print(f"  {query.question}")
    if not files:
        console.print("\n--files FOLDER writes them, and a style sheet, as files to drop on the Browser's page.")
        return
    style, script, favorites = write_files(files)
    console.print(f"\nDrop on the Browser's page: [bold]{style}[/] (colours and captions)", soft_wrap=True)
    console.print(f"and [bold]{favorites}[/] (the questions, as favorites); {script} has them as one.", soft_wrap=True)
