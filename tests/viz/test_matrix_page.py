"""The matrix of all relations in a real browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.viz import sample
from tests.viz.visit import Visit
from viz.page import render_matrix

pytestmark = pytest.mark.browser


@pytest.fixture
def whole(browser: Browser, tmp_path: Path) -> Iterator[Visit]:
    opened = Visit(browser, tmp_path / "matrix.html", render_matrix(sample.overview_subgraph(), served=True))
    yield opened
    opened.context.close()
    assert (opened.asked, opened.complaints) == ([], [])


@pytest.mark.parametrize("actors", [0, 2, 6, 200])
@pytest.mark.parametrize(("size", "scheme"), [((1280, 800), "light"), ((360, 640), "dark")])
def test_a_matrix_of_any_size_opens(
    browser: Browser, tmp_path: Path, actors: int, size: tuple[int, int], scheme: str
) -> None:
    viewport = {"width": size[0], "height": size[1]}
    html = render_matrix(sample.overview_subgraph(actors))
    opened = Visit(browser, tmp_path / "matrix.html", html, viewport=viewport, color_scheme=scheme)
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= size[0]
    opened.page.get_by_role("button", name="Show all").click()
    opened.context.close()
    assert (opened.asked, opened.complaints) == ([], [])


def test_a_cell_opens_its_pair(whole: Visit) -> None:
    page = whole.page
    page.evaluate("accord.choose([0, 1])")
    panel = page.locator("#panel")
    assert panel.locator("h2").inner_text() == "Australia and China"
    assert panel.get_by_role("link").get_attribute("href") == "graph.html?actor=AUS&actor=CHN"
    assert "China accused Australia" in panel.inner_text()
    page.keyboard.press("Escape")
    assert panel.is_hidden()


def test_a_pointer_finds_the_cell_under_it(whole: Visit) -> None:
    box = whole.page.locator("#cells").bounding_box()
    assert box is not None
    size = whole.page.evaluate("accord.state.size")
    whole.page.mouse.click(box["x"] + 158 + 1.5 * size, box["y"] + 62 + 0.5 * size)
    assert whole.page.locator("#panel h2").inner_text() == "Australia and China"
    whole.page.mouse.click(box["x"] + 100, box["y"] + 62 + 0.5 * size)
    assert whole.page.locator("#panel h2").inner_text() == "Australia"


def test_the_matrix_is_read_with_the_keyboard(whole: Visit) -> None:
    page = whole.page
    page.locator("#matrix").focus()
    page.keyboard.press("ArrowRight")
    assert page.locator("#said").inner_text() == "Australia and China: cooperation, 1 source; dispute, 3 sources"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "panel"
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.id") == "matrix"


def test_the_matrix_is_narrowed_to_a_sector(whole: Visit) -> None:
    page = whole.page
    before = page.evaluate("accord.state.values.size")
    page.get_by_label("Sector").select_option(label="Trade")
    assert 0 < page.evaluate("accord.state.values.size") < before
    page.get_by_role("button", name="Dispute").click()
    page.get_by_role("button", name="Cooperation").click()
    assert page.evaluate("accord.state.values.size") == 0
    assert page.locator("#facts tr[data-a]:visible").count() == 0


def test_the_text_beside_the_matrix_leads_into_it(whole: Visit) -> None:
    whole.page.locator("#facts").get_by_role("button", name="Australia and China").click()
    assert whole.page.locator("#panel h2").inner_text() == "Australia and China"
    whole.page.get_by_label("Find a country").fill("indo")
    whole.page.keyboard.press("Enter")
    assert whole.page.locator("#panel h2").inner_text() == "Indonesia"
