from __future__ import annotations

import pytest

from graph.errors import SourceError
from ingest.source.links import links_of

WHERE = "https://news.example/feeds/all"
RSS = b"""<?xml version="1.0"?><rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>
<link>https://news.example/</link><atom:link href="https://news.example/feeds/all" rel="self"/>
<item><title>A</title><link> https://news.example/a?x=1&amp;y=2 </link><guid>https://news.example/guid</guid></item>
<item><guid>https://news.example/b</guid></item><item><guid isPermaLink="false">c-17</guid></item>
<item><link>/d</link></item><item><link>https://news.example/b</link></item></channel></rss>"""
ATOM = b"""<feed xmlns="http://www.w3.org/2005/Atom"><link href="https://news.example/"/>
<entry><link rel="enclosure" href="https://news.example/a.mp3"/><link rel="alternate" href="https://news.example/a"/></entry>
<entry><link href="b"/></entry></feed>"""
RDF = b"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
<channel><link>https://news.example/</link></channel><item><link>https://news.example/a</link></item></rdf:RDF>"""
SITEMAP = b"""<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:i="http://www.google.com/schemas/sitemap-image/1.1">
<url><loc>https://news.example/a</loc><i:image><i:loc>https://news.example/a.jpg</i:loc></i:image></url></urlset>"""
INDEX = b"""<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<sitemap><loc>https://news.example/2024.xml</loc></sitemap></sitemapindex>"""


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (RSS, ["https://news.example/a?x=1&y=2", "https://news.example/b", "https://news.example/d"]),
        (ATOM, ["https://news.example/a", "https://news.example/feeds/b"]),
        (RDF, ["https://news.example/a"]),
        (SITEMAP, ["https://news.example/a"]),
        (INDEX, ["https://news.example/2024.xml"]),
        (b"<rss/>", []),
    ],
)
def test_the_pages_of_each_form_are_named_once_in_their_order(raw: bytes, expected: list[str]) -> None:
    assert links_of(raw, WHERE) == expected


BOMB = b'<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa">' + b"".join(
    b'<!ENTITY %c "%s">' % (letter, b"&%c;" % (letter - 1) * 10) for letter in b"bcdefghij"
)


@pytest.mark.parametrize(
    "raw",
    [b"", b"no xml", b"<html><body/></html>", b"<rss><item>", BOMB + b"]><svg>&j;</svg>"],
)
def test_what_is_no_feed_is_said(raw: bytes) -> None:
    with pytest.raises(SourceError) as error:
        links_of(raw, WHERE)
    assert (error.value.reason, error.value.where) == ("malformed", WHERE)


def test_nothing_is_taken_from_elsewhere() -> None:
    planted = b'<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/passwd">]><rss><item><link>&a;</link></item></rss>'
    assert links_of(planted, WHERE) == []
