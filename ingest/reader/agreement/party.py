"""Parties: between whom an agreement is, by its modifiers, its prepositions, its verbs and the discourse."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

from ingest.reader.agreement.focus import by_discourse, in_focus
from ingest.reader.agreement.name import Label
from ingest.reader.agreement.noun import Term
from ingest.reader.agreement.status import holds, makes
from ingest.reader.agreement.words import DASHES, agreement_words
from ingest.reader.lexicon import lexicon
from ingest.reader.text.token import words_of
from ingest.reader.tree.role import subject_of
from ingest.reader.tree.syntax import NUMBERS, Resolver
from ingest.reader.tree.tree import Token
from ingest.reader.who.gazetteer import gazetteer
from ingest.reader.who.mention import Form

_PLACES = frozenset({Form.SEAT, Form.METONYM, Form.BODY, Form.INSTITUTION})
_BETWEEN = frozenset({"between", "among", "amongst"})


@dataclass(frozen=True, slots=True)
class Parties:
    """Sorted actors of each agreement that the words tell: several where each of some actors has one of its own.

    `direct` when the words around it name two; `private` when only firms act.
    """

    sets: tuple[tuple[str, ...], ...] = ((),)
    direct: bool = False
    private: bool = False


@dataclass(slots=True)
class _Sides:
    """Actors found so far: who made the agreement, with whom, and whether both sides were named at once."""

    makers: list[str] = field(default_factory=list)
    others: list[str] = field(default_factory=list)
    whole: bool = False
    stateless: bool = False
    each: bool = False

    @property
    def actors(self) -> list[str]:
        return list(dict.fromkeys((*self.makers, *self.others)))

    @property
    def complete(self) -> bool:
        return len(self.actors) > 1 and (bool(self.makers) or self.whole)


def parties_of(resolver: Resolver, term: Term, name: Label) -> Parties:
    """The parties to the agreement `name`; without actors where nothing says whose it is."""
    sides = _Sides()
    _modifiers(resolver, term, name, sides)
    _beside(resolver, term, name, sides)
    making, holding = _telling(term, name)
    governor = governor_of(term.head)
    for verb in (*making, governor, *holding):
        if verb is not None and not (sides.whole or (sides.complete and verb not in making)):
            _verb(resolver, verb, term.head, sides)
    if sides.stateless and len(sides.actors) < 3:
        return Parties(private=True)
    if sides.complete or len(sides.actors) > 2:
        return Parties(_shared(term, sides), True)
    if not sides.actors and governor is not None and _private(governor):
        return Parties(private=True)
    found, direct = by_discourse(resolver, term.head, sides.actors, (name.left, name.right))
    return Parties((found,), direct)


def _shared(term: Term, sides: _Sides) -> tuple[tuple[str, ...], ...]:
    """One set of parties, or several: "A and B each signed a deal with C", "A signed deals with B and C"."""
    makers, others = set(sides.makers), set(sides.others) - set(sides.makers)
    if sides.each and len(makers) > 1 and others:
        return tuple(tuple(sorted({maker, *others})) for maker in sorted(makers))
    if term.plural and not term.numbered and len(makers) == 1 and len(others) > 1 and not sides.whole:
        return tuple(tuple(sorted((*makers, other))) for other in sorted(others))
    return (tuple(sorted(sides.actors)),)


def _modifiers(resolver: Resolver, term: Term, name: Label, sides: _Sides) -> None:
    """Actors before the noun ("Saudi-Kenyan roadmap", "Oslo's order", "their treaty"), not places in its name."""
    doc, found = resolver.parsed.doc, []
    for i in range(name.left, term.head.i):
        mention = resolver.parsed.mention(doc[i])
        if mention is not None and not _helped(doc[i]):
            found.append(mention)
    if len(found) == 1 and found[0].form in _PLACES:
        found = []
    pair = [a for mention in found for a in mention.actors] or _compound(resolver, term, name)
    sides.makers += pair
    sides.whole = len(set(pair)) > 1
    for child in term.head.lefts:
        if child.dep_ == "poss" and child.i < name.left:
            actors = _owners(resolver, child, term.head)
            sides.makers += actors
            sides.whole |= len(actors) > 1


def _owners(resolver: Resolver, owner: Token, head: Token) -> tuple[str, ...]:
    """Whose an agreement is; "their" before all names means those that come next ("In their pact, A and B …")."""
    verb = governor_of(head)
    if owner.pos_ == "PRON" and verb is not None and (target := _target(resolver, verb, head)) is not None:
        return target
    if owner.pos_ == "PRON" and not resolver.before(owner):
        subject = subject_of(verb)[0] if verb is not None else None
        following = resolver.actors_of(subject) if subject is not None and subject.i > owner.i else None
        if following is not None and following.direct and following.actors:
            return following.actors
    return resolver.actors_of(owner).actors


def _helped(token: Token) -> bool:
    """Whether "-brokered", "-led" stand behind a country's name."""
    return any(t.lemma_.lower() in agreement_words().helpers for t in token.doc[token.i + 1 : token.i + 3])


