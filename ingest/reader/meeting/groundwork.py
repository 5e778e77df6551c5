"""Groundwork: meetings that people only prepare or talk of at the one that is told ("preparations for the summit")."""

from __future__ import annotations

from ingest.reader.act.frame import frames
from ingest.reader.meeting.words import meeting_words
from ingest.reader.tree.syntax import lemma_of
from ingest.reader.tree.tree import Token

_TOPICAL = frozenset({"for", "of", "about", "on", "to"})


def is_ahead(noun: Token) -> bool:
    """Whether the noun is a meeting that is only prepared, or talked of as one to come."""
    if not _is_meeting(noun):
        return False
    to_come = any(c.lower_ in _AHEAD for c in noun.children)
    return _matter_of(noun) in meeting_words().groundwork or (to_come and _discussed(noun))


def is_another(noun: Token, trigger: Token) -> bool:
    """Whether the noun is a meeting that `trigger` only has for its matter: one to come, or one whose outcome it is."""
    if noun == trigger or not (_is_meeting(noun) or lemma_of(noun) in _CONTACTS):
        return False
    return _matter_of(noun) in meeting_words().groundwork | _AFTERMATH or _discussed(noun)


def _is_meeting(noun: Token) -> bool:
    frame = frames().by_noun.get(lemma_of(noun)) if noun.pos_ in {"NOUN", "PROPN"} else None
    return frame is not None and frame.meeting is not None


def _matter_of(noun: Token) -> str:
    """The noun that has this one for its matter ("preparations for the summit")."""
    link = noun.head
    return lemma_of(link.head) if noun.dep_ == "pobj" and link.lower_ in _TOPICAL else ""


def _discussed(noun: Token) -> bool:
    """Whether it is what people discuss ("discussed the summit")."""
    return noun.dep_ in {"dobj", "nsubjpass"} and noun.head.lemma_.lower() in meeting_words().discussing


_CONTACTS = frozenset({"contact", "event"})
_AFTERMATH = frozenset({"outcome", "result"})
_AHEAD = frozenset({"upcoming", "forthcoming", "next", "planned", "coming", "possible", "future"})
