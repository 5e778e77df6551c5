"""Makes files of every form that says the same."""

from __future__ import annotations

import csv
import gzip
import io
import json
import zipfile
from collections.abc import Callable
from email.message import EmailMessage

import docx

TITLE = "Chile and Japan sign a fisheries pact"
PARAGRAPHS = (
    "The foreign ministers of Chile and Japan signed an agreement on fisheries in Santiago on Monday, officials said.",
    "Both sides also agreed to begin talks on a hydrogen partnership later this year, according to a joint statement.",
)
ROW = {"id": "a1", "title": TITLE, "published": "2021-05-06", "publisher": "Paper", "text": "\n\n".join(PARAGRAPHS)}


def html() -> bytes:
    """A page with a menu, a footer and metadata around the story."""
    story = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    return f"""<!doctype html><html lang="en"><head><title>{TITLE} | Paper</title>
<meta property="og:title" content="{TITLE}"><meta property="og:site_name" content="Paper">
<meta property="article:published_time" content="2021-05-06T10:00:00Z"><meta name="author" content="Ann Writer">
<link rel="canonical" href="https://paper.example/a1"></head>
<body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav><article><h1>{TITLE}</h1>{story}</article>
<footer>All rights reserved. <a href="/privacy">Privacy</a></footer><script>steal()</script></body></html>""".encode()


def word() -> bytes:
    """A Word file with a heading."""
    file = docx.Document()
    file.add_heading(TITLE, 0)
    for paragraph in PARAGRAPHS:
        file.add_paragraph(paragraph)
    out = io.BytesIO()
    file.save(out)
    return out.getvalue()


def mail() -> bytes:
    """A ministry's message."""
    message = EmailMessage()
    message["Subject"], message["From"] = TITLE, "Press Office <press@mfa.example>"
    message["Date"] = "Thu, 06 May 2021 10:00:00 +0200"
    message.set_content("\n\n".join(PARAGRAPHS))
    return message.as_bytes()


def pdf() -> bytes:
    """A page of typed lines, made by hand after the PDF reference (ISO 32000-1, 7.5): text in Helvetica."""
    lines = [TITLE, "", *(line for paragraph in PARAGRAPHS for line in (*_wrapped(paragraph), ""))]
    shown = " ".join(f"({line}) Tj T*" for line in lines)
    stream = f"BT /F1 11 Tf 14 TL 50 780 Td {shown} ET"
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        "/Resources << /Font << /F1 5 0 R >> >> >>",
        f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    out, places = "%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    out += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"
    return out.encode("latin-1")


def separated(separator: str) -> bytes:
    """A table of one row."""
    out = io.StringIO()
    writer = csv.DictWriter(out, ROW.keys(), delimiter=separator)
    writer.writeheader()
    writer.writerow(ROW)
    return out.getvalue().encode()


def json_lines() -> bytes:
    """One line."""
    return json.dumps(ROW).encode() + b"\n"


def packed() -> bytes:
    """JSON Lines in gzip."""
    return gzip.compress(json_lines())


def zipped(files: dict[str, bytes], packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip file of `files`."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", packing) as archive:
        for name, raw in files.items():
            archive.writestr(name, raw)
    return out.getvalue()


def _wrapped(text: str, width: int = 60) -> list[str]:
    lines = [""]
    for word_ in text.split():
        if len(lines[-1]) + len(word_) > width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word_}".strip()
    return lines


FORMS: dict[str, Callable[[], bytes]] = {
    "a.html": html,
    "a.docx": word,
    "a.eml": mail,
    "a.pdf": pdf,
    "a.csv": lambda: separated(","),
    "a.tsv": lambda: separated("\t"),
    "a.jsonl": json_lines,
    "a.jsonl.gz": packed,
    "a.zip": lambda: zipped({"b/a.html": html(), ".hidden.txt": b"x"}),
}
