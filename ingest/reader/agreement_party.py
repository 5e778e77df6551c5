"""Parties: between whom an agreement is, by its modifiers, its prepositions, its verbs and the discourse."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from spacy.tokens import Token

from ingest.reader.agreement_name import Label, Term
from ingest.reader.agreement_words import agreement_words
from ingest.reader.lexicon import lexicon
from ingest.reader.mention import Form
from ingest.reader.syntax import Resolver, subject_of

_PLACES = frozenset({Form.SEAT, Form.METONYM, Form.BODY, Form.INSTITUTION})
_BETWEEN = frozenset({"between", "among", "amongst"})
_RELATIVE = frozenset({"that", "which", "who", "whom", "it", "this"})


@dataclass(frozen=True, slots=True)
class Parties:
    """Sorted actors of an agreement; `direct` when the words around it name two; `private` when only firms act."""

    actors: tuple[str, ...] = ()
    direct: bool = False
    private: bool = False


@dataclass(slots=True)
class _Sides:
    """Actors found so far; `acting` once those who made the agreement are in, `whole` once both sides are."""

    actors: list[str] = field(default_factory=list)
    acting: bool = False
    whole: bool = False

    def add(self, actors: tuple[str, ...]) -> bool:
        self.actors += actors
        return bool(actors)

    @property
    def complete(self) -> bool:
        return len(set(self.actors)) > 1 and (self.acting or self.whole)


def parties_of(resolver: Resolver, term: Term, name: Label) -> Parties:
    """The parties to the agreement `name`; without actors where nothing says whose it is."""
    sides = _Sides()
    _modifiers(resolver, term, name, sides)
    _beside(resolver, term.head, sides)
    if not sides.complete:
        for verb in _telling(term.head):
            _verb(resolver, verb, term.head, sides)
    governor = governor_of(term.head)
    if not sides.complete and governor is not None:
        _verb(resolver, governor, term.head, sides)
    if sides.complete or len(set(sides.actors)) > 2:
        return Parties(tuple(sorted(set(sides.actors))), True)
    if not sides.actors and governor is not None and _private(governor):
        return Parties(private=True)
    return _by_discourse(resolver, term.head, list(dict.fromkeys(sides.actors)))


def _modifiers(resolver: Resolver, term: Term, name: Label, sides: _Sides) -> None:
    """Actors before the noun ("Saudi-Azerbaijani roadmap", "Oslo's order", "their treaty"), not places in its name."""
    doc, found = resolver.parsed.doc, []
    for i in range(name.left, term.head.i):
        mention = resolver.parsed.mention(doc[i])
        if mention is not None and not _helped(doc[i]):
            found.append(mention)
    if len(found) == 1 and found[0].form in _PLACES:
        found = []
    for mention in found:
        sides.add(mention.actors)
    sides.whole = len(set(sides.actors)) > 1
    for child in term.head.lefts:
        if child.dep_ == "poss" and child.i < name.left:
            actors = resolver.actors_of(child).actors
            sides.acting |= sides.add(actors)
            sides.whole |= len(actors) > 1


def _helped(token: Token) -> bool:
    """Whether "-brokered", "-led" stand behind a country's name."""
    return any(t.lemma_.lower() in agreement_words().helpers for t in token.doc[token.i + 1 : token.i + 3])


def _beside(resolver: Resolver, head: Token, sides: _Sides) -> None:
    """Actors of "between", "with", "to", "from" on the noun."""
    for child in head.children:
        if child.dep_ != "prep":
            continue
        objects = [c for c in child.children if c.dep_ == "pobj"]
        if child.lower_ in _BETWEEN:
            for noun in objects:
                sides.add(resolver.actors_of(noun).actors)
            sides.whole |= len(set(sides.actors)) > 1
        elif child.lower_ in agreement_words().sides or child.lower_ in {"of", "by"}:
            for noun in objects:
                actors = resolver.actors_of(noun).actors if _names_actors(resolver, noun) else ()
                sides.add(actors)
                sides.whole |= child.lower_ in {"of", "by"} and len(actors) > 1


def _names_actors(resolver: Resolver, noun: Token) -> bool:
    """Whether the object of a preposition is an actor itself, or stands for some ("the two countries")."""
    return (
        resolver.parsed.mention(noun) is not None
        or noun.lemma_.lower() in lexicon().group
        or noun.pos_ == "PRON"
        or any(resolver.parsed.mention(c) for c in noun.children if c.dep_ == "poss")
        or any(c.dep_ == "nummod" for c in noun.children)
    )


def _telling(head: Token) -> Iterator[Token]:
    """Verbs of clauses on the noun that tell who made it: "signed by", "that the two concluded"."""
    for child in head.children:
        clause = child.dep_ in {"acl", "relcl"} and child.pos_ in {"VERB", "AUX"}
        if clause and child.lemma_.lower() not in agreement_words().helpers:
            yield child


def governor_of(head: Token) -> Token | None:
    """The verb that governs the noun."""
    token, hops = head, 0
    while hops < 7 and token.head != token:
        token, hops = token.head, hops + 1
        if token.pos_ in {"VERB", "AUX"}:
            return token
    return None


def _verb(resolver: Resolver, verb: Token, head: Token, sides: _Sides) -> None:
    """Adds who does the verb, and whom it is done with, by or to."""
    outsider = verb.lemma_.lower() in agreement_words().outsiders
    subject, _ = subject_of(verb)
    if subject is not None and not outsider and _acts(subject, head):
        sides.acting |= sides.add(resolver.actors_of(subject, True).actors)
    for child in verb.children:
        if child.dep_ in {"prep", "agent", "dative"} and child.lower_ in {"with", "by", "between", "to", "from"}:
            if outsider and child.lower_ == "by":
                continue
            for noun in child.children:
                if (
                    noun.dep_ == "pobj"
                    and noun.i != head.i
                    and head not in noun.subtree
                    and _names_actors(resolver, noun)
                ):
                    actors = resolver.actors_of(noun).actors
                    sides.add(actors)
                    sides.acting |= child.lower_ in {"by", "between"} and bool(actors)
        elif child.dep_ in {"dative", "iobj"} or (
            child.dep_ == "dobj" and child.i != head.i and resolver.parsed.mention(child)
        ):
            sides.add(resolver.actors_of(child).actors)


def _acts(subject: Token, head: Token) -> bool:
    """Whether a subject can be a party: not the agreement itself, nor another text."""
    if subject.i == head.i or subject in head.subtree or head in subject.subtree:
        return False
    return subject.lemma_.lower() not in lexicon().document and subject.lower_ not in _RELATIVE - {"it"}


def _private(verb: Token) -> bool:
    """Whether firms or other private people do what the verb says."""
    subject, _ = subject_of(verb)
    return subject is not None and subject.lemma_.lower() in lexicon().private


def _by_discourse(resolver: Resolver, head: Token, actors: list[str]) -> Parties:
    """The parties by who is in focus: the partner of the one that is named, else the group."""
    if len(actors) > 1:
        return Parties(tuple(sorted(actors)), True)
    if actors:
        other = resolver.discourse.partner(actors[0], resolver.before(head))
        return Parties(tuple(sorted((actors[0], other))) if other else tuple(actors))
    return Parties(tuple(sorted(resolver.discourse.group())))
