"""Where an agreement stands, by the words that govern its name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from graph.claim import AGREEMENT_STATUSES, AgreementStatus
from ingest.reader.agreement.fate import (
    BE,
    EXPIRING,
    STARTING,
    conditional,
    denied,
    fate_of,
    pending,
    ratifying,
    reality,
    state_of,
    told_by,
    verbal,
)
from ingest.reader.agreement.name import Label
from ingest.reader.agreement.noun import Term
from ingest.reader.agreement.words import YEAR, agreement_words, governors
from ingest.reader.tree.modality import modality_of, negated
from ingest.reader.tree.tree import Token

_BESIDE = frozenset({"amid", "despite", "after", "before", "since", "during", "without", "because", "notwithstanding"})
"""Prepositions that set an agreement beside what a verb says."""
_HAVING = frozenset({"have", "maintain", "keep", "share"})
_COMING = frozenset({"leave", "return", "come", "emerge", "end", "conclude", "fly", "go"})
"""Verbs of those who come away "with" an agreement."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A status; `told` when the words say so, `refused` when the words turn the agreement down.

    `pending`: the words say that it does not apply yet.
    """

    status: AgreementStatus
    told: bool
    refused: bool = False
    pending: bool = False


def standing(term: Term, name: Label, year: int | None) -> Standing:
    """Where the agreement stands by the words around it; `year` is that of the article."""
    found: list[AgreementStatus] = []
    waits = presumed = old = void = False
    if _offer_refused(term.head):
        return Standing("proposed", True, refused=True)
    question = term.head.doc[-1].text == "?"
    for governor, depth in _governors(term, name):
        if _refuses(governor, term.head, depth):
            return Standing("proposed", True, refused=True)
        if depth and denied(governor) and not (term.pointing or term.proper):
            void = True
            continue
        status = None if question else fate_of(governor, term)
        waits |= status is not None and pending(governor)
        old |= status is not None and _old(term, name, governor, year, status)
        if status == "in_force" and governor.lemma_.lower() in agreement_words().presuming:
            presumed, status = True, None
        if status is not None:
            found.append(status)
        if depth > 0 and status is not None and (status != "proposed" or governor.pos_ == "NOUN"):
            break
    if found:
        status = _latest(found, old, waits)
        amended = status in {"proposed", "under_negotiation"} and _amended(term)
        return Standing("in_force" if amended else status, True, pending=waits)
    if void:
        return Standing("proposed", True, refused=True)
    if not question and _signed_before(term.head):
        return Standing("signed", True)
    untold: AgreementStatus = "in_force" if presumed else _untold(term, name, year)
    return Standing(untold, False, refused=_denied(term) and not _applied(term, year))


def _latest(found: list[AgreementStatus], old: bool, waits: bool) -> AgreementStatus:
    """The furthest of the statuses told; what was settled years ago applies, unless the words say not yet."""
    if old and not waits:
        found = ["in_force" if status in {"signed", "agreed", "ratified"} else status for status in found]
    return max(found, key=AGREEMENT_STATUSES.index)


def _amended(term: Term) -> bool:
    """Whether what the words tell of is done to an agreement that stands ("talks on a renewal of their treaty")."""
    above = term.head.head
    changed = term.head.dep_ == "pobj" and above.head.lemma_.lower() in agreement_words().changes
    return changed and (term.pointing or term.proper)


def _denied(term: Term) -> bool:
    """Whether nobody but a denial tells of the agreement ("denied that he sought a loan")."""
    verb = next((t for t in term.head.ancestors if t.pos_ == "VERB"), None)
    return verb is not None and not term.pointing and not term.proper and modality_of(verb) == "negated"


def _governors(term: Term, name: Label) -> Iterator[tuple[Token, int]]:
    """The words that say what became of the agreement, nearest first: clauses on it, then what it depends on."""
    head = term.head
    yield from ((verb, 0) for verb in _clauses(term, name))
    yield from ((c, 0) for c in head.lefts if c.lower_ == "draft")
    if head.dep_ == "compound" and head.head.lemma_.lower() in agreement_words().talks:
        yield head.head, 1
    if head.dep_ in {"poss", "nmod"} or (head.dep_ == "pobj" and head.head.lower_ == "under"):
        return
    token, depth = head, 0
    while token.head != token and depth < 3:
        below, token = token, token.head
        counts = token.pos_ == "ADP" or token.lemma_.lower() in agreement_words().collections
        depth += below.dep_ != "conj" and not counts
        if below.dep_ == "conj" and below.pos_ == "VERB" and not (negated(below) and head.i > below.i):
            return
        if (raised := _raised(token, below)) is not None and _concerns(raised, below, head):
            yield raised, depth
        elif token.pos_ != "ADP" and _concerns(token, below, head):
            yield token, depth
        listing = below.dep_ == "relcl" and below.lemma_ == "be"
        if below.dep_ in {"relcl", "advcl", "ccomp", "parataxis"} and not listing:
            return


def _raised(verb: Token, below: Token) -> Token | None:
    """The infinitive whose subject is the verb's own ("the treaty is expected to be signed", "is due to expire")."""
    if below.dep_ not in {"nsubj", "nsubjpass"} or verb.pos_ not in {"VERB", "AUX"}:
        return None
    if verb.lemma_ not in BE and told_by(verb) is not None:
        return None  # "a pact was signed to end the row"
    inside = (verb, *(c for c in verb.children if c.dep_ == "acomp"))
    found = (c for t in inside for c in t.children if c.dep_ == "xcomp")
    return next((c for c in found if any(g.tag_ == "TO" for g in c.children)), None)


