from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.routing import APIRoute

from api.cli import COMMANDS
from api.question import understand
from api.routers import ROUTERS
from graph.store import Store
from graph.view import View
from graph.vocabulary import sectors
from ingest.reader import default_reader
from ingest.source import bundled_article
from tests.api.conftest import LENDING, lending_claims, reading

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```cypher\n(.*?)```", README, re.DOTALL)
QUERIES = [query.strip() for block in BLOCKS for query in block.split(";\n") if query.strip()]


def section(title: str) -> str:
    return README.partition(f"## {title}\n")[2].partition("\n## ")[0]


def test_names_every_command() -> None:
    assert set(re.findall(r"^\| `accord ([\w-]+)", section("Commands"), re.MULTILINE)) == set(COMMANDS)


def test_names_every_route() -> None:
    routes = {
        r.path_format for router in ROUTERS for r in router.routes if isinstance(r, APIRoute) and r.include_in_schema
    }
    assert len(routes) > 20
    named = section("HTTP")
    assert [
        path for path in routes if path.removeprefix("/dyads/{a}/{b}").replace("{id:path}", "{id}") not in named
    ] == []


def test_its_questions_are_understood() -> None:
    asked = re.findall(r"`([^`]+)`", section("Commands").partition("Questions are understood")[2].partition("Slips")[0])
    assert len(asked) >= 6
    for question in asked:
        assert understand(question).actors


@pytest.mark.parametrize("query", QUERIES)
def test_its_queries_find_something(store: Store, query: str) -> None:
    assert store.run_read_only(query).rows


@pytest.fixture
def demo(store: Store) -> Iterator[View]:
    """What the demo stores, without the other article on the two."""
    article, writer = bundled_article(), store.writer()
    writer.forget(LENDING.id)
    writer.write(article, default_reader().read(article))
    yield store.view()
    writer.forget(article.id)
    writer.write(LENDING, reading(LENDING, lending_claims()))


def test_its_demo_has_the_figures_of_the_demo(demo: View) -> None:
    shown = re.findall(
        r"^  (\S.*)  (active|agreed|proposed|ended)\n    (?:(\S.*) · )?(\d+) sources? · confidence ([\d.]+)$",
        README.partition("```text\n")[2].partition("```")[0],
        re.MULTILINE,
    )
    assert len(shown) >= 3
    facts = {sectors().by_id[fact.sector].name: fact for fact in demo.cooperation("IDN", "JPN")}
    for sector, status, parts, sources, confidence in shown:
        fact = facts[sector]
        assert (fact.status, str(fact.support.sources)) == (status, sources)
        assert {sectors().by_id[part].name for part in fact.subsectors} == set(filter(None, parts.split(", ")))
        assert f"{fact.support.confidence:.2f}" == confidence
