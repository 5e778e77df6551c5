"""Instruments: what a call goes by."""

from __future__ import annotations

from ingest.reader.meeting.words import meeting_words
from ingest.reader.tree.tree import Token


def by_instrument(token: Token) -> bool:
    """Whether "by telephone", "over the phone", "on the line", "by video link" stands with the word or its verb."""
    words = meeting_words()
    return any(
        child.dep_ in {"prep", "agent"}
        and child.lower_ in {"by", "over", "on", "via", "through"}
        and any(
            g.lemma_.lower() in words.instrument and (g.lemma_.lower() != "line" or child.lower_ == "on")
            for g in child.subtree
            if child in (g.head, g.head.head)
        )
        for child in token.children
    )
