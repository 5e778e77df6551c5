from __future__ import annotations

import re
from pathlib import Path

import pytest
from fastapi.routing import APIRoute

from api.cli import COMMANDS
from api.question import understand
from api.routers import ROUTERS
from graph.store import Store

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
