"""The page in a real browser whose network is cut off."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Browser

from graph.subgraph import Subgraph
from tests.viz import sample
from tests.viz.visit import Visit
from viz.page import Picture, render

pytestmark = pytest.mark.browser

MIDDLE = """id => {
  const edge = accord.network.body.edges[id];
  const at = accord.network.canvasToDOM(edge.edgeType.getPoint(0.5));
  const box = document.getElementById("picture").getBoundingClientRect();
  return { x: at.x + box.left, y: at.y + box.top };
}"""
CENTRE = """id => {
  const at = accord.network.canvasToDOM(accord.network.getPositions([id])[id]);
  const box = document.getElementById("picture").getBoundingClientRect();
  return { x: at.x + box.left, y: at.y + box.top };
}"""


PICTURES: dict[str, Callable[[], Subgraph]] = {
    "seed": sample.seed_subgraph,
    "crowded": sample.crowded_subgraph,
    "circle": sample.circle_subgraph,
    "hub": sample.hub_subgraph,
    "hostile": sample.hostile_subgraph,
    "nothing": lambda: Subgraph("Nobody", (), (), {}),
}


@pytest.mark.parametrize(
    ("name", "size", "scheme"),
    [
        *((name, (1280, 800), "light") for name in PICTURES),
        *((name, (360, 640), "light") for name in PICTURES),
        ("seed", (1280, 800), "dark"),
        ("seed", (390, 844), "dark"),
    ],
)
def test_a_page_opens_without_network_or_complaint(
    browser: Browser, tmp_path: Path, name: str, size: tuple[int, int], scheme: str
) -> None:
    given = PICTURES[name]()
    viewport = {"width": size[0], "height": size[1]}
    opened = Visit(browser, tmp_path / "page.html", render(given), viewport=viewport, color_scheme=scheme)
    opened.page.screenshot(path=str(tmp_path / f"{name}-{size[0]}-{scheme}.png"))
    assert opened.shown()[0] == len(given.nodes)
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= size[0]
    opened.context.close()
    assert (opened.asked, opened.complaints) == ([], [])


def test_lines_that_repeat_others_wait_until_asked_for(visit: Visit) -> None:
    edges = sample.seed_subgraph().edges
    details = {"COOPERATES_WITH", "PARTY_TO", "COVERS", "ATTENDED"}
    assert visit.shown()[1] == sum(edge.type not in details for edge in edges)
    visit.page.get_by_role("button", name="All links").click()
    assert visit.shown()[1] == len(edges)


@pytest.fixture
def large(browser: Browser, tmp_path: Path) -> Iterator[Visit]:
    opened = Visit(browser, tmp_path / "large.html", render(sample.large_subgraph()))
    yield opened
    opened.context.close()
    assert (opened.asked, opened.complaints) == ([], [])


def test_a_large_picture_begins_with_what_can_be_read_and_shows_all_on_demand(large: Visit) -> None:
    page, given = large.page, sample.large_subgraph()
    assert large.shown()[0] == sum(node.kind != "agreement" for node in given.nodes)
    assert large.shown()[1] < 600
    page.get_by_role("button", name="Agreements").click()
    page.get_by_role("button", name="All links").click()
    assert large.shown() == (500, 2_000)
    page.get_by_role("button", name="Reset").click()
    assert large.shown()[1] < 600


def test_a_line_that_waits_is_drawn_with_what_it_touches(large: Visit) -> None:
    before = large.shown()[1]
    large.page.evaluate("accord.choose('energy')")
    assert large.shown()[1] > before
    large.page.keyboard.press("Escape")
    assert large.shown()[1] == before


def test_a_long_table_counts_sentences_and_opens_by_part(large: Visit) -> None:
    facts = large.page.locator("#facts")
    assert facts.locator("blockquote").count() == 0
    facts.get_by_text("Areas of cooperation (").click()
    facts.get_by_role("button", name="Energy").first.click()
    assert large.page.locator("#panel blockquote").count() == 1


def test_places_stay_when_more_is_shown(large: Visit) -> None:
    before = large.page.evaluate("accord.network.getPositions(['C00', 'energy'])")
    large.page.get_by_role("button", name="Agreements").click()
    assert large.page.evaluate("accord.network.getPositions(['C00', 'energy'])") == before


def test_what_the_api_serves_leads_further(browser: Browser, tmp_path: Path) -> None:
    html = render(sample.hub_subgraph(), served=["JPN"])
    opened = Visit(browser, tmp_path / "served.html", html)
    opened.page.evaluate("accord.choose('USA')")
    links = opened.page.locator("#panel .further a")
    assert [link.get_attribute("href") for link in links.all()] == [
        "graph.html?actor=JPN&expand=USA",
        "graph.html?actor=USA",
    ]
    opened.page.evaluate("accord.choose('JPN-USA')")
    assert links.last.get_attribute("href") == "dyads/JPN/USA"
    opened.page.evaluate("accord.choose(accord.edges.getIds().find((id) => accord.edges.get(id).from === 'JPN-USA'))")
    assert opened.page.get_by_role("link", name="in the article").get_attribute("href", timeout=2000)
    opened.context.close()
    assert (opened.asked, opened.complaints) == ([], [])


def test_a_file_leads_nowhere_but_to_the_articles(visit: Visit) -> None:
    visit.page.evaluate("accord.choose('JPN')")
    assert visit.page.locator("#panel .further").count() == 0


def test_the_labels_of_a_card_fit_into_it(visit: Visit) -> None:
    too_wide = visit.page.evaluate(
        """() => {
          const data = JSON.parse(document.getElementById("data").textContent);
          const ctx = document.createElement("canvas").getContext("2d");
          const found = [];
          for (const place of Object.values(data.plans).flatMap((plan) => Object.values(plan.places))) {
            ctx.font = `600 15px "Segoe UI", "Helvetica Neue", Arial, "Liberation Sans", sans-serif`;
            for (const line of place.lines.filter(() => place.h < 80)) {
              if (ctx.measureText(line).width > place.w - 38) found.push(line);
            }
          }
          return found;
        }"""
    )
    assert too_wide == []


def test_a_click_on_a_line_opens_its_sentence(visit: Visit) -> None:
    panel = visit.page.locator("#panel")
    assert panel.is_hidden()
    visit.click(MIDDLE, visit.edge("COOPERATES_IN", "finance"))
    assert panel.locator("h2").inner_text() == "Indonesia–Japan may cooperate in Finance"
    assert panel.locator(".chip").inner_text() == "proposed"
    assert panel.locator("mark").all_inner_texts() == [sample.FINANCE]
    assert "The agreement comes at a time" in panel.locator("blockquote").inner_text()
    link = panel.locator("a")
    assert (link.get_attribute("href"), link.get_attribute("rel")) == (
        "https://example.org/indonesia-japan",
        "noopener noreferrer",
    )
    visit.page.keyboard.press("Escape")
    assert panel.is_hidden()


def test_a_click_on_a_node_opens_what_is_said_of_it(visit: Visit) -> None:
    visit.click(CENTRE, "agreement:1")
    panel = visit.page.locator("#panel")
    assert panel.locator("h2").inner_text() == "Agreement to enhance cooperative efforts in defense and energy"
    assert panel.locator("mark").all_inner_texts() == [sample.AGREED]
    panel.get_by_role("button", name="Indonesia–Japan").click()
    assert panel.locator(".over").inner_text().startswith("Agreement")
    panel.get_by_role("button", name="Close").click()
    assert panel.is_hidden()


def test_a_sentence_behind_two_lines_is_read_once(visit: Visit) -> None:
    visit.click(CENTRE, "meeting:1")
    assert visit.page.locator("#panel blockquote").count() == 1
    assert visit.page.locator("#panel mark").all_inner_texts() == [sample.MEETING]


def test_hovering_shows_the_first_sentence(visit: Visit) -> None:
    at = visit.page.evaluate(CENTRE, "energy")
    visit.page.mouse.move(at["x"], at["y"])
    assert sample.AGREED in visit.page.locator("#tip").inner_text()
    visit.page.mouse.move(5, 5)
    assert visit.page.locator("#tip").is_hidden()


def test_search_leads_to_what_it_finds(visit: Visit) -> None:
    visit.page.get_by_label("Search this page").fill("lng")
    assert "agreed to cooperate in Energy" in visit.page.locator("#found").inner_text()
    visit.page.get_by_label("Search this page").press("Enter")
    assert visit.page.locator("#panel h2").inner_text() == "Indonesia–Japan agreed to cooperate in Energy"
    visit.page.get_by_label("Search this page").fill("no such thing")
    assert visit.page.locator("#found").inner_text() == "Nothing found"


def test_the_keyboard_reaches_every_sentence(visit: Visit) -> None:
    visit.page.locator("#picture").focus()
    visit.page.keyboard.press("ArrowRight")
    assert "Indonesia–Japan" in visit.page.locator("#said").inner_text()
    visit.page.keyboard.press("ArrowRight")
    assert "Japan" in visit.page.locator("#said").inner_text()
    visit.page.keyboard.press("ArrowDown")
    assert "Fumio Kishida" in visit.page.locator("#said").inner_text()
    visit.page.keyboard.press("Enter")
    assert visit.page.locator("#panel h2").inner_text() == "Fumio Kishida"
    assert visit.page.evaluate("document.activeElement.id") == "panel"
    visit.page.keyboard.press("Escape")
    assert visit.page.evaluate("document.activeElement.id") == "picture"


def test_a_row_of_the_table_shows_its_line(visit: Visit) -> None:
    visit.page.locator("#facts").get_by_role("button", name="Transport").click()
    assert visit.page.locator("#panel h2").inner_text() == "Indonesia–Japan agreed to cooperate in Transport"


def test_the_theme_can_be_turned(visit: Visit) -> None:
    colour = "getComputedStyle(document.body).backgroundColor"
    light = visit.page.evaluate(colour)
    visit.page.get_by_role("button", name="Dark").click()
    assert visit.page.evaluate(colour) != light
    visit.page.get_by_role("button", name="Light", exact=True).click()
    assert visit.page.evaluate(colour) == light


def test_the_picture_is_saved_as_png(visit: Visit, tmp_path: Path) -> None:
    with visit.page.expect_download() as download:
        visit.page.get_by_role("button", name="Save PNG").click()
    assert download.value.suggested_filename == "indonesia-japan.png"
    download.value.save_as(tmp_path / "saved.png")
    saved = (tmp_path / "saved.png").read_bytes()
    assert saved.startswith(b"\x89PNG")
    assert len(saved) > 20_000


def test_the_picture_is_saved_as_svg(visit: Visit, browser: Browser, tmp_path: Path) -> None:
    with visit.page.expect_download() as download:
        visit.page.get_by_role("button", name="Save SVG").click()
    assert download.value.suggested_filename == "indonesia-japan.svg"
    download.value.save_as(tmp_path / "saved.svg")
    root = ElementTree.fromstring((tmp_path / "saved.svg").read_text(encoding="utf-8"))  # noqa: S314 - our own file
    words = {text.text for text in root.iter("{http://www.w3.org/2000/svg}text")}
    assert {"Indonesia–Japan", "Defence", "Joko Widodo", "agreed with"} <= words
    assert not any("NaN" in value for element in root.iter() for value in element.attrib.values())
    page = browser.new_page()
    page.goto((tmp_path / "saved.svg").as_uri())
    assert page.evaluate("document.querySelectorAll('path').length") > 40
    page.close()


def test_zoom_and_fit(visit: Visit) -> None:
    scale = visit.page.evaluate("accord.network.getScale()")
    visit.page.get_by_role("button", name="Zoom in").click()
    assert visit.page.evaluate("accord.network.getScale()") > scale
    visit.page.get_by_role("button", name="Show all").click()
    assert visit.page.evaluate("accord.network.getScale()") == pytest.approx(scale)


def test_hostile_text_stays_text(browser: Browser, tmp_path: Path) -> None:
    opened = Visit(browser, tmp_path / "hostile.html", render(sample.hostile_subgraph()))
    for number in range(len(sample.hostile_subgraph().edges)):
        opened.page.evaluate("id => accord.choose(id)", f"e{number}")
        assert opened.page.locator("#panel img, #panel script, #panel b, #panel a").count() == 0
    assert sample.HOSTILE[1] in opened.page.locator("#panel").inner_text()
    opened.page.get_by_label("Search this page").fill("script")
    assert opened.page.locator("#found img, #found script").count() == 0
    opened.context.close()
    assert (opened.asked, opened.complaints) == ([], [])


def test_a_notebook_frame_draws_the_picture(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "notebook.html"
    path.write_text(f"<!doctype html><body>{Picture(sample.seed_subgraph())._repr_html_()}", encoding="utf-8")
    page = browser.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.goto(path.as_uri())
    frame = page.frame_locator("iframe")
    assert frame.locator("h1").inner_text() == "Indonesia–Japan"
    assert frame.locator("#picture canvas").count() == 1
    page.close()
    assert complaints == []
