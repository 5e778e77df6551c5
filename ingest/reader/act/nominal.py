"""The act that a noun names."""

from __future__ import annotations

from ingest.reader.act.act import Act, completed
from ingest.reader.act.frame import Frame
from ingest.reader.act.recipient import beside, locative, without
from ingest.reader.lexicon import lexicon
from ingest.reader.tree.scope import governor_of
from ingest.reader.tree.syntax import NOBODY, Resolver, agent_by, merged, objects_of_preposition, subject_of_noun
from ingest.reader.tree.tree import Token


def noun_act(resolver: Resolver, frame: Frame, noun: Token) -> Act | None:
    """The act that a noun names: actors by its modifiers, by "by", or from the verb that it is the object of."""
    owners = merged(
        resolver.actors_of(c)
        for c in noun.children
        if c.dep_ in {"poss", "amod", "compound", "nmod"} and c.pos_ != "VERB"
    )
    by = agent_by(noun)
    agents = resolver.actors_of(by, True) if by is not None else NOBODY
    patients = NOBODY
    for place in frame.to:
        if place in {"comp", "that"} and not patients:
            patients = merged(resolver.actors_of(n) for n in _subjects_of_clauses(noun))
        if place in {"obj", "dative", "comp", "that", "by"}:
            continue
        found = merged(
            resolver.actors_of(n) for n in objects_of_preposition(noun, place) if not locative(resolver, n, place)
        )
        if found:
            patients = merged([patients, found]) if place == "between" else (patients or found)
    if not owners:
        owners = without(merged(resolver.actors_of(n) for n in objects_of_preposition(noun, "of")), patients)
    verb = governor_of(noun)
    if not agents and verb is not None and _lends_subject(noun, verb) and (frame.type == "CONSULT" or not owners):
        subject = subject_of_noun(noun)
        agents = resolver.actors_of(subject, True) if subject is not None else NOBODY
        patients = patients or beside(resolver, frame, verb)
    if not agents:
        agents = owners
    elif not patients:
        patients = without(owners, agents)
    if (agents and not agents.direct) or not (agents or patients):
        return None
    if (
        frame.type in {"AID", "COOPERATE", None}
        and not (agents and patients)
        and len(agents.actors) < 2
        and len(patients.actors) < 2
    ):
        return None
    return completed(resolver, frame, noun, agents, without(patients, agents), False)


def _subjects_of_clauses(noun: Token) -> list[Token]:
    """Of whom a demand or a warning speaks: the subject of its clause ("the demand that Fiji pay")."""
    clauses = [c for c in noun.children if c.dep_ in {"acl", "ccomp"} and any(g.dep_ == "mark" for g in c.children)]
    return [c for clause in clauses for c in clause.children if c.dep_ in {"nsubj", "nsubjpass"}]


def _lends_subject(noun: Token, verb: Token) -> bool:
    """Whether the verb's subject does what its object says: "held talks", "engaged in talks", not "at the request"."""
    if noun.dep_ == "pobj":
        return noun.head.lower_ == "in" or (noun.head.lower_ == "into" and verb.lemma_.lower() in lexicon().light)
    return verb.lemma_.lower() in lexicon().light
