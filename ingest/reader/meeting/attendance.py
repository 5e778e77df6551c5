"""Attendance: who takes part in a meeting that words tell of."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.reader.lexicon import lexicon
from ingest.reader.meeting.occasion import Occasion, Telling, is_person, occasion_words
from ingest.reader.text.date import MONTHS, WEEKDAYS
from ingest.reader.tree.syntax import (
    NOBODY,
    THIRD,
    Found,
    Resolver,
    agent_by,
    is_passive,
    lemma_of,
    merged,
    objects_of_preposition,
    subject_of,
)
from ingest.reader.tree.tree import Token
from ingest.reader.who.mention import Form

MODIFYING = frozenset({"poss", "amod", "compound", "nmod"})
BESIDE = frozenset(
    {"after", "during", "at", "in", "following", "before", "for", "ahead", "amid", "on", "of", "by", "until"}
)


def attendance(resolver: Resolver, occasion: Occasion) -> Found:
    """The actors that take part; fewer than two where the sentence does not tell."""
    if occasion.telling is Telling.NOUN:
        found = _at_noun(resolver, occasion)
    elif occasion.telling is Telling.VERB:
        found = _at_verb(resolver, occasion)
    elif occasion.telling is Telling.JOINT:
        found = _together(resolver, occasion.trigger)
    elif occasion.telling is Telling.SUMMONS:
        found = _summoned(resolver, occasion.trigger)
    else:
        found = _told(resolver, occasion.trigger)
    return found


def personal(resolver: Resolver, token: Token) -> bool:
    """Whether the word may be people who act for a government: a name, a pronoun, a noun of people."""
    mention = resolver.parsed.mention(token)
    if mention is not None:
        return mention.form is not Form.ADJECTIVE or token.dep_ not in MODIFYING
    if token.pos_ in {"PRON", "DET"}:
        if token.lower_ in {"which", "that", "who"} and token.head.dep_ == "relcl":
            return personal(resolver, token.head.head)
        return token.lower_ not in {"what", "this", "there", "everyone", "nobody", "one"}
    return lemma_of(token) in occasion_words().person


def _who(resolver: Resolver, token: Token | None) -> Found:
    if token is None or not personal(resolver, token):
        return NOBODY
    return resolver.actors_of(token, True)


def _subject(resolver: Resolver, verb: Token) -> Found:
    subject, passive = subject_of(verb)
    return merged([_who(resolver, subject), _who(resolver, agent_by(verb) if passive else None)])


def _objects(resolver: Resolver, verb: Token) -> Iterator[Found]:
    for child in verb.children:
        if child.dep_ in {"dobj", "dative", "oprd"} and child.pos_ != "ADP":
            yield _who(resolver, child)


def _with(resolver: Resolver, token: Token, places: tuple[str, ...]) -> Found:
    return merged(resolver.actors_of(noun, True) for place in places for noun in _beside(token, place))


def _beside(token: Token, place: str) -> Iterator[Token]:
    """Objects of the preposition on the word, or on a time or a document that stands between ("sat down on Monday
    with", "is negotiating a contract with").
    """
    yield from objects_of_preposition(token, place)
    if place != "with":
        return
    for child in token.children:
        if child.dep_ == "dobj" and child.lemma_.lower() in lexicon().document:
            yield from objects_of_preposition(child, place)
        for noun in (child, *child.children) if child.dep_ in {"prep", "npadvmod"} else ():
            if noun.dep_ in {"pobj", "npadvmod"} and (noun.lemma_.lower() in _TIMES or noun.lower_ in _CALENDAR):
                yield from objects_of_preposition(noun, place)


_TIMES = frozenset(
    {"time", "minute", "hour", "day", "week", "month", "year", "morning", "afternoon", "evening", "night"}
)
_CALENDAR = MONTHS.keys() | WEEKDAYS.keys()


def _at_noun(resolver: Resolver, occasion: Occasion) -> Found:
    """By its own modifiers and prepositions, then by the clause that it stands in."""
    noun = occasion.trigger
    own = merged(resolver.actors_of(c) for c in noun.children if c.dep_ in MODIFYING and not _where(resolver, c))
    own = merged([own, _with(resolver, noun, occasion.places), _holders(resolver, noun), _brokers(resolver, noun)])
    if len(own.actors) > 1 and not _hosted(noun) and not _accompanied(noun) and not _brokers(resolver, noun):
        return own
    found = merged([_in_clause(resolver, noun), own])
    if not found and (lemma_of(noun) in occasion_words().standing or (_sits(noun) and resolver.discourse.dominant)):
        return Found(resolver.discourse.group(2), False)
    return found


def _sits(noun: Token) -> bool:
    """Whether the noun is what is held or goes on ("a dialogue will be held")."""
    return noun.dep_ in {"nsubj", "nsubjpass"} and noun.head.lemma_.lower() in occasion_words().sitting


def _where(resolver: Resolver, token: Token) -> bool:
    """Whether a capital before the noun only says where ("the Amman summit")."""
    mention = resolver.parsed.mention(token)
    return mention is not None and mention.form is Form.SEAT and token.dep_ != "poss"


def _brokers(resolver: Resolver, noun: Token) -> Found:
    """Whoever brought them together: "Turkish-brokered talks"."""
    return merged(
        resolver.actors_of(token)
        for verb in noun.children
        if verb.dep_ == "amod" and verb.lemma_.lower() in {"broker", "mediate", "host", "sponsor", "lead"}
        for token in verb.children
        if token.dep_ in {"npadvmod", "compound", "advmod", "amod"}
    )


def _holders(resolver: Resolver, noun: Token) -> Found:
    """Those who hold it in a relative clause ("the meeting that the two sides held with")."""
    for verb in noun.children:
        if verb.dep_ in {"relcl", "acl"} and verb.lemma_.lower() in {"hold", "have", "attend", "mediate", "host"}:
            if any(c.dep_ == "nsubj" and c.lower_ not in {"which", "that"} for c in verb.children):
                return merged([_subject(resolver, verb), _with(resolver, verb, ("with", "and"))])
            return _who(resolver, agent_by(verb))
    return NOBODY


def _accompanied(noun: Token) -> bool:
    """Whether those named with the noun are only the other side ("held talks with", "in talks with")."""
    prepositions = {c.lower_ for c in noun.children if c.dep_ == "prep"}
    return (noun.dep_ == "dobj" or "with" in prepositions) and not prepositions & {"between", "of"}


def _hosted(noun: Token) -> bool:
    return noun.dep_ == "dobj" and noun.head.lemma_.lower() in {"host", "mediate", "broker", "convene"}


def _in_clause(resolver: Resolver, noun: Token) -> Found:
    """Whom the verb over the noun names: its subject, those beside it, its personal objects."""
    head, through = noun.head, ""
    for _ in range(6):
        if head.lower_ == "out":
            return NOBODY
        if head.pos_ in {"VERB", "AUX"} or head.head == head:
            break
        if head.pos_ in {"ADP", "SCONJ"} and not through:
            through = head.lower_
        head = head.head
    if head.pos_ not in {"VERB", "AUX"}:
        return NOBODY
    if noun.dep_ in {"nsubj", "nsubjpass"}:
        return merged([_with(resolver, head, ("with", "between", "by")), _who(resolver, agent_by(head))])
    if through and through not in BESIDE:
        return NOBODY
    found = [_subject(resolver, head), _with(resolver, head, ("with",))]
    if through and through != "of":
        found += _objects(resolver, head)
    return merged(found)


def _at_verb(resolver: Resolver, occasion: Occasion) -> Found:
    """The subject and those that the verb's places name; of a visit the place must, of "see" both must be people."""
    verb = occasion.trigger
    subject, passive = subject_of(verb)
    agents = [_who(resolver, subject)]
    if occasion.kind == "negotiation" and passive and subject is not None:
        agents = [resolver.actors_of(subject)]
    if passive:
        agents.append(_who(resolver, agent_by(verb)))
    if verb.dep_ in {"acl", "relcl"} and is_passive(verb):
        agents.append(_who(resolver, verb.head))
    others: list[Found] = []
    for place in occasion.places:
        if place in {"obj", "dative"}:
            others += _objects(resolver, verb)
        elif place not in {"comp", "that", "by"}:
            others.append(_with(resolver, verb, (place,)))
    if occasion.kind == "visit":
        others += [_with(resolver, c, ("in", "at")) for c in verb.children if c.dep_ == "acomp"]
    if occasion.kind == "visit" and (
        not set(merged(others).actors) - set(merged(agents).actors) or (subject is not None and subject.lower_ == "it")
    ):
        return NOBODY
    if verb.lemma_.lower() == "see" and not _sees_person(resolver, verb):
        return NOBODY
    found = merged([*agents, *others])
    if len(found.actors) < 2 and subject is not None and subject.lower_ == "we":
        return _row(resolver, verb, False) or Found(resolver.discourse.group(), False)
    own = set(merged(agents).actors)
    if not set(merged(others).actors) - own and _to_others(resolver, verb):
        return NOBODY
    if passive and not found.direct and agent_by(verb) is None and verb.lemma_.lower() == "discuss":
        return NOBODY
    return NOBODY if verb.lemma_.lower() == "mediate" and len(found.actors) < _MEDIATED else found


_MEDIATED = 3
"""A mediator and the two between whom he stands."""


def _to_others(resolver: Resolver, verb: Token) -> bool:
    """Whether they speak to people who act for nobody ("spoke to their nations", "met the press")."""
    nouns = [n for place in ("to", "with") for n in objects_of_preposition(verb, place)]
    if verb.lemma_.lower() in {"meet", "see", "receive", "host", "visit", "telephone"}:
        nouns += [c for c in verb.children if c.dep_ == "dobj"]
    return any(n.lower_ not in {"other", "another"} for n in nouns)


def _sees_person(resolver: Resolver, verb: Token) -> bool:
    """Whether a person sees a person, or they see each other."""
    subject, _ = subject_of(verb)
    seen = [c for c in verb.children if c.dep_ == "dobj"]
    both = any(c.lower_ == "other" for c in seen)
    return (
        subject is not None
        and is_person(subject, resolver.parsed)
        and (both or any(is_person(c, resolver.parsed) for c in seen))
    )


def _together(resolver: Resolver, verb: Token) -> Found:
    """The people of several sides who do something together; nobody where no person is named."""
    subject, passive = subject_of(verb)
    if passive and subject is not None and is_person(subject, resolver.parsed):
        passive = False
    doers = agent_by(verb) if passive else subject
    tokens = [doers, *doers.conjuncts] if doers is not None else []
    tokens += _beside(verb, "with")
    people = any(is_person(t, resolver.parsed) for t in tokens)
    found = merged(_who(resolver, t) for t in tokens)
    if people and len(found.actors) == 1 and doers is None:
        found = merged([found, _with_seat(resolver, verb)])
    if people and len(found.actors) > 1:
        return found
    if verb.dep_ == "relcl" and not passive:
        return NOBODY
    return _row(resolver, verb, passive) or _row(resolver, verb, True)


def _with_seat(resolver: Resolver, verb: Token) -> Found:
    """The side in whose capital it happens ("signed in Lima with")."""
    for noun in objects_of_preposition(verb, "in"):
        mention = resolver.parsed.mention(noun)
        if mention is not None and mention.form is Form.SEAT:
            return Found(mention.actors)
    return NOBODY


def _row(resolver: Resolver, verb: Token, passive: bool) -> Found:
    """The people in a row before the verb, or after its "by", where the parser lost how they hang together."""
    doc, named = verb.doc, 0
    out: list[str] = []
    start = (
        next((t.i for t in doc[verb.i + 1 :] if t.lower_ == "by" or t.pos_ == "VERB"), len(doc)) + 1
        if passive
        else verb.i - 1
    )
    step = range(start, len(doc)) if passive else range(start, -1, -1)
    for i in step:
        token, mention = doc[i], resolver.parsed.mention_at.get(i)
        if mention is not None and (mention.leader is not None or _describes_person(token, resolver)):
            named += mention.leader is not None
            out += mention.actors
        elif token.pos_ == "VERB" or (token.pos_ == "AUX" and token.head != verb) or token.lower_ in {";", ":"}:
            break
    return Found(tuple(dict.fromkeys(out))) if named and len(set(out)) > 1 else NOBODY


def _describes_person(token: Token, resolver: Resolver) -> bool:
    """Whether the word, or what it is coordinated with, stands before a noun of office ("his Malian counterparts")."""
    while token.dep_ == "conj":
        token = token.head
    return is_person(token.head, resolver.parsed) and resolver.parsed.mention(token.head) is None


def _summoned(resolver: Resolver, verb: Token) -> Found:
    subject, passive = subject_of(verb)
    objects = [c for c in verb.children if c.dep_ in {"dobj", "nsubjpass", "oprd"}]
    called = merged(resolver.actors_of(c) for c in objects)
    caller = resolver.actors_of(agent_by(verb), True) if passive and agent_by(verb) is not None else NOBODY  # type: ignore[arg-type]
    if not passive and subject is not None:
        caller = resolver.actors_of(subject, True)
    if called and not caller:
        place = _with(resolver, verb, ("in", "by", "at"))
        other = resolver.discourse.partner(called.actors[0])
        caller = place or (Found((other,), False) if other else NOBODY)
    return merged([caller, called])


def _told(resolver: Resolver, verb: Token) -> Found:
    subject, passive = subject_of(verb)
    speaker = _who(resolver, subject)
    found = [speaker, *(_addressed(resolver, c, speaker) for c in verb.children if c.dep_ in {"dobj", "dative"})]
    if passive:
        found.append(_who(resolver, agent_by(verb)))
    return merged(found)


def _addressed(resolver: Resolver, token: Token, speaker: Found) -> Found:
    """Whom the speaker addresses: for a pronoun, the last person of another side."""
    if token.lower_ not in THIRD:
        return _who(resolver, token) if is_person(token, resolver.parsed) else NOBODY
    here = [m.leader for i, m in sorted(resolver.parsed.mention_at.items(), reverse=True) if i < token.i and m.leader]
    for leader in [*here, *resolver.discourse.leaders[:3]]:
        if leader.actor not in speaker.actors:
            return Found((leader.actor,), False)
    return NOBODY
