"""Attendance: who takes part in a meeting that words tell of."""

from __future__ import annotations

from ingest.reader.meeting.ceremony import signing
from ingest.reader.meeting.deed import at_verb
from ingest.reader.meeting.groundwork import is_ahead
from ingest.reader.meeting.host import hosts
from ingest.reader.meeting.noun import goes_on
from ingest.reader.meeting.occasion import Occasion, Telling
from ingest.reader.meeting.person import is_person
from ingest.reader.meeting.side import MODIFYING, beside, clause_objects, clause_subject, row, size_of, those, who
from ingest.reader.meeting.verb import called_in, had_done
from ingest.reader.meeting.words import meeting_words
from ingest.reader.tree.role import agent_by, objects_of_preposition, subject_of
from ingest.reader.tree.syntax import NOBODY, THIRD, Found, Resolver, lemma_of, merged
from ingest.reader.tree.tree import Token
from ingest.reader.who.mention import Form

BESIDE = frozenset(
    {
        "after",
        "during",
        "at",
        "in",
        "following",
        "before",
        "for",
        "ahead",
        "amid",
        "on",
        "of",
        "by",
        "until",
        "into",
        "to",
        "from",
        "over",
    }
)


def attendance(resolver: Resolver, occasion: Occasion) -> Found:
    """The actors that take part; fewer than two where the sentence does not tell."""
    if occasion.telling is Telling.NOUN:
        found = _at_noun(resolver, occasion)
    elif occasion.telling is Telling.VERB:
        found = at_verb(resolver, occasion)
    elif occasion.telling is Telling.JOINT:
        found = people_together(resolver, occasion.trigger) or signing(resolver, occasion.trigger)
    elif occasion.telling is Telling.TOUCH:
        found = _touched(resolver, occasion.trigger)
    elif occasion.telling is Telling.SUMMONS:
        found = _summoned(resolver, occasion.trigger)
    else:
        found = _told(resolver, occasion.trigger)
    return found


def _at_noun(resolver: Resolver, occasion: Occasion) -> Found:
    """By its own modifiers and prepositions, then by the clause that it stands in."""
    noun = occasion.trigger
    whose = [c for c in noun.children if c.dep_ in MODIFYING and not _where(resolver, c) and not _whose_is_next(c)]
    own = merged(resolver.actors_of(c) for c in whose)
    own = merged([own, those(resolver, noun, occasion.places), _holders(resolver, noun), _brokers(resolver, noun)])
    if is_ahead(noun):
        return own
    size = size_of(noun)
    if len(own.actors) < size and not own.direct and (group := resolver.discourse.group(size)):
        return Found(group, False)
    alone = _hosted(noun) or _accompanied(noun) or _brokers(resolver, noun) or lemma_of(noun) in _BETWEEN
    guest = occasion.kind == "visit" and any(c.dep_ == "prep" and c.lower_ == "to" for c in noun.children)
    if len(own.actors) > 1 and not alone and not guest:
        return own
    found = merged([_in_clause(resolver, noun), own])
    return _mediated(resolver, occasion, found) or _anaphoric(resolver, noun, found) or found


def _whose_is_next(owner: Token) -> bool:
    """Whether "his" or "their" before the clause means its subject ("in his talks with Ghana's premier, he said")."""
    noun = owner.head
    if owner.dep_ != "poss" or owner.pos_ != "PRON" or noun.dep_ != "pobj":
        return False
    subject = next((c for c in noun.head.head.children if c.dep_ == "nsubj"), None)
    return subject is not None and subject.i > noun.i


def _mediated(resolver: Resolver, occasion: Occasion, found: Found) -> Found:
    """Where only the mediator is named: with those told of before, between whom they stand."""
    beside = {a for f in (hosts(resolver, occasion), _mediators(resolver, occasion.trigger)) for a in f.actors}
    beside |= set(_brokers(resolver, occasion.trigger).actors)
    if len(beside) != 1 or not set(found.actors) <= beside:
        return NOBODY
    met = [tuple(a for a in g if a not in beside) for g in resolver.discourse.met if beside < set(g)]
    pair = next(
        (
            g
            for g in (*met, *resolver.discourse.groups, resolver.discourse.main)
            if len(g) == _TWO and not set(g) & beside
        ),
        (),
    )
    return Found((*pair, *sorted(beside)), False) if pair else NOBODY


def _anaphoric(resolver: Resolver, noun: Token, found: Found) -> Found:
    """Those told of before, where an adjective says how many meet, a commission sits, or talks are held or go on."""
    size = size_of(noun)
    if size > len(found.actors) and (group := resolver.discourse.group(size)):
        return Found(group, False)
    known = resolver.discourse.dominant and (_sits(noun) or goes_on(noun))
    alone = not found or (len(found.actors) == 1 and not found.direct and found.actors[0] in resolver.discourse.main)
    if lemma_of(noun) == "round" and not found:
        return Found(next(iter(resolver.discourse.met), ()) or resolver.discourse.group(2), False)
    if (known and alone) or (not found and lemma_of(noun) in meeting_words().standing):
        return Found(resolver.discourse.group(2), False)
    return NOBODY


_TWO = 2
_BETWEEN = frozenset({"mediation", "mediating", "shuttle"})
"""What somebody does between two others."""


def _sits(noun: Token) -> bool:
    """Whether the noun is what is held or goes on ("a dialogue will be held")."""
    return noun.dep_ in {"nsubj", "nsubjpass"} and noun.head.lemma_.lower() in meeting_words().sitting


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
        if verb.dep_ in {"relcl", "acl"} and verb.lemma_.lower() in _HOLDING:
            if any(c.dep_ == "nsubj" and c.lower_ not in {"which", "that"} for c in verb.children):
                return merged([clause_subject(resolver, verb), those(resolver, verb, ("with", "and"))])
            return who(resolver, agent_by(verb))
    return NOBODY