def _clauses(term: Term, name: Label) -> Iterator[Token]:
    """Participles and relative clauses on the name, and predicates of it ("under negotiation")."""
    words = agreement_words()
    doc = term.head.doc
    for i in range(term.first, name.right + 1):
        for child in doc[i].children:
            lemma = child.lemma_.lower()
            if child.dep_ == "prep" and i == term.head.i and state_of(child) is not None:
                yield child
            if child.dep_ not in {"acl", "relcl", "amod"} or child.pos_ not in {"VERB", "ADJ", "AUX"}:
                continue
            if child.tag_ == "VBG" and child.dep_ == "amod":
                continue
            if child.tag_ == "VBD" and governors().get(lemma) == "proposed":
                continue
            if lemma not in words.helpers and not holds(child) and (i == term.head.i or child.i > name.right):
                yield child
    yield from (c for c in _on_sides(term) if makes(c) and not holds(c))
    after = doc[min(name.right + 1, len(doc) - 1)]
    if after.tag_ == "VBD" and after.dep_ == "advcl" and not any(c.dep_ in {"nsubj", "mark"} for c in after.children):
        yield after  # "under a scheme agreed last week"
    if term.head.pos_ == "VERB":
        yield from (c for c in term.head.children if c.dep_ == "conj" and c.pos_ == "VERB")


def _on_sides(term: Term) -> Iterator[Token]:
    """Clauses that the parser hangs on the other side ("an accord with Malawi, which awaits ratification")."""
    for preposition in term.head.children:
        if preposition.lower_ in agreement_words().sides:
            for side in preposition.children:
                yield from (c for c in side.children if c.dep_ == "relcl" and _which(c))


def _which(verb: Token) -> bool:
    return any(c.lower_ == "which" and c.dep_ in {"nsubj", "nsubjpass", "dobj"} for c in verb.children)


