from __future__ import annotations

import pytest

from graph.errors import SourceError
from ingest.fetch.target import redirected, target_of


@pytest.mark.parametrize(
    ("url", "host", "port", "path"),
    [
        ("https://News.Example", "news.example", 443, "/"),
        ("HTTP://news.example:80/a?b=c#d", "news.example", 80, "/a?b=c"),
        ("https://news.example/日本?q=é", "news.example", 443, "/%E6%97%A5%E6%9C%AC?q=%C3%A9"),
        ("https://news.example/a%20b", "news.example", 443, "/a%20b"),
        ("https://münchen.example/", "xn--mnchen-3ya.example", 443, "/"),
        ("http://①②⑦.⓪.⓪.①/", "127.0.0.1", 80, "/"),
        ("http://[2606:4700::1111]:8080/x", "2606:4700::1111", 8080, "/x"),
        ("http://2130706433/", "2130706433", 80, "/"),
    ],
)
def test_takes_an_address_apart(url: str, host: str, port: int, path: str) -> None:
    target = target_of(url)
    assert (target.host, target.port, target.path) == (host, port, path)
    assert target_of(target.url) == target


@pytest.mark.parametrize(
    "url",
    [
        "",
        "news.example",
        "//news.example/",
        "ftp://news.example/",
        "file:///etc/passwd",
        "gopher://news.example/",
        "javascript:alert(1)",
        "http://",
        "http:///path",
        "http://./",
        "http://user@news.example/",
        "http://user:password@news.example/",
        "http://public.example@127.0.0.1/",
        "http://public.example\\@127.0.0.1/",
        "http://news.example\r\nHost: other/",
        "http://news.example/a b",
        "http://news.example:port/",
        "http://news.example:99999/",
        "http://[::1/",
        "http://" + "x" * 2_000,
        "http://" + "é" * 100 + ".example/",
    ],
)
def test_refuses_what_is_no_address_of_a_page(url: str) -> None:
    with pytest.raises(SourceError) as refused:
        target_of(url)
    assert refused.value.reason == "bad_url"


@pytest.mark.parametrize(
    ("location", "url"),
    [
        ("/b", "https://news.example/b"),
        ("b?c", "https://news.example/x/b?c"),
        ("//other.example/b", "https://other.example/b"),
        (" http://other.example ", "http://other.example/"),
    ],
)
def test_follows_a_redirect(location: str, url: str) -> None:
    assert redirected(target_of("https://news.example/x/y"), location).url == url


def test_a_redirect_out_of_the_web_is_refused() -> None:
    with pytest.raises(SourceError):
        redirected(target_of("https://news.example/"), "file:///etc/passwd")
