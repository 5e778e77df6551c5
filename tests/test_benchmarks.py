from __future__ import annotations

import statistics
from collections import Counter
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, HTTPServer
from itertools import islice
from math import comb
from threading import Thread

import pytest

from benchmarks.api import REQUESTS, Client, NotAnswered, Row, Times, timed
from benchmarks.copies import Found, forms, forms_by_runs, others, prints, signatures, table
from benchmarks.general_news import general_articles
from benchmarks.growth import Growth, Timed, measure
from benchmarks.made_readings import busiest_dyad, made_readings, readings_with
from benchmarks.reading import Lap, Work, dev_articles, general_mix, race, relations, report
from graph.article import Article
from graph.claim import Office
from ingest.reader import default_reader
from tests.graph.copied_texts import PRINTS


def test_general_news_is_the_same_for_the_same_seed() -> None:
    assert list(islice(general_articles(1), 5)) == list(islice(general_articles(1), 5))
    assert list(islice(general_articles(1), 5)) != list(islice(general_articles(2), 5))


def test_general_news_leaves_no_slot_open() -> None:
    assert not any("{" in article.text + article.title for article in islice(general_articles(), 50))


def test_the_reader_finds_hardly_a_relation_in_general_news() -> None:
    readings = default_reader().read_many(islice(general_articles(), 100))
    claims = [claim for reading in readings for claim in reading.claims if not isinstance(claim.statement, Office)]
    assert len(claims) < 5


def test_one_of_ten_articles_of_the_general_mix_holds_a_relation() -> None:
    ids = [article.id for article in islice(general_mix(), 20)]
    assert [i for i, name in enumerate(ids) if not name.startswith("general-")] == [0, 10]


def test_the_dev_articles_are_repeated() -> None:
    dev = dev_articles()
    assert list(islice(relations(), len(dev) + 1))[-1] == dev[0]


def test_works_take_turns_over_the_same_chunks() -> None:
    articles = [Article(str(i), "", "") for i in range(5)]
    calls: list[tuple[str, int]] = []

    def noting(name: str) -> Work:
        return lambda own: calls.append((name, len(own)))

    works = {name: noting(name) for name in ("bare", "reader")}
    laps = race(articles, 2, works)
    warm, timed = calls[:2], calls[2:]
    assert warm == [("bare", 2), ("reader", 2)]
    assert timed == [("bare", 2), ("reader", 2), ("reader", 2), ("bare", 2), ("bare", 1), ("reader", 1)]
    assert [lap.articles for lap in laps["reader"]] == [2, 2, 1]


def test_the_report_tells_how_many_times_as_fast_the_reader_is() -> None:
    lines = report({"bare": [Lap(10, 4.0, 2.0), Lap(10, 2.0, 2.0)], "reader": [Lap(10, 1.0, 1.0), Lap(10, 1.0, 1.0)]})
    assert "3.3 articles/s by the clock" in lines[0]
    assert "3.00 (wall)" in lines[2]
    assert "2.00 (cpu)" in lines[3]


def test_made_readings_are_the_same_for_the_same_seed_and_as_many_as_asked_for() -> None:
    assert list(islice(made_readings(1), 5)) == list(islice(made_readings(1), 5))
    assert list(islice(made_readings(1), 5)) != list(islice(made_readings(2), 5))
    numbers = [len(reading.claims) for _, reading in readings_with(500)]
    assert sum(numbers[:-1]) < 500 <= sum(numbers)


def test_made_readings_are_skewed_and_their_evidence_is_in_the_text() -> None:
    readings = list(readings_with(3000))
    actors = Counter(actor for _, r in readings for c in r.claims for actor in c.actors)
    assert actors.most_common(1)[0][1] > 20 * statistics.median(actors.values())
    assert set(busiest_dyad(readings)) <= {actor for actor, _ in actors.most_common(6)}
    for own, read in readings:
        assert all(own.field(e.field)[e.start : e.end] == e.text for c in read.claims for e in c.evidence)
    assert len({own.text for own, _ in readings}) < len(readings)


def test_growth_is_measured_both_ways() -> None:
    found = measure(300)
    assert found.claims >= 300
    assert min(found.ours, found.bare, found.dyad.p50, found.bare_dyad.p50, found.subgraph.p50, found.memory) > 0


def test_a_row_of_the_table_says_the_ratios() -> None:
    one, two = Timed(3.0, 4.0), Timed(2.0, 2.5)
    row = str(Growth(10_001, 600.0, 1000.0, one, two, two, one, 300))
    assert row.startswith("| 10,001 | 600 | 1,000 | 0.60 | 3.0 / 2.0 = 1.50 | 4.0 |")


def test_only_answers_are_measured() -> None:
    statuses = {"/": 200, "/same": 304, "/busy": 503}

    class Answers(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(statuses[self.path])
            self.send_header("ETag", '"a"')
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_: object) -> None: ...

    with HTTPServer(("127.0.0.1", 0), Answers) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        port = server.server_port
        assert [Client(port, path).ask() for path in ("/", "/same")] == [(200, '"a"'), (304, '"a"')]
        with pytest.raises(NotAnswered, match="/busy: 503"):
            timed(Client(port, "/busy").ask, 2)
        assert [status for _, status in timed(lambda: Client(port, "/same").ask()[0], 2)] == [304] * REQUESTS
        server.shutdown()


def test_where_hardly_anybody_has_the_answer_already_nothing_is_said_of_it() -> None:
    times = Times.of([1.0, 2.0, 3.0])
    assert str(Row("1", times, times, times)).endswith("| 2.0 |")
    assert str(Row("1", times, None, times)).endswith("| – |")


def test_copies_are_counted_as_a_graph_finds_them() -> None:
    texts = [article.text for article in dev_articles()[:4]]
    first, other, short = signatures([*texts[:2], "Japan and Indonesia agreed."])
    assert first and other
    assert Found.of([(first, first), (first, short)]) == Found(1, [1.0, 0.0])
    assert Found.of([(first, first), (first, other)]) == Found(1, [1.0, first.likeness(other)])
    assert Found.of([(first, first), (first, replace(first, keys=()))]).copies == 1
    rows = list(table(texts))[1:]
    assert len(rows) == len(PRINTS)
    assert all(" of 4 | " in row for row in rows)
    assert len(prints(texts).likeness) == 4 * comb(len(PRINTS), 2)
    assert others(texts).copies == forms().copies == 0
    assert forms_by_runs().copies > 0
