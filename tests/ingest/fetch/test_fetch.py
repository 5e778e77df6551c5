"""Fetching from a server on loopback, which for the tests counts as public where they say so."""

from __future__ import annotations

import gzip
import socket
import ssl
import time
import tracemalloc
import zlib
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
import trustme

from graph.errors import SourceError
from ingest.fetch import SafeFetch
from ingest.fetch.address import is_public

PAGE = b"<html><body><p>Fiji met Iceland.</p></body></html>"


@cache
def bomb() -> bytes:
    """Less than 300 KB, which unpack to 60 MB."""
    return zlib.compress(b"\0" * 60_000_000, 1)


class Site(BaseHTTPRequestHandler):
    """A site with a page for each thing that can go wrong."""

    seen: list[tuple[str, str]]

    def do_GET(self) -> None:
        self.seen.append((self.headers["Host"], self.path))
        name = self.path.partition("?")[0].strip("/").partition("/")[0] or "page"
        getattr(self, f"_{name}", self._missing)()

    def _answer(self, body: bytes, status: int = 200, kind: str = "text/html; charset=utf-8", **headers: str) -> None:
        self.send_response(status)
        for header, value in {"Content-Type": kind, **headers}.items():
            self.send_header(header.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def _page(self) -> None:
        self._answer(PAGE)

    def _missing(self) -> None:
        self._answer(b"nothing here", 404)

    def _plain(self) -> None:
        self._answer(b"Fiji met Iceland.", kind="text/plain")

    def _script(self) -> None:
        self._answer(b"alert(1)", kind="application/javascript")

    def _nothing(self) -> None:
        self._answer(b"", kind="")

    def _to(self) -> None:
        self._answer(b"", 302, Location=self.path.partition("?")[2])

    def _round(self) -> None:
        self._answer(b"", 302, Location="/round")

    def _packed(self) -> None:
        self._answer(gzip.compress(PAGE), Content_Encoding="gzip")

    def _brotli(self) -> None:
        self._answer(PAGE, Content_Encoding="br")

    def _bomb(self) -> None:
        self._answer(bomb(), Content_Encoding="deflate")

    def _twice(self) -> None:
        self._answer(gzip.compress(gzip.compress(PAGE)), Content_Encoding="gzip, gzip")

    def _long(self) -> None:
        self._answer(b"x" * 200_000)

    def _broken(self) -> None:
        self._answer(b"no gzip", Content_Encoding="gzip")

    def _drip(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self._drop(b".")

    def _slow(self) -> None:
        self._drop(b"H")

    def _drop(self, byte: bytes) -> None:
        try:
            for _ in range(200):
                self.wfile.write(byte)
                self.wfile.flush()
                time.sleep(0.05)
        except OSError:
            return

    def log_message(self, format: str, *arguments: object) -> None:
        """Says nothing."""


@pytest.fixture
def site() -> Iterator[ThreadingHTTPServer]:
    Site.seen = []
    with ThreadingHTTPServer(("127.0.0.1", 0), Site) as server:
        server.daemon_threads = True
        Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


class Names:
    """A resolver of names that the tests make up; each look-up takes the next answer, the last stays."""

    def __init__(self, **answers: list[Sequence[str]]) -> None:
        self._answers = {name.replace("_", "."): list(given) for name, given in answers.items()}
        self.asked: list[str] = []

    def __call__(self, host: str, port: int, seconds: float) -> Sequence[str]:
        self.asked.append(host)
        answers = self._answers.get(host)
        if answers is None:
            return [str(socket.getaddrinfo(host, port)[0][4][0])]  # a number, which nobody need be asked about
        return answers.pop(0) if len(answers) > 1 else answers[0]


def is_allowed(address: str) -> bool:
    return address == "127.0.0.1" or is_public(address)


@pytest.fixture
def fetching(site: ThreadingHTTPServer) -> Callable[..., SafeFetch]:
    def make(names: Names, seconds: float = 20, most: int = 100_000) -> SafeFetch:
        ports = frozenset({80, 443, site.server_port})
        return SafeFetch(most_bytes=most, seconds=seconds, resolve=names, allowed=is_allowed, ports=ports)

    return make


def refused(fetch: SafeFetch, url: str) -> str:
    with pytest.raises(SourceError) as error:
        fetch.fetch(url)
    return error.value.reason


@pytest.fixture
def address(site: ThreadingHTTPServer) -> str:
    return f"http://news.example:{site.server_port}"


@pytest.fixture
def fetch(fetching: Callable[..., SafeFetch]) -> SafeFetch:
    return fetching(Names(news_example=[["127.0.0.1"]]))


def test_fetches_a_page_under_its_name(fetch: SafeFetch, address: str) -> None:
    page = fetch.fetch(f"{address}/page?a=b#c")
    assert (page.url, page.form, page.body) == (f"{address}/page?a=b", "html", PAGE)
    assert Site.seen == [(address.removeprefix("http://"), "/page?a=b")]
    assert fetch.fetch(f"{address}/packed").body == PAGE
    assert fetch.fetch(f"{address}/plain").form == "text"


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/missing", "http_status"),
        ("/script", "unsupported"),
        ("/nothing", "unsupported"),
        ("/brotli", "unsupported"),
        ("/twice", "unsupported"),
        ("/long", "too_long"),
        ("/bomb", "too_long"),
        ("/broken", "unreachable"),
        ("/round", "redirects"),
        ("/to?", "http_status"),
        ("/to?file:///etc/passwd", "bad_url"),
        ("/to?http://user:name@news.example/", "bad_url"),
    ],
)
def test_says_why_a_page_is_not_taken(fetch: SafeFetch, address: str, path: str, reason: str) -> None:
    assert refused(fetch, address + path) == reason


