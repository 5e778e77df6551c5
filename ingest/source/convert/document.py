"""What a conversion gives."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Document:
    """The text of a document, paragraphs parted by an empty line, and what it says of itself; '' where it does not."""

    text: str
    title: str = ""
    published: str = ""
    publisher: str = ""
    author: str = ""
    url: str = ""


class ConversionError(Exception):
    """A document cannot be converted: a stable short key, and a sentence for people."""

    def __init__(self, reason: str, detail: str) -> None:
        super().__init__(detail)
        self.reason = reason
        self.detail = detail


def titled(text: str, title: str) -> Document:
    """A document with the title that its file's properties give, if the text opens with it.

    Often they hold a template's or a file's name, and the author in them is whose machine it was.
    """
    head, rest = text[: len(title)], text[len(title) :]
    if title and head.casefold() == title.casefold() and rest.strip():
        return Document(rest.strip(), title=title)
    return Document(text)
