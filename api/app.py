"""The application: routes over one store, opened once."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager, suppress
from importlib.metadata import version

from anyio import CapacityLimiter, to_thread
from fastapi import FastAPI
from starlette.middleware.cors import CORSMiddleware
from starlette.types import Scope

from api import problem
from api.access import Keyring
from api.access.gate import Gate
from api.access.rate import Rate
from api.access.session import Sessions
from api.caching import Tagged
from api.dependencies import LazyReader
from api.guard import LOOPBACK, Guard
from api.headers import SafeHeaders
from api.jobs import Jobs
from api.openapi import describe_keys
from api.operation.metrics import Metrics
from api.operation.trace import Trace
from api.routers import ROUTERS
from api.settings import Settings, is_loopback, load_settings
from graph.errors import SettingError, StoreError
from graph.retention import expire_texts
from graph.store import Store, open_store
from ingest.fetch import SafeFetch
from ingest.source import WebPages
from ingest.source.convert import Converter
from ingest.source.jsonlines import line_limit

_DESCRIPTION = (
    "Relations between countries, read from news: who cooperates with whom in what, who agreed, met and quarrelled, "
    "each with the sentence that says so. Actors are named by ISO 3166-1 codes, by `ORG:` and the acronym of a body, "
    "or by any usual name. Errors are problems (RFC 9457)."
)


_THREADS = 8
"""Requests served at one time: more threads only take the interpreter from each other."""

_CYPHER_THREADS = 4
"""Queries of users that run at one time, beside these."""

_WRITE_THREADS = 2
"""Articles that are read and stored at one time: they wait for each other anyway, and nobody else for them."""

_FETCH_THREADS = 4
"""Pages that are fetched at one time: slow ones hold up each other, not those who ask."""

_CONVERT_THREADS = 2
"""Files that are converted at one time: each takes a process of its own."""

_JOB_ENDS_S = 20
"""So long at most the job in hand may take to store the articles in hand when the application ends."""

_DAY_S = 24 * 60 * 60


def create_app(settings: Settings | None = None, store: Store | None = None) -> FastAPI:
    """The API and its pages.

    Opens the store of `settings` (not given: the environment's) when it starts and closes it when it ends; a `store`
    that is given stays open. Raises SettingError where others can reach it and nobody has a key.
    """
    settings = settings or load_settings()
    keyring = keyring_of(settings)
    app = FastAPI(
        title="Accord",
        summary="A knowledge graph of bilateral relations, made from news.",
        description=_DESCRIPTION,
        version=version("accord"),
        docs_url=None,
        redoc_url=None,
        lifespan=_lifespan(settings, store),
        responses=problem.RESPONSES,
    )
    app.state.settings = settings
    app.state.reader = LazyReader(settings.spacy_model)
    app.state.metrics = Metrics()
    app.state.pages = WebPages(Converter(), SafeFetch())
    app.state.keyring, app.state.sessions = keyring, Sessions()
    app.add_middleware(Tagged, revision=_revision, version=version("accord"))  # the guards, added later, come before it
    _guard(app, settings)
    problem.install(app)
    for router in ROUTERS:
        app.include_router(router)
    app.state.routes = tuple(route for router in ROUTERS for route in router.routes)
    if keyring:
        describe_keys(app)
    return app


def _revision(scope: Scope) -> str:
    """What changes with every write to the graph that the application serves."""
    store: Store = scope["app"].state.store
    return store.view().revision()


def keyring_of(settings: Settings) -> Keyring | None:
    """Who may use it; None where only this machine's users can reach it.

    Raises SettingError where others can reach it and nobody has a key.
    """
    if not settings.needs_keys:
        return None
    keyring = Keyring(settings.keys)
    if not keyring.all():
        where = f"on {settings.host}" if not is_loopback(settings.host) else f"as {', '.join(settings.hosts)}"
        raise SettingError(
            f"Others can reach the API {where}, and nobody has a key. Make one first: "
            "accord keys add NAME --scope write"
        )
    return keyring


def _guard(app: FastAPI, settings: Settings) -> None:
    """Puts the guards before the routes; the one added last is asked first."""
    known = LOOPBACK | {settings.host, *settings.hosts} if is_loopback(settings.host) or settings.hosts else ()
    app.add_middleware(
        Gate,
        keyring=app.state.keyring,
        sessions=app.state.sessions,
        rate=Rate(settings.rate_per_minute),
    )
    if settings.cors_origins:
        app.add_middleware(
            CORSMiddleware,
            allow_origins=settings.cors_origins,
            allow_methods=["GET", "POST", "DELETE"],
            allow_headers=["Authorization", "Content-Type", "Idempotency-Key", "If-None-Match", "X-Request-ID"],
            expose_headers=["ETag", "Link", "Location", "Retry-After", "X-Request-ID"],
        )
    app.add_middleware(
        Guard, most=line_limit(settings.max_article_bytes), hosts=known, origins=frozenset(settings.cors_origins)
    )
    app.add_middleware(Trace, metrics=app.state.metrics)
    app.add_middleware(SafeHeaders)


async def _expire_daily(store: Store, days: int | None) -> None:
    """Removes texts that were kept long enough, now and once a day; a store that cannot be used now is tried again."""
    while days is not None:
        with suppress(StoreError):
            await to_thread.run_sync(expire_texts, store, days)
        await asyncio.sleep(_DAY_S)


def _lifespan(settings: Settings, given: Store | None) -> Callable[[FastAPI], AbstractAsyncContextManager[None]]:
    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        to_thread.current_default_thread_limiter().total_tokens = _THREADS
        app.state.cypher_turns = CapacityLimiter(_CYPHER_THREADS)
        app.state.write_turns = CapacityLimiter(_WRITE_THREADS)
        app.state.fetch_turns = CapacityLimiter(_FETCH_THREADS)
        app.state.convert_turns = CapacityLimiter(_CONVERT_THREADS)
        app.state.store = given or await to_thread.run_sync(open_store, settings.store())
        app.state.jobs = Jobs(app.state.store, app.state.reader, app.state.metrics)
        app.state.store.watch(app.state.metrics.store)
        expiring = asyncio.create_task(_expire_daily(app.state.store, settings.keep_text_days))
        try:
            yield
        finally:
            expiring.cancel()
            await to_thread.run_sync(app.state.jobs.close, _JOB_ENDS_S)
            await to_thread.run_sync(app.state.pages.close)
            if given is None:
                await to_thread.run_sync(app.state.store.close)

    return lifespan
