"""A graph of hand-made claims, anew for each module, and a client of the API over it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.settings import Settings
from graph.article import Article
from graph.claim import (
    Agreement,
    Claim,
    Cooperation,
    Dispute,
    Event,
    Evidence,
    Meeting,
    Office,
    Statement,
    When,
)
from graph.reading import Presence, Reading
from graph.store import Store, open_store
from tests.database import Database

LENDING = Article(
    id="lending",
    title="Japan lends <b>Indonesia</b> money for gas",
    text="Kishida met Widodo in Jakarta. They agreed on gas and defence. Trade may follow.",
    published="2023-09-08",
    publisher="Example Times",
    url="https://news.example/lending",
)
QUARREL = Article(
    id="quarrel",
    title="Quarrel over fish",
    text="China accused Japan over fish. Japan and Viet Nam signed a fisheries pact.",
    published="2024-02-01",
    publisher="Example Post",
)


def claim(article: Article, statement: Statement, words: str, when: When | None = None) -> Claim:
    """A claim whose evidence is the sentence of the article that holds `words`."""
    start = article.text.index(words)
    sentence = Evidence("text", start, start + len(words), words, ((start, start + 4),))
    return Claim(article.id, statement, (sentence,), 0.8, "hand", when or When())


def reading(article: Article, claims: list[Claim]) -> Reading:
    """A reading of hand-made claims."""
    seen = sorted({actor for c in claims for actor in c.actors})
    presences = tuple(Presence(actor, claims[0].evidence[0]) for actor in seen)
    return Reading(article.id, "hand/1", presences, tuple(claims))


def lending_claims() -> list[Claim]:
    pair, met, agreed = (("IDN", "JPN"),), "Kishida met Widodo in Jakarta.", "They agreed on gas and defence."
    day = When("2023-09-07", "stated")
    leaders = ("Fumio Kishida", "Joko Widodo")
    return [
        claim(LENDING, Office("Fumio Kishida", "JPN", "head_of_government", "Prime Minister"), met),
        claim(LENDING, Office("Joko Widodo", "IDN", "head_of_state", "President"), met),
        claim(LENDING, Meeting("bilateral_meeting", ("IDN", "JPN"), leaders, "Jakarta"), met, day),
        claim(LENDING, Event(pair, "CONSULT"), met, day),
        claim(LENDING, Event(pair, "AGREE", sectors=("energy", "defence")), agreed, day),
        claim(LENDING, Cooperation(pair, "energy", ("energy.gas",), "agreed"), agreed),
        claim(LENDING, Cooperation(pair, "defence", (), "agreed"), agreed),
        claim(LENDING, Cooperation(pair, "trade", (), "proposed"), "Trade may follow."),
        claim(LENDING, Agreement("loan for gas", "loan", ("IDN", "JPN"), ("energy",), "agreed"), agreed, day),
    ]


def quarrel_claims() -> list[Claim]:
    accused, signed = "China accused Japan over fish.", "Japan and Viet Nam signed a fisheries pact."
    pact = Agreement("fisheries pact", "treaty", ("JPN", "VNM"), ("fisheries",), "signed")
    return [
        claim(QUARREL, Dispute((("CHN", "JPN"),), "fisheries"), accused),
        claim(QUARREL, Event((("CHN", "JPN"),), "ACCUSE", sectors=("fisheries",)), accused),
        claim(QUARREL, Cooperation((("JPN", "VNM"),), "fisheries", (), "active"), signed),
        claim(QUARREL, pact, signed, When("2024-01-31", "stated")),
    ]


@pytest.fixture(scope="module")
def api_settings(tmp_path_factory: pytest.TempPathFactory, embedded_database: Database) -> Settings:
    """Settings of a home of its own, in which only the graph is that of the session's engine."""
    settings = Settings(home=tmp_path_factory.mktemp("api"), neo4j_uri=None)
    assert embedded_database.config.home
    (settings.home / "graph").symlink_to(embedded_database.config.home)
    return settings


@pytest.fixture(scope="module")
def store(embedded_database: Database) -> Iterator[Store]:
    """Holds what this module writes and nothing of another."""
    embedded_database.empty()
    with open_store(embedded_database.config) as opened:
        writer = opened.writer()
        writer.write(LENDING, reading(LENDING, lending_claims()))
        writer.write(QUARREL, reading(QUARREL, quarrel_claims()))
        yield opened
    embedded_database.empty()


@pytest.fixture(scope="module")
def client(api_settings: Settings, store: Store) -> Iterator[TestClient]:
    app = create_app(api_settings, store)
    with TestClient(app, base_url="http://127.0.0.1", raise_server_exceptions=False) as opened:
        yield opened
