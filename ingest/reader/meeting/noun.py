"""Nouns that tell of a meeting, and of what kind it is."""

from __future__ import annotations

from graph.claim import MeetingKind
from ingest.reader.act.frame import Frames
from ingest.reader.meeting.encounter import is_meal
from ingest.reader.meeting.instrument import by_instrument
from ingest.reader.meeting.occasion import PLACES, Occasion, Telling
from ingest.reader.meeting.side import TIMES
from ingest.reader.meeting.words import meeting_words
from ingest.reader.text.date import MONTHS
from ingest.reader.tree.syntax import lemma_of
from ingest.reader.tree.tree import Token


def two_plus_two(token: Token) -> bool:
    """Whether the word is the middle of "two-plus-two" or "2+2"."""
    if token.lower_ not in {"plus", "+"} or not 0 < token.i < len(token.doc) - 1:
        return False
    around = token.doc[max(0, token.i - 2) : token.i + 3]
    return sum(t.lower_ in {"two", "2"} for t in around) == 2


def noun_occasion(noun: Token, frames: Frames) -> Occasion | None:
    words, lemma = meeting_words(), lemma_of(noun)
    if lemma == "call" and any(c.lower_ == "courtesy" for c in noun.children):
        return Occasion(noun, "bilateral_meeting", Telling.NOUN, (*PLACES, "on", "to"))
    if lemma == "conference" and any(c.lemma_.lower() in words.instrument for c in noun.children):
        return Occasion(noun, "call", Telling.NOUN, PLACES)
    if lemma == "table" and _negotiating(noun):
        return Occasion(noun, "negotiation", Telling.NOUN, PLACES, complete=True)
    if lemma == "credential" and noun.dep_ == "dobj":
        return Occasion(noun, "bilateral_meeting", Telling.NOUN, (*PLACES, "to"), complete=True)
    if lemma == "guest" and noun.dep_ == "attr":
        return Occasion(noun, "visit", Telling.NOUN, ("of",), complete=True)
    if lemma == "call":
        return Occasion(noun, "call", Telling.NOUN, PLACES) if _is_call(noun) else None
    if lemma == "round" and _of_talks(noun):
        return Occasion(noun, "negotiation", Telling.NOUN, PLACES)
    if lemma in words.standing:
        if not _sits(noun) and not _attended(noun) and not _chaired(noun):
            return None
        return Occasion(noun, kind_of_body(noun), Telling.NOUN, PLACES)
    if lemma in words.rite and noun.dep_ == "dobj" and noun.head.lemma_.lower() == "attend":
        return Occasion(noun, "visit", Telling.NOUN, ("of", "in", "at"), complete=True)
    if is_meal(noun):
        return Occasion(noun, "bilateral_meeting", Telling.NOUN, (*PLACES, "for", "to"), complete=True)
    frame = frames.by_noun.get(lemma)
    if (
        frame is None
        or frame.meeting is None
        or _in_general(noun)
        or _of_standing(noun)
        or _beside_which(noun)
        or _only_help(noun)
    ):
        return None
    places = (*PLACES, "to", "in", "at") if frame.meeting == "visit" else PLACES
    return Occasion(noun, _kind_of_noun(noun, frame.meeting), Telling.NOUN, places)


def _sits(noun: Token) -> bool:
    """Whether the body is the subject of a verb of sitting, or is to sit."""
    if noun.dep_ not in {"nsubj", "nsubjpass"}:
        return False
    verbs = [noun.head, *(c for c in noun.head.children if c.dep_ == "xcomp")]
    return any(v.lemma_.lower() in meeting_words().sitting for v in verbs)


def _negotiating(noun: Token) -> bool:
    """Whether it is the table at which people negotiate ("the negotiating table", "went back to the table")."""
    described = any(c.lower_ in {"negotiating", "negotiation", "peace", "bargaining"} for c in noun.children)
    to = noun.dep_ == "pobj" and noun.head.lower_ == "to"
    back = to and (noun.head.head.lower_ == "back" or noun.head.head.lemma_.lower() in {"return", "come", "go", "get"})
    return described or back


def _beside_which(noun: Token) -> bool:
    """Whether others met beside it ("on the sidelines of the summit")."""
    head = noun.head
    if noun.dep_ == "dobj" and head.dep_ == "pcomp":  # "on the eve of opening the summit"
        head = head.head
    return head.dep_ == "prep" and head.lower_ == "of" and head.head.lemma_.lower() in meeting_words().margin


def _in_general(noun: Token) -> bool:
    """Whether visits are spoken of as a practice ("more high-level visits", "the exchange of visits")."""
    if noun.tag_ != "NNS":
        return False
    described = {c.lower_ for c in noun.children if c.dep_ in {"amod", "compound"}}
    of = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else noun.head
    return bool(described & _PRACTICE) or of.lemma_.lower() in {"exchange", "frequency", "pace", "number", "tradition"}


_PRACTICE = frozenset({"mutual", "reciprocal", "regular", "frequent", "level", "high-level", "top-level"})


def _only_help(noun: Token) -> bool:
    """Whether mediation is only what helps others to meet ("met under Qatari mediation")."""
    return (
        lemma_of(noun) == "mediation" and noun.dep_ == "pobj" and noun.head.lower_ in {"under", "through", "with", "to"}
    )


