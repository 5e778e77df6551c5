from __future__ import annotations

from collections.abc import Iterator
from io import StringIO
from typing import Any

import pytest
from rich.console import Console

from api.answer import Answer, answer
from api.answer.phrase import counted, listed, sector_name
from api.answer_page import answer_page
from api.card import card
from api.question import EXAMPLES, understand
from api.wire_answer import AnswerOut, answer_out
from graph.article import Article
from graph.claim import Agreement, Claim, Dispute, Event, Meeting, Office, When
from graph.store import Store
from graph.view import View
from tests.api.conftest import claim, reading


@pytest.fixture
def ask(store: Store) -> Any:
    def asked(text: str) -> Answer:
        return answer(understand(text), store.view())

    return asked


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        (
            "Japan–Indonesia cooperation areas",
            "Japan and Indonesia have 3 sectors of cooperation: agreed in defence and energy; proposed in trade.",
        ),
        ("energy cooperation of Japan and Indonesia", "Japan and Indonesia have agreed to cooperate in energy."),
        ("trade cooperation of Japan and Indonesia", "Japan and Indonesia may cooperate in trade."),
        ("fisheries cooperation of Japan and Vietnam", "Japan and Vietnam cooperate in fisheries."),
        (
            "fisheries cooperation of Japan and Indonesia",
            "The graph holds no cooperation between Japan and Indonesia in fisheries. "
            "It holds 3 sectors of cooperation, 1 agreement, 1 meeting and 2 events of theirs.",
        ),
        ("Japan and Fiji", "The graph holds no facts between Japan and Fiji."),
        ("What did Japan and Indonesia agree on?", "Japan and Indonesia have 1 agreement: loan for gas (agreed)."),
        (
            "When did Japan and Indonesia last meet?",
            "Indonesia and Japan last met in Jakarta on 2023-09-07, represented by Fumio Kishida and Joko Widodo "
            "(bilateral meeting).",
        ),
        ("disputes of China and Japan", "China and Japan: at odds over fisheries; 1 act of conflict."),
        (
            "what happened between China and Japan in 1990",
            "The graph holds no events between China and Japan in 1990. It holds 1 dispute and 1 event of theirs.",
        ),
        ("who leads Japan?", "Fumio Kishida, Prime Minister of Japan."),
        ("Who cooperates with Japan?", "Japan cooperates with 2 partners: Vietnam and Indonesia."),
        ("Who cooperates with Japan in fisheries?", "Japan cooperates in fisheries with 1 partner: Vietnam."),
        (
            "What changed between Japan and Indonesia since 2023?",
            "Japan and Indonesia since 2023: 3 new fields of cooperation, 1 new agreement, 1 new meeting and "
            "2 new events.",
        ),
        (
            "What changed between Japan and Vietnam since 2025?",
            "The graph holds no changes between Japan and Vietnam since 2025. "
            "It holds 1 sector of cooperation and 1 agreement of theirs.",
        ),
        (
            "How did relations of Japan and Indonesia develop over time?",
            "Japan and Indonesia, 2023-Q3: 2 acts of cooperation and 0 of conflict.",
        ),
        (
            "Everything Japan does with ASEAN members",
            "Japan and the members of ASEAN: relations of 2 of 11 pairs, most with Indonesia (7 facts) and "
            "Vietnam (2 facts).",
        ),
        ("fisheries", "1 pair cooperates in fisheries: Japan–Vietnam."),
        (
            "Who is Joko Widodo?",
            "Joko Widodo, President of Indonesia. The graph holds 1 meeting that names them.",
        ),
        (
            "has Biden met Widodo?",
            "The graph holds no meetings between United States and Indonesia.",
        ),
        (
            "whom did Kishida meet",
            "Indonesia and Japan met in Jakarta on 2023-09-07, represented by Fumio Kishida and "
            "Joko Widodo (bilateral meeting).",
        ),
        ("Who is prime minister of Japan?", "Fumio Kishida, Prime Minister of Japan."),
        ("agreements of Vietnam", "Vietnam has 1 agreement: fisheries pact (signed)."),
        ("cooperation of Japan, Indonesia and Vietnam", "2 of 3 pairs cooperate: Indonesia–Japan and Japan–Vietnam."),
    ],
)
def test_answers_in_a_sentence(ask: Any, text: str, headline: str) -> None:
    assert ask(text).headline == headline


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Japan–Indonesia cooperation areas", "cooperation"),
        ("agreements between Japan and Indonesia", "agreements"),
        ("meetings between Japan and Indonesia", "meetings"),
        ("events between Japan and Indonesia", "events"),
        ("disputes of China and Japan", "disputes events"),
        ("leaders of Japan and Indonesia", "leaders"),
        ("Japan and Indonesia", "agreements cooperation events leaders meetings"),
        ("Japan", "agreements entity leaders partners"),
        ("who cooperates with Japan", "partners"),
        ("what changed between Japan and Indonesia since 2023", "changes"),
        ("history of relations between Japan and Indonesia", "history"),
        ("what links Indonesia and Vietnam", "links"),
        ("Japan and ASEAN members", "agreements cooperation events leaders meetings members"),
        ("who is Joko Widodo", "entity leaders meetings"),
        ("what is ASEAN", "entity"),
        ("fisheries", "cooperation entity"),
        ("agreements and meetings of Japan and Indonesia", "agreements meetings"),
        ("who leads Indonesia and whom did they meet", "leaders meetings"),
        ("meetings of Japan", "meetings"),
        ("disputes of Japan", "disputes events"),
    ],
)
def test_gives_the_facts_that_were_asked_for(ask: Any, text: str, kinds: str) -> None:
    facts = ask(text).facts
    assert {kind for kind in facts.__slots__ if getattr(facts, kind)} == set(kinds.split())


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("agreements between Japan and Indonesia in 2023", True),
        ("agreements between Japan and Indonesia since 2024", False),
        ("meetings between Japan and Indonesia in September 2023", True),
        ("meetings between Japan and Indonesia until 2022", False),
        ("cooperation of Japan and Indonesia since 2023", True),
        ("cooperation of Japan and Indonesia until 2022", False),
        ("agreements between Japan and Indonesia on gas", False),
        ("agreements between Japan and Indonesia on energy", True),
        ("events between Japan and Indonesia on defence", True),
        ("events between Japan and Indonesia on tourism", False),
    ],
)
def test_keeps_to_the_period_and_sector(ask: Any, text: str, found: bool) -> None:
    assert bool(ask(text).facts) is found


