"""The databases that tests write to, and where a real Neo4j server is found."""

from __future__ import annotations

import os
import secrets
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from neo4j import Driver

from graph.store import StoreConfig

SERVER_VERSION = "5.26.31"
"""The server of the contract tests and of docker-compose.yml; a test compares them."""


class NotOurs(Exception):
    """A database holds something that no test wrote: emptying it would be a loss."""


@dataclass(frozen=True, slots=True)
class Database:
    """A database that tests may empty, once `claim` has seen that it is empty or theirs."""

    config: StoreConfig
    driver: Driver

    def claim(self) -> None:
        """Marks the database as the tests'; raises `NotOurs` if it holds anything and bears no such mark."""
        found = self.run("MATCH (n) RETURN count(n) AS nodes, count(CASE WHEN n:AccordTest THEN 1 END) AS marks")[0]
        if found["nodes"] and not found["marks"]:
            where = self.config.uri or self.config.home
            raise NotOurs(f"{where} holds {found['nodes']} nodes that no test of Accord wrote. Give it an empty one.")
        self.run("MERGE (:AccordTest {id: 'emptied by the tests of Accord'})")

    def empty(self) -> None:
        """Deletes all but the mark."""
        self.run("MATCH (n) WHERE NOT n:AccordTest DETACH DELETE n")

    def release(self) -> None:
        """Deletes all that tests wrote: nodes, schema, mark."""
        for constraint in self.run("SHOW CONSTRAINTS YIELD name RETURN name"):
            self.run(f"DROP CONSTRAINT `{constraint['name']}` IF EXISTS")
        for index in self.run("SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP' RETURN name"):
            self.run(f"DROP INDEX `{index['name']}` IF EXISTS")
        self.run("MATCH (n) DETACH DELETE n")

    def run(self, query: str) -> list[Any]:
        """All rows of `query`."""
        return self.driver.execute_query(query, database_=self.config.database).records


@contextmanager
def real_server() -> Iterator[StoreConfig | None]:
    """The server that the environment names, else one in Docker, else None."""
    uri = os.environ.get("ACCORD_TEST_NEO4J_URI")
    if uri:
        yield StoreConfig(uri=uri, password=os.environ.get("ACCORD_TEST_NEO4J_PASSWORD", ""))
    elif find_spec("testcontainers") and _docker_runs():
        password = secrets.token_urlsafe(16)
        testcontainers = import_module("testcontainers.neo4j")
        with testcontainers.Neo4jContainer(f"neo4j:{SERVER_VERSION}-community", password=password) as container:
            yield StoreConfig(uri=container.get_connection_url(), password=password)
    else:
        yield None


def _docker_runs() -> bool:
    docker = shutil.which("docker")
    return docker is not None and subprocess.run([docker, "info"], capture_output=True, check=False).returncode == 0