def _compound(resolver: Resolver, term: Term, name: Label) -> list[str]:
    """The actors of "Saudi-Azerbaijani", where they are none of the sentence's mentions."""
    doc = resolver.parsed.doc
    if not any(doc[i].text in DASHES for i in range(name.left, term.first)):
        return []
    words = [doc[i].text for i in range(name.left, term.first) if doc[i].text not in DASHES]
    return list(_adjectives(" ".join(w for w in words if w[:1].isupper())))


@lru_cache(maxsize=512)
def _adjectives(text: str) -> tuple[str, ...]:
    found = gazetteer().find(words_of(text), text, 0) if text else []
    actors = tuple(m.actors[0] for m in found if m.form is not Form.SEAT)
    return actors if len(actors) > 1 else ()


def _beside(resolver: Resolver, term: Term, name: Label, sides: _Sides) -> None:
    """Actors of "between", "with", "to", "from" on the noun or inside its name."""
    for i in range(term.first, name.right + 1):
        token = resolver.parsed.doc[i]
        for child in token.children:
            if child.dep_ != "prep" or child.i <= term.last:
                continue
            word = child.lower_
            if word in _BETWEEN or word == "with" or (i == term.head.i and word in {"of", "by", "from", "to"}):
                _prepositional(resolver, child, sides)


def _prepositional(resolver: Resolver, preposition: Token, sides: _Sides) -> None:
    """Adds the objects of one preposition to the side that it names."""
    if _watching(preposition):
        return
    sides.stateless |= any(_stateless(noun) for noun in preposition.children)
    for noun in preposition.children:
        if noun.dep_ != "pobj" or not _names_actors(resolver, noun):
            continue
        found = in_focus(resolver, noun, resolver.actors_of(noun))
        if not found.direct and sides.actors and not set(sides.actors) <= set(found.actors):
            continue
        if preposition.lower_ in _BETWEEN or (preposition.lower_ in {"of", "by"} and len(found.actors) > 1):
            sides.makers += found.actors
            sides.whole |= len(set(found.actors)) > 1
        elif preposition.lower_ == "by":
            sides.makers += found.actors
        else:
            sides.others += found.actors


def _watching(preposition: Token) -> bool:
    """Whether "with X looking on" names no side."""
    if preposition.lower_ != "with":
        return False
    aside = preposition.i > 0 and preposition.doc[preposition.i - 1].text == ","
    return aside or any(t.tag_ == "VBG" for t in preposition.subtree)


def _stateless(noun: Token) -> bool:
    """Whether a side, or one joined to it, is no state's ("between the government and the rebels")."""
    return any(t.lemma_.lower() in agreement_words().stateless and t.pos_ == "NOUN" for t in (noun, *noun.conjuncts))


def _names_actors(resolver: Resolver, noun: Token) -> bool:
    """Whether the object of a preposition is an actor itself, or stands for some ("the two countries")."""
    if noun.lower_ == "own":
        return False
    if resolver.parsed.mention(noun) is not None or noun.lemma_.lower() in lexicon().group or noun.pos_ == "PRON":
        return True
    modifiers = {"poss", "nummod", "compound", "amod", "nmod"}
    return any(c.dep_ in modifiers and (resolver.parsed.mention(c) or c.lower_ in NUMBERS) for c in noun.children)


def _telling(term: Term, name: Label) -> tuple[list[Token], list[Token]]:
    """Verbs of clauses on the name: of its making ("signed by"), and of what it holds ("under which they pay")."""
    making: list[Token] = []
    holding: list[Token] = []
    nouns = [term.head.doc[i] for i in range(term.first, name.right + 1)]
    if term.head.dep_ == "appos" and term.head.head.lemma_.lower() in agreement_words().papers:
        nouns.append(term.head.head)  # "the text they accepted, the X Declaration"
    for noun in nouns:
        for child in noun.children:
            clause = child.dep_ in {"acl", "relcl"} and child.pos_ in {"VERB", "AUX"} and child.i > noun.i
            if not clause or child.lemma_.lower() in agreement_words().helpers:
                continue
            if holds(child):
                holding.append(child)
            elif makes(child):
                making.append(child)
    return making, holding


