"""A browser, and the page of the first article in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.viz import sample
from tests.viz.visit import FLAGS, Visit
from viz.page import render


@pytest.fixture(scope="module")
def browser(chromium_path: str) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium_path, args=list(FLAGS))
        yield opened
        opened.close()


@pytest.fixture
def visit(browser: Browser, tmp_path: Path) -> Iterator[Visit]:
    opened = Visit(browser, tmp_path / "seed.html", render(sample.seed_subgraph()))
    yield opened
    opened.context.close()
    assert opened.asked == []
    assert opened.complaints == []
