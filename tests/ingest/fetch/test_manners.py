from __future__ import annotations

import pytest

from graph.errors import SourceError
from ingest.fetch import Fetched, Manners, SafeFetch

ROBOTS = b"User-agent: *\nDisallow: /private\n\nUser-agent: accord\nCrawl-delay: 5\nDisallow: /archive\n"


class Web(SafeFetch):
    """Sites that are made up; those that ask for something are named by their robots.txt."""

    def __init__(self, robots: dict[str, bytes | str]) -> None:
        self.robots, self.asked = robots, list[str]()

    def fetch(self, url: str) -> Fetched:
        self.asked.append(url)
        if not url.endswith("/robots.txt"):
            return Fetched(url, "html", b"<html/>")
        answer = self.robots.get(url.removesuffix("/robots.txt"), "http_status")
        if isinstance(answer, str):
            raise SourceError(url, answer, "no robots.txt")
        return Fetched(url, "text", answer)


class Clock:
    def __init__(self) -> None:
        self.now, self.waited = 100.0, list[float]()

    def __call__(self) -> float:
        return self.now

    def wait(self, seconds: float) -> None:
        self.waited.append(seconds)
        self.now += seconds


def mannered(robots: dict[str, bytes | str]) -> tuple[Manners, Web, Clock]:
    web, clock = Web(robots), Clock()
    return Manners(web, clock=clock, wait=clock.wait), web, clock


def test_what_a_site_does_not_want_is_not_fetched() -> None:
    manners, web, _ = mannered({"https://a.example": ROBOTS})
    with pytest.raises(SourceError) as error:
        manners.fetch("https://a.example/archive/1")
    assert error.value.reason == "robots"
    assert manners.fetch("https://a.example/news/1").form == "html"
    assert manners.fetch("https://a.example/news/2").form == "html"
    assert web.asked == ["https://a.example/robots.txt", "https://a.example/news/1", "https://a.example/news/2"]


def test_pages_of_one_host_take_time_and_those_of_others_none() -> None:
    manners, _, clock = mannered({"https://a.example": ROBOTS})
    for url in ("https://a.example/1", "https://b.example/1", "https://a.example/2", "https://b.example/2"):
        manners.fetch(url)
    assert clock.waited == [5.0]
    clock.now += 0.25
    manners.fetch("https://b.example/3")
    assert clock.waited == [5.0, 0.75]


def test_a_delay_without_end_is_not_kept() -> None:
    manners, _, clock = mannered({"https://a.example": b"User-agent: *\nCrawl-delay: 99999\n"})
    manners.fetch("https://a.example/1")
    manners.fetch("https://a.example/2")
    assert clock.waited == [60.0]


@pytest.mark.parametrize(("reason", "allowed"), [("http_status", True), ("unreachable", False), ("not_public", False)])
def test_a_site_without_rules_allows_all_and_one_that_is_not_there_nothing(reason: str, allowed: bool) -> None:
    manners, web, _ = mannered({"https://a.example": reason})
    if allowed:
        assert manners.fetch("https://a.example/1").form == "html"
    else:
        with pytest.raises(SourceError):
            manners.fetch("https://a.example/1")
    assert len(web.asked) == 1 + allowed
