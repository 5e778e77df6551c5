"""The act that a verb tells."""

from __future__ import annotations

from ingest.reader.act.act import Act, completed, one
from ingest.reader.act.frame import Frame
from ingest.reader.act.recipient import recipients, without
from ingest.reader.lexicon import lexicon
from ingest.reader.tree.syntax import NOBODY, Found, Resolver, agent_by, subject_of
from ingest.reader.tree.tree import Token


def verb_act(resolver: Resolver, frame: Frame, verb: Token) -> Act | None:
    subject, passive = subject_of(verb)
    by = agent_by(verb)
    if passive:
        agents = resolver.actors_of(by, True) if by is not None else NOBODY
        undergone = resolver.actors_of(subject) if subject is not None else NOBODY
    else:
        agents = resolver.actors_of(subject, True) if subject is not None else NOBODY
        undergone = NOBODY
        if (
            not agents
            and subject is not None
            and frame.person is False
            and subject.lemma_.lower() in lexicon().document
        ):
            agents = Found(resolver.discourse.group(), False)
    patients = without(undergone, agents) or recipients(resolver, frame, verb, agents)
    if not agents and patients and subject is not None and not passive and _bare_organ(subject):
        agents = one(resolver.discourse.partner(patients.actors[0]))
    return completed(resolver, frame, verb, agents, patients, passive)


def _bare_organ(noun: Token) -> bool:
    """Whether an organ of a state acts that no word names: "police stormed the embassy" is the host's police."""
    return noun.lemma_.lower() in lexicon().organs and noun.tag_ in {"NNS", "NN"}
