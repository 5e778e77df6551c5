"""An open store on the embedded engine, with a small graph that has a bit of everything in it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from graph.article import Article
from graph.claim import Agreement, Cooperation, Event, Meeting, Office, When
from graph.store import Store, open_store
from tests.database import Database
from tests.graph.samples import article, claim, energy, random_readings, reading

HARD = Article(
    id='https://example.org/a?b="c";d,e',
    title='Said: "Ja, gut"; und\tmehr',
    text='Japan and Indonesia agreed;\n"on gas", they said.\n日本 é \\ end',
    published="2023-09-07",
)


@pytest.fixture
def filled(embedded_database: Database) -> Iterator[Store]:
    embedded_database.empty()
    with open_store(embedded_database.config) as store:
        claims = (
            claim(HARD, energy()),
            claim(HARD, Event((("JPN", "IDN"),), "AID", "economic", ("energy",)), when=When("2023-09-07", "stated")),
            claim(HARD, Agreement("Economic Pact of Bali", "treaty", ("IDN", "JPN"), ("trade",))),
            claim(HARD, Office("Fumio Kishida", "JPN", "head_of_government")),
            claim(HARD, Meeting("visit", ("IDN", "JPN"), ("Fumio Kishida",))),
            claim(HARD, Cooperation((("AUS", "JPN"),), "trade")),
        )
        store.writer().write(HARD, reading(HARD, *claims))
        other = article("other", "Japan asked Australia for coal.")
        asked = claim(other, Event((("JPN", "AUS"),), "REQUEST"), when=When("2023-09-08", "stated"))
        store.writer().write(other, reading(other, asked))
        store.writer().write_many(random_readings(5, 12, seed=11))
        yield store
    embedded_database.empty()
