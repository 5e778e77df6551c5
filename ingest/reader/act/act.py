"""Acts: who did what to whom in one sentence, by frames over its dependency tree."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from graph.claim import Modality
from ingest.reader.act.frame import Frame, Frames, objects_of
from ingest.reader.lexicon import lexicon
from ingest.reader.tree.modality import FUTURE, modality_of, negated, weaker
from ingest.reader.tree.scope import governor_of, scope_of
from ingest.reader.tree.syntax import (
    NOBODY,
    Found,
    Resolver,
    agent_by,
    is_passive,
    merged,
    objects_of_preposition,
    subject_of,
    subject_of_noun,
)
from ingest.reader.tree.tree import Token
from ingest.reader.who.mention import Form

SYMMETRIC = frozenset({"AGREE", "CONSULT", "COOPERATE", None})
"""Types whose acts the actors do together; None is cooperation that no event tells."""


@dataclass(frozen=True, slots=True)
class Act:
    """One act as a sentence tells it; `agents` and `patients` are actors.

    `direct` says whether the words name both sides, `supplied` whether they say nothing of one and discourse must.
    """

    frame: Frame
    trigger: Token
    agents: tuple[str, ...]
    patients: tuple[str, ...]
    modality: Modality
    direct: bool
    scope: frozenset[int]
    supplied: bool = False

    @property
    def actors(self) -> tuple[str, ...]:
        """All actors in the order that the words give them."""
        return tuple(dict.fromkeys((*self.agents, *self.patients)))


def find_acts(resolver: Resolver, frames: Frames) -> list[Act]:
    """The acts of a sentence in the order of their trigger words."""
    doc = resolver.parsed.doc
    acts: list[Act] = []
    taken: set[int] = set()
    for token in doc:
        if resolver.parsed.mention(token) or token.i in taken:
            continue
        if token.pos_ in {"VERB", "AUX"}:
            frame = frames.of_id("reject") if _refuses(token) else frames.of_verb(token)
            if frame is None:
                continue
            taken |= {o.i for o in objects_of(token) if _tells_same(frame, o, token, frames)}
            act = _verb_act(resolver, frame, token)
        elif token.pos_ in {"NOUN", "PROPN"}:
            frame = frames.by_noun.get(token.lemma_.lower())
            if frame is None or token.dep_ in {"compound", "nmod"}:
                continue
            act = _noun_act(resolver, frame, token)
        else:
            continue
        if act is not None and act.agents and act.frame.type is not None:
            resolver.discourse.note_deed(act.frame.id, act.actors if act.frame.both else act.agents)
        if (
            act is not None
            and act.modality in frame.told
            and not _alleged(token)
            and not (frame.explicit and act.supplied)
        ):
            acts.append(act)
            acts += _presupposed(resolver, frames, act)
    return [act for act in acts if not _carried(act, acts)]


def _presupposed(resolver: Resolver, frames: Frames, act: Act) -> Iterator[Act]:
    """What an act answers: the request that is rejected, the sanctions that are lifted; they happened before."""
    if act.trigger.pos_ != "VERB":
        return
    for noun in objects_of(act.trigger):
        frame = frames.by_noun.get(noun.lemma_.lower())
        if frame is None or frame.type not in PRESUPPOSED.get(act.frame.type or "", ()):
            continue
        agents, patients = (act.patients, act.agents) if act.frame.type == "REJECT" else (act.agents, act.patients)
        owned = resolver.actors_of(noun).direct and resolver.actors_of(noun)
        if act.frame.type == "CONCEDE" or (
            owned and set(agents) == set(resolver.actors_of(noun).actors) - set(patients)
        ):
            yield replace(act, frame=frame, agents=agents, patients=patients, modality="actual")


PRESUPPOSED = {"REJECT": frozenset({"REQUEST", "ACCUSE", "THREATEN"}), "CONCEDE": frozenset({"SANCTION"})}
"""Types that an answer tells of besides itself."""


def _refuses(verb: Token) -> bool:
    """Whether "will not" or "would not" refuses what the verb would grant."""
    aux = {c.lower_ for c in verb.children if c.dep_ in {"aux", "auxpass"}}
    if not negated(verb) or not aux & (FUTURE | {"do", "does", "did", "can", "could"}):
        return False
    return verb.lemma_.lower() in (lexicon().acceding if aux & FUTURE else lexicon().accepting)


def _carried(promise: Act, acts: list[Act]) -> bool:
    """Whether a promise is told by the act that it promises: that act is pledged, and nothing is agreed besides.

    "Agreed to meet" is a planned meeting alone; a one-sided promise of a concrete act is that act.
    """
    if promise.frame.type != "AGREE":
        return False
    for act in acts:
        if act is promise or act.modality != "pledged" or act.trigger not in promise.trigger.subtree:
            continue
        if act.frame.type == "CONSULT" or (len(promise.agents) == 1 and act.frame.type in CONCRETE):
            return True
    return False


CONCRETE = frozenset({"AID", "CONCEDE", "RETREAT", "SUPPORT", "SANCTION", "MOBILIZE"})
"""Types whose promise by one side is told by their own row alone (GUIDE.md, events)."""


def _alleged(trigger: Token) -> bool:
    """Whether the act is only what somebody is accused of, or denies: then the accusation is all that happened."""
    token = trigger
    for _ in range(5):
        if token.dep_ not in _EMBEDDED or token.head == token:
            return False
        head = token.head
        if head.lemma_.lower() in lexicon().alleging and head.pos_ in {"VERB", "NOUN"}:
            return token.dep_ != "conj"
        token = head
    return False


_EMBEDDED = frozenset({"pcomp", "pobj", "prep", "xcomp", "ccomp", "dobj", "conj", "acl"})


def _tells_same(frame: Frame, noun: Token, verb: Token, frames: Frames) -> bool:
    """Whether the object noun belongs to the verb's own act ("held talks", "rejected the request")."""
    lemma = noun.lemma_.lower()
    if any(verb.lemma_.lower() in verbs and lemma in nouns for verbs, nouns in frame.combos):
        return True
    other = frames.by_noun.get(lemma)
    if other is None or other.type == "CONSULT" or (frame.type == "ACCUSE" and other.type in DEEDS):
        return False
    return frame.type in {"REJECT", "REQUEST", "ACCUSE", "SUPPORT", "SANCTION"}


