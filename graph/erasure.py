"""Erasure: a person's name taken out of the graph, and kept out of what comes in later."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple

from graph.article import Article
from graph.claim import Agreement, Claim, Meeting, Office
from graph.connection import Connection
from graph.cypher import erasure as cypher
from graph.cypher import judgement as judgement_cypher
from graph.errors import QuestionError
from graph.identity import folded
from graph.judgement import Judgement
from graph.judging import judge
from graph.reading import Reading
from graph.redaction import LONGEST, redacted
from graph.rulings import drop_rulings
from graph.writer import BATCH, Writer, WriteReport

if TYPE_CHECKING:
    from graph.store import Store

Progress = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class Erasures:
    """The names that must not be kept, of which only digests are: whoever reads the graph does not learn them."""

    digests: frozenset[str]

    def __bool__(self) -> bool:
        return bool(self.digests)

    def has(self, name: str) -> bool:
        """Whether a folded name is one of them."""
        return digest(name) in self.digests


def digest(name: str) -> str:
    """What is kept of a folded name."""
    return "erasure:" + hashlib.sha256(f"accord\0{name}".encode()).hexdigest()[:32]


def erasures(connection: Connection) -> Erasures:
    """All decisions of a graph."""
    return Erasures(frozenset(row["id"] for row in connection.read(cypher.ALL)))


class ScreenedWriter(Writer):
    """A writer that blacks out the names of people who were erased, whatever comes in."""

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection)
        self._screened = connection

    def write(self, article: Article, reading: Reading) -> WriteReport:
        """As `Writer.write`."""
        [(article, reading)] = self._screen([(article, reading)])
        return super().write(article, reading)

    def write_batches(self, readings: Iterable[tuple[Article, Reading]], batch: int = BATCH) -> Iterator[WriteReport]:
        """As `Writer.write_batches`."""
        return super().write_batches(self._screen(readings), batch)

    def _screen(self, readings: Iterable[tuple[Article, Reading]]) -> Iterator[tuple[Article, Reading]]:
        erased = erasures(self._screened)
        for article, reading in readings:
            yield (redacted(article, reading, erased.has) if erased else None) or (article, reading)


class Person(NamedTuple):
    """A leader of the graph who goes by the name that is to be erased."""

    id: str
    name: str
    aliases: tuple[str, ...]
    actor: str


def people(store: Store, name: str) -> list[Person]:
    """The leaders who go by a name, with all words of it or under an alias; raises `QuestionError` for no name."""
    wanted = folded(name)
    if not wanted or len(wanted.split()) > LONGEST:
        raise QuestionError(f"{name!r} is no name of a person.")
    found = [
        Person(row["id"], row["name"], tuple(row["aliases"] or ()), row["actor"])
        for row in store.connection.read(cypher.LEADERS)
    ]
    return [person for person in found if wanted in {folded(other) for other in (person.name, *person.aliases)}]


@dataclass(frozen=True, slots=True)
class ErasureReport:
    """How many `articles` were changed, and how many `leaders` the person had been."""

    articles: int
    leaders: int


def erase_person(store: Store, name: str, progress: Progress = lambda articles: None) -> ErasureReport:
    """Takes a person out of all articles and claims, and out of what comes in from now on.

    Erased are the name as given and the names under which the graph knows the person, those of one word only if they
    were given. The leader, offices and attendances go; in texts and sentences the name is blacked out. Older readings
    of the articles concerned are deleted. Done again, it finishes what was interrupted. Raises `QuestionError` for no
    name, or one that several leaders have; `docs/ways-in-and-out.md` says what it cannot reach.
    """
    found = people(store, name)
    if len({folded(person.name) for person in found}) > 1:
        listed = [f"{person.name} ({person.actor})" for person in found]
        raise QuestionError(f"Several people go by {name!r}: give the full name.", listed)
    own = {other for person in found for other in (person.name, *person.aliases)}
    full = {folded(name)} | {folded(other) for other in own if len(folded(other).split()) > 1}
    _decide(store, full)
    leaders = [person.id for person in found]
    articles = {row["id"] for row in store.connection.read(cypher.of_leaders(leaders))} if leaders else set()
    known = frozenset(full | {folded(other) for other in own})
    words = sorted({max(folded_words, key=len) for other in (name, *own) if (folded_words := other.lower().split())})
    named = {row["id"] for row in store.connection.read(cypher.naming(words))}
    erased = erasures(store.connection)
    changed = 0
    for done, id_ in enumerate(_full_names_last(store, articles, named, erased), 1):
        changed += _erase_from(store, id_, erased, known if id_ in articles else ())
        progress(done)
    drop_rulings(store, known)
    return ErasureReport(changed, len(leaders))


def _full_names_last(store: Store, of_leader: set[str], named: set[str], erased: Erasures) -> list[str]:
    """Articles with nothing but a short name come first: it is the others that tell whose it is, if we are stopped."""
    view = store.view()
    short = {
        id_ for id_ in of_leader if redacted(view.article(id_), view.reading(id_, as_read=True), erased.has) is None
    }
    return [*sorted(short), *sorted((of_leader | named) - short)]


def _erase_from(store: Store, article_id: str, erased: Erasures, known: Iterable[str]) -> bool:
    """Takes the erased names, and those `known` to be in it, out of one article; whether there were any."""
    view = store.view()
    read = view.reading(article_id, as_read=True)
    clean = redacted(view.article(article_id), read, erased.has, known)
    if clean is None:
        return False
    _keep_judged(store, read, clean[1])
    for error in Writer(store.connection).write(*clean).refused:
        raise error
    store.connection.write(lambda transaction: transaction.run(cypher.DROP_HISTORY, article=article_id).consume())
    return True


def _keep_judged(store: Store, read: Reading, clean: Reading) -> None:
    """What people decided about claims holds for them without the name too: their ids tell what they say."""
    renamed = {old: new for old, new in _renamed(read, clean) if old != new}
    rows = store.connection.read(judgement_cypher.held(sorted(renamed)))
    judge(store, [Judgement(renamed[row["claim"]], row["verdict"], row["decided_at"]) for row in rows])


def _renamed(read: Reading, clean: Reading) -> Iterator[tuple[str, str]]:
    """The ids of claims with those that they have without the name; claims that are gone are left out."""
    left = iter(clean.claims)
    kept = next(left, None)
    for claim in read.claims:
        if kept and _nameless(claim) == _nameless(kept):
            yield claim.id, kept.id
            kept = next(left, None)


def _nameless(claim: Claim) -> object:
    """What stays of a claim when a name is taken out of it."""
    statement = claim.statement
    if isinstance(statement, Meeting):
        statement = replace(statement, leaders=())
    elif isinstance(statement, Agreement):
        statement = replace(statement, name="")
    elif isinstance(statement, Office):
        statement = replace(statement, title="")
    return statement, claim.when, [(e.field, e.start, e.end) for e in claim.evidence]


def _decide(store: Store, names: Iterable[str]) -> None:
    now = datetime.now(UTC).isoformat(timespec="seconds")
    rows: Sequence[dict[str, object]] = [
        {"id": digest(name), "words": len(name.split()), "decided_at": now} for name in sorted(names)
    ]
    store.connection.write(lambda transaction: transaction.run(cypher.PUT, rows=rows).consume())
