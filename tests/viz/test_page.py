from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from typing import Any

import pytest

from graph.subgraph import Subgraph
from tests.viz.sample import AGREED, HOSTILE, crowded_subgraph, hostile_subgraph, seed_subgraph
from viz import asset
from viz.page import Picture, json_for_script, render


class Elements(HTMLParser):
    """All start tags with their attributes, and the text of scripts."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.scripts: list[str] = []
        self.text: list[str] = []
        self._in = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._in = tag if tag in {"script", "style"} else ""
        if tag == "script":
            self.scripts.append("")

    def handle_endtag(self, tag: str) -> None:
        self._in = ""

    def handle_data(self, data: str) -> None:
        if self._in == "script":
            self.scripts[-1] += data
        elif not self._in:
            self.text.append(data)

    def of(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]


@pytest.fixture(scope="module")
def seed() -> Elements:
    return Elements(render(seed_subgraph()))


@pytest.fixture(scope="module")
def hostile() -> Elements:
    return Elements(render(hostile_subgraph()))


def data_of(page: Elements) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(page.scripts[0])
    return data


def test_nothing_is_loaded(seed: Elements) -> None:
    assert all("src" not in attributes for _, attributes in seed.tags)
    assert [link["href"] for link in seed.of("link") if not (link["href"] or "").startswith("data:")] == []
    assert seed.of("iframe") == seed.of("object") == seed.of("base") == []


def test_the_policy_admits_the_scripts_of_the_page_and_nothing_else(seed: Elements) -> None:
    policy = next(m["content"] for m in seed.of("meta") if m.get("http-equiv") == "Content-Security-Policy") or ""
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    assert all(asset.source_hash(script) in policy for script in seed.scripts[1:])
    assert len(seed.scripts) == 3
    assert [script.get("type") for script in seed.of("script")] == ["application/json", None, None]


def test_no_element_has_a_handler_or_a_style(seed: Elements, hostile: Elements) -> None:
    for page in (seed, hostile):
        names = {name for _, attributes in page.tags for name in attributes}
        assert not [name for name in names if name.startswith("on") or name == "style"]


def test_hostile_text_adds_no_element(seed: Elements, hostile: Elements) -> None:
    known = {tag for tag, _ in seed.tags} | {"p"}
    assert {tag for tag, _ in hostile.tags} <= known
    assert len(hostile.scripts) == 3
    assert hostile.of("img") == hostile.of("b") == []


def test_hostile_text_is_shown_as_it_is(hostile: Elements) -> None:
    text = "".join(hostile.text)
    for words in (HOSTILE[0], HOSTILE[1], HOSTILE[2], HOSTILE[4]):
        assert words in text
    assert "\u202e" not in text
    assert "\u2066" not in text


def test_hostile_text_is_data_alone(hostile: Elements) -> None:
    source = hostile.scripts[0]
    assert not re.search("[<>&\u2028\u2029]", source)
    data = data_of(hostile)
    assert data["facts"]["nodes"]["IDN"]["title"] == HOSTILE[0]
    assert [quote["url"] for quote in data["facts"]["quotes"]] == [None]


def test_no_link_but_to_the_web(hostile: Elements, seed: Elements) -> None:
    assert [a["href"] for a in hostile.of("a")] == ["#facts"]
    links = [a for a in seed.of("a") if a["href"] != "#facts"]
    assert links
    assert {(a["href"], a["rel"]) for a in links} == {("https://example.org/indonesia-japan", "noopener noreferrer")}


@pytest.mark.parametrize("text", ["</script>", "<!--", "\u2028\u2029", "a & b", "{{ x }}", "\ud800"])
def test_json_for_a_script_means_the_same(text: str) -> None:
    made = json_for_script({text: [text]})
    assert json.loads(made) == {text: [text]}
    assert not re.search("[<>&\u2028\u2029]", made)


def test_the_same_facts_are_there_without_any_script(seed: Elements) -> None:
    text = " ".join("".join(seed.text).split())
    assert AGREED in text
    for words in ("Joko Widodo", "Prime Minister", "Finance", "proposed", "in force", "7 September 2023"):
        assert words in text


def test_the_title_is_that_of_the_subgraph(seed: Elements) -> None:
    page = render(seed_subgraph())
    assert "<title>Indonesia–Japan · Accord</title>" in page
    assert re.search(r"<h1><bdi[^>]*>Indonesia–Japan</bdi></h1>", page)


def test_what_was_left_out_is_said() -> None:
    assert "beyond the limit of this picture: 12 events and 1 meeting." in render(crowded_subgraph())
    assert "beyond the limit" not in render(seed_subgraph())


def test_a_page_is_the_same_each_time() -> None:
    assert render(seed_subgraph()) == render(seed_subgraph())


def test_nothing_to_draw_is_said() -> None:
    page = render(Subgraph("Nobody", (), (), {}))
    assert "Nothing is known yet." in page
    assert '<p class="empty">There is nothing to draw.</p>' in " ".join(page.split()).replace(" >", ">")


def test_a_lone_surrogate_does_not_break_a_page() -> None:
    render(Subgraph("a \ud800 b", (), (), {})).encode()


def test_a_notebook_shows_the_page_in_a_frame() -> None:
    shown = Elements(Picture(hostile_subgraph(), height=500)._repr_html_())
    assert [tag for tag, _ in shown.tags] == ["iframe"]
    frame = shown.of("iframe")[0]
    assert frame["srcdoc"] == render(hostile_subgraph())
    assert "allow-same-origin" not in (frame["sandbox"] or "")
    assert frame["height"] == "500"


def test_vis_network_is_the_release_that_is_named() -> None:
    assert f"@version {asset.VIS_NETWORK}" in asset.vis_network()


def test_no_asset_asks_for_what_the_policy_forbids() -> None:
    own = "".join(asset.scripts("graph")[-1:] + asset.scripts("matrix"))
    assert "eval(" not in own
    assert "innerHTML" not in own
    assert "insertAdjacentHTML" not in own
    assert "url(" not in asset.stylesheet()
    assert "@import" not in asset.stylesheet()
