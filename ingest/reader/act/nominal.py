"""The act that a noun names."""

from __future__ import annotations

from ingest.reader.act.act import MOVING, Act, completed
from ingest.reader.act.frame import Frame, frames, of_objects
from ingest.reader.act.recipient import beside, locative, without
from ingest.reader.lexicon import lexicon
from ingest.reader.tree.role import agent_by, objects_of_preposition, subject_of_noun
from ingest.reader.tree.scope import governor_of
from ingest.reader.tree.syntax import NOBODY, Found, Resolver, lemma_of, merged
from ingest.reader.tree.tree import Token


def noun_act(resolver: Resolver, frame: Frame, noun: Token) -> Act | None:
    """The act that a noun names: actors by its modifiers, by "by", or from the verb that it is the object of."""
    modifiers = [c for c in noun.children if c.dep_ in {"poss", "amod", "compound", "nmod"} and c.pos_ != "VERB"]
    owners = merged(resolver.actors_of(c) for c in modifiers if not _against(c))
    if any(c.tag_ == "PRP$" for c in modifiers) and governor_of(noun) is not None:
        owners = NOBODY
    by = agent_by(noun) or _doer(noun)
    agents = resolver.actors_of(by, True) if by is not None else NOBODY
    if by is not None and not agents and lemma_of(by) in lexicon().private | lexicon().civilians:
        return None
    named = frames().nominalised(noun) is not None
    undergone = _done_to(resolver, frame, noun) if named else _undergoing(resolver, frame, noun)
    patients = merged([*(resolver.actors_of(c) for c in modifiers if _against(c)), undergone])
    if frame.type == "PROTEST" and not agents:
        agents = without(_gathered(resolver, noun), patients)
    if not owners and noun.dep_ == "pobj" and noun.head.lower_ == "at":
        owners, patients = merged(resolver.actors_of(n) for n in of_objects(noun)), NOBODY
    if not owners and (not frames().nominalised(noun) or (frame.type in MOVING and not agents)):
        owners = without(merged(resolver.actors_of(n) for n in objects_of_preposition(noun, "of")), patients)
    verb = governor_of(noun)
    if not agents and verb is not None and _lends_subject(noun, verb) and (frame.type == "CONSULT" or not owners):
        subject = subject_of_noun(noun)
        agents = resolver.actors_of(subject, True) if subject is not None else NOBODY
        patients = patients or beside(resolver, frame, verb)
    if not agents and not owners and frame.type == "COERCE" and patients:
        agents = without(_gathered(resolver, noun), patients)
    if not agents:
        agents = owners
    elif not patients:
        patients = without(owners, agents)
    if not patients:
        agents, patients = _by_verb(resolver, frame, noun, agents)
    if (agents and not agents.direct) or not (agents or patients) or _one_sided(frame, agents, patients):
        return None
    return completed(resolver, frame, noun, agents, without(patients, agents), False)


def _by_verb(resolver: Resolver, frame: Frame, noun: Token, agents: Found) -> tuple[Found, Found]:
    """Both sides with what the verb above tells of an act ("fighting broke out between", "was killed in an attack")."""
    if frame.type == "ASSAULT" and (victims := without(_victims(resolver, noun), agents)):
        return agents, victims
    if len(agents.actors) < 2 and noun.dep_ == "nsubj" and noun.head.lemma_.lower() in _HAPPENING:
        found = beside(resolver, frame, noun.head)
        return (agents, without(found, agents)) if agents else (found, NOBODY)
    return agents, NOBODY


