"""The quotation: a passage ready to be shown, its marked words told apart, and nothing in it that could act."""

from __future__ import annotations

from dataclasses import dataclass, replace
from urllib.parse import quote, urlsplit

from graph.fact import Passage
from viz.lettering import plain, visible
from viz.spoken import spoken_date


@dataclass(frozen=True, slots=True)
class Quotation:
    """A sentence in parts, each marked or not, and where it stands. `url` is None unless it is an http(s) address.

    `place` is where it begins in the marked-up page of its article, from the API's root: ``articles/ID#text-120``.
    """

    parts: tuple[tuple[str, bool], ...]
    title: str
    publisher: str
    date: str
    url: str | None
    confidence: float
    place: str

    @property
    def sentence(self) -> str:
        """All parts together."""
        return "".join(text for text, _ in self.parts)


def quotation(passage: Passage) -> Quotation:
    """`passage` as it is shown; its marks count from the start of the article's field, as those of the graph do."""
    return Quotation(
        _parts(passage.text, [(start - passage.start, end - passage.start) for start, end in passage.marks]),
        plain(passage.name),
        plain(passage.publisher or ""),
        spoken_date(passage.published),
        web_address(passage.url),
        passage.confidence,
        f"articles/{quote(plain(passage.article_id), safe='')}#{passage.field}-{passage.start}",
    )


def quotations(passages: tuple[Passage, ...]) -> tuple[Quotation, ...]:
    """Each sentence once: claims that rest on the same one share it, with the marks of all."""
    spans: dict[tuple[str, str, int, int], list[Passage]] = {}
    for passage in passages:
        spans.setdefault((passage.article_id, passage.field, passage.start, passage.end), []).append(passage)
    return tuple(_together(same) for same in spans.values())


def _together(same: list[Passage]) -> Quotation:
    first = max(same, key=lambda passage: passage.confidence)
    marks = [(start - first.start, end - first.start) for passage in same for start, end in passage.marks]
    shown = quotation(first)
    return replace(shown, parts=_parts(first.text, marks))


def web_address(url: str | None) -> str | None:
    """`url` if it is an http or https address with a host, so that following it can only open a page."""
    if not url or url != url.strip() or any(ord(char) < 0x21 for char in url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in {"http", "https"} and parts.netloc else None


def _parts(text: str, marks: list[tuple[int, int]]) -> tuple[tuple[str, bool], ...]:
    """`text` cut at `marks`, which may overlap or reach beyond it."""
    parts: list[tuple[str, bool]] = []
    at = 0
    for start, end in sorted(marks):
        begin, stop = max(start, at), min(end, len(text))
        if begin < stop:
            parts += [(text[at:begin], False), (text[begin:stop], True)]
            at = stop
    parts.append((text[at:], False))
    return tuple((shown, marked) for piece, marked in parts if (shown := visible(piece)))
