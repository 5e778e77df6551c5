"""The server as it is started and stopped, in this process: uvicorn takes signals in the main thread alone."""

from __future__ import annotations

import logging
import os
import signal
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Event

import httpx2
import pytest

from api.commands.serve import GRACE_S, serve_until_stopped
from api.dependencies import LazyReader
from api.port import next_free
from api.settings import Settings
from graph.article import Article
from graph.errors import NotFound
from graph.reading import Reading
from graph.store import Store

TEXT = {"id": "in-hand", "text": "Fiji and Iceland signed an agreement on fisheries in Suva."}


@pytest.fixture
def served(api_settings: Settings) -> Iterator[Settings]:
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    yield api_settings.model_copy(update={"port": next_free("127.0.0.1", 8700) or 0})
    root.handlers[:], root.level = handlers, level
    logging.getLogger("accord").setLevel(logging.NOTSET)


def until_live(address: str) -> None:
    deadline = time.monotonic() + 20
    while True:
        try:
            httpx2.get(f"{address}/health/live")
        except httpx2.TransportError:
            assert time.monotonic() < deadline
            time.sleep(0.05)
        else:
            return


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_told_to_stop_it_finishes_the_write_in_hand(
    served: Settings, store: Store, monkeypatch: pytest.MonkeyPatch, number: signal.Signals
) -> None:
    read = LazyReader.read

    def slowly(self: LazyReader, article: Article) -> Reading:
        os.kill(os.getpid(), number)
        time.sleep(1)  # by now it has stopped to listen
        return read(self, article)

    monkeypatch.setattr(LazyReader, "read", slowly)
    address = f"http://127.0.0.1:{served.port}"

    def visit() -> httpx2.Response:
        until_live(address)
        return httpx2.post(f"{address}/articles", json=TEXT, timeout=20)

    with ThreadPoolExecutor() as threads:
        answer = threads.submit(visit)
        serve_until_stopped(served, store)
        assert answer.done()
        assert answer.result().status_code == 201
        assert "server" not in answer.result().headers
    assert store.view().article("in-hand").text == TEXT["text"]
    store.writer().forget("in-hand")
    with pytest.raises(NotFound):
        store.view().article("in-hand")
    with pytest.raises(httpx2.ConnectError):
        httpx2.get(f"{address}/health/live")


def test_who_follows_a_job_does_not_hold_up_the_end(
    served: Settings, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    go, read = Event(), LazyReader.read

    def stuck(self: LazyReader, article: Article) -> Reading:
        assert go.wait(60)
        return read(self, article)

    monkeypatch.setattr(LazyReader, "read", stuck)
    address = f"http://127.0.0.1:{served.port}"
    told: list[str] = []

    def follow() -> None:
        until_live(address)
        job = httpx2.post(f"{address}/jobs", json={"articles": [TEXT]}, timeout=20).json()
        events = {"accept": "text/event-stream"}
        with httpx2.stream("GET", f"{address}/jobs/{job['id']}", headers=events, timeout=60) as following:
            for line in following.iter_lines():
                if not told:
                    os.kill(os.getpid(), signal.SIGTERM)
                told.append(line)
        told.append("closed")
        go.set()

    begun = time.monotonic()
    with ThreadPoolExecutor() as threads:
        done = threads.submit(follow)
        serve_until_stopped(served, store)
        done.result(10)
    assert time.monotonic() - begun < GRACE_S
    assert told[0] == "event: progress"
    assert told[-1] == "closed"
    assert store.view().article("in-hand").text == TEXT["text"]
    store.writer().forget("in-hand")
