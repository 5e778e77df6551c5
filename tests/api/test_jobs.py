from __future__ import annotations

import io
import json
import time
from collections.abc import Iterator
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from docx import Document
from fastapi.testclient import TestClient

from api import jobs as api_jobs
from api.jobs import ENDED, MOST_WAITING, Job, Jobs, TooManyJobs
from api.operation.metrics import Metrics
from graph.article import Article
from graph.errors import NotFound, QuestionError
from graph.reading import Reading
from graph.store import Store
from ingest.source import Loaded, Skipped
from tests.api.test_app import get, is_problem

PACT = "Fiji and Iceland signed an agreement on fisheries cooperation in Suva on Monday."
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


class Silent:
    """A reader that finds nothing, and waits for `go` before each article."""

    def __init__(self) -> None:
        self.go, self.begun = Event(), Event()
        self.go.set()

    def read(self, article: Article) -> Reading:
        self.begun.set()
        assert self.go.wait(20)
        if article.id == "breaks":
            raise RuntimeError("the reader broke")
        return Reading(article.id, "silent/1")

    def read_many(self, articles: Any) -> Iterator[Reading]:
        return map(self.read, articles)


@pytest.fixture
def reader() -> Silent:
    return Silent()


@pytest.fixture
def jobs(store: Store, reader: Silent) -> Iterator[Jobs]:
    opened = Jobs(store, reader, Metrics())
    yield opened
    reader.go.set()
    opened.close(20)
    for article in store.view().articles(limit=500):
        if article.reader == "silent/1":
            store.writer().forget(article.id)


def made(number: int, start: int = 0) -> list[Loaded]:
    return [Article(f"made-{n}", "", f"Text {n}.") for n in range(start, start + number)]


def ended(job: Job) -> Job:
    deadline = time.monotonic() + 30
    while job.state not in ENDED:
        assert time.monotonic() < deadline, job
        time.sleep(0.01)
    return job


def test_a_job_reads_and_stores(jobs: Jobs, store: Store) -> None:
    job = ended(jobs.start(lambda: [*made(40), Skipped("x", "empty", "nothing")], b"a"))
    assert (job.state, job.report.articles, job.report.skipped["empty"]) == ("done", 40, 1)
    assert store.view().article("made-39").text == "Text 39."
    again = ended(jobs.start(lambda: made(40), b"a"))
    assert (again.report.articles, again.report.unchanged) == (40, 40)
    assert jobs.all() == [again, job]
    assert jobs.job(job.id) is job


def test_a_cancelled_job_keeps_what_it_stored(jobs: Jobs, reader: Silent) -> None:
    reader.go.clear()
    job = jobs.start(lambda: made(200), b"b")
    waiting = jobs.start(lambda: made(3), b"c")
    assert reader.begun.wait(20)
    jobs.cancel(job.id)
    assert jobs.cancel(waiting.id).state == "cancelled"  # at once, not when the other one is done
    assert job.state == "running"
    reader.go.set()
    assert ended(job).state == "cancelled"
    assert 0 < job.report.articles < 200
    assert waiting.report.articles == 0
    assert waiting.finished_at
    assert jobs.cancel(job.id).state == "cancelled"


def test_an_idempotent_job_is_one(jobs: Jobs) -> None:
    job = jobs.start(lambda: made(1), b"d", key="k")
    assert jobs.start(lambda: made(1), b"d", key="k") is job
    assert jobs.start(lambda: made(1), b"d") is not job
    with pytest.raises(QuestionError, match="'k'"):
        jobs.start(lambda: made(1), b"e", key="k")


def test_a_job_that_breaks_does_not_end_the_others(jobs: Jobs) -> None:
    def broken() -> Iterator[Loaded]:
        yield from made(1)
        raise RuntimeError("secret")

    job = ended(jobs.start(broken, b"f"))
    assert job.state == "failed"
    assert "secret" not in (job.error or "")
    fine = ended(jobs.start(lambda: [Article("breaks", "", "Text."), *made(1)], b"g"))
    assert (fine.state, fine.report.articles, fine.report.skipped["reader_failed"]) == ("done", 1, 1)


def test_too_many_jobs_are_refused(jobs: Jobs, reader: Silent) -> None:
    reader.go.clear()
    first = jobs.start(lambda: made(1), b"h")
    assert reader.begun.wait(20)
    for _ in range(MOST_WAITING):
        jobs.start(list, b"i")
    with pytest.raises(TooManyJobs):
        jobs.start(list, b"i")
    reader.go.set()
    ended(first)
    with pytest.raises(NotFound, match="nothing"):
        jobs.job("nothing")


