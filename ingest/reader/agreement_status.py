"""Where an agreement stands, by the words that govern its name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from graph.claim import AgreementStatus
from ingest.reader.agreement_name import YEAR, Label, Term
from ingest.reader.agreement_words import agreement_words, governors
from ingest.reader.modality import modality_of

_LOAN_GIVEN = frozenset({"give", "grant", "provide", "lend", "extend", "disburse", "pay", "buy", "finance", "fund"})
_OPEN = frozenset({"proposed", "under_negotiation"})


@dataclass(frozen=True, slots=True)
class Standing:
    """A status; `told` when the words say so, `refused` when the words turn the agreement down."""

    status: AgreementStatus
    told: bool
    refused: bool = False


def standing(term: Term, name: Label, year: int | None) -> Standing:
    """Where the agreement stands by the words around it; `year` is that of the article."""
    for governor, depth in _governors(term.head):
        if _refuses(governor, term.head, depth):
            return Standing("proposed", True, refused=True)
        status = _status_of(governor, term)
        if status is None:
            continue
        if status in {"signed", "agreed", "ratified"} and _old(term.head, name, governor, year):
            status = "in_force"
        return Standing(status, True)
    return Standing(_untold(term, name), False)


def _status_of(governor: Token, term: Term) -> AgreementStatus | None:
    """The status that one governing word gives, weakened where it is only promised, possible or denied."""
    lemma = governor.lemma_.lower()
    status = _idiom(governor) or governors().get(lemma)
    if status is None:
        return None
    if governor.pos_ in {"NOUN", "PROPN"} and status == "under_negotiation":
        return _talks(governor)
    if governor.pos_ not in {"VERB", "AUX"}:
        return status
    if _conditional(governor):
        return None
    modality = modality_of(governor)
    if modality == "actual" and term.kind == "loan" and lemma in _LOAN_GIVEN and _past(governor):
        return "in_force"
    return _weakened(status, modality)


def _idiom(governor: Token) -> AgreementStatus | None:
    """Status of verbs that need their particle: "put on hold", "put names to", "run out"."""
    lemma = governor.lemma_.lower()
    if lemma == "put":
        words = {t.lemma_.lower() for t in governor.subtree}
        return "suspended" if words & {"hold", "ice"} else "signed" if words & {"name", "signature", "pen"} else None
    if lemma in {"turn", "run"} and any(c.lower_ in {"out", "down"} for c in governor.children):
        return "terminated"
    return None


def _talks(noun: Token) -> AgreementStatus:
    """Talks on an agreement go on, unless their verb says that they were broken off."""
    verb = noun.head
    status = governors().get(verb.lemma_.lower()) if verb.pos_ == "VERB" else None
    return (
        "suspended" if status in {"suspended", "terminated"} and modality_of(verb) == "actual" else "under_negotiation"
    )


def _refuses(governor: Token, head: Token, depth: int) -> bool:
    """Whether the governor turns down its object, the agreement."""
    if governor.lemma_.lower() not in agreement_words().refusals or depth > 1:
        return False
    if governor.lemma_.lower() in {"turn", "rule"}:
        return any(c.lower_ in {"down", "out"} for c in governor.children)
    return head.dep_ in {"dobj", "nsubjpass", "conj"}


def _past(verb: Token) -> bool:
    return verb.tag_ in {"VBD", "VBN"} and not any(c.lower_ in {"will", "would", "to"} for c in verb.children)


def _old(head: Token, name: Label, governor: Token, year: int | None) -> bool:
    """Whether the words date the agreement years back."""
    if year is None:
        return False
    inside = [head.doc[i] for i in range(name.left, name.right + 1)]
    clause = governor.subtree if governor.dep_ in {"relcl", "acl"} else ()
    return any(YEAR.fullmatch(t.text) and int(t.text) <= year - 2 for t in (*inside, *clause))


def _untold(term: Term, name: Label) -> AgreementStatus:
    """The status where no word tells it: old and known ones apply, papers that are issued are agreed."""
    head = term.head
    if any(YEAR.fullmatch(head.doc[i].text) for i in range(name.left, name.right + 1)):
        return "in_force"
    if term.kind == "joint_statement":
        return "agreed"
    if _under(head):
        return "in_force"
    if term.kind == "loan":
        return "agreed"
    return "in_force" if _definite(head) else "agreed"


def _under(head: Token) -> bool:
    """Whether something is done under the agreement, or with its money."""
    return head.dep_ == "pobj" and head.head.lower_ in {"under", "with", "by", "through", "from"}


def _definite(head: Token) -> bool:
    pointing = agreement_words().pointing
    return head.pos_ == "PROPN" or any(c.dep_ in {"det", "poss"} and c.lower_ in pointing for c in head.children)


def _governors(head: Token) -> Iterator[tuple[Token, int]]:
    """The words that say what became of the agreement, nearest first: clauses on it, then what it depends on."""
    for child in head.children:
        if child.dep_ in {"acl", "relcl", "amod"} and child.pos_ in {"VERB", "ADJ"} and not _inside(child):
            yield child, 0
    if head.dep_ == "compound" and head.head.lemma_.lower() in agreement_words().talks:
        yield head.head, 1
    token, depth = head, 0
    while token.head != token and depth < 4:
        stop = token.dep_ in {"relcl", "advcl", "ccomp", "parataxis"}
        token, depth = token.head, depth + (token.dep_ != "conj")
        if stop:
            return
        if token.pos_ != "ADP":
            yield token, depth


def _inside(verb: Token) -> bool:
    """Whether a relative clause tells what the agreement holds ("under which they will pay"), not what befell it."""
    relatives = (t for c in verb.children if c.dep_ == "prep" for t in c.children)
    return any(t.lower_ in {"which", "whom"} for t in relatives)


def _conditional(verb: Token) -> bool:
    """Whether a clause only says when something would be so ("once the treaty enters into force")."""
    present = verb.tag_ in {"VBZ", "VBP"} or any(
        c.dep_ in {"aux", "auxpass"} and c.tag_ in {"VBZ", "VBP"} for c in verb.children
    )
    return present and any(c.lower_ in {"when", "once", "if", "until", "unless", "before", "till"} for c in verb.lefts)


def _weakened(status: AgreementStatus, modality: str) -> AgreementStatus:
    """What a status comes to when its verb is only promised, possible or denied."""
    if modality == "actual" or status in _OPEN:
        return status
    if status in {"suspended", "terminated"}:
        return "in_force"
    return "agreed" if modality == "pledged" else "proposed"
