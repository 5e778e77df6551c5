"""What is in the graph as it is, read by the same reader, is not read again; all else is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from graph.article import Article
from graph.stock import Stock
from graph.store import Store, open_store
from ingest.reading import Known, Read, read_all
from ingest.run import DryWriter, recognised, run
from ingest.run.recognising import TOGETHER
from ingest.source import Loaded, Skipped
from tests.database import Database
from tests.ingest.reading.readers import Obedient

ARTICLE = Article("a", "Talks", "Japan.", "2024-05-15", "The Post", "A. Writer", "https://post.example/a")


@pytest.fixture
def store(embedded_database: Database) -> Iterator[Store]:
    embedded_database.empty()
    with open_store(embedded_database.config) as opened:
        run(read_all([ARTICLE, Article("b", "", "Nothing.")], Obedient()), opened.writer())
        yield opened
    embedded_database.empty()


def test_unchanged_articles_are_known_with_their_claims(store: Store) -> None:
    stock = Stock(store)
    articles = [ARTICLE, Article("b", "", "Nothing."), Article("c", "", "Japan.")]
    assert stock.unchanged(articles, "obedient/1") == {"a": 1, "b": 0}
    assert stock.unchanged(articles, "obedient/2") == {}
    assert stock.unchanged([], "obedient/1") == {}


@pytest.mark.parametrize(
    "change",
    [
        {"title": "Other"}, {"text": "Japan!"}, {"published": "2024-05-16"}, {"published": None}, {"publisher": "P."},
        {"author": None}, {"url": None}, {"language": "de"}, {"id": "other"},
    ],
)  # fmt: skip
def test_any_change_makes_it_another(store: Store, change: dict[str, str | None]) -> None:
    assert Stock(store).unchanged([replace(ARTICLE, **change)], "obedient/1") == {}  # type: ignore[arg-type]


def test_what_is_unchanged_is_neither_read_nor_written_but_counted(store: Store) -> None:
    items: list[Loaded] = [ARTICLE, Skipped("x", "empty", ""), Article("c", "", "Japan.")]
    read: list[str] = []

    class Noting(DryWriter):
        def write_many(self, readings: object) -> object:  # type: ignore[override]
            assert isinstance(readings, list)
            read.extend(article.id for article, _ in readings)
            return super().write_many(readings)

    known = recognised(items, lambda articles: Stock(store).unchanged(articles, "obedient/1"))
    report = run(read_all(known, Obedient()), Noting())  # type: ignore[arg-type]
    assert read == ["c"]
    assert (report.articles, report.claims, report.unchanged, report.skipped) == (2, 2, 1, {"empty": 1})


def test_all_is_asked_for_together_and_keeps_its_order() -> None:
    asked: list[int] = []

    def even(articles: object) -> dict[str, int]:
        assert isinstance(articles, list)
        asked.append(len(articles))
        return {a.id: 1 for a in articles if int(a.id) % 2 == 0}

    items = [Article(str(number), "", "") for number in range(TOGETHER + 3)]
    found = list(recognised(items, even))
    assert asked == [TOGETHER, 3]
    assert [item.id for item in found if not isinstance(item, Skipped)] == [str(n) for n in range(TOGETHER + 3)]
    assert [isinstance(item, Known) for item in found] == [n % 2 == 0 for n in range(TOGETHER + 3)]


def test_a_dry_run_says_what_would_be_refused() -> None:
    class Unknown(Obedient):
        name_version = "unknown/1"

        def read(self, article: Article) -> object:  # type: ignore[override]
            reading = super().read(article)
            return replace(reading, article_id="other") if article.id == "foreign" else reading

    reader = Unknown()
    results: list[Read] = [(a, reader.read(a)) for a in (ARTICLE, replace(ARTICLE, id="foreign"))]  # type: ignore[misc]
    report = run(results, DryWriter())
    assert (report.articles, report.skipped) == (1, {"foreign_reading": 1})
