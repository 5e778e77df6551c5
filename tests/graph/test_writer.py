"""What a store promises of writing, on each engine."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from neo4j import ManagedTransaction

from graph.article import Article
from graph.claim import Agreement, Claim, Cooperation, Event, Evidence, Meeting, Office
from graph.cluster import resolved
from graph.cypher import Query
from graph.dump import dump
from graph.errors import NotFound
from graph.identity import is_mention
from graph.projection import Contribution, contributions, fact_of, summarized
from graph.projection.contribution import joined
from graph.projection.key import LABELS, label_of
from graph.reading import Reading
from graph.store import Store
from graph.tally import LEAF
from graph.writer import WriteReport, is_older
from tests.graph.copying import places_of
from tests.graph.samples import article, claim, energy, random_readings, reading


def test_what_was_written_comes_back(store: Store) -> None:
    for own, read in random_readings(6, 12, seed=2):
        report = store.writer().write(own, read)
        assert (report.written, report.claims) == (1, len(read.claims))
        assert store.view().article(own.id) == own
        found = store.view().reading(own.id)
        assert (found.reader, set(found.presences)) == (read.reader, set(read.presences))
        assert sorted(found.claims, key=lambda c: c.id) == sorted(read.claims, key=lambda c: c.id)


def test_writing_the_same_again_changes_nothing(store: Store) -> None:
    readings = random_readings(8, 15, seed=3)
    store.writer().write_many(readings)
    before = dump(store)
    assert store.writer().write_many(readings) == WriteReport(unchanged=8)
    assert dump(store) == before


@pytest.fixture(params=[2, LEAF], ids=["deep tallies", "flat tallies"])
def leaf(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    """How many contributions a leaf holds: with two, tallies grow and shrink all the time."""
    monkeypatch.setattr("graph.tally.LEAF", request.param)
    return int(request.param)


@pytest.mark.usefixtures("leaf")
def test_order_batches_repeats_and_detours_do_not_matter(store: Store) -> None:
    readings = random_readings(16, 14, seed=4)
    others = [(Article(f"x{a.id}", a.title, a.text, a.published), _renamed(r, f"x{a.id}")) for a, r in readings[:7]]
    older = [(a, Reading(a.id, "sample/0.9", r.presences, r.claims[::3])) for a, r in readings[3:9]]
    rng = random.Random(7)
    dumps = []
    for batch in (1, 5, 100):
        writer = store.writer()
        first = rng.sample([*readings[:5], *older, *others], 5 + len(older) + len(others))
        writer.write_many(first, batch)
        writer.write_many(rng.sample([*readings, *readings[:6]], len(readings) + 6), batch)
        _forget(store, others)
        dumps.append(dump(store))
        assert _projected(store) == _folded_from_claims(store)
        _forget(store, readings)
    assert dumps[0] == dumps[1] == dumps[2]


def test_forgetting_leaves_what_others_said(store: Store) -> None:
    kept, gone = random_readings(12, 14, seed=5), random_readings(9, 14, seed=6)
    gone = [(Article(f"x{a.id}", a.title, a.text, a.published), _renamed(r, f"x{a.id}")) for a, r in gone]
    store.writer().write_many(kept)
    before = dump(store)
    store.writer().write_many(gone)
    assert dump(store) != before
    _forget(store, gone)
    assert dump(store) == before


def test_forgetting_all_leaves_the_reference_data(store: Store) -> None:
    before = dump(store)
    readings = random_readings(6, 14, seed=8)
    store.writer().write_many(readings)
    _forget(store, readings)
    assert dump(store) == before


def test_forgetting_what_is_not_there(store: Store) -> None:
    with pytest.raises(NotFound, match="no-such-article"):
        store.writer().forget("no-such-article")


def test_forgetting_once_more_after_a_lost_commit_that_was_done(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    own = article("a")
    store.writer().write(own, reading(own, claim(own, energy())))
    write = store.connection.write

    def twice(work: Callable[[ManagedTransaction], WriteReport]) -> WriteReport:
        write(work)
        return write(work)

    monkeypatch.setattr(store.connection, "write", twice)
    assert store.writer().forget("a").removed > 0
    with pytest.raises(NotFound):
        store.writer().forget("a")


def test_a_newer_reader_takes_the_place_of_the_older(store: Store) -> None:
    own = article("a")
    old = reading(own, claim(own, energy()), claim(own, Cooperation((("IDN", "JPN"),), "trade")), reader="rules/0.9.1")
    new = reading(own, claim(own, energy("agreed")), reader="rules/0.10.0")
    writer = store.writer()
    writer.write(own, new)
    expected = dump(store)
    writer.forget("a")
    writer.write(own, old)
    assert writer.write(own, new).written == 1
    assert dump(store) == expected
    assert writer.write(own, old) == WriteReport(outdated=1)
    assert dump(store) == expected


def test_what_an_older_reading_said_is_kept_closed_until_it_is_forgotten(store: Store) -> None:
    own = article("a")
    said, also = claim(own, energy()), claim(own, Cooperation((("IDN", "JPN"),), "trade"))
    first = reading(own, said, also, reader="rules/1.0")
    second = reading(own, said, reader="rules/2.0")
    writer = store.writer()
    for read in (first, second, reading(own, reader="rules/3.0")):
        writer.write(own, read)
    closed = store.view().closed_claims("a")
    assert {(c.claim.id, c.reader, c.superseded_by) for c in closed} == {
        (also.id, "rules/1.0", "rules/2.0"),
        (said.id, "rules/2.0", "rules/3.0"),
    }
    assert {c.claim for c in closed} == {said, also}
    assert store.view().counts()["claims"] == 0
    assert store.view().cooperation("IDN", "JPN") == ()
    writer.forget("a")
    assert store.view().closed_claims("a") == ()
    assert store.run_read_only("MATCH (c:ClosedClaim) RETURN c.id AS id").rows == ()


def test_another_reader_takes_the_place_too(store: Store) -> None:
    own = article("a")
    store.writer().write(own, reading(own, claim(own, energy()), reader="rules/2.0"))
    store.writer().write(own, reading(own, claim(own, energy("proposed")), reader="other/0.1"))
    assert [fact.status for fact in store.view().cooperation("IDN", "JPN")] == ["proposed"]


def test_a_better_confidence_of_the_same_claim_is_written(store: Store) -> None:
    own = article("a")
    store.writer().write(own, reading(own, claim(own, energy(), confidence=0.5)))
    store.writer().write(own, reading(own, claim(own, energy(), confidence=0.75)))
    assert [fact.support.confidence for fact in store.view().cooperation("IDN", "JPN")] == [0.75]


def test_a_changed_text_takes_the_place_of_the_old_one(store: Store) -> None:
    old, new = article("a", "Japan and Indonesia agreed."), article("a", "Japan and Indonesia did agree.")
    store.writer().write(old, reading(old, claim(old, energy())))
    store.writer().write(new, reading(new, claim(new, energy())))
    (fact,) = store.view().cooperation("IDN", "JPN")
    assert (fact.support.articles, [p.text for p in fact.support.evidence]) == (1, [new.text])


def test_an_article_with_nothing_in_it_is_kept(store: Store) -> None:
    own = article("a")
    store.writer().write(own, reading(own))
    assert store.view().article("a") == own
    assert store.view().counts()["claims"] == 0


def test_text_of_every_script_and_size(store: Store) -> None:
    text = "日本とインドネシア\u0000 🤝 «Zusammenarbeit» \\ ' \" `{}` -- " + "ä" * 1_000_000
    own = Article("https://example.org/ünï?a='1'&b=\"2\"", "“Títle” 🇯🇵", text.replace("\u0000", ""), "2023")
    said = Agreement("Übereinkommen “A” 'B' \\C", "treaty", ("IDN", "JPN"))
    store.writer().write(own, reading(own, claim(own, said, start=len(own.text) - 9)))
    assert store.view().article(own.id) == own
    assert [fact.name for fact in store.view().agreements("JPN", "IDN")] == [said.name]


def test_batches_are_cut_by_number_and_by_length(store: Store) -> None:
    long = "Japan and Indonesia agreed. " * 80_000
    articles = [article(name, text) for name, text in zip("abcde", ("x", "y", "z", long, long), strict=True)]
    reports = list(store.writer().write_batches(((own, reading(own)) for own in articles), batch=2))
    assert [report.written for report in reports] == [2, 2, 1]
    assert list(store.writer().write_batches([])) == []


def test_copies_of_one_text_are_one_source(store: Store) -> None:
    for name in "abc":
        own = article(name, "One wire story.")
        store.writer().write(own, reading(own, claim(own, energy(), confidence=0.5)))
    other = article("d", "Another story.")
    store.writer().write(other, reading(other, claim(other, energy(), confidence=0.5)))
    (fact,) = store.view().cooperation("IDN", "JPN")
    assert (fact.support.articles, fact.support.sources, fact.support.confidence) == (4, 2, 0.75)


def test_leaders_who_turn_out_to_be_one_attended_as_one(store: Store) -> None:
    meeting = Meeting("visit", ("IDN", "JPN"), ("Kishida",))
    first, second = article("a"), article("b", "Another text on it.")
    store.writer().write(
        first, reading(first, claim(first, meeting), claim(first, Office("Kishida", "JPN", "head_of_government")))
    )
    assert [m.leaders for m in store.view().meetings("IDN", "JPN")] == [("Kishida",)]
    store.writer().write(second, reading(second, claim(second, Office("Fumio Kishida", "JPN", "head_of_government"))))
    assert [m.leaders for m in store.view().meetings("IDN", "JPN")] == [("Fumio Kishida",)]
    store.writer().forget("b")
    assert [m.leaders for m in store.view().meetings("IDN", "JPN")] == [("Kishida",)]


@pytest.mark.parametrize(
    ("statement", "reason"),
    [
        (Cooperation((("IDN", "XXX"),), "energy"), "unknown_name"),
        (Cooperation((("IDN", "JPN"),), "nonsense"), "unknown_name"),
        (Event((("IDN", "JPN"),), "SMILE"), "unknown_name"),
        (Event((("JPN", "JPN"),), "AID"), "pair_with_itself"),
    ],
)
def test_what_no_vocabulary_has_is_refused_and_the_rest_kept(
    store: Store, statement: Cooperation | Event, reason: str
) -> None:
    bad, good = article("bad"), article("good")
    report = store.writer().write_many(
        [(bad, reading(bad, claim(bad, statement))), (good, reading(good, claim(good, energy())))]
    )
    assert [(error.where, error.reason) for error in report.refused] == [("bad", reason)]
    assert report.written == 1
    assert [row.id for row in store.view().articles()] == ["good"]


def test_a_reading_of_another_article_is_refused(store: Store) -> None:
    own, other = article("a"), article("b")
    assert [e.reason for e in store.writer().write(own, reading(other)).refused] == ["foreign_reading"]


def test_two_writers_at_once_leave_what_one_would(store: Store) -> None:
    readings = random_readings(10, 10, seed=9)
    store.writer().write_many(readings)
    expected = dump(store)
    _forget(store, readings)
    with ThreadPoolExecutor(2) as pool:
        halves = [readings, list(reversed(readings))]
        reports = list(pool.map(lambda part: store.writer().write_many(part, 2), halves))
    assert sum(report.written for report in reports) == 10
    assert dump(store) == expected


@pytest.mark.parametrize(
    ("reader", "than", "expected"),
    [
        ("rules/0.9.1", "rules/0.10.0", True),
        ("rules/0.10.0", "rules/0.10.0", False),
        ("rules/0.10.0+1", "rules/0.10.0+99999999", False),
        ("rules/0.9.0+99999999", "rules/0.10.0+1", True),
        ("rules/1.0", "rules/0.10.0", False),
        ("other/0.1", "rules/0.10.0", False),
    ],
)
def test_is_older(reader: str, than: str, expected: bool) -> None:
    assert is_older(reader, than) is expected


def _forget(store: Store, readings: Sequence[tuple[Article, Reading]]) -> None:
    for own, _ in readings:
        store.writer().forget(own.id)


def _projected(store: Store) -> dict[str, dict[str, Any]]:
    """All facts in the graph."""
    rows = [store.connection.read(Query(f"MATCH (n:{label}) RETURN properties(n) AS fact")) for label in LABELS]
    return {row["fact"]["id"]: row["fact"] for found in rows for row in found}


def _folded_from_claims(store: Store) -> dict[str, dict[str, Any]]:
    """All facts that follow from the claims in the graph."""
    view = store.view()
    by_key: dict[str, list[Contribution]] = {}
    articles = [view.article(row.id) for row in view.articles(limit=1000)]
    places = places_of(articles)
    for own in articles:
        claims = {c.id: c for c in view.reading(own.id).claims}
        for key, contribution in contributions(own, claims, places[own.id].source).items():
            by_key.setdefault(key, []).append(contribution)
    people = resolved(key for key in by_key if is_mention(key))
    by_fact: dict[str, dict[str, list[Contribution]]] = {}
    for key, parts_of_key in by_key.items():
        for c in parts_of_key:
            by_fact.setdefault(people.get(key, key), {}).setdefault(c.article, []).append(c)
    folded = {key: summarized([joined(parts) for parts in said.values()]) for key, said in by_fact.items()}
    made = {key: fact_of(key, summary, people) for key, summary in folded.items() if label_of(key)}
    return {key: fact for key, fact in made.items() if fact is not None}


def _renamed(read: Reading, article_id: str) -> Reading:
    claims = [Claim(article_id, c.statement, c.evidence, c.confidence, c.frame, c.when) for c in read.claims]
    return Reading(article_id, read.reader, read.presences, tuple(claims))


def test_evidence_of_several_passages_comes_back(store: Store) -> None:
    own = article("a")
    spans = (Evidence("text", 0, 5, own.text[:5], ((0, 2),)), Evidence("title", 0, 5, own.title[:5]))
    said = Claim("a", energy(), spans, 0.8, "a-rule")
    store.writer().write(own, reading(own, said))
    assert store.view().reading("a").claims == (said,)
