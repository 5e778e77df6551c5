"""The real `neo4j-admin database import full` fills a real server's home, which then holds the same graph."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from graph.dump import dump
from graph.export import export
from graph.store import Store, StoreConfig, open_store
from tests.graph.samples import random_readings
from tests.neo4j.server import running_server

pytestmark = [
    pytest.mark.server,
    pytest.mark.skipif(not (shutil.which("mvn") and shutil.which("java")), reason="no Maven or no Java"),
]


def test_the_imported_graph_is_the_exported_one(filled: Store, tmp_path: Path) -> None:
    expected = dump(filled)
    export(filled, "csv", tmp_path / "out", ())
    with (
        running_server(tmp_path / "out") as server,
        open_store(StoreConfig(uri=server.uri, password=server.password)) as store,
    ):
        assert dump(store) == expected
        more = random_readings(8, 10, seed=12)
        for opened in (filled, store):
            opened.writer().write_many(more)
        assert dump(store) == dump(filled)
