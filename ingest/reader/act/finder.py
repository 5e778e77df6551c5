"""The acts of one sentence, by frames over its dependency tree."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.reader.act.act import Act, refuses
from ingest.reader.act.frame import Frame, Frames, objects_of
from ingest.reader.act.implied import charged, ended_by, presupposed, promised
from ingest.reader.act.joint import joint_act
from ingest.reader.act.nominal import noun_act
from ingest.reader.act.verbal import verb_act
from ingest.reader.lexicon import lexicon
from ingest.reader.tree.parse import Parsed
from ingest.reader.tree.role import agent_by, objects_of_preposition, subject_of
from ingest.reader.tree.syntax import Resolver, lemma_of
from ingest.reader.tree.tree import Token
from ingest.reader.who.mention import Form, Mention


def find_acts(resolver: Resolver, frames: Frames) -> list[Act]:
    """The acts of a sentence in the order of their trigger words."""
    doc = resolver.parsed.doc
    acts: list[Act] = []
    taken: set[int] = set()
    for token in doc:
        if resolver.parsed.mention(token) or token.i in taken:
            continue
        if _enacts(token):
            continue
        if token.pos_ in {"VERB", "AUX"}:
            frame = frames.of_id("reject") if refuses(token) else _frame_of(token, frames, resolver.parsed)
            if frame is None:
                continue
            taken |= {o.i for o in objects_of(token) if _tells_same(frame, o, token, frames)}
            act = verb_act(resolver, frame, token)
        elif token.pos_ in {"NOUN", "PROPN"}:
            frame = frames.of_noun(token)
            if token.dep_ in {"compound", "nmod"}:
                continue
            act = noun_act(resolver, _of_state(resolver, frame, token, frames), token) if frame else None
            act = act or joint_act(resolver, frames, token)
        else:
            continue
        if act is not None and act.agents and act.frame.type is not None:
            resolver.discourse.note_deed(act.frame.id, act.actors if act.frame.both else act.agents)
        if act is not None:
            act = ended_by(act, frames) or charged(resolver, act, frames) or promised(act, frames) or act
        if (
            act is not None
            and act.modality in act.frame.told
            and not _alleged(token)
            and not (act.frame.explicit and act.supplied)
        ):
            acts.append(act)
            acts += presupposed(resolver, frames, act)
    return [act for act in acts if not _carried(act, acts) and not _wanted(act, acts)]


def _enacts(token: Token) -> bool:
    """Whether a law is signed, not a document with others ("signed a bill", "the signing of curbs into law")."""
    if token.lemma_.lower() not in {"sign", "signing", "signature"}:
        return False
    signed = [*objects_of(token), *objects_of_preposition(token, "of")]
    into = [o for o in (token, *signed) if any(n.lower_ == "law" for n in objects_of_preposition(o, "into"))]
    return bool(into) or any(o.lemma_.lower() in lexicon().statutes for o in signed)


def _frame_of(verb: Token, frames: Frames, parsed: Parsed) -> Frame | None:
    """The frame of a verb; crowds, troops and all that fights have some of their own."""
    subject, passive = subject_of(verb)
    agent = agent_by(verb) if passive else subject
    if agent is not None:
        for sort in _sorts_of(agent, parsed):
            if frame := frames.of_agent[sort].of_verb(verb):
                return frame
    return frames.of_verb(verb) or _of_people(verb, frames, parsed)


def _of_people(verb: Token, frames: Frames, parsed: Parsed) -> Frame | None:
    """The frame of what is done to people whom only their country names ("held two Canadians")."""
    for noun in objects_of(verb):
        mention = parsed.mention(noun)
        if mention is not None and mention.form is Form.DEMONYM:
            return frames.by_combo.get((verb.lemma_.lower(), "citizen"))
    return None


def _of_state(resolver: Resolver, frame: Frame, noun: Token, frames: Frames) -> Frame:
    """The frame of a protest that a government makes: a complaint ("Ankara's protest at a speech")."""
    owners = (resolver.parsed.mention(c) for c in noun.children if c.dep_ == "poss")
    if frame.type == "PROTEST" and noun.lower_ == "protest" and any(m and m.form in _OFFICES for m in owners):
        return frames.of_id("accuse")
    return frame


_OFFICES = frozenset({Form.SEAT, Form.METONYM, Form.LEADER})


def _sorts_of(agent: Token, parsed: Parsed) -> Iterator[str]:
    lemma, mention = lemma_of(agent), parsed.mention(agent)
    if lemma in lexicon().troops:
        yield "troops"
    described = {c.lower_ for c in agent.children if c.dep_ in {"amod", "compound"}}
    if lemma in lexicon().forces or (lemma == "man" and "armed" in described):
        yield "forces"
    if (lemma in lexicon().helpers and agent.tag_ == "NNS") or described & lexicon().helping:
        yield "helpers"
    if lemma in lexicon().crowds | lexicon().civilians or (mention is not None and _are_people(agent, mention)):
        yield "crowd"


def _are_people(agent: Token, mention: Mention) -> bool:
    """Whether a country's word means its people ("Danes", "Vietnamese took to the streets")."""
    alone = mention.form is Form.ADJECTIVE and agent.dep_ in {"nsubj", "agent", "pobj"} and agent.pos_ != "ADJ"
    return mention.form is Form.DEMONYM or alone


