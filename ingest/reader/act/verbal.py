"""The act that a verb tells."""

from __future__ import annotations

from dataclasses import replace

from ingest.reader.act.act import FORCE, MOVING, Act, completed, gapped, one
from ingest.reader.act.frame import Frame
from ingest.reader.act.implied import sayer_of
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
    by, acting = agent_by(verb) or (_doer(verb) if passive else None), frame.agent not in _LOOSE and not frame.reverse
    doer = by if passive else subject
    if frame.reverse and doer is not None:
        doer = agent_by(doer) or doer
    agents = resolver.actors_of(doer, acting) if doer is not None else NOBODY
    undergone = resolver.actors_of(subject) if passive and subject is not None else NOBODY
    if not passive:
        agents = _more_agents(resolver, frame, verb, subject, agents)
    patients = without(undergone, agents) or recipients(resolver, frame, verb, agents)
    if not patients and verb.dep_ == "conj" and frame.type == "ASSAULT":
        patients = without(_entered(resolver, verb.head), agents)
    if not agents and patients and not acting:
        agents = without(_where(resolver, verb), patients)
    if (
        by is not None
        and not agents
        and (lemma_of(by) in lexicon().private | lexicon().forces or (_thing(by) and not frame.both))
    ):
        return None
    if passive and not agents and subject is not None:
        agents, patients = _undergoing(resolver, frame, verb, subject, undergone) or (agents, patients)
    if not agents and patients:
        agents = without(_host(resolver, frame, verb, passive), patients)
    if not agents and patients and subject is not None and not passive and _bare_organ(subject):
        partner = resolver.discourse.partner(patients.actors[0])
        agents = one(partner if partner and not (partner.startswith("ORG:") and frame.type in FORCE) else None)
    if frame.reverse:
        agents, patients = patients or _where(resolver, verb), agents
    return completed(resolver, frame, verb, agents, patients, passive)


def _entered(resolver: Resolver, verb: Token) -> Found:
    """Where forces are by the verb before ("crossed into Chad and burned three villages")."""
    places = [*objects_of_preposition(verb, "into"), *(c for c in verb.children if c.dep_ == "dobj")]
    found = merged(resolver.actors_of(n) for n in places if resolver.parsed.mention(n))
    return found if found.direct else NOBODY


def _thing(noun: Token) -> bool:
    """Whether what did it is no actor ("backed by a petition"): a noun with an indefinite article."""
    return (
        noun.pos_ == "NOUN"
        and any(c.dep_ == "det" and c.lower_ in {"a", "an"} for c in noun.children)
        and noun.lemma_.lower() not in lexicon().organs
    )


_LOOSE = frozenset({"crowd", "helpers"})
"""Sorts of agents who need not act for a state: people who only are from there."""


def _more_agents(resolver: Resolver, frame: Frame, verb: Token, subject: Token | None, agents: Found) -> Found:
    """The agents of an active verb: also those of clauses that leave it out, of a text, of what a threat says."""
    if agents:
        others = (other for c in verb.children if (other := gapped(resolver, c)) is not None)
        return merged([agents, *(resolver.actors_of(other) for other in others)])
    if subject is not None and frame.agent != "person" and subject.lemma_.lower() in lexicon().document:
        return Found(resolver.discourse.group(), False)
    if frame.id == "menace":
        return merged(resolver.actors_of(s) for c in verb.children if c.dep_ == "ccomp" and (s := subject_of(c)[0]))
    return agents


def _undergoing(
    resolver: Resolver, frame: Frame, verb: Token, subject: Token, undergone: Found
) -> tuple[Found, Found] | None:
    """Both sides of a passive without "by" whose subject is the doer's own: its troops, the goods that it gives."""
    men = lemma_of(subject) == "man" and any(c.dep_ == "poss" for c in subject.children)
    if frame.type in MOVING and (men or lemma_of(subject) in lexicon().forces):
        return undergone, recipients(resolver, frame, verb, undergone)
    if undergone and frame.type in GIVEN:
        given_to = recipients(resolver, replace(frame, to=("to", "for", "into")), verb, undergone)
        if given_to.direct and given_to:
            return undergone, given_to
    return None


def _host(resolver: Resolver, frame: Frame, verb: Token, passive: bool) -> Found:
    """Who did what only those do on whose ground it is done."""
    if frame.type not in HOLDING:
        return NOBODY
    found = _holder(resolver, verb) if verb.dep_ == "acl" else NOBODY
    found = found or (_where(resolver, verb) if passive else NOBODY)
    sayer = sayer_of(verb) if passive and not found and frame.type == "COERCE" else None
    return resolver.actors_of(sayer) if sayer is not None else found


GIVEN = frozenset({"AID", "COOPERATE"})
"""Types of what goes from one country to another ("wheat from Fiji was shipped to Samoa")."""


def _doer(verb: Token) -> Token | None:
    """Who did it where "by" was read with the words before it ("was granted to the minister by Fiji")."""
    given = (o for c in verb.children if c.dep_ in {"prep", "dative"} for o in c.children if o.dep_ == "pobj")
    return next((by for o in given if (by := agent_by(o)) is not None), None)


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
    words = (
        verb,
        *(c for c in verb.children if c.dep_ == "dobj"),
        *(o for c in verb.children if c.dep_ == "prep" for o in c.children if o.dep_ == "pobj"),
    )
    nouns = (n for word in ("in", "from", "of") for token in words for n in objects_of_preposition(token, word))
    return merged(resolver.actors_of(n) for n in nouns if resolver.parsed.mention(n))


def _bare_organ(noun: Token) -> bool:
    """Whether an organ of a state acts that no word names: "police stormed the embassy" is the host's police."""
    return noun.lemma_.lower() in lexicon().organs and noun.tag_ in {"NNS", "NN"}
