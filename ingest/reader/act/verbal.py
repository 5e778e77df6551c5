"""The act that a verb tells."""

from __future__ import annotations

from ingest.reader.act.act import MOVING, Act, completed, gapped, one
from ingest.reader.act.frame import Frame
from ingest.reader.act.nominal import noun_act
from ingest.reader.act.recipient import recipients, without
from ingest.reader.lexicon import lexicon
from ingest.reader.tree.role import agent_by, objects_of_preposition, subject_of
from ingest.reader.tree.syntax import NOBODY, Found, Resolver, lemma_of, merged
from ingest.reader.tree.tree import Token


def verb_act(resolver: Resolver, frame: Frame, verb: Token) -> Act | None:
    subject, passive = subject_of(verb)
    if passive and subject is not None and agent_by(verb) is None and subject.lemma_.lower() in frame.nouns:
        return noun_act(resolver, frame, subject)
    by, acting = agent_by(verb), frame.agent != "crowd" and not frame.reverse
    if passive:
        agents = resolver.actors_of(by, acting) if by is not None else NOBODY
        undergone = resolver.actors_of(subject) if subject is not None else NOBODY
    else:
        agents = resolver.actors_of(subject, acting) if subject is not None else NOBODY
        undergone = NOBODY
        if (
            not agents
            and subject is not None
            and frame.agent != "person"
            and subject.lemma_.lower() in lexicon().document
        ):
            agents = Found(resolver.discourse.group(), False)
    if agents and not passive:
        others = (other for c in verb.children if (other := gapped(resolver, c)) is not None)
        agents = merged([agents, *(resolver.actors_of(other) for other in others)])
    patients = without(undergone, agents) or recipients(resolver, frame, verb, agents)
    if not agents and patients and not acting:
        agents = without(_where(resolver, verb), patients)
    if by is not None and not agents and lemma_of(by) in lexicon().private | lexicon().forces:
        return None
    if (
        passive
        and not agents
        and subject is not None
        and frame.type in MOVING
        and lemma_of(subject) in lexicon().forces
    ):
        agents, patients = undergone, recipients(resolver, frame, verb, undergone)
    if not agents and patients and verb.dep_ == "acl" and frame.type in HOLDING:
        agents = without(_holder(resolver, verb), patients)
    if not agents and patients and passive and frame.type in HOLDING:
        agents = without(_where(resolver, verb), patients)
    if not agents and patients and subject is not None and not passive and _bare_organ(subject):
        agents = one(resolver.discourse.partner(patients.actors[0]))
    if frame.reverse:
        agents, patients = patients or _where(resolver, verb), agents
    return completed(resolver, frame, verb, agents, patients, passive)


HOLDING = frozenset({"COERCE", "SANCTION"})
"""Types of what is done to somebody by those on whose ground they are ("was arrested in Mali")."""


def _holder(resolver: Resolver, verb: Token) -> Found:
    """Who lets go what it had seized ("released a trawler impounded in April")."""
    above = verb.head.head
    if verb.head.dep_ != "dobj" or above.pos_ != "VERB":
        return NOBODY
    subject, passive = subject_of(above)
    return resolver.actors_of(subject, True) if subject is not None and not passive else NOBODY


def _where(resolver: Resolver, verb: Token) -> Found:
    """The country where somebody was seized, or out of which they were sent."""
    words = (verb, *(o for c in verb.children if c.dep_ == "prep" for o in c.children if o.dep_ == "pobj"))
    nouns = (n for word in ("in", "from", "of") for token in words for n in objects_of_preposition(token, word))
    return merged(resolver.actors_of(n) for n in nouns if resolver.parsed.mention(n))


def _bare_organ(noun: Token) -> bool:
    """Whether an organ of a state acts that no word names: "police stormed the embassy" is the host's police."""
    return noun.lemma_.lower() in lexicon().organs and noun.tag_ in {"NNS", "NN"}
