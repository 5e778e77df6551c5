"""An open store, on each engine in turn."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from graph.store import Store, StoreConfig, open_store


@pytest.fixture
def store(store_config: StoreConfig) -> Iterator[Store]:
    with open_store(store_config) as opened:
        yield opened
