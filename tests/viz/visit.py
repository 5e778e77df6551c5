"""One page in a real browser whose network is cut off."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Dialog, Page, Route

from tests.viz import sample

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


class Visit:
    """One page, opened from a file without any network, and what it asked for and complained about."""

    def __init__(self, browser: Browser, path: Path, html: str, **context: Any) -> None:
        self.asked: list[str] = []
        self.complaints: list[str] = []
        path.write_text(html, encoding="utf-8")
        self._own = path.as_uri()
        self.context = browser.new_context(**{"viewport": {"width": 1280, "height": 800}, **context})
        self.context.route("**/*", self._answer)
        self.page: Page = self.context.new_page()
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("dialog", self._dismiss)
        self.page.goto(self._own)
        self.page.wait_for_function("() => window.accord")

    def _dismiss(self, dialog: Dialog) -> None:
        self.complaints.append(dialog.message)
        dialog.dismiss()

    def _answer(self, route: Route) -> None:
        if route.request.url == self._own:
            route.continue_()
        else:
            self.asked.append(route.request.url)
            route.abort()

    def click(self, where: str, element: str) -> None:
        at = self.page.evaluate(where, element)
        self.page.mouse.click(at["x"], at["y"])

    def shown(self) -> tuple[int, int]:
        count: list[int] = self.page.evaluate("[accord.nodes.length, accord.edges.length]")
        return count[0], count[1]

    def edge(self, edge_type: str, target: str) -> str:
        edges = sample.seed_subgraph().edges
        return next(f"e{n}" for n, e in enumerate(edges) if e.type == edge_type and e.target == target)
