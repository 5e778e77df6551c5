"""What a picture is narrowed to by its legend, in a real browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.viz import sample
from tests.viz.visit import Visit
from viz.page import render

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(
    ("button", "gone"),
    [("Proposed", ["finance"]), ("Meetings", ["meeting:1"]), ("Cooperation", list(sample.SECTORS))],
)
def test_the_legend_filters(visit: Visit, button: str, gone: list[str]) -> None:
    before = set(visit.page.evaluate("accord.nodes.getIds()"))
    toggle = visit.page.locator(".legend").get_by_role("button", name=button)
    toggle.click()
    assert toggle.get_attribute("aria-pressed") == "false"
    assert before - set(visit.page.evaluate("accord.nodes.getIds()")) == set(gone)
    assert visit.page.locator("#facts tr[data-ref]:visible").count() < 17
    toggle.click()
    assert set(visit.page.evaluate("accord.nodes.getIds()")) == before
    assert visit.page.locator("#facts tr[data-ref]:visible").count() == 17


@pytest.fixture
def dated(browser: Browser, tmp_path: Path) -> Iterator[Visit]:
    opened = Visit(browser, tmp_path / "dated.html", render(sample.dated_subgraph()))
    yield opened
    opened.context.close()
    assert (opened.asked, opened.complaints) == ([], [])


def test_the_period_slider_narrows_to_what_was_then(dated: Visit) -> None:
    page = dated.page
    assert page.locator("#days").inner_text() == "2010 to 2023"
    page.get_by_label("Period until").focus()
    for _ in range(10):
        page.keyboard.press("ArrowLeft")
    assert page.locator("#days").inner_text() == "2010 to 2013"
    assert page.get_by_label("Period until").get_attribute("aria-valuetext") == "2013"
    assert set(page.evaluate("accord.nodes.getIds()")) & set(sample.SECTORS) == {"defence"}
    assert page.locator("#facts tr[data-ref]:visible").count() == 1
    assert "1 of 17 facts shown" in page.locator("#count").inner_text()
    page.get_by_role("button", name="Reset").click()
    assert set(page.evaluate("accord.nodes.getIds()")) >= set(sample.SECTORS)
    assert page.get_by_role("button", name="Reset").is_hidden()


def test_the_ends_of_the_period_never_cross(dated: Visit) -> None:
    dated.page.get_by_label("Period from").fill("9")
    dated.page.get_by_label("Period until").fill("4")
    assert dated.page.locator("#days").inner_text() == "2014"


def test_a_least_number_of_sources(dated: Visit) -> None:
    dated.page.get_by_label("Least number of independent sources").fill("2")
    assert set(dated.page.evaluate("accord.nodes.getIds()")) == {"IDN", "JPN", "IDN-JPN", "energy"}
    assert dated.page.locator("#least").inner_text() == "2 or more"


def test_sectors_are_chosen_one_by_one(dated: Visit) -> None:
    page = dated.page
    page.locator("#sectors summary").click()
    page.locator("#no-sectors").click()
    page.get_by_label("Energy").check()
    shown = set(page.evaluate("accord.nodes.getIds()"))
    assert shown & set(sample.SECTORS) == {"energy"}
    assert "agreement:1" in shown, "it covers energy"
    assert page.locator("#sectors summary").inner_text() == "Sectors: 1 of 8"
    page.keyboard.press("Escape")
    assert page.locator("#all-sectors").is_hidden()


def test_what_is_not_dated_or_of_one_source_cannot_be_narrowed(visit: Visit) -> None:
    assert visit.page.get_by_label("Period from").is_disabled()
    assert visit.page.get_by_label("Least number of independent sources").is_disabled()
