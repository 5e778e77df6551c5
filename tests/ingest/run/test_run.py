from __future__ import annotations

from collections.abc import Iterable, Iterator

from graph.article import Article
from graph.claim import Claim, Cooperation, Evidence
from graph.errors import ArticleError
from graph.reading import Reading
from graph.writer import WriteReport
from ingest.reading import BATCH, Read, read_all
from ingest.run import NAMED_SKIPS, RunReport, run
from ingest.source import Loaded, Skipped


class FakeReader:
    """Makes one claim of an article that names Japan, and breaks on one that says so."""

    def read(self, article: Article) -> Reading:
        if "break" in article.text:
            raise ZeroDivisionError("broken")
        claims: tuple[Claim, ...] = ()
        if "Japan" in article.text:
            evidence = Evidence("text", 0, len(article.text), article.text)
            claims = (Claim(article.id, Cooperation((("IDN", "JPN"),), "trade"), (evidence,), 0.9, "fake"),)
        return Reading(article.id, "fake/1", claims=claims)

    def read_many(self, articles: Iterable[Article]) -> Iterator[Reading]:
        return (self.read(article) for article in articles)


class FakeWriter:
    def __init__(self) -> None:
        self.batches: list[list[str]] = []

    def write_many(self, readings: Iterable[Read]) -> WriteReport:
        self.batches.append([article.id for article, _ in readings])
        refused = [ArticleError(i, "unknown_name", "no such") for i in self.batches[-1] if i == "refused"]
        return WriteReport(refused=tuple(refused), unchanged=self.batches[-1].count("unchanged"))


def articles(*texts: str) -> list[Loaded]:
    return [Article(str(number), "", text) for number, text in enumerate(texts)]


def test_counts_what_was_kept_and_what_was_skipped() -> None:
    writer = FakeWriter()
    items = [*articles("Japan.", "Nothing.", "break"), Skipped("a.txt", "empty", "an empty file")]
    report = run(read_all(items, FakeReader()), writer)
    assert (report.articles, report.claims, report.empty) == (2, 1, 1)
    assert report.skipped == {"empty": 1, "reader_failed": 1}
    assert Skipped("2", "reader_failed", "ZeroDivisionError: broken") in report.skips
    assert writer.batches == [["0", "1"]]
    assert not report.failed


def test_writes_in_batches_and_tells_its_progress() -> None:
    writer, seen = FakeWriter(), []
    run(
        read_all(articles(*["Japan."] * (BATCH + 1)), FakeReader()), writer, lambda report: seen.append(report.articles)
    )
    assert [len(batch) for batch in writer.batches] == [BATCH, 1]
    assert seen == [BATCH, BATCH + 1]


def test_reads_no_further_ahead_than_one_batch() -> None:
    taken = 0

    def endless() -> Iterator[Loaded]:
        nonlocal taken
        while True:
            taken += 1
            yield Article(str(taken), "", "Japan.")

    next(read_all(endless(), FakeReader()))
    assert taken == BATCH


def test_a_run_fails_only_if_nothing_could_be_read() -> None:
    skip = Skipped("a.txt", "empty", "")
    assert run([skip], FakeWriter()).failed
    assert not run([], FakeWriter()).failed
    assert not run(read_all([skip, *articles("Nothing.")], FakeReader()), FakeWriter()).failed


def test_names_the_first_skips_and_counts_all() -> None:
    report = RunReport()
    for number in range(NAMED_SKIPS + 5):
        report.skip(Skipped(f"a:{number}", "malformed", ""))
    assert len(report.skips) == NAMED_SKIPS
    assert report.as_json()["skipped"] == {"malformed": NAMED_SKIPS + 5}


def test_counts_what_the_writer_refused_and_what_it_had() -> None:
    items: list[Loaded] = [Article(i, "", "Japan.") for i in ("a", "refused", "unchanged")]
    report = run(read_all(items, FakeReader()), FakeWriter())
    assert (report.articles, report.claims, report.unchanged) == (2, 2, 1)
    assert report.skips == [Skipped("refused", "unknown_name", "no such")]
