"""Recipients: where the words of a frame have whom its act is done to."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.reader.act.act import SYMMETRIC
from ingest.reader.act.frame import Frame, objects_of
from ingest.reader.lexicon import lexicon
from ingest.reader.tree.role import is_passive, objects_of_preposition
from ingest.reader.tree.syntax import NOBODY, Found, Resolver, merged
from ingest.reader.tree.tree import Token
from ingest.reader.who.mention import Form


def recipients(resolver: Resolver, frame: Frame, verb: Token, agents: Found) -> Found:
    """The recipients, in the order in which the frame says where they stand; else any actor the phrase names."""
    objects = [c for c in verb.children if c.dep_ in {"dobj", "nsubjpass", "attr", "oprd"}]
    for place in frame.to:
        if place == "between" and len(agents.actors) > 1:
            continue
        found = without(_at(resolver, verb, objects, place, agents), agents)
        if found:
            return found
    if len(agents.actors) > 1 and (frame.both or frame.type in SYMMETRIC):
        return NOBODY
    if frame.agent == "helpers":
        return without(merged(resolver.actors_of(o) for o in _grounds(verb)), agents)
    for noun in (*objects, *(_reached(verb, frame))):
        found = without(named_in(resolver, noun), agents)
        if found:
            return found
    for noun in (*objects, *(_reached(verb, frame))) if frame.type in {"ASSAULT", "THREATEN", "CONCEDE"} else ():
        if noun.lemma_.lower() in lexicon().crowds | lexicon().domestic:
            continue
        found = without(named_in(resolver, noun, True) or _just_outside(resolver, noun), agents)
        if found:
            return found
    return NOBODY


def _just_outside(resolver: Resolver, noun: Token) -> Found:
    """Whose place is hit just outside one of its own cities ("a base near Sanaa"), not near a border."""
    places = (o for w in ("outside", "near") for o in objects_of_preposition(noun, w))
    return merged(resolver.actors_of(o) for o in places if (m := resolver.parsed.mention(o)) and m.form is Form.SEAT)


def _grounds(verb: Token) -> Iterator[Token]:
    """Where helpers are at work ("searched a flooded mine in Bolivia")."""
    return (o for w in verb.subtree if w.dep_ == "prep" and w.lower_ in {"in", "at", "near"} for o in w.children)


def _reached(verb: Token, frame: Frame) -> Iterator[Token]:
    """What force is aimed at where its own words name no actor: "fired at a base in Niger"."""
    if frame.type in REACHING:
        for place in frame.to:
            yield from objects_of_preposition(verb, place)


REACHING = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "RETREAT", "PROTEST"})
"""Types of acts that reach a place of their recipient."""


def beside(resolver: Resolver, frame: Frame, verb: Token) -> Found:
    for place in frame.to:
        found = merged(
            resolver.actors_of(n) for n in objects_of_preposition(verb, place) if not locative(resolver, n, place)
        )
        if found:
            return found
    return NOBODY


def _at(resolver: Resolver, verb: Token, objects: list[Token], place: str, agents: Found) -> Found:
    if place == "obj":
        nouns = (
            objects
            + [verb.head] * (verb.dep_ == "relcl" and _bare(verb))
            + [verb.head] * (verb.dep_ in {"acl", "relcl"} and is_passive(verb))
        )
        return merged(resolver.actors_of(n) for n in nouns)
    if place == "dative":
        return merged(resolver.actors_of(c) for c in verb.children if c.dep_ in {"dative", "iobj"} and c.pos_ != "ADP")
    if place in {"comp", "that"}:
        return _complement(resolver, verb, agents)
    if place == "purpose":
        return _purpose(resolver, verb)
    if place == "subj":
        found = merged(resolver.actors_of(n) for n in _subjects_of_clauses(verb))
        return found if found.direct else NOBODY
    nouns = list(objects_of_preposition(verb, place))
    if place == "before":
        nouns += [
            o
            for n in objects_of_preposition(verb, "in")
            if n.lower_ == "front"
            for o in objects_of_preposition(n, "of")
        ]
    for noun in dict.fromkeys((*objects, *objects_of(verb))):
        if noun.dep_ == "pobj" and noun.lemma_.lower() in _MOODS and nouns:
            continue
        nouns += objects_of_preposition(noun, place)
        nouns += [o for c in noun.children if _told_of(c) for o in objects_of_preposition(c, place)]
    for child in verb.children:
        if child.dep_ in {"acomp", "advmod", "xcomp"} and child.pos_ in {"ADJ", "ADV"} and child.lower_ != "far":
            nouns += objects_of_preposition(child, place)
    return merged(resolver.actors_of(n) for n in nouns if not locative(resolver, n, place) and not _onlooker(n))


_MOODS = frozenset({"anger", "fury", "protest", "rage", "outrage", "response", "retaliation", "revenge", "reply"})
"""What somebody acts in, at what another did: that stands behind whom the act is done to."""


def _purpose(resolver: Resolver, verb: Token) -> Found:
    """Against whom forces are moved, by what they are for ("sent jets to deter Fiji")."""
    words = [verb, *(c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"})]
    clauses = (c for word in words for c in word.children if c.dep_ in {"advcl", "xcomp", "acl", "relcl"})
    against = [c for c in clauses if c.lemma_.lower() in lexicon().facing]
    return merged(
        [resolver.actors_of(o) for c in against for o in c.children if o.dep_ in {"dobj", "ccomp"}]
        + [
            resolver.actors_of(o)
            for c in against
            for w in ("against", "to", "from")
            for o in objects_of_preposition(c, w)
        ]
    )


def _told_of(clause: Token) -> bool:
    """Whether a clause says what was done with the noun that it hangs on ("curbs imposed on", "that they put on")."""
    return (clause.dep_ == "acl" and clause.tag_ == "VBN") or (clause.dep_ == "relcl" and clause.tag_ in {"VBD", "VBN"})


def _bare(verb: Token) -> bool:
    """Whether a clause on a noun has that noun for its object ("sailors it had detained")."""
    subject = any(c.dep_ == "nsubj" and c.tag_ not in {"WDT", "WP"} for c in verb.children)
    return subject and not any(c.dep_ in {"dobj", "nsubjpass", "auxpass"} for c in verb.children)


def _onlooker(noun: Token) -> bool:
    """Whether "with N looking on" only says who else was there."""
    return noun.head.lower_ == "with" and any(c.dep_ == "acl" and c.tag_ == "VBG" for c in noun.children)


def locative(resolver: Resolver, noun: Token, place: str) -> bool:
    """Whether "in Tokyo", "at the White House" only say where; an embassy there is to its host."""
    mention = resolver.parsed.mention(noun)
    if noun.head.head.lemma_.lower() in MISSIONS or any(
        c.dep_ == "dobj" and c.lemma_.lower() in MISSIONS for c in noun.head.head.children
    ):
        return False
    return (
        place in {"in", "at", "outside", "near"} and mention is not None and mention.form in {Form.SEAT, Form.METONYM}
    )


MISSIONS = frozenset({"embassy", "consulate", "mission", "ambassador"})


def _subjects_of_clauses(verb: Token) -> list[Token]:
    clauses = [c for c in verb.children if c.dep_ == "ccomp"]
    return [c for clause in clauses for c in clause.children if c.dep_ in {"nsubj", "nsubjpass"}]


def _complement(resolver: Resolver, verb: Token, agents: Found) -> Found:
    """Actors of the clause that a verb of saying governs: its subject first, else any that it names."""
    for child in verb.children:
        if child.dep_ in {"ccomp", "xcomp", "advcl"}:
            for inner in child.children:
                if inner.dep_ in {"nsubj", "nsubjpass"} and without(found := resolver.actors_of(inner), agents):
                    return found
            if found := _undergoing(resolver, child) or named_in(resolver, child):
                return found
    return NOBODY


def _undergoing(resolver: Resolver, verb: Token) -> Found:
    """Whom a clause names by itself as undergoing its act ("to extradite the Fijian banker to Tonga")."""
    objects = [c for c in verb.children if c.dep_ in {"dobj", "dative"}]
    beside = [o for c in verb.children if c.dep_ in {"prep", "dative"} and c.lower_ in _TOWARDS for o in c.children]
    return merged(
        resolver.actors_of(n)
        for n in (*objects, *beside)
        if (m := resolver.parsed.mention(n)) and m.form is not Form.SEAT
    )


_TOWARDS = frozenset({"to", "with", "from", "against", "on", "for"})


def named_in(resolver: Resolver, token: Token, clauses: bool = False) -> Found:
    """All actors that mentions in the subtree name, places left out, and `clauses` on nouns too where not wanted."""
    out: list[str] = []
    for inner in _phrase(token, clauses):
        mention = resolver.parsed.mention(inner)
        if mention and not (inner.dep_ == "pobj" and locative(resolver, inner, inner.head.lower_)):
            out += mention.actors
    return Found(tuple(dict.fromkeys(out)))


def _phrase(token: Token, clauses: bool) -> Iterator[Token]:
    """The word and what hangs on it, but for what it is only near, and clauses that tell more of a noun."""
    for child in token.lefts:
        yield from _phrase(child, clauses)
    yield token
    for child in token.children:
        more = child.dep_ in {"relcl", "acl"} and token.pos_ == "NOUN" and not clauses
        if child.i > token.i and not more and child.lower_ not in {"near", "outside"}:
            yield from _phrase(child, clauses)


def without(found: Found, agents: Found) -> Found:
    return Found(tuple(a for a in found.actors if a not in agents.actors), found.direct)
