"""Turns: whether somebody sees several together or one after the other."""

from __future__ import annotations

from ingest.reader.meeting.occasion import TOLD, Occasion, Telling
from ingest.reader.meeting.side import size_of, who
from ingest.reader.meeting.words import meeting_words
from ingest.reader.tree.role import subject_of, subject_of_noun
from ingest.reader.tree.syntax import Found, Resolver


def in_turn(resolver: Resolver, occasion: Occasion, found: Found) -> list[tuple[str, ...]]:
    """One party that visits, calls, negotiates with or sees several in turn does so with each; others meet together."""
    actors = found.actors
    if len(actors) < 3 or occasion.trigger.lemma_.lower() == "mediate" or size_of(occasion.trigger) > 2:
        return [actors]
    verb = occasion.telling is Telling.VERB
    if verb and len(who(resolver, subject_of(occasion.trigger)[0]).actors) > 1:
        return [actors]
    if occasion.kind == "visit" and occasion.telling is Telling.NOUN:
        guests = who(resolver, subject_of_noun(occasion.trigger)).actors
        return [(guests[0], a) for a in actors if a != guests[0]] if len(guests) == 1 else [actors]
    apart = verb and (occasion.kind in {"negotiation", "call", "visit"} or occasion.trigger.lemma_.lower() == "speak")
    if apart or (occasion.telling in TOLD and (_one_after_other(occasion) or _bilateral(occasion) or _aside(occasion))):
        return [(actors[0], other) for other in actors[1:]]
    return [actors]


def _bilateral(occasion: Occasion) -> bool:
    """Whether they were several meetings of two ("held bilateral meetings with his counterparts from")."""
    noun = occasion.trigger
    return noun.tag_ == "NNS" and any(c.lower_ in {"bilateral", "separate", "one-on-one"} for c in noun.children)


def _aside(occasion: Occasion) -> bool:
    """Whether one sees several while a larger meeting goes on ("met his counterparts on the sidelines of")."""
    trigger = occasion.trigger
    return any(
        t.dep_ == "pobj" and t.head.lower_ in {"on", "at"} and t.lemma_.lower() in meeting_words().margin
        for t in trigger.doc[trigger.i :]
    )


_TURNS = frozenset({"separately", "separate", "individually", "respectively", "each", "alone"})
_THEN = frozenset({"then", "afterwards", "later", "subsequently", "next"})


def _one_after_other(occasion: Occasion) -> bool:
    """Whether words say that they met one after the other ("first with X and then with Y", "separate talks with")."""
    trigger = occasion.trigger
    near = [trigger, *trigger.children]
    if trigger.pos_ not in {"VERB", "AUX"}:
        near += trigger.head.children
    between = any(c.dep_ == "prep" and c.lower_ == "between" for c in trigger.children)
    if any(t.lower_ in _TURNS for t in near) and not between:
        return True
    inside = [t for c in near if c.dep_ in {"prep", "dobj", "conj"} for t in c.subtree]
    return any(t.lower_ in _THEN and t.i > trigger.i and any(c.dep_ == "cc" for c in t.head.children) for t in inside)
