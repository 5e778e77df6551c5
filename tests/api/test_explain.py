from __future__ import annotations

from io import StringIO

import pytest
from rich.console import Console

from api.explain import explained, summary
from graph.article import Article
from graph.claim import Agreement, Cooperation, Dispute, Event, Meeting, Office, Statement
from ingest.reader import default_reader


def shown(title: str, text: str) -> str:
    console = Console(width=100, file=StringIO(), record=True)
    console.print(explained(default_reader().explain(Article("a", title, text, "2024-05-15"))))
    return console.export_text()


def test_a_page_shows_sentences_with_findings_and_claims() -> None:
    page = shown(
        "Lake shared", "Peru and Bolivia signed a treaty on water. Trees fell. Trees fell again. Peru thanked Bolivia."
    )
    assert "Peru PER name" in page
    assert "frame sign" in page
    assert "= agreement" in page
    assert "not parsed" in page
    assert "[" not in page


def test_brackets_in_a_text_are_no_markup() -> None:
    assert "[bold]Peru[/bold] met Chile" in shown("", "[bold]Peru[/bold] met Chile.")


def test_an_article_of_one_country_says_once_that_nothing_was_parsed() -> None:
    page = shown("Peru", "Peru is large. Peru is old. Peru is high.")
    assert page.count("nothing was parsed") == 1
    assert "Peru is old" not in page


@pytest.mark.parametrize(
    ("statement", "line"),
    [
        (Cooperation((("CHL", "PER"),), "energy", ("energy.gas",), "agreed"), "CHL–PER  energy energy.gas  agreed"),
        (Dispute((("CHL", "PER"),)), "CHL–PER  over nothing named"),
        (Event((("PER", "CHL"),), "AID", None, ("water",), "pledged"), "PER→CHL  AID pledged  about water"),
        (Event((("CHL", "PER"),), "CONSULT"), "CHL–PER  CONSULT actual"),
        (
            Agreement("water treaty", "treaty", ("CHL", "PER"), ("water",), "signed"),
            "“water treaty”  treaty  CHL PER  signed water",
        ),
        (
            Meeting("visit", ("CHL", "PER"), ("Ana Rojas",), "Lima"),
            "visit  CHL – PER  actual  Ana Rojas  in Lima",
        ),
        (Office("Ana Rojas", "PER", "envoy", "special envoy"), "Ana Rojas, special envoy: PER envoy"),
    ],
)
def test_a_statement_is_one_line(statement: Statement, line: str) -> None:
    assert summary(statement) == line
