"""Acts: who did what to whom in one sentence, and what discourse supplies of it."""

from __future__ import annotations

from dataclasses import dataclass

from graph.claim import Modality
from ingest.reader.act.frame import Frame
from ingest.reader.lexicon import lexicon
from ingest.reader.tree.modality import FUTURE, modality_of, negated, weaker
from ingest.reader.tree.role import objects_of_preposition
from ingest.reader.tree.scope import scope_of
from ingest.reader.tree.syntax import Found, Resolver
from ingest.reader.tree.tree import Token

SYMMETRIC = frozenset({"AGREE", "CONSULT", "COOPERATE", None})
"""Types whose acts the actors do together; None is cooperation that no event tells."""


@dataclass(frozen=True, slots=True)
class Act:
    """One act as a sentence tells it; `agents` and `patients` are actors.

    `direct` says whether the words name both sides, `supplied` whether they say nothing of one and discourse must,
    `mutual` whether the agents do it to each other.
    """

    frame: Frame
    trigger: Token
    agents: tuple[str, ...]
    patients: tuple[str, ...]
    modality: Modality
    direct: bool
    scope: frozenset[int]
    supplied: bool = False
    mutual: bool = False

    @property
    def actors(self) -> tuple[str, ...]:
        """All actors in the order that the words give them."""
        return tuple(dict.fromkeys((*self.agents, *self.patients)))


def completed(
    resolver: Resolver, frame: Frame, trigger: Token, agents: Found, patients: Found, passive: bool
) -> Act | None:
    """The act with what discourse supplies for a side that the words leave out; None where nobody is named at all."""
    symmetric = frame.both or frame.type in SYMMETRIC
    if not agents and not patients:
        return None
    direct, supplied, told = agents.direct and patients.direct and bool(agents), False, True
    mutual = len(agents.actors) > 1 and not patients and not symmetric and (frame.mutual or _reciprocal(trigger))
    if not agents and not symmetric and passive:
        agents, supplied = one(resolver.discourse.partner(patients.actors[0], resolver.before(trigger))), True
        told = False
    alone = mutual or (symmetric and len(agents.actors) > 1)
    if not patients and (
        (frame.type != "MOBILIZE" and not (alone and symmetric) and _spoken_to(resolver, frame, trigger))
        or (not alone and _elsewhere(resolver, frame, trigger))
    ):
        return None
    if not patients and not alone:
        told = False
        patients, supplied = (
            one(_supplied(resolver, trigger, agents)),
            (frame.type in FORCE and trigger.lemma_.lower() not in _ABROAD) or not _only_other(resolver, agents),
        )
    if len({*agents.actors, *patients.actors}) < 2 or (not (symmetric or mutual) and not (agents and patients)):
        return None
    direct, modality = direct and told, reality_of(frame, trigger)
    return Act(frame, trigger, agents.actors, patients.actors, modality, direct, scope_of(trigger), supplied, mutual)


def reality_of(frame: Frame, trigger: Token) -> Modality:
    """The modality of an act of `frame` that `trigger` tells: what verbs of promising tell is only promised."""
    modality: Modality = "actual" if frame.id == "reject" and refuses(trigger) else modality_of(trigger)
    if frame.type in PROMISED and trigger.pos_ == "VERB" and trigger.lemma_.lower() in lexicon().planning:
        modality = weaker(modality, "pledged")
    return weaker(modality, frame.modality) if frame.modality else modality


def refuses(verb: Token) -> bool:
    """Whether "will not" or "would not" refuses what the verb would grant."""
    aux = {c.lower_ for c in verb.children if c.dep_ in {"aux", "auxpass"}}
    if not negated(verb) or not aux & (FUTURE | {"do", "does", "did", "can", "could"}):
        return False
    if any(c.dep_ == "dobj" and c.lower_ == "place" for c in verb.children):
        return False
    return verb.lemma_.lower() in (lexicon().acceding if aux & FUTURE else lexicon().accepting)


def _reciprocal(trigger: Token) -> bool:
    """Whether the words say that each does it to the other ("accused each other", "traded threats")."""
    verb = trigger.head if trigger.pos_ == "NOUN" and trigger.dep_ == "dobj" else trigger
    if verb.lemma_.lower() in {"exchange", "trade", "swap"}:
        return True
    if any(t.lower_ in {"each", "both"} and t.i < verb.i for t in verb.subtree):
        return any(c.lower_ == "other" for c in verb.children)
    return any(t.lower_ in {"mutual", "mutually", "reciprocal"} or _each_other(t) for t in verb.subtree)


