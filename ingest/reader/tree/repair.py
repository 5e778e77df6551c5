"""Repairs of what the parser often gets wrong in news: plural nouns read as verbs, verbs read as adjectives.

Each looks at a shape that is no sentence of English and puts the likeliest one in its place; nothing else changes.
"""

from __future__ import annotations

from ingest.reader.tree.tree import Token, Tree

_NOUN_PLACES = frozenset({"nsubj", "nsubjpass", "dobj", "pobj"})
_NOUN_LINKS = frozenset({"between", "of", "by", "on", "against", "in"})
_HAVE = frozenset({"has", "have", "had"})


def repaired(tree: Tree) -> Tree:
    """The tree, its words set right in place."""
    for token in tree:
        if (
            token.lower_ == "face"
            and token.pos_ == "VERB"
            and [t.lower_ for t in tree[token.i + 1 : token.i + 3]] == ["to", "face"]
        ):
            token.pos_, token.tag_, token.dep_ = "NOUN", "NN", "npadvmod"
        elif token.pos_ == "VERB" and token.tag_ == "VBZ" and token.dep_ in {"nsubj", "nsubjpass"}:
            _as_plural(token)
        elif token.pos_ == "VERB" and token.tag_ == "VBG" and token.dep_ in _NOUN_PLACES | {"csubj"}:
            _as_deed(token)
        elif token.lower_ in _MISTAKEN and token.dep_ == "ROOT":
            _as_past(token)
        elif token.dep_ == "ccomp" and token.tag_ == "NN" and token.head.lemma_ in {"let", "make", "help", "see"}:
            _as_infinitive(token)
        elif token.dep_ == "amod" and token.tag_ in {"VBN", "VBD", "JJ"}:
            _as_verb(token)
        elif token.dep_ == "conj" and token.tag_ in {"VBD", "VBZ"}:
            _as_second(token)
            _as_main(token)
        elif token.head is token and token.pos_ == "PROPN":
            _as_modifier(token)
        elif token.dep_ in {"npadvmod", "dep"} and token.pos_ == "PROPN":
            _as_subject(token)
        elif token.dep_ == "ccomp" and token.pos_ == "VERB" and token.head.lemma_ in _MEETING:
            _as_purpose(token)
        elif token.dep_ == "acl" and token.tag_ in {"VBN", "VBD"} and token.head.dep_ == "ROOT":
            _as_predicate(token)
    return tree


def rename(name: Token) -> None:
    """Makes a noun of a name that the parser took for a verb because of the "to" before it ("flew to Windhoek").

    To be called before any rule asks for the words below or above.
    """
    to = next((c for c in name.children if c.tag_ == "TO" and c.i == name.i - 1), None)
    head = name.head
    if to is None or head is name:
        return
    moved = [c for c in name.children if c is not to]
    to.pos_, to.tag_, to.dep_, to.head, to.children = "ADP", "IN", "prep", head, (name,)
    name.pos_, name.tag_, name.dep_, name.head, name.children = "PROPN", "NNP", "pobj", to, ()
    for word in moved:
        word.head = head
    kept = [c for c in head.children if c is not name]
    head.children = tuple(sorted((*kept, to, *moved), key=lambda word: word.i))


_MEETING = frozenset({"see", "meet", "receive", "visit", "host", "welcome"})


def _as_purpose(verb: Token) -> None:
    """Of "saw the premier to go over the plans": whom somebody met is the object, the infinitive what for."""
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    if subject is None or not any(c.tag_ == "TO" for c in verb.children):
        return
    above = verb.head
    verb.children = tuple(c for c in verb.children if c is not subject)
    verb.dep_, subject.dep_, subject.head = "advcl", "dobj", above
    above.children = tuple(sorted((*above.children, subject), key=lambda word: word.i))


def _as_predicate(verb: Token) -> None:
    """Of "The minister, Ana Paz, met": where a sentence has no verb but one after the comma of an apposition, that is
    its predicate.
    """
    noun, doc = verb.head, verb.doc
    if noun.pos_ not in {"NOUN", "PROPN"} or verb.i <= noun.i:
        return
    if doc[verb.i - 1].text != "," and not _lone_subject(noun, verb):
        return
    later = (c for c in noun.children if c.i > verb.i and c.dep_ == "acl" and c.tag_ in {"VBN", "VBD"})
    if any(doc[c.i - 1].text == "," for c in later):
        return  # "The treaty, signed in 2002, provided for": the last is the predicate
    if any(c.dep_ in {"nsubj", "cop", "aux", "auxpass"} for c in (*noun.children, *verb.children)):
        return
    moved = [c for c in noun.children if c.i > verb.i or (c.i == verb.i - 1 and c.dep_ == "punct")]
    noun.children = tuple(c for c in noun.children if c is not verb and c not in moved)
    for child in moved:
        child.head = verb
    verb.children = tuple(sorted((*verb.children, *moved, noun), key=lambda word: word.i))
    verb.dep_, verb.head, verb.tag_ = "ROOT", verb, "VBD"
    noun.dep_, noun.head = "nsubj", verb


