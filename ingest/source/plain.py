"""Plain text and Markdown files to articles."""

from __future__ import annotations

from graph.article import Article
from graph.errors import ArticleError, SourceError
from ingest.source.markdown import read_markdown
from ingest.text import clean, make_article, split_headline

_SNIFFED = 8192


def article_of_text(raw: bytes, where: str, _limit: int) -> Article:
    """The article of a plain text; its headline is a first line of its own. Raises InputError."""
    title, rest = split_headline(clean(text_of(raw, where)))
    return make_article(rest, where=where, title=title)


def article_of_markdown(raw: bytes, where: str, _limit: int) -> Article:
    """The article of a Markdown file, with what its front matter says. Raises InputError."""
    page = read_markdown(text_of(raw, where))
    field = page.fields.get
    published = field("date") or field("published")
    return make_article(
        page.text,
        where=where,
        title=page.title,
        published=published,
        author=field("author"),
        publisher=field("publisher"),
        url=field("url"),
    )


def text_of(raw: bytes, where: str) -> str:
    """The characters of a text file with plain line ends. Raises InputError when it is empty or no text."""
    text = "\n".join(_decoded(raw, where).splitlines())
    if not text.strip():
        raise ArticleError(where, "empty", "an empty file")
    return text


def _decoded(raw: bytes, where: str) -> str:
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        encoding = "utf-16"
    elif b"\0" in raw[:_SNIFFED]:
        raise ArticleError(where, "binary", "not a text file")
    else:
        encoding = "utf-8-sig"
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        raise SourceError(
            where, "encoding", f"not {encoding.removesuffix('-sig').upper()} at byte {error.start}"
        ) from error
