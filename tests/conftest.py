"""What all tests share: the engines that the graph runs on, and the browser that opens its pages.

What a machine lacks is skipped with the reason, and fails where ``CI`` is set: there it is a hole, not a choice.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

import pytest
from neo4j import GraphDatabase

from graph.engine import Engine
from graph.store import StoreConfig
from tests.database import Database, real_server
from tests.neo4j.server import Server, running_server

_NO_SERVER = (
    "no Neo4j server: set ACCORD_TEST_NEO4J_URI and ACCORD_TEST_NEO4J_PASSWORD, "
    "or run the tests by `python -m tests.neo4j.server pytest`, or start Docker and install testcontainers"
)
_NO_BROWSER = "no Chromium: install it, or set ACCORD_TEST_CHROMIUM to its path"
_BROWSERS = ("chromium", "chromium-browser", "google-chrome")


@pytest.fixture(scope="session")
def embedded_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder whose embedded engine runs for the whole session, so that tests join it at once."""
    home = tmp_path_factory.mktemp("embedded")
    with Engine.start_or_join(home):
        yield home


@pytest.fixture(scope="session")
def embedded_database(embedded_home: Path) -> Iterator[Database]:
    """The database of `embedded_home`, which is new."""
    with Engine.start_or_join(embedded_home) as engine:
        auth = (engine.username, engine.password)
        with GraphDatabase.driver(engine.bolt_uri, auth=auth) as driver:
            database = Database(StoreConfig(home=embedded_home), driver)
            database.claim()
            yield database


@pytest.fixture(scope="session")
def server_database() -> Iterator[Database]:
    """A database on a real Neo4j server, which was empty or the tests' own."""
    with real_server() as config:
        if config is None or config.uri is None:
            _lacking(_NO_SERVER)
        with GraphDatabase.driver(config.uri, auth=(config.username, config.password)) as driver:
            database = Database(config, driver)
            database.claim()
            yield database
            database.release()


@pytest.fixture(scope="session")
def own_server() -> Iterator[Server]:
    """A Neo4j server for tests that need its Browser, or that kill it and start it again; it ends with the session."""
    if not (shutil.which("mvn") and shutil.which("java")):
        _lacking("no Maven or no Java: install both")
    with running_server() as server:
        yield server


@pytest.fixture(params=["embedded", pytest.param("server", marks=pytest.mark.server)])
def store_config(request: pytest.FixtureRequest) -> Iterator[StoreConfig]:
    """Where an empty graph is, on each engine in turn; what the test writes there is deleted."""
    database: Database = request.getfixturevalue(f"{request.param}_database")
    database.empty()
    yield database.config
    database.empty()


@pytest.fixture(scope="session")
def chromium_path() -> str:
    """The Chromium that opens pages."""
    found = os.environ.get("ACCORD_TEST_CHROMIUM") or next(filter(None, map(shutil.which, _BROWSERS)), None)
    return found or _lacking(_NO_BROWSER)


def _lacking(what: str) -> NoReturn:
    if os.environ.get("CI"):
        pytest.fail(what)
    pytest.skip(what)
