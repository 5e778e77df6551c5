"""What people decide about copies, and all that follows from it, on each engine."""

from __future__ import annotations

import random
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from neo4j import ManagedTransaction

from graph.article import Article
from graph.backup import back_up, restore
from graph.dump import dump
from graph.errors import NotFound, QuestionError
from graph.original import copies, originals, put_originals, tell_apart, withdraw
from graph.reading import Reading
from graph.store import Store
from tests.graph.copying import places_of
from tests.graph.samples import claim, energy, random_readings, reading, sentence
from tests.graph.test_copies import _places, _sources, _told


@pytest.fixture
def printed(store: Store) -> Store:
    """A story, three prints of it of which the last is another's text, and something else."""
    cuts = {"a": slice(0, 12), "b": slice(0, 9), "c": slice(2, 12), "d": slice(2, 12)}
    days = {"a": "2023-09-01", "b": "2023-09-02", "c": "2023-09-03", "d": "2023-09-04"}
    store.writer().write_many(_told(id_, cut, published=days[id_]) for id_, cut in cuts.items())
    own = Article("e", "Title of e", " ".join(sentence(random.Random(100 + n)) for n in range(12)), "2023-09-05")
    store.writer().write(own, reading(own, claim(own, energy(), confidence=0.5)))
    return store


def copy_of(store: Store) -> dict[str, str | None]:
    return {id_: store.view().copy_of(id_) for id_ in "abcde"}


def test_copies_are_listed_with_what_they_are_copies_of(printed: Store) -> None:
    found = copies(printed)
    assert [(one.article.id, one.first.id, one.near.id) for one in found] == [(id_, "a", "a") for id_ in "bcd"]
    assert all(0.6 < one.likeness <= 1.0 for one in found)
    assert (found[0].article.name, found[0].article.published) == ("Title of b", "2023-09-02")
    assert copies(printed, "a") == found
    assert copies(printed, "b") == found[:1]
    assert copies(printed, "e") == []


def test_a_copy_of_a_copy_is_listed_with_the_one_that_it_is_like(store: Store) -> None:
    steps = [_told(f"step-{n}", slice(2 * n, 2 * n + 5), published=f"2023-09-0{n + 1}") for n in range(3)]
    store.writer().write_many(steps)
    assert [(one.article.id, one.first.id, one.near.id) for one in copies(store)] == [
        ("step-1", "step-0", "step-0"),
        ("step-2", "step-0", "step-1"),
    ]


def test_what_is_told_apart_is_a_source_until_that_is_taken_back(printed: Store) -> None:
    before = dump(printed)
    assert _sources(printed) == (5, 2)
    told = tell_apart(printed, "b")
    assert copy_of(printed) == {"a": None, "b": None, "c": "a", "d": "a", "e": None}
    assert _sources(printed) == (5, 3)
    assert originals(printed) == [told]
    apart = dump(printed)
    assert tell_apart(printed, "b") == told
    assert dump(printed) == apart
    withdraw(printed, "b")
    assert originals(printed) == []
    assert dump(printed) == before


def test_equal_texts_stay_one_source_whatever_is_decided(printed: Store) -> None:
    before = dump(printed)
    with pytest.raises(QuestionError, match="that of 'c'"):
        tell_apart(printed, "d")
    assert dump(printed) == before
    tell_apart(printed, "c")
    assert copy_of(printed) == {"a": None, "b": "a", "c": None, "d": "a", "e": None}
    put_originals(printed, [{"id": "d", "decided_at": "2026-01-01"}])
    assert copy_of(printed) == {"a": None, "b": "a", "c": None, "d": "c", "e": None}
    assert _sources(printed) == (5, 3)


def test_what_is_no_copy_cannot_be_told_apart(printed: Store) -> None:
    with pytest.raises(QuestionError, match="a copy of none"):
        tell_apart(printed, "a")
    with pytest.raises(NotFound, match="'nonsense'"):
        tell_apart(printed, "nonsense")
    with pytest.raises(NotFound, match="'b'"):
        withdraw(printed, "b")
    assert originals(printed) == []


def test_it_outlives_the_article_and_an_earlier_print(printed: Store) -> None:
    own, read = _told("b", slice(0, 9), published="2023-09-02")
    tell_apart(printed, "b")
    printed.writer().forget("b")
    printed.writer().write(own, read)
    printed.writer().write(*_told("z", slice(0, 12), published="2023-08-31"))
    printed.writer().write(own, Reading("b", "sample/1.0.1", read.presences, read.claims))
    assert copy_of(printed) == {"a": "z", "b": None, "c": "z", "d": "z", "e": None}


def test_later_prints_of_what_was_told_apart_are_its_copies(store: Store) -> None:
    store.writer().write_many(
        [
            _told("first", slice(0, 6), published="2023-09-01"),
            _told("own", slice(3, 12), published="2023-09-02"),
            _told("later", slice(6, 12), published="2023-09-03"),
        ]
    )
    assert [store.view().copy_of(id_) for id_ in ("own", "later")] == ["first", "first"]
    tell_apart(store, "own")
    assert [store.view().copy_of(id_) for id_ in ("own", "later")] == [None, "own"]
    assert _sources(store) == (3, 2)


def test_backups_keep_it(printed: Store, tmp_path: Path) -> None:
    tell_apart(printed, "b")
    back_up(printed, tmp_path / "x.jsonl")
    expected = dump(printed)
    withdraw(printed, "b")
    restore(printed, tmp_path / "x.jsonl", add=True)
    assert dump(printed) == expected
    withdraw(printed, "b")
    for id_ in "abcde":
        printed.writer().forget(id_)
    restore(printed, tmp_path / "x.jsonl")
    assert dump(printed) == expected


def test_taking_back_once_more_after_a_lost_commit_that_was_done(
    printed: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    tell_apart(printed, "b")
    write = printed.connection.write

    def twice(work: Callable[[ManagedTransaction], Any]) -> Any:
        write(work)
        return write(work)

    monkeypatch.setattr(printed.connection, "write", twice)
    withdraw(printed, "b")
    with pytest.raises(NotFound):
        withdraw(printed, "b")


@pytest.mark.parametrize("seed", range(2))
def test_the_order_of_articles_and_decisions_does_not_matter(store: Store, seed: int) -> None:
    readings = random_readings(20, 3, seed=20 + seed)
    rng = random.Random(seed)
    plain = places_of(own for own, _ in readings)
    apart = [id_ for id_, place in sorted(plain.items()) if place.copy_of][::2]
    expected = places_of((own for own, _ in readings), apart)
    assert expected != plain
    dumps = []
    for _ in range(2):
        steps: list[Callable[[], object]] = [partial(store.writer().write, own, read) for own, read in readings]
        steps += [partial(put_originals, store, [{"id": id_, "decided_at": "2026-01-01"}]) for id_ in apart]
        for step in rng.sample(steps, len(steps)):
            step()
        assert _places(store) == expected
        dumps.append(dump(store))
        for own, _ in readings:
            store.writer().forget(own.id)
        for id_ in apart:
            withdraw(store, id_)
    assert dumps[0] == dumps[1]