def test_every_fact_is_quoted(ask: Any) -> None:
    facts = ask("Japan and Indonesia").facts
    for kind in ("cooperation", "agreements", "meetings", "events", "leaders"):
        for fact in getattr(facts, kind):
            assert fact.support.evidence
            assert fact.support.sources == 1


def test_the_queries_run_and_give_what_was_answered(ask: Any, store: Store) -> None:
    for text in ("Japan–Indonesia cooperation areas", "Japan and Indonesia", "Who leads Japan?", "disputes of Japan"):
        for query in ask(text).queries:
            assert not store.run_read_only(query.text, dict(query.parameters)).truncated
    [query] = ask("Japan–Indonesia cooperation areas").queries
    rows = store.run_read_only(query.text, dict(query.parameters)).rows
    assert {row["fact"]["sector"] for row in rows} == {"energy", "defence", "trade"}


def test_links_are_bodies_partners_and_treaty_partners(ask: Any) -> None:
    links = ask("what links Indonesia and Vietnam").facts.links
    assert ("body", "ORG:ASEAN") in {(link.kind, link.actor) for link in links}
    assert {(link.kind, link.actor) for link in links if link.kind != "body"} == {("partner", "JPN"), ("party", "JPN")}


def test_partners_are_quoted(ask: Any) -> None:
    for partner in ask("Who cooperates with Japan?").facts.partners:
        assert partner.support.evidence


@pytest.mark.parametrize("text", EXAMPLES)
def test_each_example_has_an_answer_a_page_and_cypher(ask: Any, store: Store, text: str) -> None:
    found = ask(text)
    assert found.headline.endswith(".")
    assert found.queries
    for query in found.queries:
        assert not store.run_read_only(query.text, dict(query.parameters)).truncated
    assert answer_page(store.view(), found).status_code == 200


def test_the_example_of_the_wire_form_is_one() -> None:
    [example] = AnswerOut.model_json_schema()["examples"]
    assert AnswerOut.model_validate(example).model_dump(mode="json") == example


def test_the_wire_form_is_whole(ask: Any) -> None:
    wire = answer_out(ask("Indonisia and Japan since 2019")).model_dump()
    assert wire["understanding"]["notes"] == ["Read 'Indonisia' as Indonesia."]
    assert wire["understanding"]["period"] == {"since": "2019", "until": None}
    assert wire["cypher"][0]["browser"].startswith(":params {")


def test_the_card_shows_text_of_articles_as_text(ask: Any) -> None:
    console = Console(width=100, record=True, file=StringIO())
    console.print(card(ask("Japan and Indonesia")))
    shown = console.export_text()
    assert "“They agreed on gas and defence.”" in shown
    assert "Japan lends <b>Indonesia</b> money for gas, Example Times, 2023-09-08" in shown


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ([], ""),
        (["a"], "a"),
        (["a", "b"], "a and b"),
        (["a", "b", "c"], "a, b and c"),
        (["a", "b and c", "d"], "a, b and c, and d"),
    ],
)
def test_lists_words(words: list[str], text: str) -> None:
    assert listed(words) == text


