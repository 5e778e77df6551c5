"""Completions: what must stand with a verb for a guarded frame to be told by it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import pairwise

from ingest.reader.lexicon import lexicon
from ingest.reader.tree.tree import Token


def completed_by(verb: Token, what: str) -> bool:
    """Whether the verb has the completion `what`: a named one, or that preposition, particle or conjunction."""
    if what in COMPLETIONS:
        return COMPLETIONS[what](verb)
    return _beside(verb, what) or any(
        c.dep_ in _CLAUSES and any(g.dep_ == "mark" and g.lower_ == what for g in c.children) for c in verb.children
    )


_CLAUSES = frozenset({"xcomp", "ccomp", "advcl", "acl"})


def _beside(verb: Token, word: str) -> bool:
    return any(c.dep_ in {"prep", "prt"} and c.lower_ == word for c in verb.children)


def _clauses(verb: Token) -> list[Token]:
    return [c for c in verb.children if c.dep_ == "ccomp"]


def _infinitive(verb: Token) -> bool:
    return any(
        c.dep_ in _CLAUSES and any(g.dep_ == "aux" and g.lower_ == "to" for g in c.children) for c in verb.children
    )


def _statement(verb: Token) -> bool:
    asking = {"whether", "if", "how", "why", "what"}
    return any(not any(g.lower_ in asking for g in c.children) for c in _clauses(verb))


def _object(verb: Token) -> bool:
    return any(c.dep_ in {"dobj", "nsubjpass"} for c in verb.children)


def _object_to_somebody(verb: Token) -> bool:
    return _object(verb) and any(c.dep_ in {"prep", "dative"} and c.lower_ == "to" for c in verb.children)


def _promise(verb: Token) -> bool:
    return any(g.lower_ in {"will", "would"} for c in _clauses(verb) for g in c.children)


def _unless(verb: Token) -> bool:
    """A clause with a condition ("it would send tanks unless")."""
    return any(g.lower_ == "unless" for c in _clauses(verb) for w in (c, verb) for a in w.children for g in a.children)


def _wrong(verb: Token) -> bool:
    """A clause that tells of a misdeed ("Fiji had violated its airspace", "was behind the attack")."""
    return any(_misdeed(clause) for clause in _clauses(verb))


def _misdeed(verb: Token) -> bool:
    words = [c for c in verb.children if c.dep_ in {"dobj", "attr", "acomp", "prep", "oprd"}]
    return not any(c.dep_ == "neg" for c in verb.children) and any(
        w.lemma_.lower() in lexicon().wrongs for w in (verb, *words)
    )


def _menace(verb: Token) -> bool:
    """A clause that tells of harm to come ("it would destroy any ship", "will pay a price")."""
    return any(_harm(clause) for clause in _clauses(verb))


def _harm(verb: Token) -> bool:
    future = any(c.dep_ == "aux" and c.lower_ in {"will", "would", "'ll", "wo", "to"} for c in verb.children)
    words = (
        w
        for c in verb.children
        if c.dep_ in {"dobj", "attr", "prep", "oprd"}
        for w in (c, *(o for o in c.children if o.dep_ == "pobj"))
    )
    return future and any(w.lemma_.lower() in lexicon().menaces for w in (verb, *words))


def _deadline(verb: Token) -> bool:
    return any(c.dep_ == "dobj" and c.lemma_.lower() in {"deadline", "ultimatum"} for c in verb.children)


def _named(verb: Token) -> bool:
    """Whether something is called a name ("called it payback for")."""
    return any(c.dep_ in {"dobj", "oprd"} for c in verb.children)


def _urging(verb: Token) -> bool:
    """Whether an infinitive follows, wherever it was read ("called on Fiji to pay", not "called on the king")."""
    following = verb.doc[verb.i + 1 : verb.i + _REACH]
    return any(a.lower_ == "to" and b.tag_ == "VB" for a, b in pairwise(following)) or any(
        c.lower_ == "for" for c in verb.children
    )


_REACH = 20

COMPLETIONS: Mapping[str, Callable[[Token], bool]] = {
    "to": _infinitive,
    "that": _statement,
    "base": lambda verb: any(c.tag_ == "VB" for c in _clauses(verb)),
    "comp": lambda verb: bool(_clauses(verb)),
    "obj": _object,
    "obj+to": _object_to_somebody,
    "against-none": lambda verb: _beside(verb, "against") and not _object(verb),
    "would": _promise,
    "unless": _unless,
    "wrong": _wrong,
    "menace": _menace,
    "deadline": _deadline,
    "for-none": lambda verb: _beside(verb, "for") and not _named(verb),
    "on-to": lambda verb: (_beside(verb, "on") or _beside(verb, "upon")) and not _named(verb) and _urging(verb),
    "persona": lambda verb: any(c.lower_ == "persona" for c in verb.children),
    "go": lambda verb: any(c.lower_ == "go" for c in (*verb.children, verb.head)),
}
"""What frames.yaml may ask for by a name, besides prepositions, particles and conjunctions."""