def _of_talks(noun: Token) -> bool:
    """Whether a "round" is one of talks, though it does not say so ("a further round with")."""
    if any(c.dep_ == "prep" and c.lower_ == "of" for c in noun.children):
        return False
    before = {c.lower_ for c in noun.children if c.dep_ == "amod"}
    sided = any(c.dep_ == "prep" and c.lower_ in {"with", "between"} for c in noun.children)
    return bool(before & _ROUNDS) and (sided or noun.dep_ in {"nsubj", "nsubjpass"})


_ROUNDS = frozenset(
    {
        "first",
        "second",
        "third",
        "fourth",
        "fifth",
        "sixth",
        "further",
        "next",
        "new",
        "final",
        "last",
        "latest",
        "another",
        "fresh",
        "earlier",
        "previous",
    }
)


def _chaired(noun: Token) -> bool:
    return noun.dep_ == "dobj" and noun.head.lemma_.lower() in {"chair", "co-chair", "cochair"}


def _attended(noun: Token) -> bool:
    """Whether somebody is somewhere for the body's session ("is in Moscow for the intergovernmental commission")."""
    described = any(c.lower_ in {"joint", "intergovernmental", "mixed", "binational"} for c in noun.children)
    return described and noun.dep_ == "pobj" and noun.head.lower_ in {"for", "at"}


def _of_standing(noun: Token) -> bool:
    """Whether a session is told by the body that sits ("the joint commission will hold its session")."""
    head = noun.head
    return noun.dep_ == "dobj" and any(
        c.dep_ == "nsubj" and c.lemma_.lower() in meeting_words().standing for c in head.children
    )


def _is_call(noun: Token) -> bool:
    """Whether "call" is one that is made by telephone, not one for something."""
    words = meeting_words()
    if any(c.lemma_.lower() in words.instrument for c in noun.children):
        return True
    if any(c.dep_ == "prep" and c.lower_ in {"for", "on", "to"} and not _on_day(c) for c in noun.children):
        return False
    head = noun.head
    if head.pos_ == "ADP":
        return head.lower_ in {"in", "during", "after", "by"} and not any(c.dep_ == "poss" for c in noun.children)
    return noun.dep_ == "dobj" and head.lemma_.lower() in words.call_verbs


def _on_day(preposition: Token) -> bool:
    return any(g.lower_ in MONTHS or g.lower_ in TIMES for g in preposition.children)


def _kind_of_noun(noun: Token, kind: MeetingKind) -> MeetingKind:
    words = meeting_words()
    before = {c.lemma_.lower() for c in noun.children if c.dep_ in {"compound", "amod", "nmod"}}
    if before & words.instrument or by_instrument(noun):
        return "call"
    in_talks = noun.dep_ == "pobj" and noun.head.lower_ == "in" and noun.head.head.lemma_ == "be"
    under_way = goes_on(noun) or noun.head.lemma_.lower() in _RESUMING
    sides = {g.lemma_.lower() for c in noun.children if c.lower_ in {"of", "between"} for g in c.children}
    under_way = under_way or _in_rounds(noun) or bool(sides & {"delegation", *words.negotiator})
    if kind == "bilateral_meeting" and (before & words.matter or in_talks or under_way) and noun.tag_ == "NNS":
        return "negotiation"
    if kind in {"bilateral_meeting", "ministerial"} and any(two_plus_two(t) for t in noun.subtree):
        return "dialogue"
    if kind == "bilateral_meeting" and before & {"ministerial"}:
        return "ministerial"
    if noun.lemma_.lower() == "consultation":
        return "dialogue"
    if before & words.standing or (noun.lemma_.lower() in {"session", "meeting", "round"} and _of_body(noun)):
        return kind_of_body(noun)
    return kind


def _of_body(noun: Token) -> bool:
    """Whether the session is that of a commission or a group at work, told with it or in the same sentence."""
    if noun.lemma_.lower() == "session":
        return any(t.lemma_.lower() in meeting_words().standing or t.lower_ == "group" for t in noun.doc)
    inside = [c for c in noun.children if c.dep_ in {"compound", "nmod"}]
    inside += [g for c in noun.children if c.dep_ == "prep" and c.lower_ == "of" for g in c.children]
    bodies = [t for t in inside if t.lemma_.lower() in meeting_words().standing or t.lower_ in {"group", "force"}]
    return any(
        t.lower_ not in {"group", "force"} or any(c.dep_ in {"compound", "amod"} for c in t.children) for t in bodies
    )


def kind_of_body(noun: Token) -> MeetingKind:
    """What a standing body's session is: of ministers a ministerial, else a dialogue."""
    ministers = {"minister", "ministers", "ministerial", "intergovernmental", "inter-governmental"}
    return "ministerial" if any(t.lower_ in ministers for t in noun.doc) else "dialogue"


_RESUMING = frozenset({"resume", "restart", "reopen", "relaunch", "revive"})


def _in_rounds(noun: Token) -> bool:
    """Whether the talks are told of by their rounds."""
    return noun.dep_ == "pobj" and noun.head.lower_ == "of" and lemma_of(noun.head.head) == "round"


def goes_on(noun: Token) -> bool:
    """Whether talks are under way, or were for long ("talks are still going on", "talks, which have dragged on")."""
    verbs = [c for c in noun.subtree if c.dep_ == "relcl"]
    if noun.dep_ in {"nsubj", "nsubjpass"}:
        verbs += [noun.head, *(v for v in noun.head.conjuncts if v.pos_ == "VERB")]
    return any(
        {v.lemma_.lower(), *(f"{v.lemma_.lower()}+{c.lower_}" for c in v.children)} & meeting_words().lasting
        for v in verbs
    )