DEEDS = frozenset({"ASSAULT", "COERCE", "SANCTION", "MOBILIZE"})
"""Types that have happened where they are condemned."""


def _verb_act(resolver: Resolver, frame: Frame, verb: Token) -> Act | None:
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
    patients = _without(undergone, agents) or _patients(resolver, frame, verb, agents)
    if not agents and patients and subject is not None and not passive and _bare_organ(subject):
        agents = _one(resolver.discourse.partner(patients.actors[0]))
    return _act(resolver, frame, verb, agents, patients, passive)


def _bare_organ(noun: Token) -> bool:
    """Whether an organ of a state acts that no word names: "police stormed the embassy" is the host's police."""
    return noun.lemma_.lower() in lexicon().organs and noun.tag_ in {"NNS", "NN"}


def _patients(resolver: Resolver, frame: Frame, verb: Token, agents: Found) -> Found:
    """The recipients, in the order in which the frame says where they stand; else any actor the phrase names."""
    objects = [c for c in verb.children if c.dep_ in {"dobj", "nsubjpass", "attr", "oprd"}]
    for place in frame.to:
        if place == "between" and len(agents.actors) > 1:
            continue
        found = _without(_at(resolver, verb, objects, place), agents)
        if found:
            return found
    if len(agents.actors) > 1 and (frame.both or frame.type in SYMMETRIC):
        return NOBODY
    for noun in objects:
        found = _without(_named_in(resolver, noun), agents)
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
    return merged(resolver.actors_of(n) for n in nouns if not _locative(resolver, n, place) and not _onlooker(n))


def _onlooker(noun: Token) -> bool:
    """Whether "with N looking on" only says who else was there."""
    return noun.head.lower_ == "with" and any(c.dep_ == "acl" and c.tag_ == "VBG" for c in noun.children)


def _locative(resolver: Resolver, noun: Token, place: str) -> bool:
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
            if found := _named_in(resolver, child):
                return found
    return NOBODY


def _named_in(resolver: Resolver, token: Token) -> Found:
    """All actors that mentions in the subtree name, places left out."""
    out: list[str] = []
    for inner in token.subtree:
        mention = resolver.parsed.mention(inner)
        if mention and not (inner.dep_ == "pobj" and _locative(resolver, inner, inner.head.lower_)):
            out += mention.actors
    return Found(tuple(dict.fromkeys(out)))


def _without(found: Found, agents: Found) -> Found:
    return Found(tuple(a for a in found.actors if a not in agents.actors), found.direct)


