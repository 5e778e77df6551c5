"""Stored articles and their readings, as they were written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from json import loads
from typing import Any

from graph.article import Article, Removed
from graph.claim import Claim, Evidence, When
from graph.judgement import Judgement
from graph.reading import ClosedClaim, Presence, Reading
from graph.stated import StatedClaim
from graph.statement import from_json

Properties = Mapping[str, Any]


def article(stored: Properties) -> Article:
    """The article of an Article node."""
    return Article(
        id=stored["id"],
        title=stored["title"],
        text=stored["text"],
        published=stored.get("published"),
        publisher=stored.get("publisher"),
        author=stored.get("author"),
        url=stored.get("url"),
        language=stored["language"],
        removed=_removed(stored),
    )


def stated(row: Properties) -> StatedClaim:
    """The claim of a row with a `claim`, its `article`, the `verdict` on it and its `facts`."""
    claim = row["claim"]
    judgement = Judgement(claim["id"], row["verdict"], row["decided_at"]) if row["verdict"] else None
    return StatedClaim(
        _claim(row["article"], claim),
        claim["reader"],
        _as_read(claim)["confidence"],
        judgement,
        tuple(sorted(row["facts"])),
    )


def _removed(stored: Properties) -> Removed | None:
    on = stored.get("text_removed")
    if not on:
        return None
    origin = stored.get("origin", stored["source"])  # in backups of graphs of version 2 it is the source
    return Removed(on, stored["sha256"], origin, stored["name"], stored.get("signature"))


def reading(stored: Properties, claims: Sequence[Properties], *, as_read: bool = False) -> Reading:
    """The reading that an Article node and its claims' nodes hold; `as_read`: with the reader's own confidences."""
    return Reading(
        article_id=stored["id"],
        reader=stored["reader"],
        presences=tuple(_presence(text) for text in stored.get("presences", ())),
        claims=tuple(_claim(stored["id"], _as_read(claim) if as_read else claim) for claim in claims),
    )


def closed(claim: Properties) -> ClosedClaim:
    """The claim of a ClosedClaim node."""
    return ClosedClaim(_claim(claim["article"], claim), claim["reader"], claim["superseded_by"], claim["superseded_at"])


def _as_read(claim: Properties) -> Properties:
    return {**claim, "confidence": claim.get("read_confidence") or claim["confidence"]}


def _claim(article_id: str, stored: Properties) -> Claim:
    return Claim(
        article_id=article_id,
        statement=from_json(stored["kind"], stored["statement"]),
        evidence=tuple(_evidence(*loads(text)) for text in stored["evidence"]),
        confidence=stored["confidence"],
        frame=stored["frame"],
        when=When(stored.get("date"), stored.get("date_basis")),
    )


def _evidence(field: str, start: int, end: int, text: str, marks: Sequence[Sequence[int]] = ()) -> Evidence:
    return Evidence("title" if field == "title" else "text", start, end, text, tuple((a, b) for a, b in marks))


def _presence(text: str) -> Presence:
    actor, *span = loads(text)
    return Presence(actor, _evidence(*span))
