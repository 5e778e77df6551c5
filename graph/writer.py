"""The writer: readings into the graph, each batch of articles in one transaction with all that follows from it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from json import dumps

from neo4j import ManagedTransaction

from graph.article import Article
from graph.claim import Claim
from graph.connection import Connection
from graph.copies import mark_of
from graph.errors import ArticleError, NotFound
from graph.reading import Reading
from graph.transaction import ArticleState, WriteTransaction
from graph.vocabulary import bodies, countries, plover, sectors

BATCH = 100
"""Articles in one transaction at most: enough for one query to carry many rows."""

BATCH_CHARACTERS = 4_000_000
"""Characters of text in one transaction, so that long articles fit into the embedded engine's heap too."""


@dataclass(frozen=True, slots=True)
class WriteReport:
    """What a write did, in articles: `written`, `unchanged` (already so), `outdated` (read by a newer version before).

    `claims` counts the claims written, `facts` the facts made or changed, `removed` those that lost all their claims,
    `copies` the articles written that are copies of others.
    `refused` holds the articles that were left out, with the reason.
    """

    written: int = 0
    unchanged: int = 0
    outdated: int = 0
    claims: int = 0
    facts: int = 0
    removed: int = 0
    copies: int = 0
    refused: tuple[ArticleError, ...] = field(default=())

    def __add__(self, other: WriteReport) -> WriteReport:
        return WriteReport(
            self.written + other.written,
            self.unchanged + other.unchanged,
            self.outdated + other.outdated,
            self.claims + other.claims,
            self.facts + other.facts,
            self.removed + other.removed,
            self.copies + other.copies,
            self.refused + other.refused,
        )


class Writer:
    """The write side of a store. Writing the same again changes nothing; the order of articles does not matter."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def write(self, article: Article, reading: Reading) -> WriteReport:
        """Stores one article and what was read in it, in place of what was read in it before."""
        return self._write([(article, reading)])

    def write_many(self, readings: Iterable[tuple[Article, Reading]], batch: int = BATCH) -> WriteReport:
        """Stores all, `batch` articles in a transaction; see `write_batches`."""
        report = WriteReport()
        for part in self.write_batches(readings, batch):
            report += part
        return report

    def write_batches(self, readings: Iterable[tuple[Article, Reading]], batch: int = BATCH) -> Iterator[WriteReport]:
        """The same, with a report after each transaction: what it counts is stored for good."""
        part: list[tuple[Article, Reading]] = []
        characters = 0
        for article, reading in readings:
            if part and (len(part) == batch or characters + len(article.text) > BATCH_CHARACTERS):
                yield self._write(part)
                part, characters = [], 0
            part.append((article, reading))
            characters += len(article.text)
        if part:
            yield self._write(part)

    def forget(self, article_id: str) -> WriteReport:
        """Removes an article, its claims and all that only it supported; `NotFound` if there is no such article."""
        tried: list[WriteReport] = []  # where a commit was lost and yet done, the next try finds no article any more

        def work(transaction: ManagedTransaction) -> WriteReport | None:
            step = WriteTransaction(transaction)
            states = step.states([article_id])
            if not states:
                return tried[-1] if tried else None
            change = step.replace({article_id: None}, states, _now())
            tried.append(WriteReport(facts=change.facts, removed=change.removed))
            return tried[-1]

        report = self._connection.write(work)
        if report is None:
            raise NotFound(f"There is no article {article_id!r} in the graph.")
        return report

    def _write(self, readings: Sequence[tuple[Article, Reading]]) -> WriteReport:
        accepted: dict[str, tuple[Article, Reading]] = {}
        refused: list[ArticleError] = []
        for article, reading in readings:
            try:
                check(article, reading)
            except ArticleError as error:
                refused.append(error)
            else:
                accepted[article.id] = (article, reading)
        report = self._connection.write(lambda transaction: _store(transaction, accepted, _now()))
        return report + WriteReport(refused=tuple(refused))


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def _store(transaction: ManagedTransaction, readings: dict[str, tuple[Article, Reading]], now: str) -> WriteReport:
    """Stores those of `readings` that are new or differ from what is stored."""
    step = WriteTransaction(transaction)
    states = step.states(list(readings))
    fresh: dict[str, ArticleState | None] = {}
    unchanged = outdated = 0
    for id_, (article, reading) in readings.items():
        claims = {claim.id: claim for claim in reading.claims}
        digest = digest_of(article, reading, claims)
        old = states.get(id_)
        if old and old.digest == digest:
            unchanged += 1
        elif old and is_older(reading.reader, old.reader):
            outdated += 1
        else:
            fresh[id_] = ArticleState(article, mark_of(article), reading, claims, digest, now)
    change = step.replace(fresh, states, now)
    return WriteReport(
        written=len(fresh),
        unchanged=unchanged,
        outdated=outdated,
        claims=change.claims,
        facts=change.facts,
        removed=change.removed,
        copies=change.copies,
    )


def digest_of(article: Article, reading: Reading, claims: Mapping[str, Claim]) -> str:
    """Equal for equal articles with equal readings, whose claims are given by id, and only for these."""
    said = [[id_, c.confidence, c.frame, [[e.text, e.marks] for e in c.evidence]] for id_, c in sorted(claims.items())]
    key = [
        [article.id, article.sha256, article.published, article.publisher, article.author, article.url],
        [
            article.language,
            reading.reader,
            sorted([p.actor, p.evidence.field, p.evidence.start] for p in reading.presences),
            said,
        ],
    ]
    return hashlib.sha256(dumps(key, ensure_ascii=False).encode()).hexdigest()


def is_older(reader: str, than: str) -> bool:
    """Whether `reader` is a lower version of the reader `than`; different readers are not compared.

    >>> is_older("rules/0.9.1", "rules/0.10.0"), is_older("other/0.1", "rules/0.10.0")
    (True, False)
    """
    name, _, version = reader.partition("/")  # behind a plus sign is no order
    other_name, _, other_version = than.partition("/")
    return name == other_name and _version(version) < _version(other_version)


def _version(text: str) -> tuple[int, ...]:
    return tuple(int(part) for part in text.partition("+")[0].replace("-", ".").split(".") if part.isdigit())


def check(article: Article, reading: Reading) -> None:
    """Raises `ArticleError` if a reading is not of its article, or names what no vocabulary has."""
    if reading.article_id != article.id or any(c.article_id != article.id for c in reading.claims):
        raise ArticleError(article.id, "foreign_reading", "the reading is of another article")
    for claim in reading.claims:
        unknown = [actor for actor in claim.actors if actor not in countries().by_id and actor not in bodies().by_id]
        unknown += [sector for sector in _sectors(claim.statement) if sector not in sectors().by_id]
        if unknown:
            raise ArticleError(article.id, "unknown_name", f"no vocabulary has {', '.join(unknown)}")
        pairs = getattr(claim.statement, "pairs", ())
        if any(a == b for a, b in pairs):
            raise ArticleError(article.id, "pair_with_itself", "a claim pairs an actor with itself")
        event_type = getattr(claim.statement, "type", None)
        if event_type is not None and event_type not in plover().by_id:
            raise ArticleError(article.id, "unknown_name", f"no event type {event_type}")


def _sectors(statement: object) -> tuple[str, ...]:
    one = getattr(statement, "sector", None)
    return (
        *getattr(statement, "sectors", ()),
        *getattr(statement, "subsectors", ()),
        *((one,) if one else ()),
    )
