"""Word files to documents, by python-docx."""

from __future__ import annotations

import io
import zipfile

import docx
from docx.document import Document as WordFile
from docx.opc.exceptions import OpcError
from docx.table import Table
from docx.text.paragraph import Paragraph

from ingest.source.convert.document import ConversionError, Document, titled

_MOST = 100_000_000
"""Bytes that all parts of a Word file may have together, unpacked: a long book has less."""


def document_of_docx(raw: bytes) -> Document:
    """Paragraphs and tables in their order; raises ConversionError for what is none, or unpacks to too much."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as parts:
            if sum(part.file_size for part in parts.infolist()) > _MOST:
                raise ConversionError("too_long", "it unpacks to far more than a document holds")
        file = docx.Document(io.BytesIO(raw))
        title, text = _read(file)
        about = file.core_properties
    except (OpcError, zipfile.BadZipFile, KeyError, ValueError) as error:
        raise ConversionError("malformed", f"no readable Word file: {error}") from error
    if not text:
        raise ConversionError("no_text", "a Word file without text")
    return Document(text, title=title) if title else titled(text, about.title or "")


def _read(file: WordFile) -> tuple[str, str]:
    title = ""
    out: list[str] = []
    for part in file.iter_inner_content():
        if isinstance(part, Table):
            out += [" ".join(cell.text for cell in row.cells) for row in part.rows]
        elif isinstance(part, Paragraph) and part.text.strip():
            if not title and not out and part.style and (part.style.name or "").startswith(("Title", "Heading")):
                title = part.text.strip()
            else:
                out.append(part.text)
    return title, "\n\n".join(out)