def test_follows_at_most_five_redirects(fetch: SafeFetch, address: str) -> None:
    hops = ["/page", *["/to?"] * 5]
    url = "".join(reversed(hops))
    assert fetch.fetch(address + url).url == f"{address}/page"
    assert refused(fetch, f"{address}/to?{url}") == "redirects"


@pytest.mark.parametrize(
    "elsewhere",
    [
        "http://169.254.169.254/latest/meta-data/",
        "http://[::ffff:169.254.169.254]/",
        "http://[::1]/",
        "http://[64:ff9b::a9fe:a9fe]/",
        "http://0.0.0.0/",
        "http://2852039166/",
        "http://0xa9fea9fe/",
        "http://0251.0376.0251.0376/",
        "http://192.168.1.1/",
        "http://localhost.example/",
        "http://news.example:22/",
        "http://news.example:6379/",
    ],
)
def test_goes_nowhere_but_to_the_public_web(fetching: Callable[..., SafeFetch], address: str, elsewhere: str) -> None:
    names = Names(news_example=[["127.0.0.1"]], localhost_example=[["::1"]])
    fetch = fetching(names)
    assert refused(fetch, elsewhere) == "not_public"
    assert refused(fetch, f"{address}/to?{elsewhere}") == "not_public"
    assert [path for _, path in Site.seen] == [f"/to?{elsewhere}"]


def test_loopback_is_not_public_unless_a_test_says_so(site: ThreadingHTTPServer) -> None:
    fetch = SafeFetch(ports=frozenset({site.server_port}))
    for host in ("127.0.0.1", "localhost", "127.1", "2130706433", "[::ffff:127.0.0.1]", "0"):
        assert refused(fetch, f"http://{host}:{site.server_port}/") == "not_public"
    assert Site.seen == []


def test_one_private_address_among_public_ones_is_enough_to_refuse(fetching: Callable[..., SafeFetch]) -> None:
    assert refused(fetching(Names(mixed_example=[["8.8.8.8", "10.0.0.1"]])), "http://mixed.example/") == "not_public"
    assert refused(fetching(Names(none_example=[[]])), "http://none.example/") == "not_public"


