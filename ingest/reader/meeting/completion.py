"""Completion: the side that an occasion's words leave out."""

from __future__ import annotations

from ingest.reader.meeting.occasion import Occasion, Telling
from ingest.reader.tree.parse import Parsed
from ingest.reader.tree.syntax import Found, Resolver
from ingest.reader.tree.tree import Token
from ingest.reader.who.mention import Form


def completed(resolver: Resolver, occasion: Occasion, found: Found) -> tuple[Found, bool]:
    """With the one whose place they are at, a person of the sentence, or whom discourse supplies (then True)."""
    host = _host(resolver.parsed, occasion.trigger, _SEATS | {Form.NAME} if occasion.kind == "visit" else _SEATS)
    if host and host not in found.actors:
        return Found((*found.actors, host), found.direct), False
    trigger = occasion.trigger
    for i, mention in sorted(resolver.parsed.mention_at.items(), key=lambda m: abs(m[0] - trigger.i)):
        if mention.leader is not None and mention.leader.actor not in found.actors:
            between = trigger.doc[min(i, trigger.i + 1) : max(i, trigger.i)]
            near = not any(t.pos_ == "VERB" for t in between)
            return Found((*found.actors, mention.leader.actor), False), not near and occasion.kind != "visit"
    if occasion.telling is Telling.VERB:
        return found, True
    other = _other_side(resolver, found.actors[0], trigger)
    if other is None:
        return found, True
    main = set(resolver.discourse.main)
    known = {found.actors[0], other} == main and resolver.discourse.dominant
    return Found((*found.actors, other), False), not (known or (occasion.kind == "visit" and other in main))


def with_house(parsed: Parsed, occasion: Occasion, found: Found) -> Found:
    """With the host in whose government's house two others meet or sign."""
    if len(found.actors) != 2 or occasion.telling is Telling.SUMMONS:
        return found
    for token in occasion.trigger.children:
        if token.dep_ == "prep" and token.lower_ in {"in", "at", "inside"}:
            for noun in token.subtree:
                mention = parsed.mention(noun)
                if mention is not None and mention.form is Form.METONYM and noun.head.dep_ in {"prep"}:
                    return Found(tuple(dict.fromkeys((*found.actors, *mention.actors))), found.direct)
    return found


def _other_side(resolver: Resolver, actor: str, trigger: Token) -> str | None:
    """Whom the actor meets where nothing says: the other of the article's two sides, else the last subject."""
    discourse = resolver.discourse
    focus = discourse.it()
    if focus == actor or (discourse.dominant and actor in discourse.main):
        return discourse.partner(actor, resolver.before(trigger))
    return focus


_SEATS = frozenset({Form.SEAT, Form.METONYM, Form.ADJECTIVE})
"""Mentions of a place that has its government in it; the adjective stands for "the Malian capital"."""


def _host(parsed: Parsed, trigger: Token, forms: frozenset[Form]) -> str | None:
    """The actor at whose seat it happens: "in Astana", "at the White House"."""
    verb = trigger
    while verb.pos_ not in {"VERB", "AUX"} and verb.head != verb:
        verb = verb.head
    for token in (trigger, verb):
        for child in token.children:
            if child.dep_ == "prep" and child.lower_ in {"in", "at", "to"}:
                for noun in child.children:
                    mention = parsed.mention(noun)
                    if mention is None and noun.lemma_.lower() == "capital":
                        mention = next((m for c in noun.children if (m := parsed.mention(c))), None)
                    if mention is not None and mention.form in forms:
                        return mention.actors[0]
    return None
