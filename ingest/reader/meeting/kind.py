"""Kinds: what sort of meeting an occasion is, by who meets and what it is called."""

from __future__ import annotations

from graph.claim import MeetingKind
from ingest.reader.meeting.deed import sitting_body
from ingest.reader.meeting.host import under_mediation
from ingest.reader.meeting.noun import kind_of_body
from ingest.reader.meeting.occasion import Occasion
from ingest.reader.meeting.people import HEADS, of_heads
from ingest.reader.meeting.words import meeting_words
from ingest.reader.tree.role import subject_of
from ingest.reader.tree.syntax import Resolver, lemma_of


def kind_of(
    resolver: Resolver, occasion: Occasion, actors: tuple[str, ...], people: list[tuple[str, str]]
) -> MeetingKind:
    """The kind of a meeting of `actors`, for whom `people` are named with their roles."""
    bodies = any(a.startswith("ORG:") for a in actors)
    if occasion.kind == "call" and lemma_of(occasion.trigger) == "conference" and (bodies or len(actors) > 2):
        return "summit" if any(role in HEADS for _, role in people) else "ministerial"
    if occasion.kind == "summit" and len(actors) == 2 and not bodies:
        return "bilateral_meeting"
    if occasion.kind == "negotiation" and occasion.trigger.pos_ == "NOUN" and _heads_met(occasion, people):
        return "bilateral_meeting"
    if occasion.kind in {"dialogue", "ministerial"} and len(actors) == 2 and of_heads(occasion.trigger):
        return "bilateral_meeting"
    subject, _ = subject_of(occasion.trigger) if occasion.trigger.pos_ == "VERB" else (None, False)
    negotiators = subject is not None and subject.lemma_.lower() in meeting_words().negotiator
    if negotiators and occasion.kind in {"bilateral_meeting", "visit"}:
        return "negotiation"
    if occasion.kind != "bilateral_meeting":
        return occasion.kind
    body = sitting_body(occasion.trigger) or subject
    if body is not None and body.lemma_.lower() in meeting_words().standing:
        return kind_of_body(body)
    if under_mediation(occasion) and not any(role in HEADS for _, role in people):
        return "negotiation"
    if len(actors) > 2:
        return _of_several(resolver, occasion, people)
    return (bodies and _of_members(resolver)) or occasion.kind


def _of_several(resolver: Resolver, occasion: Occasion, people: list[tuple[str, str]]) -> MeetingKind:
    """Of more than two: a summit of heads, a ministerial of ministers, a negotiation of those below them."""
    words = {t.lower_ for t in resolver.parsed.doc}
    if any(role in HEADS for _, role in people) or of_heads(occasion.trigger) or words & _HEADS:
        return "summit"
    if words & _BELOW and not people:
        return "negotiation"
    return "ministerial" if people or "ministers" in words else "summit"


_HEADS = frozenset({"leaders", "presidents", "prime", "premiers", "kings", "summit"})
_BELOW = frozenset({"officials", "diplomats", "experts", "delegations", "chiefs", "envoys", "teams", "generals"})


_MEMBERS: dict[str, MeetingKind] = {"leader": "summit", "minister": "ministerial"}


def _heads_met(occasion: Occasion, people: list[tuple[str, str]]) -> bool:
    """Whether heads or foreign ministers of two sides "held negotiations": for them that is a meeting."""
    verb = occasion.trigger.head
    held = occasion.trigger.dep_ in {"dobj", "nsubjpass"} and verb.lemma_.lower() in {"hold", "have", "conduct"}
    leading = HEADS | {"foreign_minister"}
    return held and len({name for name, role in people if role in leading}) > 1


def _of_members(resolver: Resolver) -> MeetingKind | None:
    """What a body's side makes it: its leaders a summit, its ministers a ministerial."""
    for token in resolver.parsed.doc:
        kind = _MEMBERS.get(token.lemma_.lower()) if token.tag_ == "NNS" else None
        if kind and any(a.startswith("ORG:") for a in resolver.actors_of(token).actors):
            return kind
    return None
