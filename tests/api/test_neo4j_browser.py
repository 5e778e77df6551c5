"""The real Neo4j Browser in a real browser, on a real Neo4j server and on the embedded engine.

``ACCORD_TEST_SCREENSHOT`` names a file for the picture in the docs.
"""

from __future__ import annotations

import os
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect, sync_playwright

from api.jar import served
from graph.browser import link, pages, saved_queries, write_files
from graph.store import Store, StoreConfig, open_store
from ingest.reader import default_reader
from ingest.source import bundled_article
from tests.neo4j.server import Server, fetched_jars
from viz.style import KIND

pytestmark = pytest.mark.browser

FLAGS = ("--no-sandbox", "--disable-gpu", "--no-first-run", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1")
WAIT_MS = 60_000
JAR = "neo4j-browser-*.jar"

DROP = """([name, content]) => {
  const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
  const files = new DataTransfer();
  files.items.add(new File([bytes], name));
  const drop = new DragEvent("drop", { dataTransfer: files, bubbles: true, cancelable: true });
  document.querySelector(".filedrop").dispatchEvent(drop);
}"""


@dataclass(frozen=True, slots=True)
class Way:
    """A graph with the bundled article in it, the Browser's link to it, and the password of who goes there."""

    store: Store
    link: str
    password: str


class Visit:
    """A Browser that is connected."""

    def __init__(self, page: Page, way: Way) -> None:
        self.page = page
        page.set_default_timeout(WAIT_MS)
        page.goto(way.link)
        page.get_by_test_id("password").fill(way.password)
        page.get_by_test_id("password").press("Enter")
        page.get_by_text("You are connected as user").first.wait_for()

    def drop(self, file: Path) -> None:
        """Drops a file on the page."""
        self.page.evaluate(DROP, [file.name, b64encode(file.read_bytes()).decode()])

    def run(self, text: str) -> None:
        """Runs a query in the editor."""
        self.page.locator("#monaco-main-editor").click()
        self.page.keyboard.insert_text(text)
        self.page.keyboard.press("Control+Enter")

    def captions(self) -> set[str]:
        """Of the nodes in the newest frame."""
        nodes = self.page.get_by_test_id("frame").first.locator("g.node")
        return {" ".join("".join(node.locator("text.caption").all_text_contents()).split()) for node in nodes.all()}

    def colours(self) -> set[str]:
        """Of the nodes in the newest frame."""
        rings = self.page.get_by_test_id("frame").first.locator("g.node circle.b-outline")
        return {ring.get_attribute("fill") or "" for ring in rings.all()}


@pytest.fixture(scope="module")
def page(chromium_path: str) -> Iterator[Page]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path, args=list(FLAGS))
        yield browser.new_page(viewport={"width": 1360, "height": 850})
        browser.close()


@pytest.fixture(params=[pytest.param("server", marks=pytest.mark.server), "embedded"])
def way(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Way]:
    if request.param == "embedded":
        (jar,) = _jars(request).glob(JAR)
        with open_store(StoreConfig(home=tmp_path)) as store, served(jar) as address:
            _fill(store)
            assert store.engine is not None
            yield Way(
                store, link(address, store.address, store.engine.reader_username, "neo4j"), store.engine.reader_password
            )
        return
    server: Server = request.getfixturevalue("own_server")
    with open_store(StoreConfig(uri=server.uri, password=server.password)) as store:
        _fill(store)
        assert pages(store.connection) == server.browser
        yield Way(store, link(server.browser, server.uri, "neo4j", "neo4j"), server.password)
        store.writer().forget(bundled_article().id)


def _jars(request: pytest.FixtureRequest) -> Path:
    request.getfixturevalue("own_server")  # skips where there is no Maven
    return fetched_jars()


def _fill(store: Store) -> None:
    article = bundled_article()
    store.writer().write(article, default_reader().read(article))


def test_the_graph_in_the_browser(way: Way, page: Page, tmp_path: Path) -> None:
    style, _, favorites = write_files(tmp_path / "files")
    visit = Visit(page, way)
    visit.drop(style)
    page.get_by_test_id("frameCommand").filter(has_text=":style").first.wait_for()
    visit.drop(favorites)
    first = saved_queries()[0]
    visit.run(first.text)
    nodes = page.get_by_test_id("frame").first.locator("g.node")
    rows = way.store.run_read_only(first.text).rows
    expect(nodes).to_have_count(
        len({row[name]["properties"]["id"] for row in rows for name in ("actor", "dyad", "what")})
    )
    assert {"Indonesia–Japan", "Indonesia", "Japan", "Energy", "Science and technology"} <= visit.captions()
    assert {KIND["dyad"].light, KIND["country"].light, KIND["sector"].light} <= visit.colours()
    _photograph(visit, way)
    _see_favorites(visit)


def _photograph(visit: Visit, way: Way) -> None:
    path = os.environ.get("ACCORD_TEST_SCREENSHOT")
    if path and way.store.engine is None:
        visit.page.wait_for_timeout(6000)  # until the nodes have come to rest
        visit.page.get_by_test_id("frame").first.screenshot(path=path)


def _see_favorites(visit: Visit) -> None:
    visit.page.get_by_test_id("navigationFavorites").click()
    visit.page.get_by_test_id("expandFolder-Accord").click()
    listed = visit.page.get_by_test_id("savedScriptListItem")
    expect(listed).to_have_count(len(saved_queries()))
