"""Web pages to documents: the main text and what the page says of itself, by trafilatura."""

from __future__ import annotations

from trafilatura import bare_extraction

from ingest.source.convert.document import ConversionError, Document

_DATES = {"original_date": True, "extensive_search": False}
"""Of several dates the first publication, and none guessed from the text."""


def document_of_html(raw: bytes) -> Document:
    """The document of a page, without menus, comments and tables of links."""
    page = bare_extraction(raw, with_metadata=True, include_comments=False, date_extraction_params=_DATES)
    if page is None or isinstance(page, dict) or not page.text:
        raise ConversionError("no_text", "a page without a main text")
    return Document(
        text=_paragraphs(page.text, page.title or ""),
        title=page.title or "",
        published=page.date or "",
        publisher=page.sitename or page.hostname or "",
        author=page.author or "",
        url=page.url or "",
    )


def _paragraphs(text: str, title: str) -> str:
    lines = text.split("\n")
    if lines[0].strip().casefold() == title.strip().casefold():
        del lines[0]
    return "\n\n".join(line for line in lines if line.strip())
