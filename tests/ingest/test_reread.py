from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pytest

from graph.article import Article
from graph.claim import Cooperation
from graph.reading import Reading
from graph.stock import Stock
from graph.store import Store, open_store
from ingest.reread import plan_of, reread
from tests.database import Database
from tests.graph.samples import article, claim, energy, reading


@dataclass
class Made:
    """A reader that finds trade in everything."""

    name_version: str

    def read(self, article: Article) -> Reading:
        return reading(article, claim(article, Cooperation((("IDN", "JPN"),), "trade")), reader=self.name_version)

    def read_many(self, articles: Iterable[Article]) -> Iterator[Reading]:
        return map(self.read, articles)


@pytest.fixture
def store(embedded_database: Database) -> Iterator[Store]:
    embedded_database.empty()
    with open_store(embedded_database.config) as opened:
        for id_, reader in (("a", "rules/0.9.0"), ("b", "rules/0.10.0"), ("c", "rules/0.11.0"), ("d", "other/7")):
            own = article(id_)
            opened.writer().write(own, reading(own, claim(own, energy()), reader=reader))
        yield opened
    embedded_database.empty()


def sectors(store: Store) -> dict[str, list[str]]:
    return {
        id_: [c.statement.sector for c in store.view().reading(id_).claims if isinstance(c.statement, Cooperation)]
        for id_ in "abcd"
    }


def test_what_another_version_read_is_read_again(store: Store) -> None:
    reader = Made("rules/0.10.0")
    plan = plan_of(Stock(store), reader.name_version)
    assert (plan.articles, plan.newer, plan.textless) == (("a", "d"), 1, 0)
    seen: list[int] = []
    report = reread(plan, Stock(store), reader, store.writer(), lambda now: seen.append(now.run.articles))
    assert (report.run.articles, seen) == (2, [2])
    assert sectors(store) == {"a": ["trade"], "b": ["energy"], "c": ["energy"], "d": ["trade"]}
    assert plan_of(Stock(store), reader.name_version).articles == ()


def test_everything_when_a_vocabulary_changed(store: Store) -> None:
    reader = Made("rules/0.10.0")
    plan = plan_of(Stock(store), reader.name_version, everything=True)
    assert plan.articles == ("a", "b", "d")
    assert reread(plan, Stock(store), reader, store.writer()).run.unchanged == 0
    assert sectors(store)["b"] == ["trade"]
    again = plan_of(Stock(store), reader.name_version, everything=True)
    assert reread(again, Stock(store), reader, store.writer()).run.unchanged == 3


def test_what_was_forgotten_meanwhile_is_left_out(store: Store) -> None:
    plan = plan_of(Stock(store), "rules/0.10.0")
    store.writer().forget("a")
    assert reread(plan, Stock(store), Made("rules/0.10.0"), store.writer()).run.articles == 1
