"""Documents that are not plain text, converted in a process of its own that can be stopped: HTML, PDF, DOCX, e-mail."""

from ingest.source.convert.converter import Converter

__all__ = ["Converter"]