def _noun_act(resolver: Resolver, frame: Frame, noun: Token) -> Act | None:
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
            resolver.actors_of(n) for n in objects_of_preposition(noun, place) if not _locative(resolver, n, place)
        )
        if found:
            patients = merged([patients, found]) if place == "between" else (patients or found)
    if not owners:
        owners = _without(merged(resolver.actors_of(n) for n in objects_of_preposition(noun, "of")), patients)
    verb = governor_of(noun)
    if not agents and verb is not None and _lends_subject(noun, verb) and (frame.type == "CONSULT" or not owners):
        subject = subject_of_noun(noun)
        agents = resolver.actors_of(subject, True) if subject is not None else NOBODY
        patients = patients or _beside(resolver, frame, verb)
    if not agents:
        agents = owners
    elif not patients:
        patients = _without(owners, agents)
    if (agents and not agents.direct) or not (agents or patients):
        return None
    if (
        frame.type in {"AID", "COOPERATE", None}
        and not (agents and patients)
        and len(agents.actors) < 2
        and len(patients.actors) < 2
    ):
        return None
    return _act(resolver, frame, noun, agents, _without(patients, agents), False)


def _subjects_of_clauses(noun: Token) -> list[Token]:
    """Of whom a demand or a warning speaks: the subject of its clause ("the demand that Fiji pay")."""
    clauses = [c for c in noun.children if c.dep_ in {"acl", "ccomp"} and any(g.dep_ == "mark" for g in c.children)]
    return [c for clause in clauses for c in clause.children if c.dep_ in {"nsubj", "nsubjpass"}]


def _lends_subject(noun: Token, verb: Token) -> bool:
    """Whether the verb's subject does what its object says: "held talks", "engaged in talks", not "at the request"."""
    if noun.dep_ == "pobj":
        return noun.head.lower_ == "in" or (noun.head.lower_ == "into" and verb.lemma_.lower() in lexicon().light)
    return verb.lemma_.lower() in lexicon().light


def _beside(resolver: Resolver, frame: Frame, verb: Token) -> Found:
    for place in frame.to:
        found = merged(
            resolver.actors_of(n) for n in objects_of_preposition(verb, place) if not _locative(resolver, n, place)
        )
        if found:
            return found
    return NOBODY


def _act(resolver: Resolver, frame: Frame, trigger: Token, agents: Found, patients: Found, passive: bool) -> Act | None:
    """The act with what discourse supplies for a side that the words leave out; None where nobody is named at all."""
    symmetric = frame.both or frame.type in SYMMETRIC
    if not agents and not patients:
        return None
    direct, supplied, told = agents.direct and patients.direct and bool(agents), False, True
    if not agents and not symmetric and passive:
        agents, supplied = _one(resolver.discourse.partner(patients.actors[0], resolver.before(trigger))), True
        told = False
    if not patients and _spoken_to(resolver, trigger):
        return None
    if not patients and not (symmetric and len(agents.actors) > 1):
        told = False
        patients, supplied = _one(_supplied(resolver, trigger, agents)), not _only_other(resolver, agents)
    if len({*agents.actors, *patients.actors}) < 2 or (not symmetric and not (agents and patients)):
        return None
    modality: Modality = "actual" if frame.id == "reject" and _refuses(trigger) else modality_of(trigger)
    if frame.type in PROMISED and trigger.pos_ == "VERB" and trigger.lemma_.lower() in lexicon().planning:
        modality = weaker(modality, "pledged")
    if frame.modality:
        modality = weaker(modality, frame.modality)
    direct = direct and told
    return Act(frame, trigger, agents.actors, patients.actors, modality, direct, scope_of(trigger), supplied)


def _spoken_to(resolver: Resolver, trigger: Token) -> bool:
    """Whether the words name a recipient who is no other actor: "told reporters", "ordered its ministers"."""
    for child in trigger.children:
        if child.dep_ in {"dobj", "dative"} and resolver.parsed.mention(child) is None:
            lemma = child.lemma_.lower()
            if lemma in lexicon().private or (lemma in lexicon().organs and resolver.actors_of(child)):
                return True
    return False


PROMISED = frozenset({"AID", "COOPERATE", "CONCEDE", "RETREAT"})
"""Types whose promise keeps its type (GUIDE.md, events)."""


def _only_other(resolver: Resolver, agents: Found) -> bool:
    """Whether the sentence names just one actor besides the agents: then it is who is meant."""
    named = {a for m in resolver.parsed.mention_at.values() for a in m.actors}
    return len(named - set(agents.actors)) == 1


def _one(actor: str | None) -> Found:
    return Found((actor,) if actor else (), False)


def _supplied(resolver: Resolver, trigger: Token, agents: Found) -> str | None:
    """The other side where the words name none: in the clause, before it, after it, or in focus."""
    if not agents.actors:
        return None
    own = set(agents.actors)
    parsed = resolver.parsed
    inside = [a for i, m in sorted(parsed.mention_at.items()) if parsed.doc[i] in trigger.subtree for a in m.actors]
    for group in (inside, list(resolver.before(trigger))):
        for actor in group:
            if actor not in own:
                return actor
    return resolver.discourse.partner(agents.actors[0])
