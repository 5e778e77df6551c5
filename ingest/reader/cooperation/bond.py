"""Bonds: what ties a pair in a sector, and how far; and what frames and words say of that."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from graph.claim import AgreementStatus, CooperationStatus, Modality, Pair
from ingest.reader.act.frame import Frame
from ingest.reader.lexicon import lexicon
from ingest.reader.tree.polarity import frame_of
from ingest.reader.tree.tree import Token

ISSUES = frozenset({"defence", "governance", "justice", "security", "culture", "finance", "nonproliferation"})
"""Sectors whose words are seldom goods or works: by themselves they tell no cooperation."""
SETTLING = frozenset({"agree", "sign"})
"""Frames of what talks end in, which tells more than that they were held."""


@dataclass(frozen=True, slots=True)
class Bond:
    """Pairs that a sector word binds, how far, and the rule that says so."""

    pairs: tuple[Pair, ...]
    sector: str
    status: CooperationStatus
    trigger: Token
    rule: str
    direct: bool


def status_of(base: CooperationStatus | None, modality: Modality) -> CooperationStatus | None:
    """Its own status when actual, `agreed` when promised, `proposed` when only possible."""
    if base is None or modality == "negated":
        return None
    if modality == "actual":
        return base
    if base == "ended":
        return None
    if modality == "pledged":
        return "agreed" if base != "proposed" else "proposed"
    return "proposed"


def base_of(frame: Frame, trigger: Token | None = None) -> CooperationStatus | None:
    """The status that an act of the frame, told by `trigger`, gives when it is actual; what is planned is agreed."""
    if frame.id == "wish" and trigger is not None and trigger.lemma_.lower() in {"plan", "intend"}:
        return "agreed"
    if frame.type == "SANCTION":
        return None
    return BASES.get(frame.type or "", frame.cooperation)


BASES: dict[str, CooperationStatus] = {"REQUEST": "proposed", "CONCEDE": "active"}
"""What is asked for is proposed; what is let in again is active."""


AGREED: dict[AgreementStatus, CooperationStatus] = {
    "proposed": "proposed",
    "under_negotiation": "proposed",
    "agreed": "agreed",
    "signed": "active",
    "ratified": "active",
    "in_force": "active",
    "suspended": "ended",
    "terminated": "ended",
}
"""How far what an agreement holds stands; signed is active even before it takes effect (GUIDE.md, cooperation)."""


_HOPS = 3


def only_offered(trigger: Token) -> bool:
    """Whether the act is what somebody only offers, or is ready, to do ("offered to share", "stood ready to help")."""
    word, hops = trigger, 0
    while word.dep_ in {"xcomp", "acl", "advcl", "ccomp"} and hops < _HOPS:
        word, hops = word.head, hops + 1
        if word.lemma_.lower() in OFFERING:
            return True
    return False


OFFERING = frozenset({"offer", "ready", "readiness", "willing", "willingness", "prepared", "preparedness"})
"""Words whose infinitive waits for the other side's answer."""


def only_studied(chain: Sequence[Token], trigger: Token) -> bool:
    """Whether what the act settles is only to look into the word's matter ("agreed to study a rail link")."""
    if trigger not in chain:
        return False
    within = chain[1 : chain.index(trigger) + 1]
    looks = (w for w in within if w.lemma_.lower() == "look" and any(c.lower_ in {"into", "at"} for c in w.children))
    return any(w.lemma_.lower() in STUDYING and w != trigger for w in within) or next(looks, None) is not None


STUDYING = frozenset(
    {"explore", "study", "examine", "consider", "mull", "weigh", "assess", "investigate", "possibility", "feasibility"}
)
"""Words of what is only looked into."""


def proposes(word: Token) -> bool:
    """Whether a request is for something to be done together, not a demand that another behave."""
    lemma = word.lemma_.lower()
    if lemma in lexicon().proposing or (lemma == "ask" and any(c.lower_ == "for" for c in word.children)):
        return True
    wanted = [c for c in word.children if c.dep_ in {"xcomp", "ccomp", "advcl"} and c.pos_ == "VERB"]
    return any((f := frame_of(c)) is not None and f.cooperation == "active" for c in wanted)


def is_over(verb: Token) -> bool:
    """Whether a past act lasted until a year that is told, or is no longer done."""
    if any(c.lower_ == "longer" for c in verb.children) and any(t.lower_ in {"no", "any"} for t in verb.subtree):
        return True
    return verb.tag_ in {"VBD", "VBN"} and any(
        c.lower_ == "until" and any(g.text.isdigit() for g in c.children) for c in verb.children
    )


def past_perfect(verb: Token) -> bool:
    return any(c.dep_ == "aux" and c.lower_ == "had" for c in verb.children)


def ties(word: Token) -> bool:
    """Whether a noun names cooperation or a document ("training", "agreement")."""
    frame = frame_of(word)
    return word.pos_ in {"NOUN", "PROPN"} and (
        word.lemma_.lower() in lexicon().document or (frame is not None and frame.cooperation == "active")
    )


def shared(chain: list[Token]) -> bool:
    """Whether words about a sector word say that it is done together ("joint patrols", "training")."""
    return any(ties(w) or any(c.lower_ in lexicon().shared for c in w.children) for w in chain)