def governor_of(head: Token) -> Token | None:
    """The verb that governs the noun, past those that only give it its name ("called")."""
    token, hops, named = head, 0, False
    while hops < 9 and token.head != token:
        below, token, hops = token, token.head, hops + 1
        if token.pos_ not in {"VERB", "AUX"}:
            named &= token.pos_ == "ADP"
        elif (
            below.dep_ in {"oprd", "attr", "dobj", "prep", "ccomp"} and token.lemma_.lower() in agreement_words().naming
        ):
            named = True
        elif not named or below.dep_ == "ccomp":
            return token
    return None


def _verb(resolver: Resolver, verb: Token, head: Token, sides: _Sides) -> None:
    """Adds who does the verb, and whom it is done with, by or to."""
    outsider = verb.lemma_.lower() in agreement_words().outsiders
    if (target := _target(resolver, verb, head)) is not None:
        sides.makers += target
        return
    for subject in _subjects(verb):
        if not outsider and _acts(subject, head):
            found = in_focus(resolver, subject, resolver.actors_of(subject, not _public(subject)))
            if not found.direct and len(found.actors) == 1 and subject.tag_ in {"NNS", "NNPS"}:
                continue
            if found.direct or not sides.makers:
                sides.makers += found.actors
            sides.each |= any(t.lower_ == "each" for t in (*subject.children, *verb.children))
    for child in verb.children:
        if child.dep_ in {"prep", "agent", "dative"} and child.lower_ in {"with", "by", "between", "to", "from"}:
            if head not in child.subtree and not (outsider and child.lower_ == "by"):
                _prepositional(resolver, child, sides)
        elif child.dep_ in {"dative", "iobj", "dobj"} and child.i != head.i and _takes(resolver, child):
            sides.others += resolver.actors_of(child).actors


def _target(resolver: Resolver, verb: Token, head: Token) -> tuple[str, ...] | None:
    """Whom the verb strikes or thanks because of the agreement ("stops aid to Fiji over deals with China")."""
    above = head
    while above.head is not verb and above.head is not above:
        above = above.head
    if above.dep_ != "prep" or above.lower_ not in {"over", "for", "after", "because"} or above.i < verb.i:
        return None
    between = [i for i in sorted(resolver.parsed.mention_at) if verb.i < i < above.i]
    if not between or any(c.dep_ == "prep" and c.lower_ == "between" for c in head.children):
        return None
    return resolver.parsed.mention_at[between[-1]].actors


def _takes(resolver: Resolver, token: Token) -> bool:
    """Whether a second object of the verb is an actor ("granted Kenya a loan", "promised him a grant")."""
    return resolver.parsed.mention(token) is not None or (token.pos_ == "PRON" and token.dep_ != "dobj")


def _subjects(verb: Token) -> list[Token]:
    """All subjects of a verb; the parser sometimes gives it two for one ("Lavrov, and his Kenyan counterpart, met")."""
    own = [c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}]
    if own:
        return own
    subject, _ = subject_of(verb)
    return [subject] if subject is not None else []


def _acts(subject: Token, head: Token) -> bool:
    """Whether a subject can be a party: not the agreement itself, nor another text."""
    if subject.i == head.i or head in subject.subtree:
        return False
    return subject.lemma_.lower() not in lexicon().document and subject.lower_ not in agreement_words().relative


def _public(subject: Token) -> bool:
    """Whether a firm or agency is said to be a state's."""
    return any(c.lower_ in agreement_words().public for c in subject.children)


def _private(verb: Token) -> bool:
    """Whether firms or other private people, of no country that is named, do what the verb says."""
    subject, _ = subject_of(verb)
    if subject is None or subject.lemma_.lower() not in lexicon().private or _public(subject):
        return False
    if subject.pos_ == "PROPN":
        return True
    owners = (c for p in subject.children if p.dep_ == "prep" for c in p.children if c.dep_ == "pobj")
    return not any(c.lemma_.lower() in lexicon().group for c in owners)