def test_counts_and_names() -> None:
    assert counted(1, "source") == "1 source"
    assert counted(1200, "country", "countries") == "1,200 countries"
    assert sector_name("energy.gas") == "natural gas"


OLD = Article(
    id="old",
    title="Peru and Chile",
    text="In 2010 Peru and Chile signed a gas pact. Peru accused Chile over fish in 2010. They met in 2010.",
    published="2010-05-01",
)
NEW = Article(id="new", title="Peru and Chile again", text="Peru and Chile agreed on ports.", published="2023-05-01")


def old_claims() -> list[Claim]:
    pair, then = (("CHL", "PER"),), When("2010", "stated")
    signed, accused, met = (f"{part}." for part in OLD.text.removesuffix(".").split(". "))
    pact = Agreement("gas pact", "treaty", ("CHL", "PER"), ("energy",), "signed")
    return [
        claim(OLD, pact, signed, then),
        claim(OLD, Dispute(pair, "fisheries"), accused),
        claim(OLD, Meeting("summit", ("CHL", "PER"), ("Alan Garcia",), None), met, then),
        claim(OLD, Event(pair, "ACCUSE", sectors=("fisheries",)), accused, then),
        claim(OLD, Office("Alan Garcia", "PER", "head_of_state", "President"), met),
    ]


@pytest.fixture(scope="module")
def long_ago(store: Store) -> Iterator[View]:
    """Two of whom nobody else in the graph tells."""
    writer = store.writer()
    writer.write(OLD, reading(OLD, old_claims()))
    newer = [claim(NEW, Event((("CHL", "PER"),), "AGREE", sectors=("transport",)), NEW.text)]
    writer.write(NEW, reading(NEW, newer))
    yield store.view()
    for article in (OLD, NEW):
        writer.forget(article.id)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Chile and Peru", "disputes agreements meetings events leaders"),
        ("Chile and Peru in 2010", "disputes agreements meetings events leaders"),
        ("Chile and Peru since 2011", ""),
        ("Chile and Peru until 2009", ""),
        ("Chile and Peru and Bolivia since 2011", ""),
    ],
)
def test_an_overview_keeps_to_the_period(long_ago: View, text: str, kinds: str) -> None:
    facts = answer(understand(text), long_ago).facts
    assert {kind for kind in facts.__slots__ if getattr(facts, kind)} == set(kinds.split())


def test_what_changed_is_told_of_no_later_than_the_view(long_ago: View) -> None:
    question = understand("What changed between Chile and Peru in 2010?")
    assert answer(question, long_ago).facts.changes
    assert answer(question, long_ago.at("2010-12")).facts.changes
    assert not answer(question, long_ago.at("2010-04")).facts
    assert not answer(understand("What changed between Chile and Peru in 2023?"), long_ago.at("2019")).facts


@pytest.fixture
def often_met(store: Store) -> Iterator[View]:
    """A pair of whom more meetings are told, by two papers each, than are shown, and of the last by one."""
    days = [f"{year}-{month:02}-01" for year in range(2000, 2020) for month in range(1, 13)]
    for n, paper in enumerate(("Peru and Bolivia met again and again.", "Over and over Bolivia received Peru.")):
        article = Article(f"often-{n}", "", paper, "2020-01-01")
        met = [claim(article, Meeting("visit", ("BOL", "PER"), (), None), paper, When(day, "stated")) for day in days]
        store.writer().write(article, reading(article, met))
    last = Article("often-last", "", "They met in La Paz. They will meet in Lima.", "2021-03-01")
    told = [
        claim(
            last, Meeting("visit", ("BOL", "PER"), (), "La Paz"), "They met in La Paz.", When("2021-02-28", "stated")
        ),
        claim(
            last,
            Meeting("visit", ("BOL", "PER"), (), "Lima", "pledged"),
            "They will meet in Lima.",
            When("2021-05", "stated"),
        ),
    ]
    store.writer().write(last, reading(last, told))
    yield store.view()
    for id_ in ("often-0", "often-1", "often-last"):
        store.writer().forget(id_)


@pytest.mark.parametrize(
    ("text", "place"),
    [("When did Peru and Bolivia last meet?", "La Paz"), ("the next planned meeting of Peru and Bolivia", "Lima")],
)
def test_the_last_meeting_of_many_is_found(often_met: View, text: str, place: str) -> None:
    found = answer(understand(text), often_met)
    assert found.facts.meetings[0].place == place
    assert place in found.headline


@pytest.mark.parametrize("text", ["agreements and disputes of Japan", "disputes and agreements of Japan"])
def test_of_one_actor_each_of_two_things_is_told(ask: Any, store: Store, text: str) -> None:
    found = ask(text)
    assert found.facts.agreements
    assert found.facts.disputes
    labels = " ".join(query.text for query in found.queries)
    assert "Dispute" in labels
    assert "Agreement" in labels
