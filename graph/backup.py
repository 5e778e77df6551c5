"""The backup: all that the graph cannot make anew, as one file of JSON Lines that either engine takes.

A line each for what made it, for every decision, for every article with its claims, and at the end their numbers. Facts
and edges are not in it: they are made from the claims, so a backup outlives changes of how.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Literal, cast

from neo4j import ManagedTransaction

from graph import decision
from graph.cypher import backup as cypher
from graph.cypher import decision as decision_cypher
from graph.erasure import Erasures, erasures
from graph.errors import SettingError, SourceError
from graph.judgement import Judgement
from graph.judging import judge
from graph.original import put_originals
from graph.redaction import redacted
from graph.rulings import name_of, put_rulings
from graph.schema import VERSION
from graph.transaction import WriteTransaction
from graph.view import articles as stored
from graph.writer import WriteReport

if TYPE_CHECKING:
    from graph.store import Store

FORMAT = 1
"""Of the file. One that is newer than this program's is not read."""

PART = 50
"""Articles that are read or written together."""

_ROWS = 1000
_GZIP = b"\x1f\x8b"

Row = dict[str, Any]
Progress = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class Contents:
    """What a backup holds, and which version of the graph's schema it was made from."""

    schema: int
    articles: int
    claims: int
    decisions: int


def back_up(store: Store, path: Path, progress: Progress = lambda articles: None) -> Contents:
    """Writes all of a graph to `path`, gzipped if it ends in ``.gz``; `progress` sees how many articles are written.

    The file is there whole or not at all. Each article is in it as it was at one moment between start and end.
    """
    schema = store.connection.read(cypher.SCHEMA)[0]["version"]
    unfinished = path.with_name(f"{path.name}.part")
    try:
        with _opened(unfinished, "wb", path.suffix == ".gz") as stream:
            contents = _write(store, stream, schema, progress)
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
    return contents


def _write(store: Store, stream: IO[bytes], schema: int, progress: Progress) -> Contents:
    made = datetime.now(UTC).isoformat(timespec="seconds")
    _put(stream, {"accord": version("accord"), "format": FORMAT, "schema": schema, "made": made})
    decisions = claims = count = 0
    for label in decision_cypher.LABELS:
        for row in store.connection.read(decision_cypher.all_of(label)):
            _put(stream, {"decision": label, "properties": row["properties"]})
            decisions += 1
    ids = [row["id"] for row in store.connection.read(cypher.ARTICLE_IDS)]
    for start in range(0, len(ids), PART):
        found = store.connection.read(cypher.articles(ids[start : start + PART]))
        for row in sorted(found, key=lambda row: str(row["article"]["id"])):
            _put(stream, {name: row[name] for name in ("article", "claims", "closed")})
            claims += len(row["claims"])
            count += 1
        progress(count)
    _put(stream, {"end": {"articles": count, "claims": claims, "decisions": decisions}})
    return Contents(schema, count, claims, decisions)


def inspect(path: Path) -> Contents:
    """What a backup holds; raises `SourceError` where the file is none, is damaged or was cut off, and `SettingError`
    where a newer Accord made it.
    """
    lines = _lines(path)
    head = next(lines, None)
    if not head or "format" not in head:
        raise SourceError(str(path), "no_backup", "this is no backup made by accord backup")
    if head["format"] > FORMAT or head["schema"] > VERSION:
        raise SettingError(f"{path} was made by Accord {head['accord']}, which is newer: use that one, or a later one.")
    found = {"articles": 0, "claims": 0, "decisions": 0}
    for row in lines:
        if "end" in row:
            if row["end"] != found:
                break
            return Contents(head["schema"], **found)
        found["articles"] += "article" in row
        found["claims"] += len(row.get("claims", ()))
        found["decisions"] += "decision" in row
    raise SourceError(str(path), "cut_off", "the backup is not whole: its end is missing or does not fit")


