"""Raw text to an article: one normal form, offsets elsewhere count code points of what comes out here."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass

from graph.article import Article
from graph.errors import ArticleError
from ingest.published import published_date

_LINE_ENDS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_UNSHOWN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ue000-\uf8ff"
    "\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]"
)
"""Control characters, lone surrogates, private use, soft hyphens, zero-width spaces and direction overrides:
they change how a text looks, not what it says. Joiners stay: names in some scripts need them."""

_BLANKS = re.compile(r"[^\S\n]+")
_MANY_BREAKS = re.compile(r"\n{3,}")
_STRANDED_STOP = re.compile(r"(?<=[\w)\]\"”’])\n{1,2}([.,;:!?]) ?(?=[^\W\d_a-z])")
"""Punctuation that slipped over a line end ("supply\\n.The agreement"): it ends the line before it."""

_HASHTAGS = re.compile(r"(#[^\W\d]\w*[\s,]*)+")
_NAME = r"[^\W\d_][\w.'’-]*(?: (?:[^\W\d_][\w.'’-]*)){0,4}"
_BYLINE = re.compile(rf"(?i:author|by|written by|reporting by|reported by|story by)(?:: ?| )({_NAME})")
_HEADLINE_LIMIT = 200


@dataclass(frozen=True, slots=True)
class Body:
    """A text without what is not its story: the author's name, where a byline gave one, and the cleaned text."""

    text: str
    author: str | None


def clean(raw: str) -> str:
    """`raw` in NFC: lines end in a line feed, single spaces, nothing invisible, at most one empty line in a row."""
    shown = _UNSHOWN.sub("", _LINE_ENDS.sub("\n", raw))
    lines = (_BLANKS.sub(" ", line).strip() for line in unicodedata.normalize("NFC", shown).split("\n"))
    return _STRANDED_STOP.sub(r"\1\n", _MANY_BREAKS.sub("\n\n", "\n".join(lines))).strip()


def body(text: str) -> Body:
    """Takes hashtag lines and bylines off both ends of a cleaned text."""
    lines = text.split("\n")
    author = None
    while lines and (not lines[-1] or _is_furniture(lines[-1])):
        author = _byline(lines.pop()) or author
    while lines and (not lines[0] or _byline(lines[0])):
        author = _byline(lines.pop(0)) or author
    return Body("\n".join(lines), author)


def _is_furniture(line: str) -> bool:
    return bool(_HASHTAGS.fullmatch(line)) or _byline(line) is not None


def _byline(line: str) -> str | None:
    """The name on a line that is nothing but a byline: at most five words, each with a capital but for particles."""
    match = _BYLINE.fullmatch(line)
    if match is None:
        return None
    name = match[1].rstrip(".")
    capitals = [word for word in name.split() if word[0].isupper()]
    return name if len(capitals) >= max(1, len(name.split()) - 2) else None


def split_headline(text: str) -> tuple[str, str]:
    """(headline, rest) of a plain text that opens with a line of its own, without a full stop; else ("", text)."""
    head, gap, rest = text.partition("\n\n")
    is_headline = bool(gap) and "\n" not in head and len(head) <= _HEADLINE_LIMIT and head[-1:].isalnum()
    return (head, rest) if is_headline and rest[-1:] in '.!?"”’)' else ("", text)


def make_article(
    raw: str,
    *,
    where: str,
    id: str | None = None,
    title: str | None = None,
    published: str | None = None,
    publisher: str | None = None,
    author: str | None = None,
    url: str | None = None,
) -> Article:
    """The article of a raw text; `where` names it in errors.

    Raises ArticleError with reason ``no_text`` when nothing readable is left, ``bad_date`` when `published` is no date.
    """
    story = body(clean(raw))
    if not story.text or not any(character.isalnum() for character in story.text):
        raise ArticleError(where, "no_text", "no text to read")
    heading = " ".join(clean(title or "").split())
    digest = hashlib.sha256(f"{heading}\0{story.text}".encode()).hexdigest()[:16]
    return Article(
        id=_line(id) or _line(url) or f"sha256:{digest}",
        title=heading,
        text=story.text,
        published=_published(published, where),
        publisher=_line(publisher),
        author=_line(author) or story.author,
        url=_line(url),
    )


def _line(value: str | None) -> str | None:
    return " ".join(clean(value).split()) or None if value else None


def _published(value: str | None, where: str) -> str | None:
    if not value or not value.strip():
        return None
    date = published_date(value.strip())
    if date is None:
        raise ArticleError(where, "bad_date", f"published is no date: {value[:40]!r}")
    return date
