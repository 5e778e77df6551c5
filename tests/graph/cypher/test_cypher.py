"""All Cypher runs on both engines: what one of them cannot do is not in it (DESIGN.md, embedded engine)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType

import pytest

import graph.cypher
from graph.cypher import (
    Query,
    agreement,
    article,
    claim,
    cooperation,
    dispute,
    dyad,
    event,
    judgement,
    leader,
    listing,
    meeting,
    mention,
    past,
    search,
    watch,
)
from graph.cypher.event import SUMS
from graph.projection.edges import EVENT_EDGES
from graph.projection.key import LABELS
from graph.view.wanted import Listed

AVOIDED = {
    "an engine's own ids": r"\belementId\s*\(|\bid\s*\(",
    "apoc": r"\bapoc\.",
    "full text, vector and lookup indexes": r"\b(FULLTEXT|VECTOR|LOOKUP)\b",
    "batches in transactions": r"\bIN\s+(\d+\s+CONCURRENT\s+)?TRANSACTIONS\b",
    "dynamic labels and types": r"[:|]\s*\$\(",
    "GQL's shortest paths": r"\bSHORTEST\s+\d",
    "a filter after LIMIT, which would come first": r"\bLIMIT\s+\S+\s+WHERE\b",
    "labels changed after creation": r"\b(SET|REMOVE)\s+\w+:\w",
    "a sort by a property of what is a text by then": r"(?s)(\w+)\.\w+ AS \1\b[^:]*ORDER BY[^:]*\b\1\.",
    "values in the text": r"\bLIMIT\s+\d|\bSKIP\s+\d",
    "times with a zone": r"\b(datetime|localdatetime|time)\s*\(",
}


def _modules() -> Iterator[ModuleType]:
    for info in iter_modules(graph.cypher.__path__, "graph.cypher."):
        yield import_module(info.name)


def _texts() -> Iterator[str]:
    """All Cypher in the package: constants, tuples and tables of them, and queries."""
    for module in _modules():
        for value in vars(module).values():
            yield from _cypher(value)


def _cypher(value: object) -> Iterator[str]:
    if isinstance(value, Query):
        yield value.text
    elif isinstance(value, str) and re.search(r"\b(MATCH|MERGE|CREATE)\b", value) and "\n" in value.strip():
        if not value.startswith(("All Cypher", "Constraints")):
            yield value
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from _cypher(item)
    elif isinstance(value, tuple):
        yield from (item for item in value if isinstance(item, str) and item.startswith("CREATE "))


@pytest.mark.parametrize("what", AVOIDED)
def test_nothing_that_one_engine_lacks(what: str) -> None:
    texts = list(_texts())
    assert len(texts) > 100
    assert [text for text in texts if re.search(AVOIDED[what], text)] == []


QUERIES = [
    agreement.listing(actor=None, sector=None, status=None, skip=0, limit=1),
    agreement.of_dyad("IDN-JPN", limit=1),
    article.claims("a"),
    article.closed("a"),
    article.listing(publisher=None, language=None, actor=None, since=None, until=None, after=None, limit=1),
    article.one("a"),
    claim.passages(["x"]),
    claim.supporting("coop:IDN-JPN:energy", 1),
    *(claim.one(label, "x") for label in claim.LABELS),
    *(
        claim.listed(rejected, article=of, kind=None, confirmed=False, confidence=0, after=None, limit=1)
        for rejected in (True, False)
        for of in ("a", None)
    ),
    judgement.held(["x"]),
    listing.attended(["meeting:IDN+JPN:2023"]),
    *(listing.one(label, "x") for label in LABELS),
    search.agreements(["x"], 1),
    search.articles(["x"], 1),
    search.leaders(["x"], 1),
    search.leaders_like(["x"], 1),
    search.sentences(["x"], 1),
    watch.one("x"),
    cooperation.of_dyad("IDN-JPN"),
    cooperation.partners("JPN", None, 1),
    cooperation.partners("JPN", "energy", 1),
    dispute.of_dyad("IDN-JPN"),
    dyad.strongest(None, 1),
    dyad.strongest("JPN", 1),
    dyad.facts(["IDN-JPN"], ["actual"], 1),
    dyad.number("JPN"),
    dyad.of_actor("JPN"),
    dyad.totals(["IDN-JPN"], ["actual"]),
    event.between(["IDN-JPN"]),
    event.of_dyad("IDN-JPN", modalities=["actual"], skip=0, limit=1),
    leader.of_actor(None, None, 1),
    leader.of_actor("JPN", None, 1),
    leader.of_dyad(["JPN"], [], []),
    past.agreements(None),
    past.contributions(["coop:IDN-JPN:energy"]),
    past.facts_of(["IDN-JPN"]),
    mention.facts_of(["leader:JPN"]),
    mention.joined("JPN"),
    mention.of_facts(["leader:JPN:kishida"]),
    meeting.of_dyad("IDN-JPN", since=None, until=None, modalities=["actual"], skip=0, limit=1),
]


@pytest.mark.parametrize("query", QUERIES)
def test_a_query_has_just_the_parameters_that_its_text_names(query: Query) -> None:
    assert set(re.findall(r"\$(\w+)", query.text)) == set(query.parameters)


@pytest.mark.parametrize("text", listing.TEXTS.values(), ids=list(listing.TEXTS))
def test_a_list_is_asked_for_with_what_its_text_names(text: str) -> None:
    parameters = set(Listed().parameters("support", None, 1))
    assert set(re.findall(r"\$(\w+)", text)) <= parameters


def test_a_query_can_be_pasted_into_the_browser() -> None:
    shown = cooperation.of_dyad("IDN-JPN").for_browser()
    assert shown.startswith(':params {dyad: "IDN-JPN", sector: null}\nMATCH ')
    assert Query("RETURN 1").for_browser() == "RETURN 1"


def test_what_is_no_fact_has_no_passages() -> None:
    assert claim.supporting("nonsense", 1) is None


def test_the_edges_that_sum_up_events_are_those_that_are_written() -> None:
    assert set(SUMS.split("|")) == {kind.type for kind in EVENT_EDGES.values()}