def restore(
    store: Store, path: Path, progress: Progress = lambda articles: None, *, add: bool = False
) -> tuple[Contents, WriteReport]:
    """Stores all that a backup holds, and folds the facts anew; what the backup holds, and what writing it did.

    Restoring again changes nothing, and goes on where it was interrupted. Raises as `inspect` does, and `SettingError`
    where the graph holds articles already, unless they are to be added to.
    """
    contents = inspect(path)
    if not add and store.connection.read(cypher.ANY_ARTICLE):
        raise SettingError("The graph is not empty. To add what the backup holds to what is there, say so (--add).")
    report = WriteReport()
    done = 0
    for part in _parts(_lines(path)):
        articles = [row for row in part if "article" in row]
        _put_decisions(store, [row for row in part if "decision" in row])
        report += store.writer().write_many(
            (stored.article(row["article"]), stored.reading(row["article"], row["claims"], as_read=True))
            for row in articles
        )
        _put_rest(store, articles, erasures(store.connection))
        done += len(articles)
        progress(done)
    return contents, report


def _put_decisions(store: Store, rows: Sequence[Row]) -> None:
    """Stores decisions, with all that follows from them; of two about one thing the later stands."""
    for label in decision_cypher.LABELS:
        own = [row["properties"] for row in rows if row["decision"] == label]
        if own and label == "Judgement":
            judge(store, [Judgement(one["id"], one["verdict"], one["decided_at"]) for one in own])
        elif own and label == "Original":
            put_originals(store, own)
        elif own and label == "Ruling":
            erased = erasures(store.connection)
            put_rulings(store, [row for row in own if not any(erased.has(name_of(row[end])) for end in ("a", "b"))])
        elif own:
            store.connection.write(partial(_put_decided, label=label, rows=own))


def _put_decided(transaction: ManagedTransaction, label: str, rows: Sequence[Row]) -> None:
    WriteTransaction(transaction)
    decision.put(transaction, label, decision.later(transaction, label, rows))


def _put_rest(store: Store, articles: Sequence[Row], erased: Erasures) -> None:
    """What the writer does not take: when the articles were read, and what older readers had read in them.

    The latter is left out of articles that name somebody who was erased.
    """
    _run(store, cypher.SET_TIMES, [_times(row["article"]) for row in articles])
    _run(
        store,
        cypher.PUT_CLOSED,
        [
            {"article": row["article"]["id"], "properties": claim}
            for row in articles
            if row["closed"] and not (erased and _names_erased(row, erased))
            for claim in row["closed"]
        ],
    )


def _times(article: Row) -> Row:
    read_at = article["read_at"]
    stored_at = article.get("stored_at", read_at)
    return {"id": article["id"], "digest": article["digest"], "read_at": read_at, "stored_at": stored_at}


def _names_erased(row: Row, erased: Erasures) -> bool:
    article, reading = stored.article(row["article"]), stored.reading(row["article"], row["claims"], as_read=True)
    return redacted(article, reading, erased.has) is not None


def _run(store: Store, text: str, rows: Sequence[Row]) -> None:
    for start in range(0, len(rows), _ROWS):
        part = list(rows[start : start + _ROWS])

        def work(transaction: ManagedTransaction, part: list[Row] = part) -> None:
            WriteTransaction(transaction)
            transaction.run(text, rows=part).consume()

        store.connection.write(work)


def _parts(rows: Iterable[Row]) -> Iterator[list[Row]]:
    part: list[Row] = []
    for row in rows:
        part.append(row)
        if len(part) == PART:
            yield part
            part = []
    if part:
        yield part


def _put(stream: IO[bytes], row: Row) -> None:
    stream.write(json.dumps(row, ensure_ascii=False, separators=(",", ":")).encode() + b"\n")


def _lines(path: Path) -> Iterator[Row]:
    """The rows of a file, whether it is gzipped or not."""
    with path.open("rb") as file:
        zipped = file.read(len(_GZIP)) == _GZIP
    try:
        with _opened(path, "rb", zipped) as stream:
            for line in stream:
                row = json.loads(line)
                if not isinstance(row, dict):
                    raise SourceError(str(path), "no_backup", "this is no backup made by accord backup")
                yield row
    except (ValueError, EOFError, gzip.BadGzipFile) as error:
        raise SourceError(str(path), "damaged", f"the backup cannot be read: {error}") from error


@contextmanager
def _opened(path: Path, mode: Literal["rb", "wb"], zipped: bool) -> Iterator[IO[bytes]]:
    if zipped:
        with gzip.open(path, mode) as stream:
            yield cast("IO[bytes]", stream)
    else:
        with path.open(mode) as stream:
            yield stream
