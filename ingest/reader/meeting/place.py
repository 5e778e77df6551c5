"""Where a meeting takes place, by the words around what tells of it."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.reader.meeting.words import meeting_words
from ingest.reader.text.date import MONTHS, WEEKDAYS
from ingest.reader.tree.parse import Parsed
from ingest.reader.tree.tree import Token
from ingest.reader.who.mention import Form

_STAYING = frozenset({"in", "at", "near", "outside"})
_VISITING = frozenset({"visit", "tour", "reach"})
_INSIDE = frozenset({"do", "da", "de", "del", "la", "el", "al", "of", "the", "y", "-"})
"""Words inside the name of a place ("Foz do Iguaçu")."""
_ROOMS = frozenset({"department", "ministry", "street", "room", "hall", "office", "council", "session", "assembly"})
"""Buildings and organs, which give way to a town."""
_LEVELS = 3


def place_of(trigger: Token, parsed: Parsed) -> str | None:
    """The place nearest to the trigger that "in" or "at" gives, or where a journey goes; a town before a building."""
    found = [t for t in parsed.doc if t.pos_ == "PROPN" and _leads_here(t, trigger) and _is_place(t, parsed)]
    if not found:
        return None
    best = min(found, key=lambda t: (_rank(t, parsed), abs(t.i - trigger.i)))
    return _name(best, parsed)


def _leads_here(token: Token, trigger: Token) -> bool:
    """Whether the token says where the trigger, or the verb that it belongs to, is."""
    about = {trigger, trigger.head} if trigger.pos_ not in {"VERB", "AUX"} else {trigger}
    verb = next((t for t in (trigger, *trigger.ancestors) if t.pos_ in {"VERB", "AUX"}), trigger)
    if token.dep_ == "dobj" and token.head in {verb, *_travels(trigger)}:
        return token.head.lemma_.lower() in _VISITING
    if token.dep_ != "pobj":
        return False
    link, top = token.head.lower_, token.head.head
    if link in _STAYING:
        if top.dep_ == "pobj" and top.head.lower_ in _STAYING:  # "at the ministry in Oslo"
            return _leads_here(top, trigger)
        return top in about or top.head in about or top is verb
    if link not in {"to", "for", "into"}:
        return False
    goes = {*about, *_travels(trigger)}
    return top in goes and top.lemma_.lower() in meeting_words().going | {"visit", "trip", "tour"}


def _travels(trigger: Token) -> Iterator[Token]:
    """Verbs of going over the trigger ("flew to Brussels to see", "will fly to Cebu for talks")."""
    token = trigger
    for _ in range(_LEVELS):
        token = token.head
        if token.pos_ == "VERB":
            yield token


def _is_place(token: Token, parsed: Parsed) -> bool:
    """Whether the word may name a place: no month, no day, no person, no body."""
    if token.lower_.rstrip(".") in MONTHS or token.lower_ in WEEKDAYS:
        return False
    mention = parsed.mention(token)
    return mention is None or mention.form in {Form.NAME, Form.SEAT, Form.METONYM}


def _rank(token: Token, parsed: Parsed) -> int:
    """Towns first, then other names, then countries, then buildings and organs."""
    mention = parsed.mention(token)
    if token.lower_ in _ROOMS:
        return 3
    if mention is None or mention.form is Form.METONYM:
        return 1
    return 0 if mention.form is Form.SEAT else 2


def _name(token: Token, parsed: Parsed) -> str:
    left = min((c.i for c in token.lefts if c.dep_ == "compound"), default=token.i)
    right = token.i
    doc = parsed.doc
    while right + 2 < len(doc) and doc[right + 1].lower_ in _INSIDE - {"the"} and doc[right + 2].pos_ == "PROPN":
        if parsed.mention(doc[right + 2]) is not None and doc[right + 1].lower_ == "of":
            break
        right += 2
    start, end = parsed.spans[left][0], parsed.spans[right][1]
    return parsed.sentence.text[start - parsed.sentence.start : end - parsed.sentence.start]
