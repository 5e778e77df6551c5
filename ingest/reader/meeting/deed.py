"""Deeds: who takes part in a meeting that a verb tells of."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.reader.meeting.encounter import brought_together
from ingest.reader.meeting.occasion import Occasion
from ingest.reader.meeting.person import is_person
from ingest.reader.meeting.side import clause_objects, clause_subject, row, those, who
from ingest.reader.meeting.words import meeting_words
from ingest.reader.tree.role import agent_by, is_passive, objects_of_preposition, subject_of
from ingest.reader.tree.syntax import NOBODY, Found, Resolver, lemma_of, merged
from ingest.reader.tree.tree import Token
from ingest.reader.who.mention import Form


def at_verb(resolver: Resolver, occasion: Occasion) -> Found:
    """The subject and those that the verb's places name; of a visit the place must, of "see" both must be people."""
    verb = occasion.trigger
    subject, passive = subject_of(verb)
    agents, others = merged(_agents(resolver, occasion)), merged(_others(resolver, occasion))
    if occasion.kind == "visit" and (
        not _goes_abroad(agents, others) or (subject is not None and subject.lower_ == "it")
    ):
        return NOBODY
    if verb.lemma_.lower() == "see" and not _sees_person(resolver, verb):
        return NOBODY
    if subject is not None and (body := sitting_body(verb)) is not None:
        return _members(resolver, body)
    found = merged([agents, others])
    if len(found.actors) < 2 and subject is not None and subject.lower_ == "we":
        return row(resolver, verb, False) or Found(resolver.discourse.group(), False)
    if not set(others.actors) - set(agents.actors) and _to_others(resolver, verb):
        return NOBODY
    if passive and not found.direct and agent_by(verb) is None and verb.lemma_.lower() == "discuss":
        return NOBODY
    return NOBODY if verb.lemma_.lower() == "mediate" and len(found.actors) < _MEDIATED else found


def sitting_body(verb: Token) -> Token | None:
    """The committee that is to sit, where only "which" stands for it ("a committee, which is to meet in May")."""
    subject = subject_of(verb)[0]
    clause = next((v for v in (verb, verb.head) if v.dep_ == "relcl"), None)
    if clause is None or subject is None or subject.lower_ not in {"which", "that"}:
        return None
    standing = lemma_of(clause.head) in meeting_words().standing and verb.lemma_.lower() in meeting_words().sitting
    return clause.head if standing else None


def _members(resolver: Resolver, body: Token) -> Found:
    """Whose body it is, else whoever sets it up."""
    own = resolver.actors_of(body)
    if len(own.actors) > 1:
        return own
    verb = next((a for a in body.ancestors if a.pos_ in {"VERB", "AUX"}), None)
    makers = clause_subject(resolver, verb) if verb is not None else NOBODY
    return makers if len(makers.actors) > 1 else NOBODY


def _agents(resolver: Resolver, occasion: Occasion) -> Iterator[Found]:
    """The subject, whoever stands after "by", and what a participle describes."""
    verb = occasion.trigger
    subject, passive = subject_of(verb)
    if occasion.kind == "negotiation" and passive and subject is not None:
        yield resolver.actors_of(subject)
    else:
        yield who(resolver, subject)
    if passive:
        yield who(resolver, agent_by(verb))
    if verb.dep_ in {"acl", "relcl"} and is_passive(verb):
        yield who(resolver, verb.head)


def _others(resolver: Resolver, occasion: Occasion) -> Iterator[Found]:
    """Those whom the verb's places name; of a visit the further stops too."""
    verb = occasion.trigger
    for place in occasion.places:
        if place == "row":
            yield merged(resolver.actors_of(t) for t in brought_together(verb, resolver.parsed))
        elif place in {"obj", "dative"}:
            yield from clause_objects(resolver, verb)
        elif place not in {"comp", "that", "by"}:
            yield those(resolver, verb, (place,))
    if occasion.kind == "visit":
        yield from (those(resolver, c, ("in", "at")) for c in verb.children if c.dep_ == "acomp")
        yield from _further(resolver, verb)


def _goes_abroad(visitors: Found, hosts: Found) -> bool:
    """Whether there are visitors, and a place that is not theirs."""
    return bool(visitors) and bool(set(hosts.actors) - set(visitors.actors))


def _further(resolver: Resolver, verb: Token) -> Iterator[Found]:
    """Further stops that the parser hung on the verb ("is due in Lima and then Quito")."""
    for child in verb.children:
        mention = resolver.parsed.mention(child) if child.dep_ == "conj" else None
        if mention is not None and mention.form in {Form.SEAT, Form.NAME}:
            yield Found(mention.actors)


_MEDIATED = 3
"""A mediator and the two between whom he stands."""


def _to_others(resolver: Resolver, verb: Token) -> bool:
    """Whether they speak to people who act for nobody ("spoke to their nations", "met the press")."""
    nouns = [n for place in ("to", "with") for n in objects_of_preposition(verb, place)]
    if verb.lemma_.lower() in {"meet", "see", "receive", "host", "visit", "telephone"}:
        nouns += [c for c in verb.children if c.dep_ == "dobj"]
    return any(n.lower_ not in {"other", "another"} and not is_person(n, resolver.parsed) for n in nouns)


def _sees_person(resolver: Resolver, verb: Token) -> bool:
    """Whether a person sees a person, or they see each other."""
    subject, _ = subject_of(verb)
    seen = [c for c in verb.children if c.dep_ == "dobj"]
    both = any(c.lower_ in {"other", "each", "both"} for c in seen)
    return (
        subject is not None
        and is_person(subject, resolver.parsed)
        and (both or any(is_person(c, resolver.parsed) for c in seen))
    )
