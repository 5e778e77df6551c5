"""Which actors an article says something about: those of its claims, and those that it shows acting."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from graph.claim import Claim, Event, Evidence, Meeting, Office
from graph.reading import Presence
from graph.vocabulary import bodies, countries
from ingest.reader.lexicon import lexicon
from ingest.reader.tree.parse import Parsed
from ingest.reader.tree.tree import Token
from ingest.reader.who.mention import Form, Mention

_WHERE = frozenset({"in", "at", "near", "outside", "through", "across", "over", "around"})
_DESCRIBING = frozenset({"amod", "compound", "poss", "nmod"})
_WITHOUT_SEAT = frozenset({"TWN", "XKX", "PSE", "VAT"})


def presences(parsed: Sequence[Parsed], claims: Iterable[Claim]) -> Iterator[Presence]:
    """Every actor of a claim with the sentence of its first, then every other that acts.

    Where words leave a claim's sides to be guessed, or name a territory that is no state, they count if they act.
    """
    acting = _acting(parsed)
    places = _places(parsed)
    seen: set[str] = set()
    for claim in claims:
        if _guessed(claim):
            continue
        for actor in claim.actors:
            if actor not in seen and (
                actor in acting
                or (_states_sides(claim) and _sovereign(actor) and (actor not in places or _reaches(claim)))
            ):
                seen.add(actor)
                yield Presence(actor, claim.evidence[0])
    for actor, evidence in acting.items():
        if actor not in seen:
            yield Presence(actor, evidence)


def _states_sides(claim: Claim) -> bool:
    """Whether the words of a claim name its sides; what is no event is often only supposed of those in focus."""
    return claim.direct or isinstance(claim.statement, Event | Office)


def _guessed(claim: Claim) -> bool:
    """Whether the nearest actors were taken for the sides, or those in focus for what a title leaves out."""
    supplied = isinstance(claim.statement, Event) and not claim.direct
    return claim.frame.startswith("clause.") or (supplied and claim.evidence[0].field == "title")


def _reaches(claim: Claim) -> bool:
    """Whether words tell of an act on a country, a visit to it, or what one has there: then that place is a side."""
    s = claim.statement
    if isinstance(s, Meeting) or claim.frame.startswith("standing."):
        return claim.direct
    return isinstance(s, Event) and s.type in REACHING and claim.direct


REACHING = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "RETREAT", "AID", "COOPERATE", "SANCTION"})


def _acting(parsed: Iterable[Parsed]) -> dict[str, Evidence]:
    """The actors whom a sentence shows acting or as a side of a relation, with the first such sentence."""
    found: dict[str, Evidence] = {}
    for one in parsed:
        s = one.sentence
        for i, mention in sorted(one.mention_at.items()):
            if mention.actors[0] not in found and acts(one.doc[i], mention):
                mark = (mention.start, mention.end)
                found[mention.actors[0]] = Evidence(s.field, s.start, s.end, s.text, (mark,))
    return found


def _places(parsed: Iterable[Parsed]) -> frozenset[str]:
    """The actors that all their mentions only name as places ("at a meeting in Singapore")."""
    inside: set[str] = set()
    elsewhere: set[str] = set()
    for one in parsed:
        for i, mention in one.mention_at.items():
            token = one.doc[i]
            head = _listed(token)
            placed = head.dep_ == "pobj" and head.head.lower_ in _WHERE and mention.form in {Form.NAME, Form.SEAT}
            placed = placed and not (mention.form is Form.SEAT and _is_organ(head.head.head))
            (inside if placed else elsewhere).update(mention.actors)
    return frozenset(inside - elsewhere)


def _listed(token: Token) -> Token:
    """The head of the list that `token` is in."""
    while token.dep_ in {"conj", "appos"} and token.head.pos_ in {"PROPN", "NOUN", "ADJ"}:
        token = token.head
    return token


def acts(token: Token, mention: Mention) -> bool:
    """Whether the words of `mention` at `token` do something, belong to an organ that does, or name a side."""
    head = _listed(token)
    if mention.form is Form.LEADER:
        return False
    if head.dep_ in _DESCRIBING:
        return _is_organ(head.head)
    if mention.form is Form.ADJECTIVE:
        return False
    if head.dep_ in {"nsubj", "nsubjpass"}:
        return _is_deed(head.head)
    if head.dep_ in {"dobj", "dative"} and head.head.pos_ == "VERB":
        return _is_deed(head.head)
    if head.dep_ == "pobj" and head.head.pos_ in {"ADP", "SCONJ"}:
        return _is_side(head.head, mention.form)
    return False


def _is_organ(noun: Token) -> bool:
    """Whether a country's noun is part of its state ("Russian instructors", "the ships of Britain")."""
    lemma = noun.lemma_.lower()
    return lemma in lexicon().organs or lemma in lexicon().arms


def _is_deed(verb: Token) -> bool:
    """Whether a verb tells of something done, not of a state, nor of something left undone."""
    related = any(c.dep_ == "dobj" and c.lemma_.lower() in lexicon().relations for c in verb.children)
    if (verb.lemma_.lower() in lexicon().stative and not related) or any(c.dep_ == "neg" for c in verb.children):
        return False
    if verb.dep_ == "ccomp" and any(c.lower_ in {"whether", "if"} for c in verb.children):
        return False
    return not any(c.dep_ == "det" and c.lower_ in {"no", "neither"} for o in verb.children for c in o.children)


def _is_side(preposition: Token, form: Form) -> bool:
    """Whether the object of a preposition is a side of what governs it ("negotiations with", "the ships of")."""
    first = preposition.head if preposition.dep_ == "conj" else preposition
    governor, word = first.head, preposition.lower_
    if word == "by" or (word in {"to", "from"} and governor.pos_ == "VERB" and form is not Form.SEAT):
        return _is_deed(governor)
    if word in {"with", "against", "between", "on", "from"}:
        return governor.lemma_.lower() in lexicon().relations
    return word == "of" and _is_organ(governor)


def _sovereign(actor: str) -> bool:
    return actor.startswith("ORG:") or actor in _states()


@cache
def _states() -> frozenset[str]:
    """The members of the United Nations, and others that act or acted as states."""
    former = {c.id for c in countries() if c.until}
    return _WITHOUT_SEAT | former | {member.country for member in bodies().by_id["ORG:UN"].members}