def test_a_name_that_changes_its_mind_is_looked_up_once(fetching: Callable[..., SafeFetch], address: str) -> None:
    """The second answer is what an attacker's name server would say between the check and the connection."""
    names = Names(news_example=[["127.0.0.1"], ["169.254.169.254"]])
    assert fetching(names).fetch(f"{address}/page").body == PAGE
    assert names.asked == ["news.example"]


def test_each_redirect_is_looked_up_anew(fetching: Callable[..., SafeFetch], address: str) -> None:
    names = Names(news_example=[["127.0.0.1"], ["169.254.169.254"]])
    assert refused(fetching(names), f"{address}/to?{address}/page") == "not_public"
    assert names.asked == ["news.example"] * 2
    assert len(Site.seen) == 1


@pytest.mark.parametrize("path", ["/drip", "/slow"])
def test_a_page_that_drips_is_given_up_in_time(fetching: Callable[..., SafeFetch], address: str, path: str) -> None:
    begun = time.monotonic()
    assert refused(fetching(Names(news_example=[["127.0.0.1"]]), seconds=0.5), address + path) == "too_slow"
    assert time.monotonic() - begun < 5


def test_a_server_that_says_nothing_is_given_up_in_time(fetching: Callable[..., SafeFetch]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = silent.getsockname()[1]
        fetch = SafeFetch(
            seconds=0.5, resolve=Names(s_example=[["127.0.0.1"]]), allowed=is_allowed, ports=frozenset({port})
        )
        assert refused(fetch, f"http://s.example:{port}/") == "too_slow"
        assert refused(fetch, f"https://s.example:{port}/") == "too_slow"


def test_what_cannot_be_reached_is_said(fetching: Callable[..., SafeFetch]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    fetch = SafeFetch(resolve=Names(s_example=[["127.0.0.1"]]), allowed=is_allowed, ports=frozenset({port}))
    assert refused(fetch, f"http://s.example:{port}/") == "unreachable"


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> tuple[trustme.CA, Path]:
    """Who signs certificates, and the file that a machine which trusts it has."""
    signer, file = trustme.CA(), tmp_path_factory.mktemp("authority") / "trusted.pem"
    signer.cert_pem.write_to_path(file)
    return signer, file


def secure(site: ThreadingHTTPServer, authority: trustme.CA, name: str) -> str:
    """From now on the site speaks TLS, with a certificate for `name`; the answer is its address."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(name).configure_cert(context)
    site.socket = context.wrap_socket(site.socket, server_side=True)
    return f"https://news.example:{site.server_port}"


@pytest.mark.parametrize(
    ("name", "trusted", "is_read"),
    [("news.example", True, True), ("other.example", True, False), ("news.example", False, False)],
)
def test_a_secure_site_is_read_if_a_trusted_certificate_bears_its_name(
    fetch: SafeFetch,
    site: ThreadingHTTPServer,
    authority: tuple[trustme.CA, Path],
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    trusted: bool,
    is_read: bool,
) -> None:
    signer, file = authority
    monkeypatch.setenv("SSL_CERT_FILE", str(file))
    address = secure(site, signer if trusted else trustme.CA(), name)
    if is_read:
        assert fetch.fetch(f"{address}/page").body == PAGE
    else:
        assert refused(fetch, f"{address}/page") == "unreachable"
        assert Site.seen == []


def test_a_site_that_speaks_no_tls_is_not_read_as_a_secure_one(fetch: SafeFetch, address: str) -> None:
    assert refused(fetch, address.replace("http:", "https:")) == "unreachable"


def test_a_proxy_of_the_environment_is_not_asked(
    fetch: SafeFetch, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    assert fetch.fetch(f"{address}/page").body == PAGE


def test_a_bomb_is_not_unpacked(fetch: SafeFetch, address: str) -> None:
    bomb()
    tracemalloc.start()
    try:
        assert refused(fetch, f"{address}/bomb") == "too_long"
        assert tracemalloc.get_traced_memory()[1] < 20_000_000
    finally:
        tracemalloc.stop()
