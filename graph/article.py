"""The article: one text with where and when it was published."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from textwrap import shorten

_OPENING = 48
"""So many code points of its text name an article without a title."""


@dataclass(frozen=True, slots=True)
class Removed:
    """That a text is no longer kept since `on` (UTC), and what it had been: its digest, source and what to call it.

    `signature` is what near-copies of it are known by; None if it was too short for one.
    """

    on: str
    sha256: str
    source: str
    name: str
    signature: str | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """A cleaned article; all offsets elsewhere count code points of exactly this `title` and `text` (NFC).

    `id` is the source's own id where it gave one, else its URL, else ``sha256:`` and 16 hex digits of the content.
    `published` is an ISO 8601 date of day, month or year precision, or None where nothing says. Of a text that was
    `removed` there are only the sentences that claims rest on, at their places, with blanks between.
    """

    id: str
    title: str
    text: str
    published: str | None = None
    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    language: str = "en"
    removed: Removed | None = None

    @property
    def name(self) -> str:
        """What to call it: its title, or that it has none, with its author and how its text opens."""
        if self.title:
            return self.title
        if self.removed:
            return self.removed.name
        by = f" by {self.author}" if self.author else ""
        opening = shorten(self.text, _OPENING, placeholder="…")
        return f"Untitled{by} (“{opening.replace(',…', '…')}”)"

    @property
    def sha256(self) -> str:
        """The hex digest of title and whole text: equal content, equal digest."""
        if self.removed:
            return self.removed.sha256
        return hashlib.sha256(f"{self.title}\0{self.text}".encode()).hexdigest()

    def field(self, name: str) -> str:
        """The text of the field that evidence names: ``title`` or ``text``."""
        return self.title if name == "title" else self.text
