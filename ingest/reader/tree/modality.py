"""Modality: whether an act happened, is promised, may happen, or did not happen."""

from __future__ import annotations

from graph.claim import MODALITIES, Modality
from ingest.reader.lexicon import lexicon
from ingest.reader.tree.tree import Token

FUTURE = frozenset({"will", "shall", "wo", "'ll", "would"})
MAY = frozenset({"may", "might", "could", "can", "should"})
OBJECTS = frozenset({"dobj", "pobj", "nsubjpass", "attr", "oprd", "conj"})
SETTING = frozenset({"in", "at", "during", "after", "before", "since", "following", "until", "by", "amid"})
"""Prepositions that say when or where, not what is wanted or planned."""
BESIDE = frozenset({"by", "after", "before", "since", "upon", "through", "despite", "following", "without"})
"""Prepositions whose gerund is beside the verb, not what it is about ("opened a new page by signing")."""
GATHERING = frozenset({"meet", "join", "gather", "convene", "assemble", "sit", "reconvene", "appear"})
SIGNING = frozenset({"sign", "initial", "ink", "seal", "conclude", "exchange"})
"""Of those who came together to sign, the signing is told as done ("met in Lima to sign a treaty")."""
COMPLEMENTS = frozenset({"xcomp", "ccomp", "pcomp", "acl", "advcl", "relcl"})
OVER = frozenset({"conclusion", "end", "completion", "success", "failure", "result", "outcome", "collapse", "signing"})
"""Nouns of what is over when it is announced."""
NO = frozenset({"no", "neither", "nor", "never", "not", "n't", "without", "nobody", "none"})


def modality_of(trigger: Token) -> Modality:
    """The weakest of what the trigger's own auxiliaries and the words that govern it allow."""
    found: Modality = "actual"
    token, hops = trigger, 0
    while hops < 6:
        found = weaker(found, _own(token))
        head = token.head
        if head == token:
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
    if any(c.dep_ == "neg" or (c.dep_ in {"det", "preconj", "cc"} and c.lower_ in NO) for c in _denying(token)):
        return True
    subjects = [c for c in token.children if c.dep_ in {"nsubj", "nsubjpass"}]
    if any(c.lower_ in {"nobody", "none", "neither", "no-one", "nothing"} for c in subjects):
        return True
    return token.pos_ in {"VERB", "AUX"} and any(g.lower_ in {"no", "neither"} for c in subjects for g in c.children)


def _denying(token: Token) -> list[Token]:
    """The word's dependents but for the "not" of "not only" and the "no" of "no more than"."""
    doc = token.doc
    following = {"not": {"only", "just"}, "no": {"more", "less", "fewer"}}
    return [
        c for c in token.children if not (c.i + 1 < len(doc) and doc[c.i + 1].lower_ in following.get(c.lower_, ()))
    ]


def _own(token: Token) -> Modality:
    if negated(token):
        return "negated"
    auxiliaries = {c.lower_ for c in token.children if c.dep_ in {"aux", "auxpass"}}
    if "would" in auxiliaries and "have" in auxiliaries:
        return "negated"
    if auxiliaries & MAY:
        return "possible"
    if auxiliaries & FUTURE:
        return "pledged"
    if any(c.dep_ == "mark" and c.lower_ in {"if", "unless", "whether"} for c in token.children):
        return "possible"
    return "actual"


def _governed(token: Token, head: Token) -> Modality:
    """What the word above makes of its complement or object, and what adjectives say of it."""
    infinitive = any(c.dep_ == "aux" and c.lower_ == "to" for c in token.children)
    if token.dep_ in COMPLEMENTS and (found := _of_complement(token, head, infinitive)):
        return found
    if token.dep_ in OBJECTS and token.pos_ not in {"VERB", "AUX"} and (found := _of_object(token, head)):
        return found
    described = {c.lemma_.lower() for c in token.children if c.dep_ in {"amod", "compound"}}
    described |= {c.lower_ for c in token.children if c.dep_ == "amod"}
    if described & lexicon().planned:
        return "pledged"
    talked = any(c.dep_ == "amod" and c.tag_ == "VBN" and c.lemma_.lower() in lexicon().wishing for c in token.children)
    return "possible" if talked or described & lexicon().eventual else "actual"