def _lone_subject(noun: Token, verb: Token) -> bool:
    """Of "The treaty provided for training.": whether a known noun and a past form are all that a sentence has."""
    doc = noun.doc
    known = any(c.lower_ in {"the", "this", "that", "its", "their"} and c.i < noun.i for c in noun.children)
    finite = any(t.tag_ in {"VBD", "VBZ", "VBP", "MD"} for t in doc)
    return known and verb.i == noun.i + 1 and doc[-1].text == "." and not finite and verb.lower_.endswith("ed")


def _as_subject(word: Token) -> None:
    """Of "Nauru announced": a name right before a finite verb that has no subject is its subject."""
    verb = word.head
    if (
        verb.pos_ == "VERB"
        and word.i == verb.i - 1
        and not any(c.dep_ in {"nsubj", "nsubjpass"} for c in verb.children)
    ):
        word.dep_ = "nsubj"


def _as_second(verb: Token) -> None:
    """Of "urged Fiji not to build and accused Tonga": a finite verb is coordinated with the finite verb above."""
    first = verb.head
    above = first.head
    infinitive = first.tag_ == "VB" and any(c.dep_ == "aux" and c.lower_ == "to" for c in first.children)
    if not infinitive or above is first or above.pos_ != "VERB" or above.tag_ not in {"VBD", "VBZ", "VBN"}:
        return
    first.children = tuple(c for c in first.children if c is not verb)
    above.children = tuple(sorted([*above.children, verb], key=lambda c: c.i))
    verb.head = above


_MISTAKEN = {"froze": "freeze", "raged": "rage", "shelled": "shell", "stoned": "stone", "razed": "raze"}
"""Past forms that the model does not know, or whose lemma it does not."""


def _as_past(word: Token) -> None:
    """Of "Bonn froze assets": a past form that is taken for an adjective is the verb where it has a subject."""
    if any(c.dep_ in {"nsubj", "nsubjpass", "csubj"} for c in word.children):
        word.lemma_ = _MISTAKEN[word.lower_]
        if word.pos_ != "VERB":
            word.pos_, word.tag_ = "VERB", "VBD"


def _as_main(verb: Token) -> None:
    """Of "Rockets fired from Fiji hit a town": of two finite verbs with nothing between them to join them the first
    is a participle on the subject, the second the sentence's verb.
    """
    first = verb.head
    subject = next((c for c in first.children if c.dep_ == "nsubj"), None)
    joined = any(t.dep_ == "cc" or t.text in {",", ";", ":"} for t in verb.doc[first.i : verb.i])
    if (
        subject is None
        or joined
        or first.dep_ != "ROOT"
        or first.tag_ not in {"VBD", "VBN"}
        or subject.i != first.i - 1
    ):
        return
    if any(c.dep_ in {"aux", "dobj"} or (c.dep_ == "conj" and c is not verb) for c in first.children):
        return
    moved = [c for c in first.children if c.i > verb.i]
    first.children = tuple(c for c in first.children if c is not subject and c is not verb and c not in moved)
    verb.children = tuple(sorted((subject, *verb.children, *moved), key=lambda c: c.i))
    for child in (subject, *moved):
        child.head = verb
    verb.dep_, verb.head = "ROOT", verb
    subject.children = tuple(sorted((*subject.children, first), key=lambda c: c.i))
    first.dep_, first.head, first.tag_ = "acl", subject, "VBN"


def _as_infinitive(word: Token) -> None:
    """Of "let the inspectors visit": a noun with a subject is a verb."""
    if any(c.dep_ == "nsubj" for c in word.children):
        word.pos_, word.tag_ = "VERB", "VB"
        for child in word.children:
            if child.dep_ == "compound":
                child.dep_ = "dobj"