def _victims(resolver: Resolver, noun: Token) -> Found:
    """Who suffered by what a verb says of an attack ("killed in an attack", "the attack killed four in Fiji")."""
    link, verb = noun.head, noun.head.head if noun.dep_ == "pobj" else noun.head
    if verb.lemma_.lower() not in _HARMING or (noun.dep_ == "pobj" and link.lower_ not in {"in", "by", "during"}):
        return NOBODY
    harmed = [c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass", "dobj"} and c is not noun]
    places = [o for o in objects_of_preposition(verb, "in") if o is not noun]
    return merged(resolver.actors_of(n) for n in harmed) or merged(resolver.actors_of(n) for n in places)


_HARMING = frozenset({"kill", "wound", "injure", "die", "perish", "hurt", "destroy", "damage", "hit", "burn", "maim"})
_HAPPENING = frozenset({"break", "erupt", "flare", "rage", "continue", "resume", "begin", "start", "occur", "happen"})


def _done_to(resolver: Resolver, frame: Frame, noun: Token) -> Found:
    """Whom the act that a verb's noun names was done to ("the lifting of its curbs on Fiji", "of Fijian curbs")."""
    undergone = of_objects(noun)
    places = [p for p in frame.to if p not in {"obj", "dative", "comp", "that", "by", "subj", "of"}]
    beside = merged(
        resolver.actors_of(n)
        for word in (*undergone, noun)
        for place in places
        for n in objects_of_preposition(word, place)
        if not locative(resolver, n, place)
    )
    return beside or merged(resolver.actors_of(o) for o in undergone if not any(c.tag_ == "PRP$" for c in o.children))


def _undergoing(resolver: Resolver, frame: Frame, noun: Token) -> Found:
    """The recipients where the frame says that they stand with the noun."""
    patients = NOBODY
    for place in frame.to:
        if place in {"comp", "that"} and not patients:
            patients = merged(resolver.actors_of(n) for n in _subjects_of_clauses(noun))
        if place in {"obj", "dative", "comp", "that", "by", "subj"}:
            continue
        found = merged(
            resolver.actors_of(n) for n in objects_of_preposition(noun, place) if not locative(resolver, n, place)
        )
        if found:
            patients = merged([patients, found]) if place == "between" else (patients or found)
    return patients


def _one_sided(frame: Frame, agents: Found, patients: Found) -> bool:
    """Whether the words name one side alone of what the noun tells only between two."""
    if frame.type not in {"AID", "COOPERATE", None} or (agents and patients):
        return False
    return len(agents.actors) < 2 and len(patients.actors) < 2


def _against(modifier: Token) -> bool:
    """Whether a modifier is what the act is against ("anti-French protests")."""
    i, doc = modifier.i, modifier.doc
    return i > 1 and doc[i - 1].text in {"-", "‑"} and doc[i - 2].lower_ == "anti"


def _gathered(resolver: Resolver, noun: Token) -> Found:
    """Where people gathered, by the words on the noun or on its verb ("protests broke out in Chad")."""
    places = [o for c in noun.children if c.dep_ == "prep" for o in c.children if o.dep_ == "pobj"]
    nouns = [
        n
        for word in (noun, noun.head, *places)
        for place in ("in", "across")
        for n in objects_of_preposition(word, place)
    ]
    if noun.dep_ == "nsubj" and noun.head.lemma_.lower() in _SPREADING:
        nouns += [c for c in noun.head.children if c.dep_ == "dobj"]
    return merged(found for n in nouns if (found := resolver.actors_of(n)).direct)


_SPREADING = frozenset({"sweep", "hit", "rock", "grip", "shake", "engulf", "paralyse", "paralyze"})
"""What protests do to the country in which they are."""


def _doer(noun: Token) -> Token | None:
    """Who did it where "by" was read with whom it was done to ("the expulsion of Fijian envoys by Samoa")."""
    undergone = [o for c in noun.children if c.dep_ == "prep" for o in c.children if o.dep_ == "pobj"]
    undergone += [
        c for c in noun.children if c.dep_ == "acl" and c.tag_ == "VBN" and c.lemma_.lower() in lexicon().owning
    ]
    return next((by for o in undergone if (by := agent_by(o)) is not None), None)


def _subjects_of_clauses(noun: Token) -> list[Token]:
    """Of whom a demand or a warning speaks: the subject of its clause ("the demand that Fiji pay")."""
    clauses = [c for c in noun.children if c.dep_ in {"acl", "ccomp"} and any(g.dep_ == "mark" for g in c.children)]
    return [c for clause in clauses for c in clause.children if c.dep_ in {"nsubj", "nsubjpass"}]


_ANSWERING = frozenset({"retaliate", "respond", "reply", "answer", "hit", "strike", "react", "counter"})


def _lends_subject(noun: Token, verb: Token) -> bool:
    """Whether the verb's subject does what its object says: "held talks", "engaged in talks", not "at the request"."""
    if noun.dep_ == "pobj":
        if noun.head.lower_ == "with" and verb.lemma_.lower() in _ANSWERING:
            return True
        if noun.head.lower_ == "with":
            return noun.lemma_.lower() in {"promise", "pledge", "agreement", "vow", "threat", "warning", "appeal"}
        return noun.head.lower_ == "in" or (noun.head.lower_ == "into" and verb.lemma_.lower() in lexicon().light)
    return verb.lemma_.lower() in lexicon().light