def _each_other(word: Token) -> bool:
    following = word.doc[word.i + 1].lower_ if word.i + 1 < len(word.doc) else ""
    return (word.lower_, following) in {("each", "other"), ("one", "another")}


def _spoken_to(resolver: Resolver, frame: Frame, trigger: Token) -> bool:
    """Whether the words name a recipient who is no other actor: "told reporters", "cheered soldiers"."""
    for child in trigger.children:
        if child.dep_ in {"dobj", "dative"} and resolver.parsed.mention(child) is None:
            lemma = child.lemma_.lower()
            bare = child.tag_ == "NNS" and not any(c.dep_ in {"det", "poss", "amod"} for c in child.children)
            if lemma in lexicon().domestic or (frame.type == "SUPPORT" and bare and lemma in lexicon().troops):
                return True
            if frame.type == "ASSAULT" and lemma in _PLACES:
                continue
            if lemma in lexicon().private or (lemma in lexicon().organs and resolver.actors_of(child)):
                return True
    return False


def _elsewhere(resolver: Resolver, frame: Frame, trigger: Token) -> bool:
    """Whether the words name a recipient whom nothing here knows ("the raid on Qana")."""
    places = [p for p in frame.to if p not in {"in", "at", "by", "from"}]
    named = [o for p in places for o in objects_of_preposition(trigger, p)] if frame.explicit else []
    return any(
        o.pos_ == "PROPN" and o.text not in lexicon().not_names and not resolver.parsed.mention(o) for o in named
    )


MOVING = frozenset({"MOBILIZE", "RETREAT"})
"""Types of what a state does with its forces ("troops were sent to the border with Fiji")."""

FORCE = frozenset({"ASSAULT", "COERCE", "PROTEST"})
"""Types of what a state also does at home: who else the sentence names need not be whom it is done to."""

_PLACES = frozenset({"town", "city", "village", "market", "university", "coast", "museum", "bank"})
"""What is hit wherever it stands."""
_ABROAD = frozenset({"incursion", "invasion", "intrusion", "annexation"})
"""Force that no state uses at home: the only other country that a sentence names suffers it."""

PROMISED = frozenset({"AID", "COOPERATE", "CONCEDE", "RETREAT"})
"""Types whose promise keeps its type (GUIDE.md, events)."""


def _only_other(resolver: Resolver, agents: Found) -> bool:
    """Whether the sentence names just one actor besides the agents: then it is who is meant."""
    named = {a for m in resolver.parsed.mention_at.values() for a in m.actors}
    return len(named - set(agents.actors)) == 1


def gapped(resolver: Resolver, token: Token) -> Token | None:
    """The subject of a clause whose verb is left out ("Fiji sent tents, and Samoa food"); `token` is joined to it."""
    if token.dep_ != "conj" or token.head.pos_ != "VERB" or token.pos_ not in {"PROPN", "NOUN"}:
        return None
    subjects = (token, *(c for c in token.children if c.dep_ in {"nsubj", "nmod", "compound"}))
    return next((t for t in subjects if resolver.parsed.mention(t)), None)


def one(actor: str | None) -> Found:
    return Found((actor,) if actor else (), False)


def _supplied(resolver: Resolver, trigger: Token, agents: Found) -> str | None:
    """The other side where the words name none: in the clause, before it, after it, or in focus."""
    if not agents.actors:
        return None
    own = set(agents.actors)
    parsed = resolver.parsed
    gaps = [t for c in trigger.children if gapped(resolver, c) is not None for t in c.subtree]
    below = [t for t in trigger.subtree if t not in gaps]
    told = [(parsed.doc[i], m.actors) for i, m in sorted(parsed.mention_at.items())]
    inside = [a for t, actors in told if t in below and not _aside(t, trigger) for a in actors]
    for group in (inside, list(resolver.before(trigger))):
        for actor in group:
            if actor not in own:
                return actor
    other = resolver.discourse.partner(agents.actors[0])
    return None if any(other in actors and _aside(t, trigger) for t, actors in told) else other


def _aside(token: Token, trigger: Token) -> bool:
    """Whether a name in the phrase of the act only says where ("militants near the border with Fiji")."""
    while token is not trigger and token.head is not token:
        if token.dep_ == "prep" and token.lower_ in {"near", "outside", "off"}:
            return True
        token = token.head
    return False
