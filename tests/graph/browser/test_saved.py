"""The questions and the style sheet that ship with Accord: they fit the model, and all questions find something."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

from graph.browser import SavedQuery, grass, saved_queries, write_files
from graph.claim import Agreement, Cooperation, Dispute, Event, Meeting, Office, When
from graph.cypher.everything import LABELS
from graph.projection.edges import FACT_EDGES, SUMMARY_EDGES
from graph.store import Store
from tests.graph.samples import article, claim, energy, reading
from viz.style import FAMILIES, KINDS, family_of

RULE = re.compile(r"^(node|relationship)(?:\.(\w+))? \{\n(.*?)\n\}$", re.MULTILINE | re.DOTALL)


def store_sample(store: Store) -> None:
    """A graph in which each question has an answer."""
    own = article("a")
    pact = Agreement("Economic Partnership Agreement", "agreement", ("IDN", "JPN"), ("trade",), "in_force")
    said = (
        energy(),
        Cooperation((("IDN", "JPN"),), "defence", (), "proposed"),
        Dispute((("IDN", "JPN"),), "fisheries"),
        Event((("JPN", "IDN"),), "AID", "economic", ("energy",)),
        pact,
        Agreement("Reciprocal Access Agreement", "agreement", ("AUS", "JPN"), ("defence",), "signed"),
        Office("Fumio Kishida", "JPN", "head_of_government", "Prime Minister"),
        Meeting("visit", ("IDN", "JPN"), ("Fumio Kishida",), "Jakarta"),
    )
    when = When("2023-09-07", "stated")
    store.writer().write(own, reading(own, *(claim(own, statement, when=when) for statement in said)))


def test_every_question_is_told_apart() -> None:
    questions = [query.question for query in saved_queries()]
    assert len(questions) == len(set(questions)) > 10
    assert all(question[0].isupper() for question in questions)
    assert not any("//" in query.text or ";" in query.text or "$" in query.text for query in saved_queries())


def test_every_question_finds_something(store: Store) -> None:
    store_sample(store)
    found = {query.question: len(store.run_read_only(query.text).rows) for query in saved_queries()}
    assert {question: rows for question, rows in found.items() if not rows} == {}


def test_a_question_finds_what_it_asks_for(store: Store) -> None:
    store_sample(store)
    areas = _of("Japan–Indonesia: cooperation areas, with the sentences behind each")
    rows = store.run_read_only(areas.text).rows
    assert {(row["sector"], row["status"]) for row in rows} == {("Energy", "active"), ("Defence", "proposed")}
    assert {sentence for row in rows for sentence in row["sentences"]} == {article("a").text}
    (stands,) = store.run_read_only(_of("Japan–Indonesia: their agreements, and where each stands").text).rows
    assert (stands["agreement"], stands["stands"]) == ("Economic Partnership Agreement", "in_force")
    (chain,) = store.run_read_only(
        _of("The shortest chain of agreements from Australia to Indonesia, as a graph").text
    ).rows
    assert [node["properties"]["name"] for node in chain["chain"]["nodes"]][::2] == ["Australia", "Japan", "Indonesia"]


def test_the_style_sheet_is_of_this_model() -> None:
    rules = {(kind, name) for kind, name, _ in RULE.findall(grass())}
    shown = {"Country", "Organization", *LABELS} - {"ClosedClaim", "Tally", "Name", "Schema"}
    assert {name for kind, name in rules if kind == "node" and name} == shown
    types = {edge.type for edge in (*FACT_EDGES, *SUMMARY_EDGES)}
    styled = {name for kind, name in rules if kind == "relationship" and name}
    assert styled == {edge for edge in types if family_of(edge) != "frame" and edge not in {"BY", "TOWARDS", "ABOUT"}}


def test_its_colours_are_those_of_the_drawn_page() -> None:
    rules = {(kind, name): dict(re.findall(r"([\w-]+): (.*?);", body)) for kind, name, body in RULE.findall(grass())}
    for kind in KINDS:
        assert rules["node", kind.kind.title()]["color"] == kind.light
    families = {family.family: family.light for family in FAMILIES}
    for (of, name), own in rules.items():
        if of == "relationship" and name:
            assert own["color"] == families[family_of(name)]


def test_the_browser_can_parse_the_style_sheet() -> None:
    """Its parser splits a rule at semicolons and a property at its one colon, wherever they stand."""
    properties = [line for line in grass().splitlines() if line.startswith("  ")]
    assert all(line.count(":") == 1 and line.count(";") == 1 and line.endswith(";") for line in properties)


def test_files_to_drop_on_the_browser(tmp_path: Path) -> None:
    style, script, favorites = write_files(tmp_path / "new")
    assert style.read_text("utf-8") == grass()
    with zipfile.ZipFile(favorites) as archive:
        written = [archive.read(name).decode() for name in archive.namelist()]
    assert written == [query.script for query in saved_queries()]
    assert all(query.text in script.read_text("utf-8") for query in saved_queries())


def _of(question: str) -> SavedQuery:
    return next(query for query in saved_queries() if query.question == question)
