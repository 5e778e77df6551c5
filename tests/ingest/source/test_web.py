from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from graph.errors import InputError, SourceError
from ingest.fetch import Fetched, SafeFetch
from ingest.source import Meter, Skipped, WebPages, load, load_all
from ingest.source.convert import Converter
from ingest.source.loaded import Located
from ingest.source.web import is_web_address

TEXT = "Fiji and Iceland signed an agreement on fisheries cooperation in Suva on Monday. " * 5
PAGE = f"""<html><head><title>Fiji and Iceland sign pact</title>
<link rel="canonical" href="https://elsewhere.example/taken-over"></head>
<body><article><h1>Fiji and Iceland sign pact</h1><p>{TEXT}</p><p><b>&lt;script&gt;alert(1)&lt;/script&gt;</b></p>
<script>alert(2)</script></article></body></html>"""
FRENCH = (
    "Le ministre des affaires étrangères du Japon a rencontré son homologue dans la capitale pour parler du pacte. " * 5
)


class Web(SafeFetch):
    """A web that is made up."""

    def fetch(self, url: str) -> Fetched:
        pages = {
            "https://news.example/a": Fetched("https://news.example/b", "html", PAGE.encode()),
            "https://news.example/t": Fetched("https://news.example/t", "text", f"A headline\n\n{TEXT}".encode()),
            "https://news.example/long": Fetched("https://news.example/long", "text", b"They met. " * 20_000),
            "https://news.example/fr": Fetched("https://news.example/fr", "text", FRENCH.encode()),
            "https://news.example/none": Fetched("https://news.example/none", "html", b"<html></html>"),
        }
        if url not in pages:
            raise SourceError(url, "http_status", "answers 404")
        return pages[url]


@pytest.fixture(scope="module")
def pages() -> Iterator[WebPages]:
    with closing(WebPages(Converter(), Web())) as made:
        yield made


def test_a_page_is_an_article_of_its_own_address_whatever_it_says(pages: WebPages) -> None:
    article = pages.article("https://news.example/a", 100_000)
    assert (article.id, article.url) == ("https://news.example/b",) * 2
    assert article.title == "Fiji and Iceland sign pact"
    assert article.text.startswith("Fiji and Iceland signed")
    assert "alert(2)" not in article.text


def test_a_text_is_an_article_too(pages: WebPages) -> None:
    article = pages.article("https://news.example/t", 100_000)
    assert (article.title, article.publisher) == ("A headline", "news.example")


@pytest.mark.parametrize(
    ("name", "reason"), [("none", "no_text"), ("long", "too_long"), ("fr", "language"), ("nowhere", "http_status")]
)
def test_what_is_no_article_is_said(pages: WebPages, name: str, reason: str) -> None:
    with pytest.raises(InputError) as error:
        pages.article(f"https://news.example/{name}", 100_000)
    assert error.value.reason == reason


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("http://127.0.0.1/", "not_public"),
        ("http://169.254.169.254/latest/meta-data/", "not_public"),
        ("HTTP://localhost:7474/", "not_public"),
        ("https://user@news.example/", "bad_url"),
    ],
)
def test_a_source_that_is_no_public_page_is_skipped_with_its_reason(url: str, reason: str) -> None:
    [skipped] = load(url)
    assert isinstance(skipped, Skipped)
    assert skipped.reason == reason


def test_files_are_no_addresses() -> None:
    assert [is_web_address(source) for source in ("http.txt", "https", "ftp://x", "http://x", "HTTPS://x")] == [
        False,
        False,
        False,
        True,
        True,
    ]


RSS = """<rss><channel><item><link>https://news.example/a</link></item><item><link>https://news.example/gone</link></item>
<item><link>https://news.example/kept</link></item><item><link>https://news.example/t</link></item></channel></rss>"""
INDEX = '<sitemapindex xmlns="s"><sitemap><loc>https://news.example/{}</loc></sitemap></sitemapindex>'
ROBOTS = "User-agent: *\nDisallow: /kept\nDisallow: /hidden\n"


class Feeds(Web):
    def fetch(self, url: str) -> Fetched:
        pages = {"feed": RSS, "round": INDEX.format("round"), "index": INDEX.format("feed"), "bare": "<rss/>"}
        name = url.removeprefix("https://news.example/")
        if name == "robots.txt":
            return Fetched(url, "text", ROBOTS.encode())
        return Fetched(url, "feed", pages[name].encode()) if name in pages else super().fetch(url)


@pytest.fixture
def feeds(monkeypatch: pytest.MonkeyPatch) -> Iterator[WebPages]:
    monkeypatch.setattr("ingest.fetch.manners.Manners._take_time", lambda *_: None)
    with closing(WebPages(Converter(), Feeds())) as made:
        yield made


def ends(items: Iterable[Located]) -> list[str]:
    return [item.reason if isinstance(item, Skipped) else item.id[-1] for _, item in items]


def test_a_feed_gives_the_pages_that_it_names(feeds: WebPages) -> None:
    items = list(feeds.articles("https://news.example/feed", 100_000))
    assert [where[21:] for where, _ in items] == ["a", "gone", "kept", "t"]
    assert ends(items) == ["b", "http_status", "robots", "t"]
    assert ends(feeds.articles("https://news.example/index", 100_000)) == ends(items)


def test_feeds_that_lead_nowhere_are_said(feeds: WebPages) -> None:
    assert ends(feeds.articles("https://news.example/round", 100_000)) == ["unsupported"]
    assert ends(feeds.articles("https://news.example/bare", 100_000)) == ["empty"]
    with pytest.raises(InputError, match="a feed or a sitemap"):
        feeds.article("https://news.example/feed", 100_000)


def test_a_list_of_addresses_gives_their_pages(
    feeds: WebPages, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "links.urls").write_text(
        "# of news\n\nhttps://news.example/t\n https://news.example/gone\nhttps://news.example/kept\n"
    )
    monkeypatch.setattr("ingest.source.source.WebPages", lambda *_: feeds)
    meter = Meter()
    items = list(load_all([str(tmp_path)], meter=meter))
    assert [getattr(item, "reason", "article") for item in items] == ["article", "http_status", "robots"]
    assert meter.total is None
