from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from graph.article import Article
from graph.backup import back_up, restore
from graph.claim import Agreement, Claim, Evidence
from graph.dump import dump
from graph.reading import Presence, Reading
from graph.retention import expire_texts, sentences_of
from graph.stock import Stock
from graph.store import Store
from tests.graph.samples import claim, energy, random_readings, reading

TEXT = "A secret.  Japan and Indonesia agreed.\nAnother.\nFiji too."
ARTICLE = Article("a", "Title", TEXT, "2023-09-07")
START = TEXT.index("Japan")
SENTENCE = TEXT[START : TEXT.index("\n")]


def read() -> Reading:
    said = Evidence("text", START, START + len(SENTENCE), SENTENCE)
    named = Evidence("text", TEXT.index("Fiji"), TEXT.index("Fiji") + 4, "Fiji")
    title = Evidence("title", 0, 5, "Title")
    claims = (
        Claim("a", energy(), (said,), 0.8, "r"),
        Claim("a", Agreement("Pact", "treaty", ("IDN", "JPN")), (title,), 0.8, "r"),
    )
    return Reading("a", "sample/1.0.0", (Presence("FJI", named),), claims)


def came_in(store: Store, day: str) -> None:
    def work(transaction: object) -> None:
        transaction.run("MATCH (a:Article) SET a.stored_at = $day", day=day).consume()  # type: ignore[attr-defined]

    store.connection.write(work)


def test_what_claims_rest_on_stays_where_it_was() -> None:
    left = sentences_of(TEXT, read())
    assert left.split() == [*SENTENCE.split(), "Fiji"]
    assert left[START : START + len(SENTENCE)] == SENTENCE
    assert left.index("Fiji") == TEXT.index("Fiji")
    assert sentences_of(TEXT, Reading("a", "r/1")) == ""


def test_a_text_goes_when_its_time_is_up_and_nothing_else(store: Store) -> None:
    store.writer().write(ARTICLE, read())
    before = store.view().dyad("IDN", "JPN")
    assert expire_texts(store, None) == expire_texts(store, 1) == 0
    assert store.view().article("a") == ARTICLE
    came_in(store, "2020-01-01T00:00:00+00:00")
    seen: list[int] = []
    assert expire_texts(store, 30, seen.append) == 1
    assert seen == [1]
    found = store.view().article("a")
    assert "secret" not in found.text
    assert found.removed is not None
    assert (found.sha256, found.title, found.name) == (ARTICLE.sha256, "Title", "Title")
    assert store.view().dyad("IDN", "JPN") == before
    assert [listed.has_text for listed in Stock(store).listed()] == [False]
    assert expire_texts(store, 0) == 0


def test_the_same_article_again_does_not_bring_it_back(store: Store) -> None:
    store.writer().write(ARTICLE, read())
    assert expire_texts(store, 0) == 1
    assert store.writer().write(ARTICLE, read()).unchanged == 1
    assert "secret" not in store.view().article("a").text


def test_reading_again_does_not_make_it_newer(store: Store) -> None:
    store.writer().write(ARTICLE, read())
    came_in(store, "2020-01-01T00:00:00+00:00")
    store.writer().write(ARTICLE, replace(read(), reader="sample/2.0.0"))
    assert store.view().article("a").text == TEXT
    assert expire_texts(store, 30) == 1


def test_copies_stay_one_source_and_a_backup_keeps_all_of_it(store: Store, tmp_path: Path) -> None:
    copy = Article("b", "", TEXT.upper(), "2023-09-08", author="Ann Lee")
    store.writer().write(copy, reading(copy, claim(copy, energy())))
    store.writer().write_many(random_readings(4, 10, seed=41))
    assert expire_texts(store, 0) == 5
    store.writer().write(ARTICLE, read())
    [cooperation] = store.view().cooperation("IDN", "JPN", "energy")
    expected = dump(store)
    back_up(store, tmp_path / "x")
    for summary in store.view().articles():
        store.writer().forget(summary.id)
    restore(store, tmp_path / "x")
    assert dump(store) == expected
    assert store.view().cooperation("IDN", "JPN", "energy") == (cooperation,)
    assert {a.id for a in store.view().articles() if store.view().article(a.id).removed} == {
        *(own.id for own, _ in random_readings(4, 10, seed=41)),
        "b",
    }
