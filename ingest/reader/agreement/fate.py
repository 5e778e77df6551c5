"""Fate: where an agreement stands by one word that governs its name, and how real that word is."""

from __future__ import annotations

from graph.claim import AgreementStatus
from ingest.reader.agreement.noun import Term
from ingest.reader.agreement.words import YEAR, agreement_words, governors
from ingest.reader.tree.modality import modality_of, negated
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
STARTING = frozenset(
    {"enter", "enter force", "come force", "take effect", "go force", "come effect", "go effect", "start", "begin"}
)
_CARRYING = frozenset({"go ahead", "proceed", "go forward", "renew", "honour", "honor"})
EXPIRING = frozenset({"expire", "run out", "lapse"})
_REFUSING = frozenset({"refuse", "decline", "reject"})
_OPEN = frozenset({"proposed", "under_negotiation"})
_WHEN = frozenset({"when", "once", "if", "until", "unless", "before", "till"})
BE = frozenset({"be", "remain", "stay"})


def state_of(preposition: Token) -> AgreementStatus | None:
    """The status that "under negotiation", "in force", "on hold" tell."""
    nouns = (f"{preposition.lower_} {c.lemma_.lower()}" for c in preposition.children if c.dep_ == "pobj")
    return next((governors()[noun] for noun in nouns if noun in governors()), None)


def fate_of(governor: Token, term: Term) -> AgreementStatus | None:
    """The status that one governing word gives, weakened where it is only promised, possible or denied."""
    if governor.pos_ == "ADP":
        return state_of(governor)
    if governor.pos_ == "NOUN" and governor.lemma_.lower() in agreement_words().pieces:
        return _in_part(governor)
    word = verbal(governor)
    status = told_by(governor)
    if term.kind == "loan" and word in _GIVEN and governor.tag_ in {"VBD", "VBN"} and reality(governor) == "actual":
        return "in_force"
    if _by_court(governor) and status in {"proposed", "suspended"}:
        status = "suspended"
    if ratifying(governor):
        status = "agreed" if term.kind == "loan" else "ratified"
    elif status == "terminated" and _by_house(governor):
        status = "signed"  # "the assembly threw out the treaty"
    if status is None or conditional(governor):
        return None
    if governor.pos_ not in {"VERB", "AUX"}:
        return _talks(governor) if status == "under_negotiation" else _nominal(governor, status, term)
    return _by_verb(governor, status, term)


def _by_verb(verb: Token, status: AgreementStatus, term: Term) -> AgreementStatus:
    """What a verb that gives `status` comes to by how near, real and scheduled it is."""
    word, modality = verbal(verb), reality(verb)
    if nearing(verb) and status in {"signed", "agreed"}:
        return "under_negotiation"
    if modality == "pledged" and status in {"suspended", "terminated"} and _resolved(verb):
        return status
    if modality == "actual":
        if word in STARTING and _scheduled(verb):
            return "agreed"
        if status == "under_negotiation" and _finished(verb):
            return "agreed"
        if word in EXPIRING and verb.tag_ in {"VBZ", "VBP"}:
            return "in_force"
    return _weakened(status, modality, verb, term)


def told_by(verb: Token) -> AgreementStatus | None:
    """The status that a word gives when it is actual; of "be", what it says the agreement is ("is on hold")."""
    if verb.lemma_ in BE:
        for child in verb.children:
            state = state_of(child) if child.dep_ == "prep" else _quality(child) if child.dep_ == "acomp" else None
            if state is not None:
                return state
    return governors().get(verbal(verb)) or governors().get(verb.lemma_.lower())


def _quality(adjective: Token) -> AgreementStatus | None:
    """The status that an adjective tells of its subject ("is valid", "is ready for signature")."""
    return None if modality_of(adjective) == "negated" else governors().get(f"be {adjective.lemma_.lower()}")


def nearing(verb: Token) -> bool:
    """Whether the act is only come near to ("close to signing", "progress in concluding", "on the verge of")."""
    if verb.tag_ != "VBG" or verb.dep_ != "pcomp" or verb.head.pos_ != "ADP":
        return False
    above = verb.head.head
    made = [c for c in above.children if c.dep_ == "dobj"] if above.pos_ == "VERB" else []
    return any(t.lemma_.lower() in agreement_words().nearing for t in (above, *made))


def _resolved(verb: Token) -> bool:
    """Whether the act is what somebody has decided ("decided to scrap", "the decision to withdraw")."""
    above = verb.head
    if verb.dep_ not in {"xcomp", "acl"} or above.lemma_.lower() not in agreement_words().resolving:
        return False
    return modality_of(above) == "actual"


def _in_part(piece: Token) -> AgreementStatus | None:
    """What it says of an agreement that parts of it are agreed ("agreed on several articles of a treaty")."""
    verb = piece.head.head if piece.head.pos_ == "ADP" else piece.head
    agreed = verb.pos_ == "VERB" and governors().get(verb.lemma_.lower()) == "agreed" and reality(verb) == "actual"
    return "under_negotiation" if agreed else None


def reality(verb: Token) -> str:
    """The verb's modality; what somebody stops short of is denied, what somebody presses for is only possible."""
    if _short_of(verb) or (verb.dep_ == "xcomp" and verb.head.lemma_ == "remain"):
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


