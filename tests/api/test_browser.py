"""The pages in a real browser that may reach this server alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
import uvicorn
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Route, expect, sync_playwright

from api.access import Keyring
from api.app import create_app
from api.port import next_free
from api.settings import Settings
from graph.judging import take_back
from graph.store import Store
from tests.api.conftest import LENDING
from tests.viz.visit import FLAGS

pytestmark = pytest.mark.browser

PAGES = {
    "home": "/",
    "dyad": "/dyads/JPN/IDN",
    "dyad at odds": "/dyads/CHN/JPN",
    "dyad without facts": "/dyads/FJI/ISL",
    "answer": "/query?q=When did Japan and Indonesia last meet",
    "answer of many": "/query?q=Everything Japan does with ASEAN members",
    "history": "/query?q=How have relations of Japan and Indonesia developed over time",
    "country": "/countries/JPN",
    "country without facts": "/countries/FJI",
    "body": "/bodies/ORG:ASEAN",
    "countries": "/countries",
    "article": "/articles/lending",
    "cooperation": "/facts/coop:IDN-JPN:energy",
    "agreement": "/agreements/agreement:JPN+VNM:fisheries pact",
    "leader": "/leaders/leader:JPN:fumio kishida",
    "documentation": "/docs",
    "graph": "/graph.html?actor=JPN&actor=IDN",
    "matrix": "/matrix.html",
}
SIZES = {"desk": (1280, 800), "telephone": (360, 740)}
SERIOUS = {"serious", "critical"}


@contextmanager
def serving(settings: Settings, store: Store) -> Iterator[str]:
    """The address of a server of its own."""
    port = next_free("127.0.0.1", 18_000)
    assert port
    server = uvicorn.Server(
        uvicorn.Config(create_app(settings, store), port=port, log_config=None, access_log=False, ws="none")
    )
    thread = Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        thread.join(0.05)
        assert thread.is_alive(), "the server did not start"
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join(20)


@pytest.fixture(scope="module")
def address(chromium_path: str, api_settings: Settings, store: Store) -> Iterator[str]:
    with serving(api_settings, store) as found:
        yield found


@pytest.fixture(scope="module")
def browser(chromium_path: str) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium_path, args=list(FLAGS))
        yield opened
        opened.close()


@contextmanager
def visiting(browser: Browser, address: str, **options: Any) -> Iterator[Page]:
    """A page whose browser reaches `address` alone, and that nothing complained of when it is left."""
    asked: list[str] = []
    complaints: list[str] = []

    def answer(route: Route) -> None:
        if route.request.url.startswith(f"{address}/"):
            route.continue_()
        else:
            asked.append(route.request.url)
            route.abort()

    context = browser.new_context(
        **{"viewport": {"width": 1280, "height": 800}, "base_url": address, "reduced_motion": "reduce", **options}
    )
    context.route("**/*", answer)
    page = context.new_page()
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield page
    context.close()
    assert (asked, complaints) == ([], [])


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    with visiting(browser, address) as opened:
        yield opened


@pytest.fixture
def unjudged(store: Store) -> Iterator[None]:
    """What a test decides about claims is taken back."""
    yield
    for one in store.view().judgements():
        take_back(store, one.claim_id)


def test_from_the_question_to_the_rejected_claim(page: Page, unjudged: None) -> None:
    """Ask, read the answer, open the picture, filter, open the evidence, follow it, reject a claim, see it gone."""
    page.goto("/")
    box = page.get_by_role("combobox", name="Question")
    box.fill("Japan–Indonesia")
    box.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("3 sectors of cooperation")
    energy = page.locator("#cooperation ~ .facts .fact").filter(has_text="Energy")
    expect(energy.locator(".chip")).to_have_text("agreed")

    page.get_by_role("link", name="Open the picture").click()
    proposed = page.locator(".legend").get_by_role("button", name="Proposed")
    proposed.click()
    expect(proposed).to_have_attribute("aria-pressed", "false")
    assert "trade" not in page.evaluate("accord.nodes.getIds()")
    page.go_back()

    energy.locator("summary").click()
    expect(energy.locator("blockquote")).to_have_text("They agreed on gas and defence.")
    energy.get_by_role("link", name=LENDING.title).click()
    expect(page).to_have_url(re.compile(r"/articles/lending#text-31$"))
    expect(page.locator("mark:target")).to_have_text("They agreed on gas and defence.")
    page.get_by_role("button", name="Reject: Indonesia and Japan cooperate in energy (natural gas)").click()
    expect(page.locator(".note-rejected .told")).to_have_text("Indonesia and Japan cooperate in energy (natural gas)")

    page.goto("/query?q=Japan–Indonesia")
    expect(page.get_by_role("heading", level=1)).to_contain_text("2 sectors of cooperation")
    expect(energy).to_have_count(0)
    page.goto("/articles/lending")
    page.get_by_role("button", name="Take back").click()
    page.goto("/dyads/JPN/IDN")
    expect(energy).to_have_count(1)


def test_a_claim_is_confirmed_by_keyboard(page: Page, unjudged: None) -> None:
    page.goto("/articles/lending")
    button = page.get_by_role("button", name="Confirm: Indonesia and Japan cooperate in defence")
    button.focus()
    page.keyboard.press("Enter")
    own = page.locator(".note-confirmed")
    expect(own).to_contain_text("confirmed")
    expect(own).to_contain_text("100\u00a0% sure")


def test_suggestions_are_chosen_by_keyboard(page: Page) -> None:
    page.goto("/")
    box = page.get_by_role("combobox", name="Question")
    box.press_sequentially("japan–ind")
    options = page.get_by_role("option")
    expect(options.first).to_have_text("Japan–Indonesia")
    expect(box).to_have_attribute("aria-expanded", "true")
    box.press("ArrowDown")
    expect(box).to_have_attribute("aria-activedescendant", "q-list-0")
    expect(options.first).to_have_attribute("aria-selected", "true")
    box.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    box.press("ArrowDown")
    expect(options.first).to_be_visible()
    box.press("ArrowUp")
    expect(options.last).to_have_attribute("aria-selected", "true")
    box.press("ArrowDown")
    box.press("ArrowDown")
    box.press("Enter")
    expect(page).to_have_url(re.compile(r"/query\?q=Japan%E2%80%93Indonesia$"))


def test_a_suggestion_is_chosen_by_mouse(page: Page) -> None:
    page.goto("/")
    page.get_by_role("combobox", name="Question").press_sequentially("who leads viet")
    page.get_by_role("option", name="who leads Vietnam").click()
    expect(page).to_have_url(re.compile(r"/query\?q=who\+leads\+Vietnam$"))


PACT = "Fiji and Iceland signed an agreement on fisheries in Suva on Monday."


@pytest.mark.parametrize("end", ["txt", "html"])
def test_a_file_is_sent_and_shown_marked(page: Page, store: Store, tmp_path: Path, end: str) -> None:
    path = tmp_path / f"pact.{end}"
    html = f"<html><title>Pact</title><body><article><p>{PACT}</p><p>{PACT}</p></article></body></html>"
    path.write_text(PACT if end == "txt" else html, encoding="utf-8")
    page.goto("/")
    page.get_by_label("Or a file").set_input_files(path)
    page.get_by_role("button", name="Read it").click()
    expect(page.locator("mark[id]").filter(has_text=PACT).first).to_be_visible(timeout=60_000)
    store.writer().forget(page.url.rpartition("/articles/")[2].replace("%3A", ":"))


def test_a_text_is_pasted_and_shown_marked(page: Page, store: Store) -> None:
    page.goto("/")
    page.get_by_label("Its text, or the address of its page").fill(PACT)
    page.get_by_role("button", name="Read it").click()
    expect(page.locator("mark[id]")).to_have_text(PACT, timeout=60_000)
    store.writer().forget(page.url.rpartition("/articles/")[2].replace("%3A", ":"))


def test_many_articles_are_sent_and_counted(page: Page, store: Store, tmp_path: Path) -> None:
    path = tmp_path / "two.jsonl"
    path.write_text("\n".join(f'{{"id": "browser-{n}", "text": "{PACT}"}}' for n in range(2)), encoding="utf-8")
    page.goto("/")
    page.get_by_label("Or a file").set_input_files(path)
    page.get_by_role("button", name="Read it").click()
    expect(page.get_by_role("status")).to_contain_text("2 articles,", timeout=60_000)
    for n in range(2):
        store.writer().forget(f"browser-{n}")


def test_what_is_wrong_with_a_file_is_said(page: Page, tmp_path: Path) -> None:
    path = tmp_path / "pact.exe"
    path.write_text(PACT, encoding="utf-8")
    page.goto("/")
    page.get_by_role("button", name="Read it").click()
    expect(page.get_by_role("status")).to_have_text("Give a text, an address or a file.")
    page.get_by_label("Or a file").set_input_files(path)
    page.get_by_role("button", name="Read it").click()
    expect(page.get_by_role("status")).to_have_text("Files that end in .exe are not read.")


def test_without_a_script_it_answers_and_decides(browser: Browser, address: str, unjudged: None) -> None:
    with visiting(browser, address, java_script_enabled=False) as page:
        page.goto("/")
        page.get_by_label("Question").fill("Japan–Indonesia")
        page.get_by_role("button", name="Ask").click()
        page.locator("summary").first.click()
        page.get_by_role("link", name=LENDING.title).first.click()
        page.get_by_role("button", name="Reject: Indonesia and Japan cooperate in defence").click()
        assert page.locator(".note-rejected").count() == 1


def test_who_has_a_key_logs_in_and_decides(browser: Browser, store: Store, tmp_path: Path, unjudged: None) -> None:
    """A session of scope read may look, one of scope write may decide."""
    settings = Settings(home=tmp_path, neo4j_uri=None, hosts=("accord.example",))
    tokens = {scope: Keyring(settings.keys).add(scope, scope)[0] for scope in ("read", "write")}
    with serving(settings, store) as address:
        for scope, end in (("read", "This needs a key of scope write"), ("write", "Take back")):
            context = browser.new_context(base_url=address)
            page = context.new_page()
            page.goto("/articles/lending")
            page.get_by_label("API key").fill(tokens[scope])
            page.get_by_role("button", name="Log in").click()
            expect(page).to_have_url(f"{address}/articles/lending")
            page.get_by_role("button", name="Reject: Indonesia and Japan cooperate in defence").click()
            expect(page.locator("main")).to_contain_text(end)
            context.close()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", PAGES)
def test_every_page_fits_and_is_for_everybody(browser: Browser, address: str, name: str, size: str) -> None:
    width, height = SIZES[size]
    scheme = "dark" if size == "telephone" else "light"
    with visiting(browser, address, viewport={"width": width, "height": height}, color_scheme=scheme) as page:
        page.goto(PAGES[name])
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        for closed in page.locator("details").all():
            closed.evaluate("one => { one.open = true; }")
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        found = Axe().run(page).response["violations"]
        serious = {one["id"]: one["nodes"][0]["html"] for one in found if one["impact"] in SERIOUS}
        assert serious == {}
