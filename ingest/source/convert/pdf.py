"""PDF files to documents, by pdfminer.six, which finds columns and blocks by where characters stand on the page."""

from __future__ import annotations

import io
import re
from statistics import median

from pdfminer.high_level import extract_text
from pdfminer.pdfdocument import PDFDocument, PDFEncryptionError
from pdfminer.pdfexceptions import PDFException
from pdfminer.pdfparser import PDFParser
from pdfminer.psexceptions import PSException
from pdfminer.utils import decode_text

from ingest.source.convert.document import ConversionError, Document, titled

_HYPHEN = re.compile(r"(?<=[a-z])-\n(?=[a-z])")
_PAGE_NUMBER = re.compile(r"(?i)(?:page )?\d{1,4}(?: ?(?:of|/) ?\d{1,4})?")
_SHORT = 0.75
"""A line this much shorter than usual, with a stop at its end, ends a paragraph."""


def document_of_pdf(raw: bytes) -> Document:
    """The text of all pages; raises ConversionError for one that is locked, broken, or has pictures alone."""
    try:
        title = _title(PDFDocument(PDFParser(io.BytesIO(raw))))
        text = flowing(extract_text(io.BytesIO(raw)).replace("\f", "\n\n"))
    except (PDFException, PSException) as error:
        if isinstance(error, PDFEncryptionError):
            raise ConversionError("encrypted", "a PDF with a password") from error
        raise ConversionError("malformed", f"no readable PDF: {error}") from error
    if not text:
        raise ConversionError("no_text", "a PDF without text: pictures of pages are not read")
    return titled(text, title)


def _title(file: PDFDocument) -> str:
    value = file.info[0].get("Title") if file.info else None
    return decode_text(value) if isinstance(value, bytes) else ""


def flowing(text: str) -> str:
    """Lines of a page joined to paragraphs: words parted at a line's end are put together."""
    stripped = [line.strip() for line in _HYPHEN.sub("", text).split("\n")]
    lines = [line for line in stripped if not _PAGE_NUMBER.fullmatch(line)]
    usual = median([len(line) for line in lines if line] or [0])
    out: list[str] = []
    ended = True
    for line in lines:
        if not line:
            ended = True
            continue
        if ended:
            out.append(line)
        else:
            out[-1] = f"{out[-1]} {line}"
        ended = line[-1] in '.!?:"”' and len(line) < usual * _SHORT
    return "\n\n".join(out)