def test_what_waiting_jobs_hold_in_memory_has_an_end(
    jobs: Jobs, reader: Silent, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(api_jobs, "MOST_BYTES", 100)
    reader.go.clear()
    alone = jobs.start(lambda: made(1), b"j" * 500)
    with pytest.raises(TooManyJobs, match="500 bytes"):
        jobs.start(list, b"k")
    jobs.cancel(alone.id)
    reader.go.set()
    ended(alone)
    reader.go.clear()
    jobs.start(lambda: made(1), b"l" * 50)
    waiting = jobs.start(list, b"m" * 50)
    with pytest.raises(TooManyJobs, match="100 bytes"):
        jobs.start(list, b"n")
    jobs.cancel(waiting.id)
    assert jobs.start(list, b"n").state == "queued"


def test_closing_waits_for_the_articles_in_hand_but_not_for_ever(store: Store, reader: Silent) -> None:
    stuck = Jobs(store, reader, Metrics())
    reader.go.clear()
    job = stuck.start(lambda: made(1), b"o")
    waiting = stuck.start(lambda: made(1), b"p")
    assert reader.begun.wait(20)
    begun = time.monotonic()
    stuck.close(0.1)
    assert time.monotonic() - begun < 5
    reader.go.set()
    stuck.close(20)
    assert (ended(job).report.articles, waiting.report.articles) == (1, 0)
    store.writer().forget("made-0")


GERMAN = "Der Präsident hat gestern in Berlin mit dem Kanzler ein neues Abkommen über die Fischerei unterzeichnet. " * 2


def test_a_batch_is_checked_as_one_article_is(client: TestClient) -> None:
    batch = [{"text": GERMAN}, {"id": "copy-1", "text": PACT * 5}, {"id": "copy-2", "text": PACT * 5}]
    is_problem(client.post("/articles", json=batch[0]), 422)
    job = client.post("/jobs", json={"articles": batch}).json()
    with client.stream("GET", f"/jobs/{job['id']}", headers={"accept": "text/event-stream"}) as events:
        assert list(events.iter_lines())
    found = get(client, f"/jobs/{job['id']}")
    assert (found["articles"], found["articles_copied"], found["skipped"]) == (2, 1, {"language": 1})
    for id_ in ("copy-1", "copy-2"):
        assert client.delete(f"/articles/{id_}").status_code == 204


def test_a_batch_over_http(client: TestClient) -> None:
    batch = {"articles": [{"id": "job-1", "text": PACT, "published": "2024-03-05"}, {"id": "job-2", "text": " "}]}
    headers = {"idempotency-key": "one"}
    started = client.post("/jobs", json=batch, headers=headers)
    assert started.status_code == 202, started.text
    job = started.json()
    assert client.post("/jobs", json=batch, headers=headers).json()["id"] == job["id"]
    is_problem(client.post("/jobs", json={"articles": [{"text": "Else."}]}, headers=headers), 422)
    with client.stream("GET", f"/jobs/{job['id']}", headers={"accept": "text/event-stream"}) as events:
        assert events.headers["content-type"].startswith("text/event-stream")
        lines = [line for line in events.iter_lines() if line]
    assert lines[-2] == "event: end"
    last = json.loads(lines[-1].removeprefix("data: "))
    assert last == get(client, f"/jobs/{job['id']}")
    assert (last["state"], last["articles"], last["skipped"]) == ("done", 1, {"no_text": 1})
    assert last["skips"][0]["where"] == "articles.1"
    assert job["id"] in [one["id"] for one in get(client, "/jobs")]
    assert client.post(f"/jobs/{job['id']}/cancel").json()["state"] == "done"
    assert client.delete("/articles/job-1").status_code == 204
    is_problem(client.get("/jobs/none"), 404)
    is_problem(client.post("/jobs/none/cancel"), 404)


def word(text: str) -> bytes:
    document, out = Document(), io.BytesIO()
    document.add_paragraph(text)
    document.save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("kind", "content"),
    [
        (
            "text/html; charset=utf-8",
            f"<html><title>Pact</title><body><article><p>{PACT}</p></article></body>".encode(),
        ),
        (WORD, word(PACT)),
        ("text/plain", PACT.encode()),
        ("text/markdown", f"# Pact\n\n{PACT}".encode()),
    ],
)
def test_a_file(client: TestClient, kind: str, content: bytes) -> None:
    stored = client.post("/articles", params={"name": "pact"}, content=content, headers={"content-type": kind})
    assert stored.status_code == 201, stored.text
    assert stored.json()["reading"]["countries"] == ["FJI", "ISL"]
    again = client.post("/articles", content=content, headers={"content-type": kind})
    assert (again.status_code, again.json()["unchanged"]) == (200, True)
    assert client.delete(f"/articles/{stored.json()['id']}").status_code == 204


@pytest.mark.parametrize(
    ("kind", "content"),
    [
        ("application/pdf", b"no pdf"),
        ("application/pdf", b""),
        (WORD, b"PK\x03\x04 no zip"),
        ("text/plain", b"\0\1"),
        ("text/html", "<p>Der Präsident hat gestern in Berlin ein neues Abkommen unterzeichnet.</p>".encode()),
    ],
)
def test_a_file_that_is_no_article_is_a_problem(client: TestClient, kind: str, content: bytes) -> None:
    body = is_problem(client.post("/articles", content=content, headers={"content-type": kind}), 422)
    assert body["detail"].startswith("file")
    is_problem(client.post("/articles", content=content, headers={"content-type": "image/png"}), 422)


def test_a_file_of_many_articles_is_a_job(client: TestClient, tmp_path: Path) -> None:
    rows = [{"id": f"line-{n}", "text": PACT} for n in range(2)]
    content = "\n".join(map(json.dumps, [*rows, "nonsense"])).encode()
    started = client.post("/articles", content=content, headers={"content-type": "application/x-ndjson"})
    assert started.status_code == 202
    assert started.headers["location"] == f"/jobs/{started.json()['id']}"
    with client.stream("GET", started.headers["location"], headers={"accept": "text/event-stream"}) as events:
        assert list(events.iter_lines())
    job = get(client, started.headers["location"])
    assert (job["state"], job["articles"], sum(job["skipped"].values())) == ("done", 2, 1)
    for row in rows:
        assert client.delete(f"/articles/{row['id']}").status_code == 204
