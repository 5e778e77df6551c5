"""`accord db`: the embedded engine alone, for a Neo4j Browser."""

from __future__ import annotations

import signal
from contextlib import suppress
from threading import Event

from api.settings import load_settings
from api.terminal import out
from graph.errors import SettingError
from graph.store import open_store


def db() -> None:
    """Keep the embedded engine running for a Neo4j Browser until Ctrl-C."""
    settings = load_settings()
    if settings.neo4j_uri:
        raise SettingError(f"NEO4J_URI is set: the graph is at {settings.neo4j_uri}, there is no engine to start.")
    with open_store(settings.store()) as store:
        console = out()
        console.print(f"Connect to  [bold]{store.address}[/]")
        if engine := store.engine:
            console.print(f"User name   [bold]{engine.reader_username}[/] (may read)")
            console.print(f"Password    [bold]{engine.reader_password}[/]", markup=True)
        console.print("[dim]Ctrl-C ends it.[/]")
        wait()


def wait() -> None:
    """Waits for Ctrl-C or a request to end."""
    done = Event()
    signal.signal(signal.SIGTERM, lambda number, frame: done.set())
    with suppress(KeyboardInterrupt):
        done.wait()
