"""Completions: what must stand with a verb for a guarded frame to be told by it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
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
    """An infinitive that says what to do; "asked not to be named" does not."""
    return any(
        c.dep_ in _CLAUSES and _infinitive_of(c) and c.lemma_.lower() not in lexicon().anonymous for c in verb.children
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
        w.lemma_.lower() in lexicon().wrongs and (w is verb or w.lemma_.lower() not in lexicon().goods)
        for w in (verb, *words)
    )


def _menace(verb: Token) -> bool:
    """A clause that tells of harm to come ("it would destroy any ship", "will close the strait if Fiji attacks")."""
    promised = [c for c in verb.children if c.dep_ == "xcomp" and verb.lemma_.lower() in lexicon().vowing]
    return any(_harm(clause) or _conditional(clause) for clause in (*_clauses(verb), *promised))


def _harm(verb: Token) -> bool:
    words = [w for c in verb.children if c.dep_ in {"dobj", "attr", "prep", "oprd"} for w in _below(c)]
    if verb.lemma_.lower() == "hesitate" and any(c.dep_ == "neg" for c in verb.children):
        return any(_blow(c) for c in verb.children if c.dep_ == "xcomp")
    paid = verb.lemma_.lower() == "pay"
    return _future(verb) and any(
        w.lemma_.lower() in lexicon().menaces and (paid or w.lemma_.lower() != "price") for w in (verb, *words)
    )


def _below(word: Token) -> Iterator[Token]:
    """A phrase's words but for clauses on them."""
    yield word
    for child in word.children:
        if child.dep_ in {"pobj", "prep", "amod"}:
            yield from _below(child)


def _future(verb: Token) -> bool:
    return any(c.dep_ == "aux" and c.lower_ in {"will", "would", "'ll", "wo", "to"} for c in verb.children)


def _conditional(verb: Token) -> bool:
    """Whether a clause says what blow will fall if somebody does something ("unless Fiji pays")."""
    conditions = (c for c in verb.children if c.dep_ == "advcl" and any(m.lower_ in _IF for m in c.children))
    given = any(any(s.dep_ in {"nsubj", "nsubjpass"} for s in c.children) and not _welcome(c) for c in conditions)
    return given and _future(verb) and _blow(verb)


def _welcome(condition: Token) -> bool:
    """Whether it is a good that the condition asks for: then what follows is an offer ("if Fiji lifts its ban")."""
    if any(c.lower_ == "unless" or c.dep_ == "neg" for c in condition.children):
        return False
    lemma = condition.lemma_.lower()
    return lemma in lexicon().acceding | lexicon().accepting | lexicon().granting


_IF = frozenset({"if", "unless"})


def _blow(verb: Token) -> bool:
    used = [c for c in verb.children if c.dep_ == "dobj"] if verb.lemma_.lower() in lexicon().wielding else []
    return any(w.lemma_.lower() in lexicon().menaces | lexicon().blows for w in (verb, *used))


def _deadline(verb: Token) -> bool:
    """Whether somebody is given a deadline, or so many days to do something."""
    given = [c for c in verb.children if c.dep_ == "dobj"]
    if any(c.lemma_.lower() in lexicon().deadlines for c in given):
        return True
    to_do = any(
        c.dep_ in {"xcomp", "acl", "advcl", "relcl"} and _infinitive_of(c) for w in (verb, *given) for c in w.children
    )
    return (
        to_do
        and any(c.lemma_.lower() in lexicon().spans for c in given)
        and any(c.dep_ == "dative" for c in verb.children)
    )


def _infinitive_of(verb: Token) -> bool:
    return any(g.dep_ == "aux" and g.lower_ == "to" for g in verb.children)


def _leaving(verb: Token) -> bool:
    """Whether people, not forces, are told to leave ("ordered six attachés to leave", "gave him a day to go")."""
    told, clauses = _told(verb)
    out = [
        c for c in clauses if c.lemma_.lower() in lexicon().departing and _infinitive_of(c) and not _leaves_something(c)
    ]
    named = not any(o.dep_ == "dobj" for c in out for o in c.children) and verb.lemma_.lower() == "give"
    return bool(out) and any(
        c.lemma_.lower() in lexicon().sent_away or c.lower_ in {"him", "her"} or (named and c.pos_ == "PROPN")
        for c in told
    )


def _told(verb: Token) -> tuple[list[Token], list[Token]]:
    """Who is told to do something, and the clauses that say what."""
    told = [c for c in verb.children if c.dep_ in {"dobj", "dative", "nsubjpass"}]
    clauses = [c for w in (verb, *told) for c in w.children if c.dep_ in {"xcomp", "ccomp", "acl", "relcl", "advcl"}]
    return [*told, *(s for clause in clauses for s in clause.children if s.dep_ == "nsubj")], clauses


def _leaves_something(verb: Token) -> bool:
    """Whether what is left is no place ("leave the programme alone")."""
    return any(
        c.dep_ in {"dobj", "ccomp"} and c.pos_ == "NOUN" and c.lemma_.lower() not in lexicon().grounds
        for c in verb.children
    )


def _taken_in(verb: Token) -> bool:
    """Whether people are taken in, not part in something ("took in 2,000 refugees")."""
    taken = [c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"}]
    taken += [o for c in verb.children if c.dep_ == "prep" and c.lower_ == "in" for o in c.children]
    return any(c.lemma_.lower() in lexicon().taken_in or c.tag_ == "NNPS" or _counted(c) for c in taken)


def _counted(noun: Token) -> bool:
    """Whether a country's word is counted: then it means people ("4,000 Iraqis")."""
    return noun.pos_ == "PROPN" and any(c.dep_ == "nummod" for c in noun.children)


def _to_shut(verb: Token) -> bool:
    """Whether somebody's mission is ordered to close."""
    told, clauses = _told(verb)
    shutting = any(c.lemma_.lower() in lexicon().shutting for c in clauses)
    return shutting and any(t.lemma_.lower() in lexicon().missions for t in told)


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
    "leave": lambda verb: _leaving(verb) or _to_shut(verb),
    "people": _taken_in,
    "forces": lambda verb: any(c.dep_ == "dobj" and c.lemma_.lower() in lexicon().forces for c in verb.children),
    "deterring": lambda verb: any(
        c.dep_ in {"advcl", "xcomp"} and c.lemma_.lower() in lexicon().deterring
        for w in (verb, *(o for o in verb.children if o.dep_ == "dobj"))
        for c in w.children
    ),
    "harm": lambda verb: any(
        o.lemma_.lower() in lexicon().menaces | lexicon().reprisals
        for c in verb.children
        if c.dep_ == "prep"
        for o in c.children
    ),
    "finite": lambda verb: verb.dep_ not in {"acl", "amod"},
    "for-none": lambda verb: _beside(verb, "for") and not _named(verb),
    "on-to": lambda verb: (_beside(verb, "on") or _beside(verb, "upon")) and not _named(verb) and _urging(verb),
    "persona": lambda verb: any(c.lower_ == "persona" for c in verb.children),
    "go": lambda verb: any(c.lower_ == "go" for c in (*verb.children, verb.head)),
}
"""What frames.yaml may ask for by a name, besides prepositions, particles and conjunctions."""
