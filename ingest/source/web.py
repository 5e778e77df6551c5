"""Pages of the public web to articles."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import urlsplit

from graph.article import Article
from graph.errors import ArticleError
from ingest.fetch import SafeFetch
from ingest.language import in_english
from ingest.source.convert import Converter
from ingest.source.plain import article_of_text


def is_web_address(source: str) -> bool:
    """Whether `source` is an address of the web rather than a file."""
    return source.lower().startswith(("http://", "https://"))


class WebPages:
    """Fetches pages and converts them; one may be shared by threads."""

    def __init__(self, converter: Converter, fetch: SafeFetch) -> None:
        self._converter, self._fetch = converter, fetch

    def article(self, url: str, limit: int) -> Article:
        """The article at `url`, a text of at most `limit` bytes. Raises InputError.

        Its id and url are where the page was in the end, whatever it says of itself: no page takes another's place.
        """
        page = self._fetch.fetch(url)
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
