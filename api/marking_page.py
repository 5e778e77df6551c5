"""The page of an article: what was read in it, marked in its text, to be confirmed or rejected."""

from __future__ import annotations

from fastapi.responses import HTMLResponse

from api.marking import marked, note
from api.pages import page
from graph.article import Article
from graph.judgement import Verdict
from graph.stated import StatedClaim
from graph.view import View

_AT_ONCE = 500


def article_page(view: View, article: Article, reader: str) -> HTMLResponse:
    """Its text with all claims that count, and below them those that were rejected."""
    title, text = marked(article.title, article.text, _claims(view, article.id, None))
    return page(
        "article.html",
        article=article,
        reader=reader,
        copy_of=view.copy_of(article.id),
        title_parts=title,
        text_parts=text,
        rejected=[note(stated) for stated in _claims(view, article.id, "rejected")],
    )


def _claims(view: View, article: str, verdict: Verdict | None) -> list[StatedClaim]:
    """All that there are, however many."""
    found: list[StatedClaim] = []
    while True:
        after = found[-1].claim.id if found else None
        part = view.claims(article=article, verdict=verdict, after=after, limit=_AT_ONCE)
        found.extend(part)
        if len(part) < _AT_ONCE:
            return found
