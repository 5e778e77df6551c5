"""Hosts: those beside whom others meet, who chair, mediate or look on ("with Brazil's minister in the chair")."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.reader.meeting.occasion import Occasion
from ingest.reader.meeting.person import is_person
from ingest.reader.meeting.side import MODIFYING, who
from ingest.reader.meeting.words import meeting_words
from ingest.reader.tree.parse import Parsed
from ingest.reader.tree.role import agent_by, is_passive, subject_of
from ingest.reader.tree.syntax import Found, Resolver, lemma_of, merged
from ingest.reader.tree.tree import Token

_OVER = frozenset({"under", "through", "with", "by", "in", "thanks", "at"})
_CLAUSES = frozenset({"relcl", "acl", "advcl", "conj", "ccomp", "pcomp", "parataxis"})


def hosts(resolver: Resolver, occasion: Occasion) -> Found:
    """Whoever presides, mediates, plays host or looks on in the clauses and phrases about an occasion."""
    return merged([*_by_clause(resolver, occasion), *_by_phrase(resolver, occasion)])


def under_mediation(occasion: Occasion) -> bool:
    """Whether a phrase says that others mediate between those who meet."""
    return any(lemma_of(noun) in {"mediation", "office"} for noun in _auspices(occasion))


def _by_clause(resolver: Resolver, occasion: Occasion) -> Iterator[Found]:
    trigger = occasion.trigger
    for verb in trigger.doc[trigger.i + 1 :]:
        if verb.pos_ == "VERB" and verb.dep_ in _CLAUSES and _presides(verb) and _about(verb, trigger):
            subject, passive = subject_of(verb)
            yield who(resolver, agent_by(verb) if passive else subject)


def _presides(verb: Token) -> bool:
    """Whether the verb tells of standing by at what others do."""
    words, lemma = meeting_words(), verb.lemma_.lower()
    objects = [c for c in verb.children if c.dep_ in {"dobj", "attr", "oprd", "prt", "acomp"}]
    if lemma == "be" and any(c.lower_ == "present" for c in verb.children):
        return True
    objects += [c for c in verb.children if c.dep_ in {"advmod", "prep"} and c.lower_ in {"on", "by"}]
    if any(f"{lemma}+{o.lower_}" in words.presiding for o in objects):
        return True
    if lemma not in words.presiding:
        return False
    matter = {o.lower_ if o.pos_ == "PRON" else lemma_of(o) for o in objects if o.dep_ == "dobj"}
    return is_passive(verb) or matter <= words.session


def joins(verb: Token, parsed: Parsed) -> bool:
    """Whether a verb alone tells that somebody took part in something told before ("also attended", "joined them")."""
    if not _presides(verb):
        return False
    objects = [c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"}]
    objects += [g for c in verb.children if c.dep_ == "prep" and c.lower_ in {"in", "at", "over"} for g in c.children]
    if any(parsed.mention(t) for o in objects for t in o.subtree):
        return False
    if any(c.lower_ in {"also", "too"} for c in verb.children):
        return True
    known = {"the", "this", "that", "their", "them", "both"}
    return any(
        {o.lower_, lemma_of(o)} & meeting_words().session and {o.lower_, *(c.lower_ for c in o.children)} & known
        for o in objects
    )


def _about(verb: Token, trigger: Token) -> bool:
    """Whether the clause hangs on the occasion, or on a place or person of its clause."""
    above = verb.head
    for _ in range(4):
        if above in {trigger, trigger.head}:
            return True
        if above.head == above:
            return False
        above = above.head
    return False


def _by_phrase(resolver: Resolver, occasion: Occasion) -> Iterator[Found]:
    """Who is named in phrases such as "in the presence of", "under Qatari mediation", "with Norway as host"."""
    for noun in _auspices(occasion):
        yield merged(resolver.actors_of(c) for c in noun.children if c.dep_ in MODIFYING)
        yield merged(
            resolver.actors_of(g)
            for c in noun.children
            if c.dep_ == "prep" and c.lower_ in {"of", "by"}
            for g in c.children
        )
    for token in _around(occasion):
        if token.dep_ != "prep":
            continue
        chaired = token.lower_ == "under" and any(is_person(g, resolver.parsed) for g in token.children)
        if chaired or (token.lower_ == "with" and _standing_by(token)):
            yield merged(resolver.actors_of(g) for g in token.children if g.dep_ == "pobj")


def _auspices(occasion: Occasion) -> Iterator[Token]:
    for token in _around(occasion):
        if token.dep_ == "prep" and token.lower_ in _OVER:
            yield from (g for g in token.children if g.dep_ == "pobj" and _shelters(g))


def _shelters(noun: Token) -> bool:
    """Whether others meet in or under it; of offices, only "good" ones."""
    if lemma_of(noun) == "office":
        return any(c.lower_ == "good" for c in noun.children)
    return lemma_of(noun) in meeting_words().aegis


def _around(occasion: Occasion) -> Iterator[Token]:
    """The dependents of the occasion's word and of the verb that it hangs on."""
    trigger = occasion.trigger
    yield from trigger.children
    if trigger.head != trigger and trigger.pos_ not in {"VERB", "AUX"}:
        yield from trigger.head.children


def _standing_by(preposition: Token) -> bool:
    """Whether "with" is followed by "in the chair", "as host", "looking on"."""
    after = [t.lower_ for t in preposition.doc[preposition.i + 1 :]]
    text = " ".join(after)
    return any(phrase in text for phrase in meeting_words().standing_by)
