"""E-mail files to documents: newsletters and releases that a ministry sends."""

from __future__ import annotations

from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from email.utils import parseaddr

from ingest.source.convert.document import ConversionError, Document
from ingest.source.convert.html import document_of_html


def document_of_mail(raw: bytes) -> Document:
    """The message's text, plain if it has it; subject, date and sender are title, date and publisher."""
    message = message_from_bytes(raw, policy=default)
    if not isinstance(message, EmailMessage) or not message.keys():
        raise ConversionError("malformed", "no e-mail")
    part = message.get_body(("plain", "html"))
    if part is None:
        raise ConversionError("no_text", "an e-mail without text")
    try:
        text = part.get_content()
    except (LookupError, KeyError) as error:
        raise ConversionError("encoding", f"an e-mail in an unknown encoding: {error}") from error
    if part.get_content_subtype() == "html":
        text = document_of_html(text.encode()).text
    name, address = parseaddr(str(message["from"] or ""))
    return Document(
        text, title=str(message["subject"] or ""), published=str(message["date"] or ""), publisher=name or address
    )
