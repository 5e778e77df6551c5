"""`accord serve`: the HTTP API and its pages."""

from __future__ import annotations

import signal
import sys
from types import FrameType
from typing import Annotated

import typer
import uvicorn
from fastapi import FastAPI

from api.app import create_app, keyring_of
from api.jobs import Jobs
from api.operation.log import configure
from api.port import is_free, next_free
from api.settings import Settings, load_settings
from api.terminal import err, out
from graph.errors import SettingError
from graph.store import Store, open_store

GRACE_S = 30
"""So long at most what is in hand may take to end when the server is told to stop."""


def serve(
    host: Annotated[str | None, typer.Option(help="Address to listen on; not given: ACCORD_HOST.")] = None,
    port: Annotated[int | None, typer.Option(min=1, max=65535, help="Port; not given: ACCORD_PORT.")] = None,
) -> None:
    """Serve the API and its pages until Ctrl-C."""
    settings = load_settings()
    settings = settings.model_copy(update={"host": host or settings.host, "port": port or settings.port})
    keyring_of(settings)  # refuses before it starts anything
    with open_store(settings.store()) as store:
        serve_until_stopped(settings, store)


def serve_until_stopped(settings: Settings, store: Store) -> None:
    """Serves the graph of `store`; raises SettingError if the port is taken and no other is wanted.

    Ctrl-C, or SIGTERM, ends it: nothing new is taken on, and what is in hand is finished, within `GRACE_S`.
    """
    settings = with_free_port(settings)
    configure(settings.log_level or ("warning" if sys.stderr.isatty() else "info"), settings.secrets)
    app = create_app(settings, store)
    out().print(f"Serving on [bold]http://{_shown(settings.host)}:{settings.port}[/]  [dim](Ctrl-C ends it)[/]")
    config = uvicorn.Config(
        app,
        host=settings.host,
        port=settings.port,
        log_config=None,
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=GRACE_S,
    )
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)  # uvicorn raises it once more when it is done
    try:
        _Server(config, app).run()
    except KeyboardInterrupt:
        err().print("[dim]stopped[/]")
    finally:
        signal.signal(signal.SIGTERM, before)


class _Server(uvicorn.Server):
    """Tells the jobs of its application as soon as it is told to stop: who follows one must not hold it up."""

    def __init__(self, config: uvicorn.Config, app: FastAPI) -> None:
        super().__init__(config)
        self._app = app

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """Takes a signal."""
        jobs: Jobs | None = getattr(self._app.state, "jobs", None)
        if jobs:
            jobs.end()
        super().handle_exit(sig, frame)


def with_free_port(settings: Settings) -> Settings:
    """`settings` with a port that is free: the one set, or one that the user at a terminal accepts instead."""
    if is_free(settings.host, settings.port):
        return settings
    free = next_free(settings.host, settings.port)
    taken = f"Port {settings.port} is taken"
    if free is None:
        raise SettingError(f"{taken}, and so are the next hundred: choose another with --port.")
    if sys.stdin.isatty() and typer.confirm(f"{taken}. Serve on {free} instead?", default=True):
        return settings.model_copy(update={"port": free})
    raise SettingError(f"{taken}; {free} is free: --port {free}")


def _shown(host: str) -> str:
    return f"[{host}]" if ":" in host else host
