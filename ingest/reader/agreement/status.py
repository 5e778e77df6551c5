"""Where an agreement stands, by the words that govern its name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from graph.claim import AGREEMENT_STATUSES, AgreementStatus
from ingest.reader.agreement.name import Label
from ingest.reader.agreement.noun import Term
from ingest.reader.agreement.words import YEAR, agreement_words, governors
from ingest.reader.tree.modality import modality_of
from ingest.reader.tree.tree import Token

_GIVEN = frozenset(
    {
        "give",
        "grant",
        "provide",
        "lend",
        "extend",
        "disburse",
        "pay",
        "buy",
        "finance",
        "fund",
        "take",
        "receive",
        "get",
        "obtain",
        "borrow",
        "draw",
        "transfer",
        "build",
        "construct",
        "modernise",
    }
)
_FINISHING = frozenset({"conclude", "finish", "complete", "wrap up", "finalise", "finalize", "wrap", "clinch", "close"})
_STARTING = frozenset(
    {"enter", "enter force", "come force", "take effect", "go force", "come effect", "go effect", "start", "begin"}
)
_CARRYING = frozenset({"go ahead", "proceed", "go forward", "renew", "honour", "honor"})
_EXPIRING = frozenset({"expire", "run out", "lapse"})
_SETTLED = frozenset({"signed", "agreed", "ratified"})
_OPEN = frozenset({"proposed", "under_negotiation"})
_WHEN = frozenset({"when", "once", "if", "until", "unless", "before", "till"})
_COMING = frozenset({"leave", "return", "come", "emerge", "end", "conclude", "fly", "go"})
"""Verbs of those who come away "with" an agreement."""
_BE = frozenset({"be", "remain", "stay"})


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
    waits = False
    if _offer_refused(term.head):
        return Standing("proposed", True, refused=True)
    question = term.head.doc[-1].text == "?"
    for governor, depth in _governors(term, name):
        if _refuses(governor, term.head, depth):
            return Standing("proposed", True, refused=True)
        status = None if question else _status_of(governor, term)
        waits |= status is not None and pending(governor)
        if status in _SETTLED and _old(term, name, governor, year):
            status = "in_force"
        if status is not None:
            found.append(status)
        if depth > 0 and status is not None and status != "proposed":
            break
    if found:
        return Standing(max(found, key=AGREEMENT_STATUSES.index), True, pending=waits)
    if not question and _signed_before(term.head):
        return Standing("signed", True)
    return Standing(_untold(term, name, year), False, refused=_denied(term))


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
    if head.dep_ == "pobj" and head.head.lower_ == "under":
        return
    token, depth = head, 0
    while token.head != token and depth < 4:
        below, token = token, token.head
        depth += below.dep_ != "conj"
        if below.dep_ == "conj" and below.pos_ == "VERB":
            return
        if token.pos_ != "ADP" and _concerns(token, below, head):
            yield token, depth
        listing = below.dep_ == "relcl" and below.lemma_ == "be"
        if below.dep_ in {"relcl", "advcl", "ccomp", "parataxis"} and not listing:
            return


def _clauses(term: Term, name: Label) -> Iterator[Token]:
    """Participles and relative clauses on the name, and predicates of it ("under negotiation")."""
    words = agreement_words()
    doc = term.head.doc
    for i in range(term.first, name.right + 1):
        for child in doc[i].children:
            lemma = child.lemma_.lower()
            if child.dep_ == "prep" and i == term.head.i and _state(child) is not None:
                yield child
            if child.dep_ not in {"acl", "relcl", "amod"} or child.pos_ not in {"VERB", "ADJ", "AUX"}:
                continue
            if child.tag_ == "VBG" and child.dep_ == "amod":
                continue
            if child.tag_ == "VBD" and governors().get(lemma) == "proposed":
                continue
            if lemma not in words.helpers and not holds(child) and (i == term.head.i or child.i > name.right):
                yield child
    after = doc[min(name.right + 1, len(doc) - 1)]
    if after.tag_ == "VBD" and after.dep_ == "advcl" and not any(c.dep_ in {"nsubj", "mark"} for c in after.children):
        yield after  # "under a scheme agreed last week"
    if term.head.pos_ == "VERB":
        yield from (c for c in term.head.children if c.dep_ == "conj" and c.pos_ == "VERB")


def _state(preposition: Token) -> AgreementStatus | None:
    """The status that "under negotiation", "in force", "on hold" tell."""
    nouns = (f"{preposition.lower_} {c.lemma_.lower()}" for c in preposition.children if c.dep_ == "pobj")
    return next((governors()[noun] for noun in nouns if noun in governors()), None)


def _concerns(token: Token, below: Token, head: Token) -> bool:
    """Whether a word above the agreement's noun says what befell it, and is not what the agreement itself does."""
    named = {"oprd", "attr", "ccomp", *(["dobj"] if head.text[:1].isupper() else [])}
    if below.dep_ in named and token.lemma_.lower() in agreement_words().naming:
        return False
    if token.lemma_.lower() in agreement_words().amending and token.pos_ == "NOUN":
        return False
    if token.lemma_ == "leave" and below.dep_ == "prep" and below.lower_ == "with":
        return False
    if below is head and below.dep_ == "nsubj":
        if any(c.dep_ == "dobj" and c.lower_ not in {"effect", "force"} for c in token.children):
            return False
        return token.lemma_.lower() in agreement_words().life or token.lemma_ in _BE
    return True


