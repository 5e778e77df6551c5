"""Manners: what a site's robots.txt asks of those who fetch many of its pages, and time between two of them."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic, sleep
from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

from graph.errors import SourceError
from ingest.fetch.fetch import Fetched, SafeFetch

AGENT = "accord"
DELAY_S = 1.0
"""Between two pages of one host."""
_LONGEST_DELAY_S = 60.0


class Manners:
    """Fetches pages that no person named one by one: those that robots.txt allows, one host's not too fast."""

    def __init__(
        self,
        fetch: SafeFetch,
        *,
        delay_s: float = DELAY_S,
        clock: Callable[[], float] = monotonic,
        wait: Callable[[float], None] = sleep,
    ) -> None:
        self._fetch, self._delay_s, self._clock, self._wait = fetch, delay_s, clock, wait
        self._robots: dict[str, RobotFileParser] = {}
        self._last: dict[str, float] = {}

    def fetch(self, url: str) -> Fetched:
        """The page at `url`; raises as SafeFetch does, and SourceError ``robots`` where the site does not want it."""
        host = "{0.scheme}://{0.netloc}".format(urlsplit(url)).lower()
        robots = self._robots_of(host)
        if not robots.can_fetch(AGENT, url):
            raise SourceError(url, "robots", "the site's robots.txt does not allow it")
        asked = robots.crawl_delay(AGENT)
        self._take_time(host, min(max(self._delay_s, float(asked or 0)), _LONGEST_DELAY_S))
        return self._fetch.fetch(url)

    def _take_time(self, host: str, delay_s: float) -> None:
        now = self._clock()
        due = self._last.get(host, now - delay_s) + delay_s
        if due > now:
            self._wait(due - now)
        self._last[host] = max(due, now)

    def _robots_of(self, host: str) -> RobotFileParser:
        if host not in self._robots:
            self._robots[host] = self._asked_robots(host)
        return self._robots[host]

    def _asked_robots(self, host: str) -> RobotFileParser:
        """What a host says; a host that has no such file, or answers anything else, allows all (RFC 9309, 2.3.1.3)."""
        robots = RobotFileParser()
        try:
            text = self._fetch.fetch(f"{host}/robots.txt").body.decode("utf-8", "replace")
        except SourceError as error:
            if error.reason not in {"http_status", "unsupported", "redirects", "too_long"}:
                raise
            text = ""
        robots.parse(text.splitlines())
        return robots
