"""Verbs that tell of a meeting, and of what kind it is."""

from __future__ import annotations

from graph.claim import MeetingKind
from ingest.reader.act.frame import Frames
from ingest.reader.meeting.encounter import encounter_places
from ingest.reader.meeting.instrument import by_instrument
from ingest.reader.meeting.occasion import Occasion, Telling
from ingest.reader.meeting.person import is_person
from ingest.reader.meeting.side import TIMES
from ingest.reader.meeting.words import meeting_words
from ingest.reader.text.date import MONTHS
from ingest.reader.tree.parse import Parsed
from ingest.reader.tree.role import is_passive
from ingest.reader.tree.syntax import THIRD
from ingest.reader.tree.tree import Token
from ingest.reader.who.mention import Form


def verb_occasion(verb: Token, parsed: Parsed, frames: Frames) -> Occasion | None:
    """What a verb tells of a meeting: by who does it, by its frame, by the company that it means, by word or deed."""
    return (
        _by_subject(verb, parsed)
        or _by_frame(verb, frames)
        or (None if _elsewhere(verb, frames) else _by_company(verb, parsed) or _by_deed(verb, parsed))
    )


def _by_subject(verb: Token, parsed: Parsed) -> Occasion | None:
    """Negotiators at work, people who see something together, governments that call in an envoy."""
    words = meeting_words()
    negotiators = any(c.dep_ == "nsubj" and c.lemma_.lower() in words.negotiator for c in verb.children)
    if negotiators and verb.lemma_.lower() in words.striving:
        return Occasion(verb, "negotiation", Telling.VERB, ("with",), complete=True)
    if _together_somewhere(verb, parsed):
        return Occasion(verb, "bilateral_meeting", Telling.JOINT)
    if verb.lemma_.lower() in words.summon_verbs and _summons(verb, parsed):
        return Occasion(verb, "bilateral_meeting", Telling.SUMMONS)
    return None


def _by_frame(verb: Token, frames: Frames) -> Occasion | None:
    frame = frames.of_verb(verb)
    if frame is None or frame.meeting is None or _elsewhere(verb, frames) or _by_object(verb, frames):
        return None
    return Occasion(verb, _kind_of_verb(verb, frame.meeting), Telling.VERB, frame.to)


def _elsewhere(verb: Token, frames: Frames) -> bool:
    """Whether they only negotiated while something else happened, or went where many gather."""
    frame = frames.of_verb(verb)
    if frame is None:
        return False
    return (frame.meeting == "negotiation" and _over(verb)) or (frame.meeting == "visit" and _to_gathering(verb))


def _by_company(verb: Token, parsed: Parsed) -> Occasion | None:
    if _sends(verb):
        return Occasion(verb, "visit", Telling.VERB, ("to",), complete=True)
    if _stays(verb, parsed):
        return Occasion(verb, "visit", Telling.VERB, ("in", "at"))
    places = encounter_places(verb, parsed)
    if not places:
        return None
    apart = verb.lemma_.lower() in meeting_words().apart
    return Occasion(verb, _kind_of_verb(verb, "bilateral_meeting"), Telling.VERB, places, True, apart)


def _sends(verb: Token) -> bool:
    """Whether a government sends people who will speak for it ("is to send a mission to")."""
    missions = {"mission", "delegation", "envoy", "emissary", "minister"}
    return verb.lemma_.lower() in {"send", "dispatch"} and any(
        c.dep_ == "dobj" and c.lemma_.lower() in missions for c in verb.children
    )


def _by_deed(verb: Token, parsed: Parsed) -> Occasion | None:
    """What one says to another, what they do together, what a host does to a guest, what goes by telephone."""
    words, lemma = meeting_words(), verb.lemma_.lower()
    if lemma in words.telling and _person_told(verb, parsed):
        return Occasion(verb, _kind_of_verb(verb, "bilateral_meeting"), Telling.WORD)
    if lemma == "follow" and (not _dated_alone(verb) or is_passive(verb)):
        return None
    if told_by(verb, words.joint) and not _swaps_things(verb):
        return Occasion(verb, _kind_of_verb(verb, "bilateral_meeting"), Telling.JOINT)
    if _touches(verb, parsed):
        return Occasion(verb, "bilateral_meeting", Telling.TOUCH)
    if by_instrument(verb) and lemma in {"speak", "talk", "be", "discuss", "address", "join"}:
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


def _swaps_things(verb: Token) -> bool:
    """Whether what is exchanged is sent, not handed over by people who meet ("exchange data with")."""
    swapped = [c.lemma_.lower() for c in verb.children if c.dep_ in {"dobj", "nsubjpass"}]
    return verb.lemma_.lower() == "exchange" and bool(swapped) and not set(swapped) & meeting_words().handed


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
        return not any(c.dep_ == "aux" and c.lower_ == "had" for c in verb.children)
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
    if by_instrument(verb) or _in_call(verb) or (verb.dep_ == "advcl" and verb.head.lemma_.lower() in _CALLING):
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
    if had_done(verb) is not None:
        return [verb.head]
    return [g for c in verb.children if c.dep_ == "prep" and c.lower_ in {"in", "for"} for g in c.children]


def had_done(verb: Token) -> Token | None:
    """The "had" of what somebody had done to another ("had the envoy summoned")."""
    above = verb.head.head
    caused = verb.dep_ == "acl" and verb.tag_ == "VBN" and verb.head.dep_ == "dobj" and above.lemma_.lower() == "have"
    return above if caused else None


def _person_told(verb: Token, parsed: Parsed) -> bool:
    """Whether one person says it to another, at least one of them named."""
    said = [c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass", "dobj", "dative"} and c.pos_ != "ADP"]
    said += [g for c in verb.children if c.dep_ == "agent" for g in c.children]
    people = [t for t in said if is_person(t, parsed)]
    return len(people) > 1 and any((m := parsed.mention(t)) and m.leader is not None for t in people)
