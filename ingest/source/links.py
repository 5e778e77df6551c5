"""Links: the addresses of pages that a feed, a sitemap or a list of addresses names."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urljoin

from lxml import etree

from graph.errors import SourceError

_ALTERNATE = frozenset({"", "alternate"})


def links_of(raw: bytes, where: str) -> list[str]:
    """The addresses that an RSS or Atom feed, or a sitemap, names, each once and in its order.

    `where` is its own address, by which others may be given. Raises SourceError ``malformed`` for none of these.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
    try:
        root = etree.fromstring(raw, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise SourceError(where, "malformed", f"no feed: {error}"[:200]) from error
    if _name(root) not in {"rss", "RDF", "feed", "urlset", "sitemapindex"}:
        raise SourceError(where, "malformed", f"no feed and no sitemap, but <{_name(root)}>")
    return list(dict.fromkeys(urljoin(where, link.strip()) for link in _links(root) if link.strip()))


def _links(root: etree._Element) -> Iterator[str]:
    for entry in root.iter("{*}item", "{*}entry", "{*}url", "{*}sitemap"):
        found = list(_links_of_entry(entry))
        yield from found[:1]


def _links_of_entry(entry: etree._Element) -> Iterator[str]:
    """Where the page of one entry is; the first is meant."""
    for child in entry.iterchildren("{*}link", "{*}loc"):
        if href := child.get("href"):
            if child.get("rel", "") in _ALTERNATE:
                yield href
        elif child.text:
            yield child.text
    for child in entry.iterchildren("{*}guid"):
        if child.text and child.get("isPermaLink", "true") == "true":
            yield child.text


def _name(element: etree._Element) -> str:
    return str(etree.QName(element).localname)
