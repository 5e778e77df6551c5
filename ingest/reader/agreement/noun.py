"""Nouns that name agreements in a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from graph.vocabulary import agreement_kinds
from ingest.reader.agreement.words import agreement_words
from ingest.reader.tree.parse import Parsed
from ingest.reader.tree.tree import Token, Tree

_NUMBERS = dict(
    zip(
        "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen".split(),
        range(2, 17),
        strict=True,
    )
)
_LOOSE = frozenset({"statement", "plan", "strategy", "framework", "agenda", "partnership"})
"""Nouns by which other lines than those of a list of documents begin."""
_FIRST = 4
"""The words of a line among which its document is named."""
_PAPERS = re.compile(r"\b(?:documents|texts|papers|instruments)\b")


@dataclass(frozen=True, slots=True)
class Term:
    """The words ``first..last`` that tell an agreement's kind ("memorandum of understanding"), and their head.

    `prefix`: what a name needs before them, where only a verb tells the kind ("lent $2 billion": "loan of").
    """

    head: Token
    first: int
    last: int
    kind: str
    prefix: str = ""

    @property
    def proper(self) -> bool:
        """Whether the noun is spelt as a name."""
        return self.head.text[:1].isupper()

    @property
    def plural(self) -> bool:
        """Whether it names several."""
        return self.head.tag_ in {"NNS", "NNPS"} or self.head.lower_ == "memoranda"

    @property
    def numbered(self) -> bool:
        """Whether a number says how many, or a noun does ("a series of memoranda")."""
        return any(c.dep_ == "nummod" for c in self.head.children) or self.collection is not None

    @property
    def count(self) -> int:
        """How many the number before a plural says; 0 where none does."""
        words = (c.lower_ for c in self.head.children if c.dep_ == "nummod" and self.plural)
        return next((int(w) if w.isdigit() else _NUMBERS.get(w, 0) for w in words), 0)

    @property
    def collection(self) -> Token | None:
        """The noun that counts them ("series")."""
        of = self.head.head
        counted = self.plural and of.lower_ == "of" and of.head.lemma_.lower() in agreement_words().collections
        return of.head if counted else None

    @property
    def pointing(self) -> bool:
        """Whether "the", "its", "this" stand before it."""
        pointing = agreement_words().pointing
        before = [*self.head.children, *(g for c in self.head.lefts if c.dep_ == "compound" for g in c.lefts)]
        return any(c.dep_ == "poss" or (c.dep_ == "det" and c.lower_ in pointing) for c in before)


def names_agreement(text: str) -> bool:
    """Whether a text has a noun of an agreement, or of signed papers."""
    return _PAPERS.search(text) is not None or bool(agreement_kinds().find(text))


def find_terms(parsed: Parsed, listed: bool = False) -> list[Term]:
    """The nouns of agreements that a sentence names, in order; `listed`: it is a line of a list of documents."""
    ends = {end: i for i, (_, end) in enumerate(parsed.spans)}
    starts = {start: i for i, (start, _) in enumerate(parsed.spans)}
    base = parsed.sentence.start
    out = []
    for found in agreement_kinds().find(parsed.sentence.text):
        last = ends.get(found.end + base)
        if last is None:
            continue
        first = starts.get(found.start + base, last)
        head = _head(parsed.doc, first, last)
        if parsed.mention(head) is None and (head.pos_ in {"NOUN", "PROPN", "ADJ"} or _mistaken(head)):
            out.append(Term(head, first, last, found.kind))
    out = _lent(out)
    further = (
        *_papers(parsed, out, listed),
        *_titles(parsed, out),
        *_loans(parsed),
        *_orders(parsed),
        *_signed(parsed, out),
    )
    return sorted([*out, *further], key=lambda term: term.head.i)


def _lent(terms: list[Term]) -> list[Term]:
    """The terms with an agreement on a loan as one ("signed an agreement for a loan")."""
    heads = {term.head.i: term for term in terms if term.kind == "agreement"}
    out = {term.head.i: term for term in terms}
    for term in terms:
        link = term.head.head
        above = heads.get(link.head.i)
        if term.kind == "loan" and term.head.dep_ == "pobj" and link.lower_ in {"for", "on", "of"} and above:
            out.pop(term.head.i)
            out[above.head.i] = replace(above, kind="loan")
    return list(out.values())


def _head(doc: Tree, first: int, last: int) -> Token:
    """The word of ``first..last`` that the others hang on: the one before "of", else the last."""
    for i in range(first + 1, last + 1):
        if doc[i].lower_ in {"of", "for", "at"}:
            return doc[i - 1]
    return doc[last]


def _mistaken(head: Token) -> bool:
    """Whether the parser takes the noun for a verb ("a minerals deal is near")."""
    if head.lower_ == "ceasefire":
        return True  # "agree to ceasefire"
    if head.tag_ not in {"VB", "VBP"} or head.i == 0 or head.doc[head.i - 1].pos_ not in {"NOUN", "ADJ"}:
        return False
    return any(t.lower_ in {"a", "the", "an"} for t in head.doc[max(0, head.i - 4) : head.i])


def _papers(parsed: Parsed, terms: list[Term], line: bool) -> Iterator[Term]:
    """Numbered documents of no kind ("twelve documents"), and those in a list of agreements, or as its `line`."""
    heads = {term.head.i for term in terms}
    for token in parsed.doc:
        if token.lemma_.lower() not in agreement_words().papers or token.pos_ not in {"NOUN", "PROPN"}:
            continue
        term = Term(token, token.i, token.i, "arrangement")
        listed = (token.dep_ == "conj" and token.head.i in heads) or (line and token.head is token)
        if listed or (term.numbered and not any(head > token.i for head in heads)):
            yield term


def _titles(parsed: Parsed, terms: list[Term]) -> Iterator[Term]:
    """A document by whose noun a line of a list begins ("Protocol on animal health")."""
    for token in () if terms else parsed.doc[:_FIRST]:
        kind = agreement_words().signed_kinds.get(token.lower_) if token.lower_ not in _LOOSE else None
        if kind is not None and _titled(token) and not (_put_down(token) or _with_actor(parsed, token)):
            yield Term(token, token.i, token.i, kind)


def _titled(token: Token) -> bool:
    """Whether a line begins with the noun as a title ("Protocol on animal health")."""
    return token.text[:1].isupper() and any(c.dep_ == "prep" for c in token.children)


def _signed(parsed: Parsed, terms: list[Term]) -> Iterator[Term]:
    """Nouns of many uses, where they are signed or name the other side ("initialled a protocol", "plan with Fiji")."""
    known = {term.head.i for term in terms}
    for token in parsed.doc:
        kind = agreement_words().signed_kinds.get(token.lemma_.lower()) if token.pos_ in {"NOUN", "PROPN"} else None
        if kind is None or token.i in known:
            continue
        counted = token.lemma_.lower() == "protocol" and Term(token, token.i, token.i, kind).count > 1
        if counted or _put_down(token) or _with_actor(parsed, token):
            yield Term(token, token.i, token.i, kind)


def _put_down(noun: Token) -> bool:
    """Whether a verb of signing has the noun for its object, or stands on it as a participle."""
    verbs = [c for c in noun.children if c.dep_ == "acl" and c.tag_ == "VBN"]
    if noun.dep_ in {"dobj", "nsubjpass"}:
        verbs.append(noun.head)
    if noun.dep_ == "pobj" and any(c.lower_ in {"pen", "name", "names", "signature"} for c in noun.head.head.children):
        return True  # "put pen to paper on a protocol"
    return any(v.lemma_.lower() in agreement_words().signing for v in verbs)


def _with_actor(parsed: Parsed, noun: Token) -> bool:
    """Whether "with" and an actor hang on a noun that is known or told of ("the protocol with Albania")."""
    if noun.lemma_.lower() == "understanding" and noun.dep_ == "pobj" and noun.head.lower_ == "under":
        return True
    if noun.lemma_.lower() == "partnership":
        sided = (
            {"with", "between"}
            if noun.tag_ == "NN" and any(c.dep_ in {"amod", "compound"} for c in noun.children)
            else set()
        )
        return any(parsed.mention(c) for p in noun.children if p.lower_ in sided for c in p.children)
    if noun.lemma_.lower() not in {"protocol", "understanding", "lease"}:
        return False
    return any(parsed.mention(c) for p in noun.children if p.lower_ == "with" for c in p.children)


def _loans(parsed: Parsed) -> Iterator[Term]:
    """Money that somebody lends or borrows ("agreed to lend Kenya $1.5 billion")."""
    for verb in parsed.doc:
        if verb.pos_ == "VERB" and verb.lemma_.lower() in agreement_words().lending:
            money = next((c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"} and _money(c, verb)), None)
            if money is not None and money.i != verb.i:
                yield Term(money, money.i, money.i, "loan", "loan of")


def _money(token: Token, verb: Token) -> bool:
    """Whether a noun is a sum of money; a part of the cost is, where it is borrowed."""
    costs = (c.lemma_.lower() for p in token.children for c in p.children)
    if verb.lemma_.lower() == "borrow" and not {"cost", "price", "sum", "bill"}.isdisjoint(costs):
        return True
    words = {t.lower_ for t in (token, *token.children) if t.dep_ != "relcl"}
    return any(t.is_currency for t in token.subtree[:4]) or bool(words & agreement_words().currencies)


def _orders(parsed: Parsed) -> Iterator[Term]:
    """Goods that a state orders ("its order of five frigates", "ordered 18 trains")."""
    for token in parsed.doc:
        if token.lemma_.lower() != "order":
            continue
        if token.pos_ == "VERB":
            goods = next((c for c in token.children if c.dep_ in {"dobj", "nsubjpass"}), None)
            if goods is not None and _goods(parsed, goods):
                yield Term(goods, goods.i, goods.i, "contract", "order of")
        elif token.pos_ == "NOUN":
            links = [c for c in token.doc[token.i + 1 : token.i + 5] if c.pos_ == "ADP" and c.lower_ in {"of", "for"}]
            if any(_goods(parsed, c) for link in links for c in link.children if c.dep_ == "pobj"):
                yield Term(token, token.i, token.i, "contract")


def _goods(parsed: Parsed, noun: Token) -> bool:
    """Whether a noun means a number of arms, vehicles or the like."""
    counted = any(c.dep_ == "nummod" for c in noun.children) or noun.tag_ == "NNS"
    return counted and parsed.mention(noun) is None and noun.lemma_.lower() in agreement_words().goods