def _wanted(act: Act, acts: list[Act]) -> bool:
    """Whether an act is only what another demands or threatens: then that is all that happened."""
    return (
        act.modality in {"possible", "pledged"}
        and act.frame.type != "CONSULT"
        and (
            any(
                other is not act
                and other.frame.type in {"REQUEST", "THREATEN"}
                and other.trigger in act.trigger.ancestors
                for other in acts
            )
            or any(a.pos_ == "NOUN" and a.lemma_.lower() in _WANTS for a in act.trigger.ancestors)
        )
    )


_WANTS = frozenset({"demand", "request", "appeal", "plea", "ultimatum"})


def _carried(promise: Act, acts: list[Act]) -> bool:
    """Whether a promise is told by the act that it promises: that act is pledged, and nothing is agreed besides.

    "Agreed to meet" is a planned meeting alone; a one-sided promise of a concrete act is that act.
    """
    if promise.frame.type != "AGREE":
        return False
    for act in acts:
        if act is promise or act.modality in {"actual", "negated"} or act.trigger not in promise.trigger.subtree:
            continue
        if promise.frame.id == "ready" and act.frame.type is not None:
            return True
        if act.modality != "pledged" or any(c.dep_ == "conj" and c.pos_ == "VERB" for c in act.trigger.children):
            continue
        if act.frame.type == "CONSULT" or (len(promise.agents) == 1 and act.frame.type in CONCRETE):
            return True
    return False


CONCRETE = frozenset({"AID", "CONCEDE", "RETREAT", "SUPPORT", "SANCTION", "MOBILIZE"})
"""Types whose promise by one side is told by their own row alone (GUIDE.md, events)."""


def _alleged(trigger: Token) -> bool:
    """Whether the act is only what somebody is accused of, or denies: then the accusation is all that happened."""
    if any(c.dep_ == "amod" and c.lower_ in _DOUBTED for c in trigger.children):
        return True
    token = trigger
    for _ in range(5):
        if token.dep_ not in _EMBEDDED or token.head == token:
            return False
        head = token.head
        if head.lemma_.lower() in lexicon().alleging and head.pos_ in {"VERB", "NOUN"}:
            return token.dep_ != "conj"
        token = head
    return False


_DOUBTED = frozenset({"alleged", "suspected", "purported", "supposed", "claimed", "reported", "unproven", "imagined"})
_EMBEDDED = frozenset({"pcomp", "pobj", "prep", "xcomp", "ccomp", "dobj", "conj", "acl"})


def _tells_same(frame: Frame, noun: Token, verb: Token, frames: Frames) -> bool:
    """Whether the object noun belongs to the verb's own act ("held talks", "rejected the request")."""
    lemma = noun.lemma_.lower()
    other = frames.by_noun.get(lemma)
    if frame.type == "RETREAT" and other is not None and other.type in DEEDS:
        return False
    if any(verb.lemma_.lower() in verbs and lemma in nouns for verbs, nouns in frame.combos):
        return True
    if other is None or other.type == "CONSULT" or (frame.type == "ACCUSE" and other.type in DEEDS):
        return False
    return frame.type in {"REJECT", "REQUEST", "ACCUSE", "SUPPORT", "SANCTION"}


DEEDS = frozenset({"ASSAULT", "COERCE", "SANCTION", "MOBILIZE"})
"""Types that have happened where they are condemned."""