def _concerns(token: Token, below: Token, head: Token) -> bool:
    """Whether a word above the agreement's noun says what befell it, and is not what the agreement itself does."""
    named = {"oprd", "attr", "ccomp", *(["dobj"] if head.text[:1].isupper() else [])}
    if below.dep_ in named and token.lemma_.lower() in agreement_words().naming:
        return False
    if token.lemma_.lower() in agreement_words().amending and token.pos_ == "NOUN":
        return False
    if below.dep_ == "prep" and not _through(token, below):
        return False
    if below is head and below.dep_ == "nsubj" and any(c.dep_ == "auxpass" for c in token.children):
        return True
    if below is head and below.dep_ == "nsubj":
        if any(c.dep_ == "dobj" and c.lemma_.lower() not in agreement_words().objects for c in token.children):
            return False
        return token.lemma_.lower() in agreement_words().life or token.lemma_ in BE
    return True


def _through(verb: Token, preposition: Token) -> bool:
    """Whether what a verb says reaches its preposition's object: not "left with a deal", "ended a row with a deal"."""
    lemma = verb.lemma_.lower()
    if " " in verbal(verb):
        return True
    if preposition.lower_ in _BESIDE:
        return False
    if preposition.lower_ in {"over", "about"}:
        return governors().get(lemma) == "under_negotiation"
    if preposition.lower_ == "with":
        return lemma not in _COMING and not any(c.dep_ == "dobj" for c in verb.children)
    return lemma not in agreement_words().going or preposition.lower_ == "to"


def standing_of_pronoun(token: Token) -> Standing | None:
    """Where the verb of "it" puts what it stands for; None for verbs that befall other things as well."""
    verb = _fate(token)
    if verb is None or conditional(verb):
        return None
    if pending(verb):
        return Standing("signed", True, pending=True)
    status = "ratified" if ratifying(verb) else governors().get(verbal(verb))
    return Standing(status, True) if status is not None and reality(verb) == "actual" else None


def _fate(token: Token) -> Token | None:
    """The verb that tells what befell "it": its object is the pronoun, or the pronoun lapses or begins to apply."""
    verb, words = token.head, agreement_words()
    if token.dep_ in {"dobj", "nsubjpass"}:
        return verb if verb.lemma_.lower() in words.disposing else None
    if token.dep_ != "nsubj":
        return None
    later = next((c for c in verb.children if verb.lemma_ == "have" and c.dep_ == "xcomp"), None)
    if later is not None:
        return later if later.lemma_.lower() in words.disposing else None
    return verb if verbal(verb) in EXPIRING | STARTING else None


def _refuses(governor: Token, head: Token, depth: int) -> bool:
    """Whether the governor turns down its object, the agreement."""
    lemma = governor.lemma_.lower()
    if lemma not in agreement_words().refusals or depth > 1:
        return False
    if lemma in {"turn", "rule"}:
        return any(c.lower_ in {"down", "out"} for c in governor.children)
    return head.dep_ in {"dobj", "nsubjpass", "conj"}


def _offer_refused(head: Token) -> bool:
    """Whether an offer of the agreement was turned down."""
    offer = head.head.head
    offered = head.dep_ == "pobj" and offer.lemma_.lower() in agreement_words().offers
    return offered and offer.head.lemma_.lower() in agreement_words().refusals and _refuses(offer.head, offer, 1)


def holds(verb: Token) -> bool:
    """Whether a relative clause tells what the agreement holds, not what befell it.

    So are "under which they will pay" and "that extends the truce", unless its verb is of an agreement's own life.
    """
    lemma = verb.lemma_.lower()
    if any(t.lower_ in {"which", "whom"} for c in verb.children if c.dep_ == "prep" for t in c.children):
        return governors().get(lemma) != "under_negotiation"
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    if verb.dep_ == "relcl" and subject is not None and subject.lower_ in agreement_words().relative:
        if any(c.dep_ == "dobj" and c.lower_ not in {"effect", "force"} for c in verb.children):
            return lemma != "await"  # "that ends their quarrel"
        return lemma not in agreement_words().life and lemma not in BE
    return verb.dep_ == "acl" and verb.tag_ == "VBG" and lemma not in agreement_words().life


def makes(verb: Token) -> bool:
    """Whether a verb tells what befell an agreement."""
    return verbal(verb) in governors() or verb.lemma_ in BE


