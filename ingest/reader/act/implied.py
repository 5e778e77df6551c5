"""Acts that other acts tell: what an answer presupposes, what stopping means, and charges."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ingest.reader.act.act import Act
from ingest.reader.act.frame import Frames, objects_of
from ingest.reader.lexicon import lexicon
from ingest.reader.tree.modality import modality_of
from ingest.reader.tree.role import subject_of
from ingest.reader.tree.syntax import Resolver
from ingest.reader.tree.tree import Token


def ended_by(act: Act, frames: Frames) -> Act | None:
    """The act that stopping another is: help that stops is a sanction, force that stops a retreat."""
    verb = act.trigger.head
    if act.trigger.dep_ != "xcomp" or act.trigger.tag_ != "VBG" or verb.lemma_.lower() not in _STOPPING:
        return None
    opposite = OPPOSITE.get(act.frame.type or "")
    if opposite is None or act.modality != "negated":
        return None
    return replace(act, frame=frames.of_id(opposite), modality=modality_of(verb))


_STOPPING = frozenset({"stop", "cease", "quit", "halt", "suspend", "pause"})
OPPOSITE = {"AID": "sanction", "COOPERATE": "sanction", "CONSULT": "sanction", "SUPPORT": "sanction",
            "CONCEDE": "sanction", "ASSAULT": "retreat", "COERCE": "retreat", "MOBILIZE": "retreat",
            "SANCTION": "concede"}  # fmt: skip
"""What it is to stop an act of each type, by the frame."""


def presupposed(resolver: Resolver, frames: Frames, act: Act) -> Iterator[Act]:
    """What an act answers: the request that is rejected, the sanctions that are lifted; they happened before."""
    if act.trigger.pos_ != "VERB":
        return
    for noun in objects_of(act.trigger):
        frame = frames.of_noun(noun)
        if frame is None or frame.type not in PRESUPPOSED.get(act.frame.type or "", ()):
            continue
        if frame.type == "REQUEST" and act.trigger.lemma_.lower() in _TAKING_BACK:
            continue
        agents, patients = (
            (act.patients, act.agents)
            if act.frame.type in {"REJECT", "SUPPORT"} or frame.type == "REQUEST"
            else (act.agents, act.patients)
        )
        owned = resolver.actors_of(noun).direct and resolver.actors_of(noun)
        if (act.frame.type == "CONCEDE" and (frame.type == "REQUEST" or _imposed(noun))) or (
            owned and set(agents) == set(resolver.actors_of(noun).actors) - set(patients)
        ):
            yield replace(act, frame=frame, agents=agents, patients=patients, modality="actual")


_TAKING_BACK = frozenset({"drop", "withdraw", "abandon", "retract", "rescind", "waive", "renounce", "soften"})
"""What one does with a demand of one's own."""


def _imposed(noun: Token) -> bool:
    """Whether words tell how what is lifted came about ("imposed in 2014", "that it had put on wine")."""
    return any(c.dep_ in {"acl", "relcl"} for c in noun.children)


PRESUPPOSED = {
    "REJECT": frozenset({"REQUEST", "ACCUSE", "THREATEN"}),
    "CONCEDE": frozenset({"SANCTION", "REQUEST"}),
    "SUPPORT": frozenset({"CONCEDE", "AID"}),
}
"""Types that an answer tells of besides itself."""


def charged(resolver: Resolver, act: Act, frames: Frames) -> Act | None:
    """The accusation where the victim of force is who tells of it ("Albania said Serbian snipers had killed two")."""
    if (act.frame.type not in CHARGED and act.frame.id != "advance") or act.modality != "actual":
        return None
    sayer = sayer_of(act.trigger)
    if sayer is None:
        return None
    found = resolver.actors_of(sayer, True)
    if not found or not set(found.actors) & set(act.patients) or set(found.actors) & set(act.agents):
        return None
    frame = frames.of_id("reproach")
    direct = found.direct and (act.direct or act.supplied)
    return replace(act, frame=frame, agents=found.actors, patients=act.agents, direct=direct, supplied=False)


CHARGED = frozenset({"ASSAULT", "COERCE"})


def promised(act: Act, frames: Frames) -> Act | None:
    """The agreement where two only say that they will work together ("it would cooperate with Fiji")."""
    verb = act.trigger
    if act.frame.id != "cooperate" or act.modality != "pledged" or verb.lemma_.lower() not in _VAGUELY:
        return None
    above = verb.head.lemma_.lower() if verb.dep_ == "xcomp" else ""
    if above in _READY or (len(act.agents) > 1 and above not in lexicon().pledge):
        return None
    return replace(act, frame=frames.of_id("agree"), modality="actual")


_READY = frozenset({"ready", "willing", "prepared", "want", "hope"})
_VAGUELY = frozenset({"cooperate", "co-operate", "collaborate", "work", "coordinate", "liaise", "team", "partner"})


def sayer_of(trigger: Token) -> Token | None:
    """Who says the clause that the trigger is in."""
    token = trigger
    for _ in range(4):
        head = token.head
        if head is token:
            return None
        if token.dep_ == "ccomp" and head.lemma_.lower() in _TELLING and head.pos_ == "VERB":
            return subject_of(head)[0]
        if token.dep_ not in {"conj", "xcomp", "dobj", "nsubj"}:
            return None
        token = head
    return None


_TELLING = frozenset({"say", "report", "claim", "state", "declare", "announce", "tell", "add"})