def _status_of(governor: Token, term: Term) -> AgreementStatus | None:
    """The status that one governing word gives, weakened where it is only promised, possible or denied."""
    if governor.pos_ == "ADP":
        return _state(governor)
    word = _verbal(governor)
    status = governors().get(word) or governors().get(governor.lemma_.lower())
    if governor.lemma_ in _BE:
        status = next((s for c in governor.children if c.dep_ == "prep" and (s := _state(c))), status)
    if term.kind == "loan" and word in _GIVEN and governor.tag_ in {"VBD", "VBN"} and _modality(governor) == "actual":
        return "in_force"
    if _ratifying(governor):
        status = "ratified"
    if status is None or _conditional(governor):
        return None
    if governor.pos_ not in {"VERB", "AUX"}:
        return _talks(governor) if status == "under_negotiation" else _nominal(governor, status)
    modality = _modality(governor)
    if modality == "actual" and word in _STARTING and _scheduled(governor):
        return "agreed"
    if status == "under_negotiation" and modality == "actual" and _finished(governor):
        return "agreed"
    if modality == "actual" and word in _EXPIRING and governor.tag_ in {"VBZ", "VBP"}:
        return "in_force"
    return _weakened(status, modality, word)


def standing_of_pronoun(token: Token) -> Standing | None:
    """Where the verb of "it" puts what it stands for; None for verbs that befall other things as well."""
    verb = _fate(token)
    if verb is None or _conditional(verb):
        return None
    if pending(verb):
        return Standing("signed", True, pending=True)
    status = "ratified" if _ratifying(verb) else governors().get(_verbal(verb))
    return Standing(status, True) if status is not None and _modality(verb) == "actual" else None


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
    return verb if _verbal(verb) in _EXPIRING | _STARTING else None


def _modality(verb: Token) -> str:
    """The verb's modality; what somebody stops short of is denied, what somebody presses for is only possible."""
    if _short_of(verb):
        return "negated"
    modality = modality_of(verb)
    if modality == "actual" and any(c.dep_ == "aux" and c.lower_ in {"must", "needs", "ought"} for c in verb.children):
        return "pledged"
    if modality in {"pledged", "possible"} and _done(verb):
        return "actual"
    infinitive = any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)
    return "possible" if modality == "actual" and infinitive and verb.dep_ in {"relcl", "acl"} else modality


def _done(verb: Token) -> bool:
    """Whether a form is past though the parser joins it to an infinitive ("agreed to meet and signed a pact")."""
    if verb.tag_ not in {"VBD", "VBN"} or any(c.dep_ in {"aux", "auxpass"} for c in verb.children):
        return False
    shared = any(c.dep_ == "auxpass" or c.lower_ == "have" for c in verb.head.children)
    return verb.dep_ == "conj" and not shared


def _finished(verb: Token) -> bool:
    """Whether negotiating is over ("finished negotiating")."""
    return verb.dep_ in {"xcomp", "pcomp", "dobj"} and verb.head.lemma_.lower() in _FINISHING


def _verbal(governor: Token) -> str:
    """The verb with its particle or the noun that makes its sense: "walk away", "put name"."""
    lemma = governor.lemma_.lower()
    if governor.pos_ not in {"VERB", "AUX", "ADJ", "ADV"}:
        return lemma
    for child in governor.children:
        if f"{lemma} {child.lemma_.lower()}" in governors():
            return f"{lemma} {child.lemma_.lower()}"
        for inner in child.children:
            if child.dep_ == "prep" and f"{lemma} {inner.lemma_.lower()}" in governors():
                return f"{lemma} {inner.lemma_.lower()}"
    return lemma


def _weakened(status: AgreementStatus, modality: str, word: str) -> AgreementStatus:
    """What a status comes to when its verb is only promised, possible or denied."""
    if modality == "actual" or status in _OPEN:
        return status
    if modality == "negated" and word in _CARRYING:
        return "terminated"
    if status in {"suspended", "terminated"}:
        return "in_force"
    if status == "ratified":
        return "signed"
    if word in _FINISHING and modality != "negated":
        return "under_negotiation"
    return "agreed" if modality == "pledged" else "proposed"


