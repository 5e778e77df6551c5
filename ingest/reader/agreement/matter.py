"""Matter: the words of a sentence that say what an agreement is about, besides those of its name."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.reader.agreement.noun import Term
from ingest.reader.agreement.words import agreement_words
from ingest.reader.tree.tree import Token

_MEANS = frozenset({"with", "by", "through", "under", "from", "via"})
"""Prepositions by which an agreement is the means of what the verb says ("built with a Chinese loan")."""


def matter_of(term: Term) -> frozenset[int]:
    """The tokens of clauses on the noun, and of what its verb says that it holds ("the pact covers fish")."""
    head = term.head
    own = {t.i for t in head.subtree if t.i > head.i and _own(term, t)}
    verb = head.head
    if head.dep_ == "nsubj" and verb.lemma_.lower() in agreement_words().holding:
        own |= {t.i for t in verb.subtree if t.i > verb.i}
    return frozenset(own)


def around(term: Term) -> frozenset[int]:
    """The tokens of what is done by the agreement, where its own words do not say what it is about."""
    preposition = term.head.head
    if term.head.dep_ != "pobj" or preposition.lower_ not in _MEANS:
        return frozenset()
    verb = preposition.head
    inside = {t.i for t in term.head.subtree}
    return frozenset(t.i for t in _done(verb) if t.i not in inside)


def _done(verb: Token) -> Iterator[Token]:
    """The words of the verb's own clause, and of the noun that a participle describes ("a dam built with")."""
    if verb.pos_ not in {"VERB", "AUX"}:
        return
    yield from verb.subtree
    if verb.dep_ in {"acl", "relcl"}:
        yield verb.head
        yield from (c for c in verb.head.children if c.dep_ in {"amod", "compound", "nmod"})


def _own(term: Term, token: Token) -> bool:
    """Whether a word behind the name belongs to its own clauses, and not to another agreement listed with it."""
    return not any(t.dep_ == "conj" and t.head.i == term.head.i for t in (token, *token.ancestors))
