"""What a backup promises: on each engine, and from one to the other."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.backup import Contents, back_up, inspect, restore
from graph.dump import dump
from graph.errors import SettingError, SourceError
from graph.schema import VERSION
from graph.store import Store, StoreConfig, open_store
from tests.database import Database
from tests.graph.samples import random_readings, reading

READINGS = random_readings(7, 14, seed=21)


@pytest.fixture
def saved(store: Store, tmp_path: Path) -> Path:
    store.writer().write_many(READINGS)
    path = tmp_path / "all.jsonl.gz"
    back_up(store, path)
    return path


def times(store: Store) -> dict[str, str]:
    return {article.id: article.read_at for article in store.view().articles()}


def emptied(store: Store) -> None:
    for own, _ in READINGS:
        store.writer().forget(own.id)


def test_a_restored_graph_is_the_one_that_was_backed_up(store: Store, saved: Path) -> None:
    expected, read = dump(store), times(store)
    empty = store.connection
    emptied(store)
    assert not store.view().articles()
    contents, report = restore(store, saved)
    assert contents == inspect(saved) == Contents(VERSION, 7, sum(len(r.claims) for _, r in READINGS), 0)
    assert report.written == 7
    assert not report.refused
    assert dump(store) == expected
    assert times(store) == read
    assert empty is store.connection


def test_restoring_again_changes_nothing(store: Store, saved: Path) -> None:
    expected = dump(store)
    _, report = restore(store, saved, add=True)
    assert (report.written, report.unchanged) == (0, 7)
    assert dump(store) == expected


def test_a_graph_that_holds_something_is_left_alone(store: Store, saved: Path) -> None:
    expected = dump(store)
    with pytest.raises(SettingError, match="not empty"):
        restore(store, saved)
    assert dump(store) == expected


def test_what_was_read_before_comes_back_too(store: Store, tmp_path: Path) -> None:
    own, first = READINGS[0]
    newer = reading(own, *first.claims[:3], reader="sample/2.0.0")
    for read in (first, newer):
        store.writer().write(own, read)
    count = "MATCH (c:ClosedClaim)-[:WAS_STATED_IN]->(:Article {id: $id}) RETURN c.id AS id ORDER BY id"
    before = store.run_read_only(count, {"id": own.id}).rows
    back_up(store, tmp_path / "x.jsonl")
    store.writer().forget(own.id)
    restore(store, tmp_path / "x.jsonl")
    assert store.run_read_only(count, {"id": own.id}).rows == before
    assert store.view().reading(own.id).reader == "sample/2.0.0"


def test_it_tells_how_far_it_is(store: Store, saved: Path) -> None:
    seen: list[int] = []
    back_up(store, saved, seen.append)
    emptied(store)
    restore(store, saved, seen.append)
    assert seen == [7, 7]


def lines(path: Path) -> list[bytes]:
    return gzip.decompress(path.read_bytes()).splitlines(keepends=True)


def test_a_damaged_file_is_told_before_anything_is_stored(store: Store, saved: Path, tmp_path: Path) -> None:
    emptied(store)
    before = dump(store)
    whole = lines(saved)
    wrong = tmp_path / "wrong"
    for content in (
        b"".join(whole[:-1]),
        b"".join([*whole[:3], *whole[4:]]),
        b"".join(whole)[:-700],
        saved.read_bytes()[:-90],
        b"",
        b"[]\n",
        b"{}\n",
        b"no json",
        b"\xff\xfe",
    ):
        wrong.write_bytes(content)
        with pytest.raises(SourceError):
            restore(store, wrong)
    assert dump(store) == before


@pytest.mark.parametrize("newer", [{"format": 99}, {"schema": VERSION + 1}])
def test_a_file_of_a_newer_program_is_refused(saved: Path, newer: dict[str, int]) -> None:
    head, *rest = lines(saved)
    saved.write_bytes(json.dumps({**json.loads(head), **newer}).encode() + b"\n" + b"".join(rest))
    with pytest.raises(SettingError, match="newer"):
        inspect(saved)


def test_nothing_half_written_is_left(store: Store, tmp_path: Path) -> None:
    store.writer().write_many(READINGS)

    def stop(articles: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        back_up(store, tmp_path / "x.jsonl", stop)
    assert list(tmp_path.iterdir()) == []


@pytest.fixture
def both(embedded_database: Database, server_database: Database) -> Iterator[tuple[StoreConfig, StoreConfig]]:
    databases = (embedded_database, server_database)
    for database in databases:
        database.empty()
    yield embedded_database.config, server_database.config
    for database in databases:
        database.empty()


@pytest.mark.server
@pytest.mark.parametrize("back", [False, True])
def test_a_backup_goes_from_one_engine_to_the_other(
    both: tuple[StoreConfig, StoreConfig], back: bool, tmp_path: Path
) -> None:
    one, other = reversed(both) if back else both
    with open_store(one) as source, open_store(other) as target:
        source.writer().write_many(READINGS)
        back_up(source, tmp_path / "x.jsonl")
        restore(target, tmp_path / "x.jsonl")
        assert dump(target) == dump(source)
