"""One reader for all tests of a session: loading its parser takes seconds."""

from __future__ import annotations

import pytest

from ingest.reader import RuleReader, default_reader


@pytest.fixture(scope="session")
def reader() -> RuleReader:
    return default_reader()
