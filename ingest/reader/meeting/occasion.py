"""Occasions: the words of a sentence that tell of a meeting, and of what kind it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from graph.claim import MeetingKind
from ingest.reader.act.frame import Frames
from ingest.reader.meeting.encounter import encounter_places, is_meal
from ingest.reader.meeting.person import is_person
from ingest.reader.meeting.side import TIMES
from ingest.reader.meeting.words import meeting_words
from ingest.reader.text.date import MONTHS
from ingest.reader.tree.parse import Parsed
from ingest.reader.tree.syntax import THIRD, is_passive, lemma_of
from ingest.reader.tree.tree import Token
from ingest.reader.who.mention import Form


class Telling(Enum):
    """How words tell of a meeting."""

    NOUN = "noun"  # talks with, during a visit to
    VERB = "verb"  # met, telephoned
    JOINT = "joint"  # the two presidents signed, he and the premier agreed
    SUMMONS = "summons"  # summoned the ambassador
    TOUCH = "touch"  # he received him, she saw her off: only adds to a visit
    WORD = "word"  # the president told the chancellor


TOLD = frozenset({Telling.NOUN, Telling.VERB})
"""The ways in which words of meeting tell of one."""


@dataclass(frozen=True, slots=True)
class Occasion:
    """A word that tells of a meeting."""

    trigger: Token
    kind: MeetingKind
    telling: Telling
    places: tuple[str, ...] = ()
    complete: bool = False
    """Whether the words themselves must name all who take part."""
    loose: bool = False
    """Whether it may be a moment of a larger meeting."""


def find_occasions(parsed: Parsed, frames: Frames) -> Iterator[Occasion]:
    """The occasions of a sentence in the order of their words."""
    for token in parsed.doc:
        if parsed.mention(token):
            continue
        if token.pos_ in {"VERB", "AUX"}:
            found = _of_verb(token, parsed, frames)
        elif _two_plus_two(token):
            found = Occasion(token, "dialogue", Telling.NOUN, _PLACES)
        elif token.pos_ in {"NOUN", "PROPN"} and token.dep_ not in {"compound", "nmod"}:
            found = _of_noun(token, frames)
        else:
            continue
        if found:
            yield found


def _two_plus_two(token: Token) -> bool:
    """Whether the word is the middle of "two-plus-two" or "2+2"."""
    if token.lower_ not in {"plus", "+"} or not 0 < token.i < len(token.doc) - 1:
        return False
    around = token.doc[max(0, token.i - 2) : token.i + 3]
    return sum(t.lower_ in {"two", "2"} for t in around) == 2


def _of_noun(noun: Token, frames: Frames) -> Occasion | None:
    words, lemma = meeting_words(), lemma_of(noun)
    if lemma == "call" and any(c.lower_ == "courtesy" for c in noun.children):
        return Occasion(noun, "bilateral_meeting", Telling.NOUN, (*_PLACES, "on", "to"))
    if lemma == "table" and _negotiating(noun):
        return Occasion(noun, "negotiation", Telling.NOUN, _PLACES, complete=True)
    if lemma == "credential" and noun.dep_ == "dobj":
        return Occasion(noun, "bilateral_meeting", Telling.NOUN, (*_PLACES, "to"), complete=True)
    if lemma == "guest" and noun.dep_ == "attr":
        return Occasion(noun, "visit", Telling.NOUN, ("of",), complete=True)
    if lemma == "call":
        return Occasion(noun, "call", Telling.NOUN, _PLACES) if _is_call(noun) else None
    if lemma == "round" and _of_talks(noun):
        return Occasion(noun, "negotiation", Telling.NOUN, _PLACES)
    if lemma in words.standing:
        if not _sits(noun) and not _attended(noun):
            return None
        return Occasion(noun, kind_of_body(noun), Telling.NOUN, _PLACES)
    if lemma in words.rite and noun.dep_ == "dobj" and noun.head.lemma_.lower() == "attend":
        return Occasion(noun, "visit", Telling.NOUN, ("of", "in", "at"), complete=True)
    if is_meal(noun):
        return Occasion(noun, "bilateral_meeting", Telling.NOUN, (*_PLACES, "for", "to"), complete=True)
    frame = frames.by_noun.get(lemma)
    if frame is None or frame.meeting is None or _of_standing(noun) or _beside_which(noun) or _only_help(noun):
        return None
    places = (*_PLACES, "to", "in", "at") if frame.meeting == "visit" else _PLACES
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
    return noun.dep_ == "pobj" and head.lower_ == "of" and head.head.lemma_.lower() in meeting_words().margin


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


_PLACES = ("with", "between", "of", "among", "from", "by")


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
    if before & words.instrument or _by_instrument(noun):
        return "call"
    in_talks = noun.dep_ == "pobj" and noun.head.lower_ == "in" and noun.head.head.lemma_ == "be"
    under_way = goes_on(noun) or noun.head.lemma_.lower() in _RESUMING
    sides = {g.lemma_.lower() for c in noun.children if c.lower_ in {"of", "between"} for g in c.children}
    under_way = under_way or bool(sides & {"delegation", *words.negotiator})
    if kind == "bilateral_meeting" and (before & words.matter or in_talks or under_way) and noun.tag_ == "NNS":
        return "negotiation"
    if kind in {"bilateral_meeting", "ministerial"} and any(_two_plus_two(t) for t in noun.subtree):
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


def goes_on(noun: Token) -> bool:
    """Whether talks are under way, or were for long ("talks are still going on", "talks, which have dragged on")."""
    verbs = [c for c in noun.subtree if c.dep_ == "relcl"]
    if noun.dep_ in {"nsubj", "nsubjpass"}:
        verbs += [noun.head, *(v for v in noun.head.conjuncts if v.pos_ == "VERB")]
    return any(
        {v.lemma_.lower(), *(f"{v.lemma_.lower()}+{c.lower_}" for c in v.children)} & meeting_words().lasting
        for v in verbs
    )


def _by_instrument(token: Token) -> bool:
    """Whether "by telephone", "over the phone", "on the line", "by video link" stands with the word or its verb."""
    words = meeting_words()
    return any(
        child.dep_ in {"prep", "agent"}
        and child.lower_ in {"by", "over", "on", "via", "through"}
        and any(g.lemma_.lower() in words.instrument for g in child.subtree if child in (g.head, g.head.head))
        for child in token.children
    )


def _of_verb(verb: Token, parsed: Parsed, frames: Frames) -> Occasion | None:
    words, lemma = meeting_words(), verb.lemma_.lower()
    if _together_somewhere(verb, parsed):
        return Occasion(verb, "bilateral_meeting", Telling.JOINT)
    if lemma in words.summon_verbs and _summons(verb, parsed):
        return Occasion(verb, "bilateral_meeting", Telling.SUMMONS)
    frame = frames.of_verb(verb)
    if frame is not None and frame.meeting == "negotiation" and _over(verb):
        return None
    if frame is not None and frame.meeting == "visit" and _to_gathering(verb):
        return None
    if frame is not None and frame.meeting is not None and not _by_object(verb, frames):
        return Occasion(verb, _kind_of_verb(verb, frame.meeting), Telling.VERB, frame.to)
    if _stays(verb, parsed):
        return Occasion(verb, "visit", Telling.VERB, ("in", "at"))
    if places := encounter_places(verb, parsed):
        return Occasion(
            verb, _kind_of_verb(verb, "bilateral_meeting"), Telling.VERB, places, True, lemma in words.apart
        )
    if lemma in words.telling and _person_told(verb, parsed):
        return Occasion(verb, _kind_of_verb(verb, "bilateral_meeting"), Telling.WORD)
    if lemma == "follow" and (not _dated_alone(verb) or is_passive(verb)):
        return None
    if told_by(verb, words.joint):
        return Occasion(verb, _kind_of_verb(verb, "bilateral_meeting"), Telling.JOINT)
    if _touches(verb, parsed):
        return Occasion(verb, "bilateral_meeting", Telling.TOUCH)
    if _by_instrument(verb) and lemma in {"speak", "talk", "be", "discuss", "address", "join"}:
        return Occasion(verb, "call", Telling.VERB, ("with", "to", "obj"))
    return None


def _together_somewhere(verb: Token, parsed: Parsed) -> bool:
    """Whether several people go and see something together ("he and his guest toured the port")."""
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    objects = [c for c in verb.children if c.dep_ == "dobj"]
    if verb.lemma_.lower() not in {"tour", "visit"} or subject is None or not objects:
        return False
    people = [t for t in (subject, *subject.conjuncts) if is_person(t, parsed)]
    return len(people) > 1 and not any(parsed.mention(t) for o in objects for t in o.subtree)


def _touches(verb: Token, parsed: Parsed) -> bool:
    """Whether a named person does something to another who is there ("kept him for two hours", "will be her host")."""
    if verb.lemma_.lower() in meeting_words().distant:
        return False
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    objects = [c for c in verb.children if c.dep_ in {"dobj", "dative", "attr"}]
    own = [o for o in objects if o.lower_ in THIRD - {"his", "himself", "herself"}]
    own += [o for o in objects if o.lemma_.lower() in {"host", "guest"} and any(c.dep_ == "poss" for c in o.children)]
    return bool(own) and subject is not None and (m := parsed.mention(subject)) is not None and m.leader is not None


def _dated_alone(verb: Token) -> bool:
    """Whether somebody "followed" with no object, on a day: they did as those before."""
    days = (g for c in verb.children if c.dep_ == "prep" and c.lower_ in {"on", "in"} for g in c.children)
    return not any(c.dep_ == "dobj" for c in verb.children) and any(
        g.lower_ in MONTHS or g.lower_ in TIMES for g in days
    )


def told_by(verb: Token, words: frozenset[str]) -> bool:
    """Whether a class has the verb, or the verb with one of its words ("compare+note")."""
    lemma = verb.lemma_.lower()
    return lemma in words or any(f"{lemma}+{c.lemma_.lower()}" in words for c in verb.children)


def _to_gathering(verb: Token) -> bool:
    """Whether somebody goes where many gather, and so to nobody in particular ("flew to Paris for the summit")."""
    phrases = [c for c in verb.children if c.dep_ == "prep" and c.lower_ in {"for", "at"}]
    phrases += [
        c for c in verb.children if c.dep_ in {"advcl", "xcomp"} and c.lemma_.lower() in {"attend", "address", "join"}
    ]
    return any(g.lemma_.lower() in meeting_words().gathering for phrase in phrases for g in phrase.subtree)


def _stays(verb: Token, parsed: Parsed) -> bool:
    """Whether somebody is due, expected or is in a place."""
    lemma = verb.lemma_.lower()
    if lemma == "expect" and any(c.dep_ == "auxpass" for c in verb.children):
        return True
    if lemma == "be" and any(c.dep_ == "acomp" and c.lower_ in {"due", "expected", "back"} for c in verb.children):
        return True
    if lemma != "be" and not (lemma == "spend" and any(c.lemma_.lower() in TIMES for c in verb.children)):
        return False
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    visitor = subject is not None and (is_person(subject, parsed) or subject.lower_ in {"delegation", "mission"})
    return visitor and _in_seat(verb, parsed)


def _in_seat(verb: Token, parsed: Parsed) -> bool:
    """Whether "in" or "at" with the verb gives a seat of government."""
    nouns = (g for c in verb.children if c.dep_ == "prep" and c.lower_ in {"in", "at"} for g in c.children)
    return any((m := parsed.mention(n)) is not None and m.form in {Form.SEAT, Form.METONYM} for n in nouns)


def _over(verb: Token) -> bool:
    """Whether they negotiated while something else happened ("was being negotiated", "had been negotiating")."""
    helpers = [c.lower_ for c in verb.children if c.dep_ in {"aux", "auxpass"}]
    return ("being" in helpers and "was" in helpers) or ("been" in helpers and "had" in helpers)


def _kind_of_verb(verb: Token, kind: MeetingKind) -> MeetingKind:
    if _by_instrument(verb) or _in_call(verb) or (verb.dep_ == "advcl" and verb.head.lemma_.lower() in _CALLING):
        return "call"
    under_way = verb.tag_ == "VBG" and any(c.dep_ == "aux" and c.lower_ in {"is", "are"} for c in verb.children)
    return "negotiation" if under_way and verb.lemma_.lower() == "discuss" else kind


_CALLING = frozenset({"ring", "telephone", "phone", "dial"})


def _in_call(verb: Token) -> bool:
    """Whether it is done "in a call", "during a telephone conversation"."""
    return any(
        g.lemma_.lower() in {"call", *meeting_words().instrument}
        or any(c.dep_ == "compound" and c.lemma_.lower() in meeting_words().instrument for c in g.children)
        for child in verb.children
        if child.dep_ == "prep" and child.lower_ in {"in", "during"}
        for g in child.children
        if g.dep_ == "pobj"
    )


def _by_object(verb: Token, frames: Frames) -> bool:
    """Whether the verb only lends itself to a noun that tells of the meeting ("held talks", "talks held in")."""
    nouns = [c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"}]
    if verb.dep_ in {"acl", "relcl"}:
        nouns.append(verb.head)
    return verb.lemma_.lower() in _LIGHT and any(
        (other := frames.by_noun.get(n.lemma_.lower())) is not None and other.meeting is not None for n in nouns
    )


_LIGHT = frozenset(
    {"hold", "have", "conduct", "begin", "open", "start", "resume", "continue", "conclude", "make", "host", "mediate"}
)


def _summons(verb: Token, parsed: Parsed) -> bool:
    words, lemma = meeting_words(), verb.lemma_.lower()
    particles = {c.lower_ for c in verb.children if c.dep_ in {"prt", "prep", "advmod"}}
    if lemma == "send" and "for" not in particles:
        return False
    if lemma == "call" and not particles & {"in", "to"}:
        return False
    for called in called_in(verb):
        mention = parsed.mention(called)
        if mention is not None and mention.leader is not None and mention.leader.role in {"ambassador", "envoy"}:
            return True
        named = [called, *(c for c in called.children if c.dep_ == "compound")]
        if any(t.lemma_.lower() in words.summoned for t in named):
            return True
        if lemma == "summon" and mention is not None and mention.form is Form.LEADER:
            return True
    return False


def called_in(verb: Token) -> list[Token]:
    """Whom a verb of summoning has for its object, that of its particle included ("called in the envoy")."""
    own = [c for c in verb.children if c.dep_ in {"dobj", "nsubjpass", "oprd"}]
    if own:
        return own
    return [g for c in verb.children if c.dep_ == "prep" and c.lower_ in {"in", "for"} for g in c.children]


def _person_told(verb: Token, parsed: Parsed) -> bool:
    """Whether one person says it to another, at least one of them named."""
    said = [c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass", "dobj", "dative"} and c.pos_ != "ADP"]
    said += [g for c in verb.children if c.dep_ == "agent" for g in c.children]
    people = [t for t in said if is_person(t, parsed)]
    return len(people) > 1 and any((m := parsed.mention(t)) and m.leader is not None for t in people)