def _old(term: Term, name: Label, governor: Token, year: int | None, status: AgreementStatus) -> bool:
    """Whether the words date the agreement years back, and take it as known or ratified; a declaration never applies.

    "The pact that they signed in 2009" applies, and "in 2009 they signed a pact" tells of the signing.
    """
    known = governor.dep_ in {"relcl", "acl"} and governor.head.i in range(name.left, name.right + 1)
    if year is None or term.kind == "joint_statement" or not (status == "ratified" or (known and term.pointing)):
        return False
    inside = [term.head.doc[i] for i in range(name.left, name.right + 1)]
    clause = (
        governor.subtree
        if governor.dep_ in {"relcl", "acl"}
        else [c for p in governor.children if p.dep_ == "prep" for c in p.children]
    )
    return any(YEAR.fullmatch(t.text) and int(t.text) <= year - 2 for t in (*inside, *clause))


def _signed_before(head: Token) -> bool:
    """Whether the sentence tells of a signing right before the agreement ("the signing, by ministers, of treaties")."""
    doc = head.doc
    for i in range(head.i - 1, max(-1, head.i - 45), -1):
        if doc[i].lower_ in {"signing", "signature", "signed"} and modality_of(doc[i]) == "actual":
            return doc[i].lower_ != "signed" or any(
                doc[j].lower_ in {"of", "among", "including"} for j in range(i, head.i)
            )
    return False


def _untold(term: Term, name: Label, year: int | None) -> AgreementStatus:
    """The status where no word tells it: old and known ones apply, papers that are issued are agreed."""
    head = term.head
    if any(c.dep_ in {"amod", "compound"} and c.lower_ in agreement_words().applying for c in head.lefts):
        return "in_force"
    years = [int(t.text) for t in head.doc[name.left : name.right + 1] if YEAR.fullmatch(t.text)]
    if years:
        return "signed" if year is not None and max(years) >= year - 1 else "in_force"
    if not term.pointing and _ahead(head):
        return "proposed"
    if term.kind == "joint_statement":
        return "agreed"
    if _applied(term, year):
        return "in_force"
    new = not term.pointing and not term.proper and term.kind != "loan"
    if head.dep_ == "pobj" and head.head.lower_ == "with" and (new or head.head.head.lemma_ in _COMING):
        return "agreed"
    if head.dep_ == "appos":
        head = head.head  # "under the Falepili Union, a treaty with Tuvalu"
    if head.dep_ == "pobj" and head.head.lower_ in {"under", "with", "by", "through", "from"}:
        return "agreed" if new and modality_of(head.head.head) == "pledged" else "in_force"
    if term.kind == "loan" or head.lemma_.lower() == "order":
        return "agreed"
    if head.dep_ == "dobj" and head.head.lemma_ in _HAVING and head.lemma_ != "deal":
        return "in_force"
    return "in_force" if term.pointing or head.pos_ == "PROPN" else "agreed"


def _applied(term: Term, year: int | None) -> bool:
    """Whether its words date it back ("a contract from 2014"), or tell what is done under it now."""
    dated = [t for c in term.head.children if c.dep_ == "prep" for t in c.children if YEAR.fullmatch(t.text)]
    dated += [t for t in term.head.doc[term.last + 2 : term.last + 3] if t.doc[t.i - 1].lower_ in {"from", "of"}]
    if any(YEAR.fullmatch(t.text) and (year is None or int(t.text) <= year - 2) for t in dated):
        return True
    clauses = (c for c in term.head.children if c.dep_ == "relcl" and c.tag_ in {"VBG", "VBZ", "VBP"})
    return any(p.lower_ == "under" and reality(c) == "actual" for c in clauses for p in c.children)


def _ahead(head: Token) -> bool:
    """Whether the agreement is the subject of what is only to come ("a plan of action will follow")."""
    verb = head.head
    return head.dep_ in {"nsubj", "nsubjpass"} and verb.pos_ == "VERB" and modality_of(verb) in {"pledged", "possible"}
