"""Pages of the public web to articles."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from urllib.parse import urlsplit

from graph.article import Article
from graph.errors import ArticleError, SourceError
from ingest.fetch import Fetched, Manners, SafeFetch
from ingest.language import in_english
from ingest.source.archive import guarded
from ingest.source.convert import Converter
from ingest.source.links import links_of
from ingest.source.loaded import Located, Skipped
from ingest.source.plain import article_of_text

DEPTH = 3
"""A sitemap in a sitemap in a sitemap, and no further."""


def is_web_address(source: str) -> bool:
    """Whether `source` is an address of the web rather than a file."""
    return source.lower().startswith(("http://", "https://"))


class WebPages:
    """Fetches pages and converts them; one may be shared by threads."""

    def __init__(self, converter: Converter, fetch: SafeFetch) -> None:
        self._converter, self._fetch, self._manners = converter, fetch, Manners(fetch)

    def article(self, url: str, limit: int) -> Article:
        """The article at `url`, a text of at most `limit` bytes. Raises InputError.

        Its id and url are where the page was in the end, whatever it says of itself: no page takes another's place.
        """
        return self._article(self._fetch.fetch(url), limit)

    def articles(self, url: str, limit: int) -> Iterator[Located]:
        """The article at `url`; where that is a feed or a sitemap, those of all pages that it names, in its order."""
        yield from guarded(self._articles(url, limit, self._fetch.fetch, DEPTH), url)

    def listed(self, urls: Iterable[str], limit: int) -> Iterator[Located]:
        """The articles of pages that a list names: those that their sites allow, one host's not too fast."""
        for url in urls:
            yield from guarded(self._articles(url, limit, self._manners.fetch, DEPTH), url)

    def _articles(self, url: str, limit: int, fetch: Callable[[str], Fetched], depth: int) -> Iterator[Located]:
        page = fetch(url)
        if page.form != "feed":
            yield url, self._article(page, limit)
            return
        if depth == 0:
            raise SourceError(url, "unsupported", "too many sitemaps in one another")
        links = links_of(page.body, page.url)
        if not links:
            yield url, Skipped(url, "empty", "a feed that names no page")
        for link in links:
            yield from guarded(self._articles(link, limit, self._manners.fetch, depth - 1), link)

    def _article(self, page: Fetched, limit: int) -> Article:
        if page.form == "feed":
            raise SourceError(page.url, "unsupported", "a feed or a sitemap, not a page")
        if page.form == "text":
            found = article_of_text(page.body, page.url, limit)
            if len(found.text.encode("utf-8", "replace")) > limit:
                raise ArticleError(page.url, "too_long", f"a text of more than {limit:,} bytes")
        else:
            found = self._converter.article(page.form, page.body, page.url, limit)
        found = replace(found, id=page.url, url=page.url, publisher=found.publisher or urlsplit(page.url).hostname)
        return in_english(found, page.url)

    def close(self) -> None:
        """Ends the process that converts."""
        self._converter.close()