def pending(governor: Token) -> bool:
    """Whether the word says that the agreement is not ratified, or does not apply yet."""
    word = _verbal(governor)
    status = governors().get(word) or governors().get(governor.lemma_.lower())
    waiting = status == "ratified" or word in _STARTING
    return waiting and governor.pos_ == "VERB" and _modality(governor) in {"negated", "possible", "pledged"}


def _ratifying(verb: Token) -> bool:
    """Whether a parliament passes what it says ("the Senate approved the treaty")."""
    words = agreement_words()
    if verb.pos_ != "VERB" or verb.lemma_.lower() not in words.passing:
        return False
    houses = [c for c in verb.children if c.dep_ == "nsubj"]
    houses += [c for p in verb.children if p.dep_ == "agent" for c in p.children if c.dep_ == "pobj"]
    return any(c.lemma_.lower() in words.houses for c in houses)


def _scheduled(verb: Token) -> bool:
    """Whether a present form tells of a day to come ("takes effect in June"); headlines tell of the past so."""
    if verb.tag_ not in {"VBZ", "VBP"} or verb.doc[-1].text != ".":
        return False
    return any(t.lower_ in agreement_words().dates or YEAR.fullmatch(t.text) for t in verb.subtree if t.i > verb.i)


def _nominal(noun: Token, status: AgreementStatus) -> AgreementStatus:
    """What a noun ("the ratification of") says, in the light of its verb ("froze the ratification of")."""
    verb = noun.head
    over = governors().get(_verbal(verb)) if verb.pos_ == "VERB" and noun.dep_ in {"dobj", "nsubjpass"} else None
    stopped = over in {"suspended", "terminated"} and modality_of(verb) == "actual"
    if status == "in_force":
        return over if stopped and over is not None else status
    delayed = verb.lemma_.lower() in agreement_words().delays and noun.dep_ in {"dobj", "nsubjpass"}
    if stopped or delayed or over in _OPEN or modality_of(noun) != "actual":
        return "signed" if status == "ratified" else "agreed" if status == "signed" else status
    return status


def _short_of(verb: Token) -> bool:
    """Whether somebody "stopped short of" the act."""
    return (
        verb.dep_ == "pcomp"
        and verb.head.lower_ == "of"
        and verb.head.i > 0
        and verb.doc[verb.head.i - 1].lower_ == "short"
    )


def _talks(noun: Token) -> AgreementStatus:
    """Talks on an agreement go on, unless their verb says that they were broken off."""
    verb = noun.head
    status = governors().get(_verbal(verb)) if verb.pos_ == "VERB" else None
    if verb.lemma_.lower() in _FINISHING and modality_of(verb) == "actual":
        return "agreed"
    broken = status in {"suspended", "terminated"} and modality_of(verb) == "actual"
    return "suspended" if broken else "under_negotiation"


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
        return lemma not in agreement_words().life and lemma not in _BE
    return verb.dep_ == "acl" and verb.tag_ == "VBG" and lemma not in agreement_words().life


def makes(verb: Token) -> bool:
    """Whether a verb tells what befell an agreement."""
    return _verbal(verb) in governors() or verb.lemma_ in _BE


def _conditional(verb: Token) -> bool:
    """Whether a clause only says when something would be so ("once the treaty enters into force")."""
    present = verb.tag_ in {"VBZ", "VBP"} or any(
        c.dep_ in {"aux", "auxpass"} and c.tag_ in {"VBZ", "VBP"} for c in verb.children
    )
    return present and any(c.lower_ in _WHEN for c in verb.lefts)


def _old(term: Term, name: Label, governor: Token, year: int | None) -> bool:
    """Whether the words date the agreement years back; a declaration does not come to apply."""
    if year is None or term.kind == "joint_statement":
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
    years = [int(t.text) for t in head.doc[name.left : name.right + 1] if YEAR.fullmatch(t.text)]
    if years:
        return "signed" if year is not None and max(years) >= year - 1 else "in_force"
    if not term.pointing and _ahead(head):
        return "proposed"
    if term.kind == "joint_statement":
        return "agreed"
    if head.dep_ == "pobj" and head.head.lower_ == "with" and head.head.head.lemma_ in _COMING:
        return "agreed"
    if head.dep_ == "pobj" and head.head.lower_ in {"under", "with", "by", "through", "from"}:
        return "in_force"
    if term.kind == "loan":
        return "agreed"
    return "in_force" if term.pointing or head.pos_ == "PROPN" else "agreed"


def _ahead(head: Token) -> bool:
    """Whether the agreement is the subject of what is only to come ("a plan of action will follow")."""
    verb = head.head
    return head.dep_ in {"nsubj", "nsubjpass"} and verb.pos_ == "VERB" and modality_of(verb) in {"pledged", "possible"}