def verbal(governor: Token) -> str:
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


def _weakened(status: AgreementStatus, modality: str, verb: Token, term: Term) -> AgreementStatus:
    """What a status comes to when its verb is only promised, possible or denied."""
    word, known = verbal(verb), term.pointing or term.proper
    if modality == "actual" or (status in _OPEN and word not in agreement_words().keeping):
        return status
    if modality == "negated" and word in _CARRYING:
        return "terminated"
    if word in agreement_words().keeping and not (word == "extend" and term.kind == "loan"):
        return "in_force"
    if status in {"suspended", "terminated"}:
        return "in_force"
    if status == "ratified":
        return "signed"
    if word in _FINISHING and modality != "negated":
        return "under_negotiation"
    if modality == "negated" and status == "signed" and known and verb.head.lemma_.lower() not in _REFUSING:
        return "agreed"  # "has yet to sign the treaty"
    return "agreed" if modality == "pledged" else "proposed"


def denied(verb: Token) -> bool:
    """Whether a verb of settling is plainly denied ("will not sign a pact"), and not only for now ("has not yet")."""
    settling = told_by(verb) in {"signed", "agreed"} or verb.lemma_ == "enter"
    if verb.pos_ != "VERB" or not settling or verbal(verb) in _CARRYING | STARTING - {"enter"}:
        return False
    if not negated(verb):
        return False
    return not any(c.lower_ in {"yet", "still"} for c in verb.children)


def pending(governor: Token) -> bool:
    """Whether the word says that the agreement is not ratified, or does not apply yet."""
    word = verbal(governor)
    status = governors().get(word) or governors().get(governor.lemma_.lower())
    waiting = status == "ratified" or word in STARTING
    return waiting and governor.pos_ == "VERB" and reality(governor) in {"negated", "possible", "pledged"}


def ratifying(verb: Token) -> bool:
    """Whether a parliament passes what it says ("the Senate approved the treaty")."""
    if verb.pos_ != "VERB" or not _by_house(verb):
        return False
    return verb.lemma_.lower() in agreement_words().passing or verbal(verb) in agreement_words().passing


def _by_court(verb: Token) -> bool:
    """Whether judges do what the verb says ("the court blocked the agreement")."""
    return any(c.dep_ == "nsubj" and c.lemma_.lower() in {"court", "judge", "tribunal"} for c in verb.children)


def _by_house(verb: Token) -> bool:
    """Whether a parliament does what the verb says."""
    houses = [c for c in verb.children if c.dep_ == "nsubj"]
    houses += [c for p in verb.children if p.dep_ == "agent" for c in p.children if c.dep_ == "pobj"]
    return any(c.lemma_.lower() in agreement_words().houses for c in houses)


def _scheduled(verb: Token) -> bool:
    """Whether a present form tells of a day to come ("takes effect in June"); headlines tell of the past so."""
    if verb.tag_ not in {"VBZ", "VBP"} or verb.doc[-1].text != ".":
        return False
    return any(t.lower_ in agreement_words().dates or YEAR.fullmatch(t.text) for t in verb.subtree if t.i > verb.i)


def _nominal(noun: Token, status: AgreementStatus, term: Term) -> AgreementStatus:
    """What a noun ("the ratification of") says, in the light of its verb ("froze the ratification of")."""
    verb, direct = _verb_of(noun)
    over = governors().get(verbal(verb)) if verb.pos_ == "VERB" and direct else None
    stopped = over in {"suspended", "terminated"} and modality_of(verb) == "actual"
    if status == "in_force":
        return over if stopped and over is not None else status
    delayed = verb.lemma_.lower() in agreement_words().delays and direct
    awaited = direct and verb.lemma_.lower() in agreement_words().awaiting
    if status == "signed" and over in _OPEN and not (awaited or term.pointing or term.proper):
        return "proposed"  # "discussed the signing of a memorandum"
    if stopped or delayed or awaited or over in _OPEN or modality_of(noun) != "actual":
        return "signed" if status == "ratified" else "agreed" if status == "signed" else status
    return status


def _verb_of(noun: Token) -> tuple[Token, bool]:
    """The verb above a noun, and whether that befalls what the noun says ("looks forward to the signing of")."""
    above = noun.head
    if noun.dep_ == "pobj" and above.lower_ in {"for", "to", "on", "about", "towards", "toward"}:
        return above.head, above.head.pos_ == "VERB"
    return above, noun.dep_ in {"dobj", "nsubjpass"}


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
    status = told_by(verb) if verb.pos_ in {"VERB", "AUX"} else None
    if verb.lemma_.lower() in _FINISHING and modality_of(verb) == "actual":
        return "agreed"
    broken = status in {"suspended", "terminated"} and modality_of(verb) == "actual"
    return "suspended" if broken else "under_negotiation"


def conditional(verb: Token) -> bool:
    """Whether a clause only says when something would be so ("once the treaty enters into force")."""
    present = verb.tag_ in {"VBZ", "VBP"} or any(
        c.dep_ in {"aux", "auxpass"} and c.tag_ in {"VBZ", "VBP"} for c in verb.children
    )
    return present and any(c.lower_ in _WHEN for c in verb.lefts)
