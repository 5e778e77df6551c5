"""Agreements: documents and arrangements between actors that a sentence names or describes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from spacy.tokens import Token

from graph.claim import AgreementStatus
from ingest.reader.agreement_name import Label, label, parts
from ingest.reader.agreement_noun import Term, find_terms
from ingest.reader.agreement_party import parties_of
from ingest.reader.agreement_status import standing
from ingest.reader.agreement_words import agreement_words, governors
from ingest.reader.syntax import Resolver


@dataclass(frozen=True, slots=True)
class AgreementFound:
    """An agreement in a sentence.

    `generic`: the words only point back ("the deal"). `definite`: they take it as known. `proper`: it is a name.
    `own`: how many words say which it is. `told`: the words tell its status. `direct`: they name its parties.
    `head` is its noun's token, `scope` the tokens of its name.
    """

    name: str
    kind: str
    parties: tuple[str, ...]
    status: AgreementStatus
    told: bool
    head: int
    scope: frozenset[int]
    generic: bool
    direct: bool
    definite: bool = False
    proper: bool = False
    own: int = 0
    title: bool = False


def find_agreements(resolver: Resolver, year: int | None = None) -> Iterator[AgreementFound]:
    """The agreements of a sentence in order; without parties for those whom nobody in the sentence is party to.

    `year` is that of the article.
    """
    terms = find_terms(resolver.parsed)
    heads = frozenset(term.head.i for term in terms)
    taken = -1
    for term in terms:
        if term.head.i <= taken or not _is_document(term):
            continue
        name = label(resolver.parsed, term, heads)
        taken = name.right
        parties = parties_of(resolver, term, name)
        stands = standing(term, name, year)
        generic = _generic(term, name) or _predicate(term.head, heads)
        if parties.private or (stands.refused and not generic and not term.pointing):
            continue
        if name.own == 0 and stands.status == "proposed" and not generic:
            continue
        for part, actors in product(parts(resolver.parsed, term, name, heads), parties.sets):
            taken = max(taken, part.right)
            yield AgreementFound(
                part.text,
                term.kind,
                actors,
                stands.status,
                stands.told,
                term.head.i,
                frozenset(range(part.left, part.right + 1)),
                generic,
                parties.direct,
                term.pointing or term.proper,
                term.proper,
                part.own,
                resolver.parsed.sentence.field == "title",
            )


def _is_document(term: Term) -> bool:
    """Not a modifier of another noun ("treaty obligations"), nor one that is not there ("no deal", "any accord")."""
    head, words = term.head, agreement_words()
    if any(c.dep_ in {"det", "neg"} and c.lower_ in words.void for c in head.children):
        return False
    if head.dep_ in {"compound", "nmod", "amod", "npadvmod"} and head.head.i > term.last and not term.proper:
        return head.head.lemma_.lower() in words.talks
    if head.lemma_.lower() in words.truces:
        return _dealt_with(term)
    bare = not any(True for _ in head.children)
    return not (bare and head.dep_ == "pobj" and head.head.lower_ in {"in", "by", "of"} and head.text[:1].islower())


def _predicate(head: Token, heads: frozenset[int]) -> bool:
    """Whether the noun only says what another agreement is ("the treaty is a pact")."""
    subjects = (c for c in head.head.children if c.dep_ == "nsubj")
    return head.dep_ == "attr" and any(s.i in heads or s.lower_ in {"it", "this", "that"} for s in subjects)


def _dealt_with(term: Term) -> bool:
    """Whether a truce is signed, extended, broken or known, and not only hoped for."""
    return term.pointing or term.head.head.lemma_.lower() in governors()


def _generic(term: Term, name: Label) -> bool:
    """Whether the phrase only points back: a definite noun with no words of its own, or a plural of several."""
    if term.pointing:
        return term.first == term.last and (name.own == 0 or (term.numbered and name.own == 1 and term.plural))
    signed = governors().get(term.head.head.lemma_.lower()) == "signed"
    return term.plural and name.own == 0 and not term.numbered and not signed
