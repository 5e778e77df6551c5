"""Which articles are copies of which, and what a store makes of it, on each engine."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from graph.article import Article
from graph.copies import Place, mark_of
from graph.cypher import Query
from graph.dump import dump
from graph.reading import Reading
from graph.store import Store
from graph.writer import WriteReport
from tests.graph.copying import places_of
from tests.graph.samples import claim, energy, random_readings, reading, sentence

STORY = [sentence(random.Random(n)) for n in range(12)]


def _told(id_: str, *parts: slice, published: str | None = "2023-09-07") -> tuple[Article, Reading]:
    """An article made of parts of one story, that says the same as all."""
    own = Article(id_, f"Title of {id_}", " ".join(s for part in parts for s in STORY[part]), published)
    return own, reading(own, claim(own, energy(), confidence=0.5))


def _places(store: Store) -> dict[str, Place]:
    text = "MATCH (a:Article) RETURN a.id AS id, a.earliest AS earliest, a.copy_of AS first, a.source AS source"
    rows = store.connection.read(Query(text))
    return {row["id"]: Place(row["earliest"], row["first"], row["source"]) for row in rows}


def _sources(store: Store) -> tuple[int, int]:
    (fact,) = store.view().cooperation("IDN", "JPN")
    return fact.support.articles, fact.support.sources


def test_one_wire_story_in_five_papers_is_one_source(store: Store) -> None:
    cuts = [slice(0, 12), slice(0, 9), slice(2, 12), slice(1, 10), slice(0, 12, 1)]
    report = store.writer().write_many(_told(f"paper-{n}", cut) for n, cut in enumerate(cuts))
    assert (report.written, report.copies) == (5, 4)
    assert _sources(store) == (5, 1)
    assert {store.view().copy_of(f"paper-{n}") for n in range(1, 5)} == {"paper-0"}
    assert store.view().copy_of("paper-0") is None
    assert {row.copy_of for row in store.view().articles()} == {None, "paper-0"}
    store.writer().write(*_told("another", slice(0, 0)))
    assert _sources(store) == (6, 2)


def test_who_prints_it_first_is_the_first_whenever_we_hear_of_it(store: Store) -> None:
    store.writer().write(*_told("b", slice(0, 9), published="2023-09-08"))
    store.writer().write(*_told("c", slice(0, 10), published=None))
    assert store.view().copy_of("c") == "b"
    store.writer().write(*_told("d", slice(0, 12), published="2023-09-06"))
    assert [store.view().copy_of(id_) for id_ in "bcd"] == ["d", "d", None]
    assert _sources(store) == (3, 1)
    store.writer().forget("d")
    assert [store.view().copy_of(id_) for id_ in "bc"] == [None, "b"]
    assert _sources(store) == (2, 1)


def test_a_copy_of_a_copy_counts_with_the_first_and_no_chain_is_longer(store: Store) -> None:
    steps = [_told(f"step-{n}", slice(2 * n, 2 * n + 5), published=f"2023-09-0{n + 1}") for n in range(4)]
    store.writer().write_many(steps)
    places = _places(store)
    assert [places[f"step-{n}"].earliest for n in range(4)] == [None, "step-0", "step-1", "step-2"]
    assert [places[f"step-{n}"].copy_of for n in range(4)] == [None, "step-0", "step-0", "step-1"]
    assert _sources(store) == (4, 2)


def test_what_holds_two_stories_makes_no_one_story_of_them(store: Store) -> None:
    store.writer().write_many(
        [
            _told("first", slice(0, 6), published="2023-09-01"),
            _told("second", slice(6, 12), published="2023-09-02"),
            _told("both", slice(0, 12), published="2023-09-03"),
        ]
    )
    assert [store.view().copy_of(id_) for id_ in ("first", "second", "both")] == [None, None, "first"]


def test_a_changed_text_is_a_copy_no_longer(store: Store) -> None:
    store.writer().write_many([_told("a", slice(0, 9), published="2023-09-01"), _told("b", slice(0, 12))])
    assert _sources(store) == (2, 1)
    own, _ = _told("a", slice(0, 9), published="2023-09-01")
    changed = replace(own, text=" ".join(sentence(random.Random(100 + n)) for n in range(12)))
    store.writer().write(changed, reading(changed, claim(changed, energy(), confidence=0.5)))
    assert store.view().copy_of("b") is None
    assert _sources(store) == (2, 2)


def test_read_again_it_stays_what_it_was(store: Store) -> None:
    (a, read), b = _told("a", slice(0, 9), published="2023-09-01"), _told("b", slice(0, 12))
    store.writer().write_many([(a, read), b])
    before = _places(store)
    report = store.writer().write(a, Reading("a", "sample/1.0.1", read.presences, read.claims))
    assert report == WriteReport(written=1, claims=1)
    assert _places(store) == before


@pytest.mark.parametrize("seed", range(2))
def test_the_order_of_arrival_does_not_matter(store: Store, seed: int) -> None:
    readings = random_readings(24, 3, seed=20 + seed)
    rng = random.Random(seed)
    kept = rng.sample(readings, 16)
    expected = places_of(own for own, _ in kept)
    assert len({place.earliest for place in expected.values()}) > 2
    dumps = []
    for batch in (1, 7):
        store.writer().write_many(rng.sample(readings, len(readings)), batch)
        for own, _ in readings:
            if own.id not in {one.id for one, _ in kept}:
                store.writer().forget(own.id)
        assert _places(store) == expected
        dumps.append(dump(store))
        for own, _ in kept:
            store.writer().forget(own.id)
    assert dumps[0] == dumps[1]


def test_short_texts_are_copies_where_they_are_equal() -> None:
    texts = ["Japan and Chile signed a pact.", "japan and Chile  signed a pact.", "Japan and Chile signed no pact."]
    marks = [mark_of(Article(str(n), "", text)) for n, text in enumerate(texts)]
    assert [marks[0].likeness(mark) for mark in marks] == [1.0, 1.0, 0.0]
    assert marks[0].keys == marks[1].keys != marks[2].keys