def _of_complement(token: Token, head: Token, infinitive: bool) -> Modality | None:
    if token.dep_ == "pcomp" and head.pos_ == "ADP":
        if head.lower_ in BESIDE:
            return None
        head = head.head
    lemma = head.lemma_.lower()
    if head.pos_ == "NOUN" and infinitive and head.dep_ in {"dobj", "nsubjpass"} and _undone(head.head):
        return "negated"
    if head.pos_ == "NOUN" and lemma in lexicon().possible and any(c.lower_ == "that" for c in token.children):
        return "possible"
    if not infinitive and token.dep_ not in {"pcomp", "xcomp", "ccomp"}:
        return None
    if token.tag_ == "VBG" and lemma in lexicon().weighing and not any(c.dep_ == "nsubj" for c in token.children):
        return "possible"
    if lemma in lexicon().negative or (
        lemma == "have" and infinitive and any(c.lower_ in {"yet", "still"} for c in head.children)
    ):
        return "negated"
    if not infinitive and token.dep_ != "pcomp":
        return "possible" if _subjunctive(token) and lemma in lexicon().possible else None
    if infinitive and lemma == "go" and any(c.dep_ == "aux" for c in head.children):
        return "pledged"
    if lemma in lexicon().pledge:
        return "pledged"
    if lemma in lexicon().possible:
        return "possible"
    if token.dep_ == "advcl" and lemma in GATHERING and head.tag_ == "VBD" and token.lemma_.lower() in SIGNING:
        return None
    return "pledged" if infinitive and (lemma == "be" or token.dep_ in {"acl", "advcl", "relcl"}) else None


def _undone(verb: Token) -> bool:
    """Whether the decision or offer that a verb is about comes to nothing ("turned down", "dropped")."""
    down = verb.lemma_.lower() == "turn" and any(c.lower_ == "down" for c in verb.children)
    return down or verb.lemma_.lower() in _UNDOING | lexicon().refusing


_CALLS = frozenset({"demand", "call", "appeal", "plea", "request", "proposal", "bid", "plan", "hope", "need"})
"""Nouns that ask for what follows "for"."""
_UNDOING = frozenset({"reverse", "overturn", "rescind", "abandon", "drop", "cancel", "shelve", "scrap", "retract"})
"""What is done to a decision or threat that comes to nothing."""


def _subjunctive(token: Token) -> bool:
    """Whether a clause only says what should be ("proposed that flights be restored")."""
    helper = next((c for c in token.children if c.dep_ in {"aux", "auxpass"}), token)
    return token.dep_ == "ccomp" and helper.tag_ == "VB"


def _of_object(token: Token, head: Token) -> Modality | None:
    if token.dep_ == "pobj" and head.lower_ in SETTING:
        return None
    if token.dep_ == "pobj" and head.lower_ == "for" and head.head.pos_ == "NOUN" and head.head.lemma_ in _CALLS:
        return "possible"
    verb = head.head if token.dep_ == "pobj" and head.pos_ == "ADP" else head
    if verb.pos_ not in {"VERB", "ADJ"}:
        return None
    lemma = verb.lemma_.lower()
    if lemma in lexicon().planning:
        over = lemma == "announce" and token.lemma_.lower() in OVER
        return None if over else "pledged"
    if lemma in lexicon().wishing:
        return "possible"
    return "negated" if lemma in lexicon().refusing else None


def _climbs(token: Token, head: Token) -> bool:
    """Whether the reality of `token` depends on that of the word above it."""
    if token.dep_ in {"xcomp", "pcomp"} or _subjunctive(token):
        return True
    if token.dep_ == "conj":
        own = {c.lower_ for c in token.children if c.dep_ in {"aux", "auxpass"}}
        return own <= {"to"} and token.pos_ == head.pos_
    if token.dep_ in {"dobj", "pobj", "prep", "nsubjpass", "attr", "oprd", "agent"}:
        return True
    if token.dep_ in {"acl", "advcl", "relcl"}:
        return any(c.dep_ == "aux" and c.lower_ == "to" for c in token.children)
    return False
