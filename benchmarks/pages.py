"""What pages cost in Chromium: how long until a picture is drawn and still, and how smooth it is to drag.

A page of 500 nodes and 2,000 edges, as it opens and with all of it shown, and the matrix of 200 actors. Nothing but
Chromium is needed (`ACCORD_TEST_CHROMIUM` names another than Debian's).
"""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from tests.viz.sample import large_subgraph, overview_subgraph, seed_subgraph
from viz.page import render, render_matrix

TIMES = 5
HEAD = "| page | made, s | MB | drawn and still, s | drag: ms a frame, median / p95 |\n|---|---|---|---|---|"

_STILL = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
_ALL = """() => {
  for (const button of document.querySelectorAll('.toggle[aria-pressed="false"]')) button.click();
  return [accord.nodes.length, accord.edges.length];
}"""
_DRAG = """async () => {
  const frames = [], matrix = document.getElementById("matrix"), network = accord.network;
  const middle = network && network.getViewPosition();
  let last = performance.now();
  for (let step = 0; step < 60; step += 1) {
    if (matrix) { matrix.scrollLeft += 9; matrix.scrollTop += 9; }
    else network.moveTo({ position: { x: middle.x + 6 * step, y: middle.y + 3 * step }, animation: false });
    await new Promise(requestAnimationFrame);
    const now = performance.now();
    frames.push(now - last);
    last = now;
  }
  return frames.slice(2);
}"""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the table: seconds, and milliseconds of the frames of a drag."""

    what: str
    made: float
    size: int
    drawn: list[float]
    frames: list[float]

    def __str__(self) -> str:
        p95 = statistics.quantiles(self.frames, n=20)[-1]
        return (
            f"| {self.what} | {self.made:.2f} | {self.size / 1e6:.1f} | {statistics.median(self.drawn):.2f} "
            f"| {statistics.median(self.frames):.0f} / {p95:.0f} |"
        )


def measure(browser: Browser, folder: Path, what: str, html: str, made: float, whole: bool = False) -> Row:
    """Opens the page `TIMES` times; with `whole` all that waits is shown before it is dragged."""
    path = folder / "page.html"
    path.write_text(html, encoding="utf-8")
    drawn: list[float] = []
    frames: list[float] = []
    for _ in range(TIMES):
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        begun = time.perf_counter()
        page.goto(path.as_uri())
        page.wait_for_function("() => window.accord")
        _settle(page, whole)
        drawn.append(time.perf_counter() - begun)
        frames += page.evaluate(_DRAG)
        page.close()
    return Row(what, made, path.stat().st_size, drawn, frames)


def _settle(page: Page, whole: bool) -> None:
    if whole:
        page.evaluate(_ALL)
    page.evaluate(_STILL)


def main() -> None:
    """Prints the table."""
    print(HEAD)
    chromium = os.environ.get("ACCORD_TEST_CHROMIUM", "/usr/bin/chromium")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        render(seed_subgraph())  # pyvis takes a second to load
        for what, whole in (("500 nodes, 2,000 edges", False), ("the same, all of it shown", True)):
            begun = time.perf_counter()
            html = render(large_subgraph())
            print(measure(browser, Path(folder), what, html, time.perf_counter() - begun, whole), flush=True)
        begun = time.perf_counter()
        html = render_matrix(overview_subgraph(200))
        print(measure(browser, Path(folder), "matrix of 200 actors", html, time.perf_counter() - begun), flush=True)
        browser.close()


if __name__ == "__main__":
    main()