_HOLDING = frozenset({"hold", "have", "attend", "mediate", "host", "lead", "chair", "co-chair", "conduct"})


def _mediators(resolver: Resolver, noun: Token) -> Found:
    """Whoever hosts or mediates by a participle ("negotiations, mediated by Norway, are to begin")."""
    verbs = [v for v in noun.children if v.dep_ == "acl" and v.lemma_.lower() in meeting_words().presiding]
    return merged(who(resolver, agent_by(v)) for v in verbs)


def _accompanied(noun: Token) -> bool:
    """Whether those named with the noun are only the other side ("held talks with", "in talks with")."""
    prepositions = {c.lower_ for c in noun.children if c.dep_ == "prep"}
    return (noun.dep_ == "dobj" or "with" in prepositions) and not prepositions & {"between", "of"}


def _hosted(noun: Token) -> bool:
    if noun.dep_ == "pobj" and noun.head.lower_ == "of" and lemma_of(noun.head.head) == "round":
        noun = noun.head.head
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
    if (
        noun.dep_ in {"nsubj", "nsubjpass"}
        and lemma_of(noun) in _BETWEEN
        and head.lemma_.lower() in {"bring", "get", "lead"}
    ):
        return merged(clause_objects(resolver, head))
    if noun.dep_ in {"nsubj", "nsubjpass"}:
        return merged([those(resolver, head, ("with", "between", "by")), who(resolver, agent_by(head))])
    if through and through not in BESIDE:
        return NOBODY
    found = [clause_subject(resolver, head), those(resolver, head, ("with",))]
    if not through:
        found += [who(resolver, c) for c in head.children if c.dep_ == "dative" and c.pos_ != "ADP"]
    if through and through != "of":
        found += clause_objects(resolver, head)
    return merged(found)


def people_together(resolver: Resolver, verb: Token) -> Found:
    """The people of several sides who do something together; nobody where no person is named."""
    subject, passive = subject_of(verb)
    if passive and subject is not None and is_person(subject, resolver.parsed):
        passive = False
    doers = agent_by(verb) if passive else subject
    tokens = [doers, *doers.conjuncts] if doers is not None else []
    tokens += beside(resolver, verb, "with")
    if verb.dep_ in {"advcl", "xcomp"} and verb.head.lemma_.lower() == "join":  # "joined him in Rome to sign"
        tokens += [t for c in verb.head.children if c.dep_ in {"nsubj", "dobj"} for t in (c, *c.conjuncts)]
    people = any(is_person(t, resolver.parsed) for t in tokens)
    found = merged(who(resolver, t) for t in tokens)
    if people and len(found.actors) == 1 and doers is None:
        found = merged([found, _with_seat(resolver, verb)])
    if people and len(found.actors) > 1:
        return found
    if verb.dep_ == "relcl" and (subject is None or not passive or subject.lower_ in {"which", "that"}):
        return NOBODY
    return row(resolver, verb, passive) or row(resolver, verb, True)


def _with_seat(resolver: Resolver, verb: Token) -> Found:
    """The side in whose capital it happens ("signed in Lima with")."""
    for noun in objects_of_preposition(verb, "in"):
        mention = resolver.parsed.mention(noun)
        if mention is not None and mention.form is Form.SEAT:
            return Found(mention.actors)
    return NOBODY


def _summoned(resolver: Resolver, verb: Token) -> Found:
    subject, passive = subject_of(verb)
    called = merged(resolver.actors_of(c) for c in called_in(verb))
    caller = resolver.actors_of(agent_by(verb), True) if passive and agent_by(verb) is not None else NOBODY  # type: ignore[arg-type]
    if (had := had_done(verb)) is not None:
        subject, passive = subject_of(had)[0], False
    if not passive and subject is not None:
        caller = resolver.actors_of(subject, True)
    if called and not caller:
        place = those(resolver, verb, ("in", "by", "at"))
        other = resolver.discourse.partner(called.actors[0])
        caller = place or (Found((other,), False) if other else NOBODY)
    return merged([caller, called])


def _told(resolver: Resolver, verb: Token) -> Found:
    subject, passive = subject_of(verb)
    speaker = who(resolver, subject)
    found = [speaker, *(_addressed(resolver, c, speaker) for c in verb.children if c.dep_ in {"dobj", "dative"})]
    if passive:
        found.append(who(resolver, agent_by(verb)))
    return merged(found)


def _touched(resolver: Resolver, verb: Token) -> Found:
    """The subject and the person who is there with them."""
    subject, _ = subject_of(verb)
    one = who(resolver, subject)
    for child in verb.children:
        if child.dep_ in {"dobj", "dative"} and child.lower_ in THIRD:
            return merged([one, _addressed(resolver, child, one)])
        if child.dep_ == "attr":
            owners = (c for c in child.children if c.dep_ == "poss" and c.lower_ in THIRD)
            return merged([one, *(_addressed(resolver, c, one) for c in owners)])
    return NOBODY


def _addressed(resolver: Resolver, token: Token, speaker: Found) -> Found:
    """Whom the speaker addresses: for a pronoun, the last person of another side."""
    if token.lower_ not in THIRD:
        return who(resolver, token) if is_person(token, resolver.parsed) else NOBODY
    here = [m.leader for i, m in sorted(resolver.parsed.mention_at.items(), reverse=True) if i < token.i and m.leader]
    for leader in [*here, *resolver.discourse.leaders[:3]]:
        if leader.actor not in speaker.actors:
            return Found((leader.actor,), False)
    return NOBODY
