"""Attendance: who takes part in a meeting that words tell of."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from ingest.reader.mention import Form
from ingest.reader.occasion import Occasion, Telling, occasion_words
from ingest.reader.syntax import (
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
    return merged(resolver.actors_of(noun, True) for place in places for noun in objects_of_preposition(token, place))


def _at_noun(resolver: Resolver, occasion: Occasion) -> Found:
    """By its own modifiers and prepositions, then by the clause that it stands in."""
    noun = occasion.trigger
    own = merged(resolver.actors_of(c) for c in noun.children if c.dep_ in MODIFYING)
    own = merged([own, _with(resolver, noun, occasion.places)])
    if len(own.actors) > 1 and not _hosted(noun) and not _accompanied(noun):
        return own
    found = merged([_in_clause(resolver, noun, occasion), own])
    if not found and lemma_of(noun) in occasion_words().standing:
        return Found(resolver.discourse.group(2), False)
    return found


def _accompanied(noun: Token) -> bool:
    """Whether those named with the noun are only the other side ("held talks with")."""
    return noun.dep_ == "dobj" and not any(c.dep_ == "prep" and c.lower_ in {"between", "of"} for c in noun.children)


def _hosted(noun: Token) -> bool:
    return noun.dep_ == "dobj" and noun.head.lemma_.lower() in {"host", "mediate", "broker", "convene"}


def _in_clause(resolver: Resolver, noun: Token, occasion: Occasion) -> Found:
    """Whom the verb over the noun names: its subject, those beside it, its personal objects."""
    head, through = noun.head, ""
    while head.pos_ in {"ADP", "SCONJ"} and head.head != head:
        through, head = head.lower_, head.head
    if head.pos_ in {"ADJ"} and head.head.pos_ in {"VERB", "AUX"}:
        head = head.head
    if head.pos_ not in {"VERB", "AUX"}:
        return NOBODY
    if noun.dep_ in {"nsubj", "nsubjpass"}:
        return merged([_with(resolver, head, ("with", "between", "by")), _who(resolver, agent_by(head))])
    if through and through not in BESIDE:
        return NOBODY
    found = [_subject(resolver, head), _with(resolver, head, ("with",))]
    if through:
        found += _objects(resolver, head)
    return merged(found)


def _at_verb(resolver: Resolver, occasion: Occasion) -> Found:
    verb = occasion.trigger
    subject, passive = subject_of(verb)
    found = [_who(resolver, subject)]
    if occasion.kind == "negotiation" and passive and subject is not None:
        found = [resolver.actors_of(subject)]
    if passive:
        found.append(_who(resolver, agent_by(verb)))
    if verb.dep_ in {"acl", "relcl"} and is_passive(verb):
        found.append(_who(resolver, verb.head))
    for place in occasion.places:
        if place in {"obj", "dative"}:
            found += _objects(resolver, verb)
        elif place not in {"comp", "that", "by"}:
            found.append(_with(resolver, verb, (place,)))
    return merged(found)


def _people(resolver: Resolver, token: Token | None) -> tuple[list[Token], Found]:
    """Those of a coordination who are persons, and the actors of all."""
    if token is None:
        return [], NOBODY
    members = [token, *token.conjuncts]
    people = [t for t in members if _is_person(resolver, t)]
    return people, resolver.actors_of(token, True)


def _is_person(resolver: Resolver, token: Token) -> bool:
    mention = resolver.parsed.mention(token)
    if mention is not None:
        return mention.leader is not None
    return token.lower_ in THIRD or lemma_of(token) in _ROLES


_ROLES = frozenset({"president", "leader", "minister", "premier", "man", "chancellor", "secretary"})


def _together(resolver: Resolver, verb: Token) -> Found:
    """The people of several sides who do something together; nobody where no person is named."""
    subject, passive = subject_of(verb)
    actor = agent_by(verb) if passive else subject
    if passive and actor is None:
        actor = _late_agent(resolver, verb)
    if passive and subject is not None and _is_person(resolver, subject):
        actor = subject
    people, found = _people(resolver, actor)
    for noun in objects_of_preposition(verb, "with"):
        more, beside = _people(resolver, noun)
        people += more
        found = merged([found, beside])
    return found if people and len(found.actors) > 1 else NOBODY


def _late_agent(resolver: Resolver, verb: Token) -> Token | None:
    """The object of a "by" that the parser hung on a word between ("signed at the palace by")."""
    for token in verb.subtree:
        if token.lower_ == "by" and token.i > verb.i:
            for child in token.children:
                if child.dep_ == "pobj" and _is_person(resolver, child):
                    return child
    return None


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
    found = [_who(resolver, subject), *_objects(resolver, verb)]
    if passive:
        found.append(_who(resolver, agent_by(verb)))
    return merged(found)
