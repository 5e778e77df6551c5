"""Recipients: where the words of a frame have whom its act is done to."""

from __future__ import annotations

from ingest.reader.act.act import SYMMETRIC
from ingest.reader.act.frame import Frame, objects_of
from ingest.reader.tree.syntax import (
    NOBODY,
    Found,
    Resolver,
    is_passive,
    merged,
    objects_of_preposition,
)
from ingest.reader.tree.tree import Token
from ingest.reader.who.mention import Form


def recipients(resolver: Resolver, frame: Frame, verb: Token, agents: Found) -> Found:
    """The recipients, in the order in which the frame says where they stand; else any actor the phrase names."""
    objects = [c for c in verb.children if c.dep_ in {"dobj", "nsubjpass", "attr", "oprd"}]
    for place in frame.to:
        if place == "between" and len(agents.actors) > 1:
            continue
        found = without(_at(resolver, verb, objects, place), agents)
        if found:
            return found
    if len(agents.actors) > 1 and (frame.both or frame.type in SYMMETRIC):
        return NOBODY
    for noun in objects:
        found = without(named_in(resolver, noun), agents)
        if found:
            return found
    return NOBODY


def beside(resolver: Resolver, frame: Frame, verb: Token) -> Found:
    for place in frame.to:
        found = merged(
            resolver.actors_of(n) for n in objects_of_preposition(verb, place) if not locative(resolver, n, place)
        )
        if found:
            return found
    return NOBODY


def _at(resolver: Resolver, verb: Token, objects: list[Token], place: str) -> Found:
    if place == "obj":
        nouns = objects + [verb.head] * (verb.dep_ in {"acl", "relcl"} and is_passive(verb))
        return merged(resolver.actors_of(n) for n in nouns)
    if place == "dative":
        return merged(resolver.actors_of(c) for c in verb.children if c.dep_ in {"dative", "iobj"} and c.pos_ != "ADP")
    if place in {"comp", "that"}:
        return _complement(resolver, verb)
    nouns = list(objects_of_preposition(verb, place))
    for noun in dict.fromkeys((*objects, *objects_of(verb))):
        nouns += objects_of_preposition(noun, place)
    for child in verb.children:
        if child.dep_ in {"acomp", "advmod", "xcomp"} and child.pos_ in {"ADJ", "ADV"}:
            nouns += objects_of_preposition(child, place)
    return merged(resolver.actors_of(n) for n in nouns if not locative(resolver, n, place) and not _onlooker(n))


def _onlooker(noun: Token) -> bool:
    """Whether "with N looking on" only says who else was there."""
    return noun.head.lower_ == "with" and any(c.dep_ == "acl" and c.tag_ == "VBG" for c in noun.children)


def locative(resolver: Resolver, noun: Token, place: str) -> bool:
    """Whether "in Tokyo", "at the White House" only say where."""
    mention = resolver.parsed.mention(noun)
    return (
        place in {"in", "at", "outside", "near"} and mention is not None and mention.form in {Form.SEAT, Form.METONYM}
    )


def _complement(resolver: Resolver, verb: Token) -> Found:
    """Actors of the clause that a verb of saying governs: its subject first, else any that it names."""
    for child in verb.children:
        if child.dep_ in {"ccomp", "xcomp", "advcl"}:
            for inner in child.children:
                if inner.dep_ in {"nsubj", "nsubjpass"} and (found := resolver.actors_of(inner)):
                    return found
            if found := named_in(resolver, child):
                return found
    return NOBODY


def named_in(resolver: Resolver, token: Token) -> Found:
    """All actors that mentions in the subtree name, places left out."""
    out: list[str] = []
    for inner in token.subtree:
        mention = resolver.parsed.mention(inner)
        if mention and not (inner.dep_ == "pobj" and locative(resolver, inner, inner.head.lower_)):
            out += mention.actors
    return Found(tuple(dict.fromkeys(out)))


def without(found: Found, agents: Found) -> Found:
    return Found(tuple(a for a in found.actors if a not in agents.actors), found.direct)