def _as_modifier(word: Token) -> None:
    """Of "ECOWAS leaders lifted": a name alone at the root, right before the subject of a clause, modifies that."""
    for clause in word.children:
        subject = next((c for c in clause.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
        if clause.dep_ != "ccomp" or subject is None or subject.i != word.i + 1:
            continue
        rest = [c for c in word.children if c is not clause]
        clause.head, clause.dep_ = clause, "ROOT"
        clause.children = tuple(sorted([*clause.children, *rest], key=lambda c: c.i))
        for child in rest:
            child.head = clause
        word.head, word.dep_, word.children = subject, "compound", ()
        subject.children = (word, *subject.children)
        return


def as_finite(name: Token) -> None:
    """Of "Otieno leaves for Kampala": a plural noun with nothing before it but a person's name is a verb."""
    verb = name.head
    if verb.dep_ != "ROOT" or verb.tag_ != "NNS" or name.i != verb.i - 1 or any(c.i < name.i for c in verb.children):
        return
    name.pos_, name.tag_, name.dep_ = "PROPN", "NNP", "nsubj"
    verb.pos_, verb.tag_, verb.lemma_ = "VERB", "VBZ", verb.lower_.removesuffix("s")


def _as_plural(word: Token) -> None:
    """Of "US airstrikes on Yemen killed dozens": a finite verb that is the subject of another is a plural noun."""
    word.pos_, word.tag_, word.lemma_ = "NOUN", "NNS", word.lower_.removesuffix("s")
    for child in word.children:
        if child.dep_ in {"nsubj", "npadvmod"}:
            child.dep_ = "compound"


def _as_deed(word: Token) -> None:
    """Of "Fighting between Fiji and Tonga": a gerund with nothing but what a noun has is a noun."""
    if all(c.dep_ in {"prep", "det", "poss", "amod", "compound", "agent"} for c in word.children) and any(
        c.lower_ in _NOUN_LINKS for c in word.children
    ):
        word.pos_, word.tag_, word.lemma_ = "NOUN", "NN", word.lower_


def _as_verb(word: Token) -> None:
    """Of "Uganda has sheltered refugees": a bare participle between "has" and its noun is the verb."""
    noun = word.head
    have = noun.head
    if have is noun:
        _as_root(word, noun)
        return
    if (
        noun.dep_ != "dobj"
        or have.lower_ not in _HAVE
        or have.i != word.i - 1
        or word.tag_ != "VBN"
        or noun.tag_ not in {"NNS", "NNPS", "NNP"}
    ):
        return
    _exchange(word, have)
    word.pos_, word.tag_ = "VERB", "VBN"
    have.pos_, have.dep_ = "AUX", "aux"


def _as_root(word: Token, noun: Token) -> None:
    """Of "Moscow armed Malian forces": a sentence of a noun alone, with a name before its participle, has a verb."""
    subject = next(
        (c for c in noun.children if c.i < word.i and c.dep_ in {"nmod", "npadvmod", "compound", "nsubj"}), None
    )
    named = (
        subject is not None
        and subject.pos_ in {"PROPN", "NOUN"}
        and not any(
            c.i > word.i or c.dep_ in {"det", "poss"} for c in noun.children if c is not subject and c.i < word.i
        )
    )
    if (
        subject is None
        or not named
        or (word.tag_ != "VBD" and not word.lower_.endswith("ed"))
        or noun.lower_ in {"deal", "pact"}
    ):
        return
    moved = [
        c
        for c in noun.children
        if c is subject or (c.dep_ in {"punct", "cc", "conj", "advcl", "ccomp"} and c.i > noun.i and c.pos_ != "NOUN")
    ]
    noun.children = tuple(c for c in noun.children if c is not word and c not in moved)
    if noun.pos_ == "VERB":
        noun.pos_, noun.tag_, noun.lemma_ = "NOUN", "NNS", noun.lower_.removesuffix("s")
    word.pos_, word.tag_, word.dep_, word.head = "VERB", "VBD", "ROOT", word
    word.lemma_ = _stem(word.lower_) if word.lemma_ == word.lower_ else word.lemma_
    noun.dep_, noun.head, subject.dep_ = "dobj", word, "nsubj"
    for child in moved:
        child.head = word
    word.children = tuple(sorted([*word.children, *moved, noun], key=lambda c: c.i))


def _stem(past: str) -> str:
    """The likeliest infinitive of a regular past form."""
    stem = past[:-2]
    if stem[-1:] == stem[-2:-1] and stem[-1:] not in {"l", "s"}:
        return stem[:-1]
    return (
        past[:-1]
        if stem.endswith(("c", "g", "s", "v", "z", "u", "at", "it", "in", "ir", "id", "ot", "ut", "ad", "os"))
        else stem
    )


def _exchange(verb: Token, helper: Token) -> None:
    """Puts `verb` in the place of `helper`, which becomes its auxiliary."""
    noun = verb.head
    noun.children = tuple(c for c in noun.children if c is not verb)
    kept = [c for c in helper.children if c is not verb]
    root = helper.head is helper
    above = helper.head
    if not root:
        above.children = tuple(verb if c is helper else c for c in above.children)
    verb.dep_ = helper.dep_
    verb.head = verb if root else above
    helper.head, helper.children = verb, ()
    for child in kept:
        child.head = verb
    verb.children = tuple(sorted([*kept, helper, *verb.children], key=lambda c: c.i))
