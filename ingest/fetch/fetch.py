"""Fetching a page: only from public addresses, in bounded bytes, time and redirects."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPException
from threading import Timer
from typing import NoReturn

from urllib3 import HTTPResponse
from urllib3.exceptions import HTTPError

from graph.errors import SourceError
from ingest.fetch.address import is_public
from ingest.fetch.pinned import Line, connection
from ingest.fetch.resolve import Resolve, resolve
from ingest.fetch.target import Target, redirected, target_of

MOST_BYTES = 10_000_000
"""Bytes of a page, unpacked."""

SECONDS = 20.0
"""For all of it: looking up, redirects, reading."""

REDIRECTS = 5
PORTS = frozenset({80, 443})
FORMS = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "text/plain": "text",
    "application/pdf": "pdf",
    "application/rss+xml": "feed",
    "application/atom+xml": "feed",
    "application/rdf+xml": "feed",
    "application/xml": "feed",
    "text/xml": "feed",
}
"""What is taken, by media type."""

_MOVED = frozenset({301, 302, 303, 307, 308})
_OK = 200
_PACKED = frozenset({"", "identity", "gzip", "deflate"})
_PART = 65_536
_HEADERS = {
    "User-Agent": "accord (reads one page for a knowledge graph)",
    "Accept": ", ".join(FORMS),
    "Accept-Language": "en",
    "Accept-Encoding": "gzip, deflate",
    "Connection": "close",
}


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page: where it was in the end, its form (a value of `FORMS`), and its bytes."""

    url: str
    form: str
    body: bytes


class SafeFetch:
    """Fetches pages for whoever asks, and gives nobody a way into the network around.

    Each name is looked up once; all its addresses must be `allowed`, and the connection goes to one of these very
    addresses, so that a name that changes its mind is of no use. The same holds for each redirect. Nothing of this
    machine goes along: no cookies, no credentials, no proxy of the environment.
    """

    def __init__(
        self,
        *,
        most_bytes: int = MOST_BYTES,
        seconds: float = SECONDS,
        resolve: Resolve = resolve,
        allowed: Callable[[str], bool] = is_public,
        ports: frozenset[int] = PORTS,
    ) -> None:
        self._most, self._seconds = most_bytes, seconds
        self._resolve, self._allowed, self._ports = resolve, allowed, ports

    def fetch(self, url: str) -> Fetched:
        """The page at `url`.

        Raises SourceError: ``bad_url``, ``not_public``, ``unreachable``, ``http_status``, ``redirects``,
        ``unsupported``, ``too_long``, ``too_slow``.
        """
        ends = time.monotonic() + self._seconds
        target = target_of(url)
        for _ in range(REDIRECTS + 1):
            found = self._ask(target, ends)
            if isinstance(found, Fetched):
                return found
            target = found
        raise SourceError(url, "redirects", f"more than {REDIRECTS} redirects")

    def _ask(self, target: Target, ends: float) -> Fetched | Target:
        try:
            with self._line(target, ends) as line, self._response(target, line, ends) as response:
                return self._taken(target, response, ends)
        except TimeoutError:
            self._late(target)
        except (OSError, HTTPError, HTTPException) as error:
            if time.monotonic() >= ends:
                self._late(target)
            raise SourceError(target.url, "unreachable", f"no answer: {error}") from error

    @contextmanager
    def _line(self, target: Target, ends: float) -> Iterator[Line]:
        """A connection to one of the addresses of `target`, cut off when the time is over."""
        if target.port not in self._ports:
            raise SourceError(target.url, "not_public", f"port {target.port} is none that pages are on")
        addresses = self._resolve(target.host, target.port, self._left(target, ends))
        if not addresses or not all(map(self._allowed, addresses)):
            raise SourceError(target.url, "not_public", f"{target.host} is not on the public internet")
        line = self._connected(addresses, target, ends)
        timer = Timer(self._left(target, ends), line.cut)
        timer.daemon = True
        timer.start()
        try:
            yield line
        finally:
            timer.cancel()
            line.close()

    def _connected(self, addresses: Sequence[str], target: Target, ends: float) -> Line:
        failure: OSError | None = None
        for address in addresses:
            try:
                return Line(address, target.port, self._left(target, ends))
            except OSError as error:
                failure = error
        raise failure or OSError("no address")

    @contextmanager
    def _response(self, target: Target, line: Line, ends: float) -> Iterator[HTTPResponse]:
        asking = connection(target, line, self._left(target, ends))
        try:
            asking.request("GET", target.path, headers=_HEADERS, preload_content=False)
            with asking.getresponse() as response:
                yield response
        finally:
            asking.close()

    def _taken(self, target: Target, response: HTTPResponse, ends: float) -> Fetched | Target:
        if response.status in _MOVED and (location := response.headers.get("Location")):
            return redirected(target, location)
        if response.status != _OK:
            raise SourceError(target.url, "http_status", f"answers {response.status}")
        kind = response.headers.get("Content-Type", "").partition(";")[0].strip().lower()
        packed = response.headers.get("Content-Encoding", "").strip().lower()
        if kind not in FORMS or packed not in _PACKED:
            raise SourceError(target.url, "unsupported", f"is {kind or 'of no kind'} {packed}".strip())
        return Fetched(target.url, FORMS[kind], self._read(target, response, ends))

    def _read(self, target: Target, response: HTTPResponse, ends: float) -> bytes:
        body = bytearray()
        while part := response.read1(_PART, decode_content=True):
            body += part
            if len(body) > self._most:
                raise SourceError(target.url, "too_long", f"has more than {self._most:,} bytes")
        self._left(target, ends)  # a line that was cut off looks like the end
        return bytes(body)

    def _left(self, target: Target, ends: float) -> float:
        """The seconds that are left."""
        left = ends - time.monotonic()
        if left <= 0:
            self._late(target)
        return left

    def _late(self, target: Target) -> NoReturn:
        raise SourceError(target.url, "too_slow", f"was not read within {self._seconds:g} s")
