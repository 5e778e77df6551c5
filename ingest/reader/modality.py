"""Modality: whether an act happened, is promised, may happen, or did not happen."""

from __future__ import annotations

from spacy.tokens import Token

from graph.claim import MODALITIES, Modality

FUTURE = frozenset({"will", "shall", "wo", "'ll", "would"})
MAY = frozenset({"may", "might", "could", "can", "should"})
PLEDGE = frozenset(
    "agree plan intend promise pledge vow commit undertake schedule expect due aim prepare set decide announce stand-ready "
    "offer resolve arrange ready determine poise concur approve order instruct direct authorise authorize mean bind oblige".split()
)
"""Words whose complement is promised or planned (GUIDE.md, modality `pledged`)."""
POSSIBLE = frozenset(
    "hope want wish seek consider propose ask urge request suggest invite discuss explore mull weigh study look like keen "
    "interested willing open call push press lobby demand encourage tell threaten warn try likely possible able examine "
    "advocate recommend envisage envision contemplate insist require need appeal allow wait welcome".split()
)
"""Words whose complement is only wanted, asked for or weighed (GUIDE.md, modality `possible`)."""
NEGATIVE = frozenset("refuse decline fail deny reject stop avoid rule forget cease oppose abandon halt prevent bar".split())
"""Words whose complement does not happen (GUIDE.md, modality `negated`)."""
COMPLEMENTS = frozenset({"xcomp", "ccomp", "pcomp", "acl", "advcl"})
NO = frozenset({"no", "neither", "nor", "never", "not", "n't", "without", "nobody", "none"})


def modality_of(trigger: Token) -> Modality:
    """The weakest of what the trigger's own auxiliaries and the words that govern it allow."""
    found: Modality = "actual"
    token, hops = trigger, 0
    while hops < 6:
        found = weaker(found, _own(token))
        head = token.head
        if head is token:
            break
        found = weaker(found, _governed(token, head))
        if not _climbs(token, head):
            break
        token, hops = head, hops + 1
    return found


def weaker(a: Modality, b: Modality) -> Modality:
    """The one of two modalities that says less is real."""
    return max(a, b, key=MODALITIES.index)


def negated(token: Token) -> bool:
    """Whether the word itself is denied: "did not meet", "no talks", "has yet to sign"."""
    if any(c.dep_ == "neg" or (c.dep_ in {"det", "preconj", "cc"} and c.lower_ in NO) for c in token.children):
        return True
    if any(c.dep_ == "nsubj" and c.lower_ in {"nobody", "none", "neither", "no-one"} for c in token.children):
        return True
    return any(c.dep_ == "nsubj" and any(g.lower_ in {"no", "neither"} for g in c.children) for c in token.children) and token.pos_ == "VERB"


def _own(token: Token) -> Modality:
    if negated(token):
        return "negated"
    auxiliaries = {c.lower_ for c in token.children if c.dep_ in {"aux", "auxpass"}}
    if auxiliaries & MAY:
        return "possible"
    if auxiliaries & FUTURE:
        return "pledged"
    if any(c.dep_ == "mark" and c.lower_ in {"if", "unless", "whether"} for c in token.children):
        return "possible"
    return "actual"


def _governed(token: Token, head: Token) -> Modality:
    """What the word above makes of its complement."""
    lemma = head.lemma_.lower()
    infinitive = any(c.dep_ == "aux" and c.lower_ == "to" for c in token.children)
    if token.dep_ in COMPLEMENTS and (infinitive or token.dep_ in {"pcomp", "xcomp", "ccomp"}):
        if lemma in NEGATIVE:
            return "negated"
        if lemma == "have" and infinitive and any(c.lower_ == "yet" for c in head.children):
            return "negated"
        if lemma in PLEDGE and (infinitive or token.dep_ == "pcomp"):
            return "pledged"
        if lemma in POSSIBLE and (infinitive or token.dep_ == "pcomp"):
            return "possible"
        if lemma == "be" and infinitive:
            return "pledged"
        if infinitive and token.dep_ in {"acl", "advcl"}:
            return "pledged"
    if token.dep_ in {"dobj", "pobj", "nsubjpass", "attr", "oprd", "conj"}:
        verb = head.head if token.dep_ == "pobj" and head.pos_ == "ADP" else head
        lemma = verb.lemma_.lower()
        if verb.pos_ in {"VERB", "ADJ"}:
            if lemma in {"plan", "schedule", "promise", "pledge", "prepare", "offer", "announce"}:
                return "pledged"
            if lemma in {"want", "seek", "hope", "propose", "consider", "request", "ask", "call", "urge", "suggest", "demand", "discuss", "explore"}:
                return "possible"
            if lemma in {"refuse", "decline", "reject", "deny"}:
                return "negated"
    if any(c.dep_ in {"amod", "compound"} and c.lemma_.lower() in {"planned", "plan", "schedule", "scheduled", "forthcoming", "upcoming", "future"} for c in token.children):
        return "pledged"
    if any(c.dep_ == "amod" and c.lower_ in {"possible", "potential", "proposed", "eventual"} for c in token.children):
        return "possible"
    return "actual"


def _climbs(token: Token, head: Token) -> bool:
    """Whether the reality of `token` depends on that of the word above it."""
    if token.dep_ in {"xcomp", "pcomp"}:
        return True
    if token.dep_ == "conj":
        return not any(c.dep_ in {"aux", "auxpass"} for c in token.children) and token.pos_ == head.pos_
    if token.dep_ in {"dobj", "pobj", "prep", "nsubjpass", "attr", "oprd", "agent"}:
        return True
    if token.dep_ in {"acl", "advcl"}:
        return any(c.dep_ == "aux" and c.lower_ == "to" for c in token.children)
    return False
