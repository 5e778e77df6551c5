"""Sides: the actors whose people stand where in a clause."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.reader.lexicon import lexicon
from ingest.reader.meeting.encounter import phrases_under
from ingest.reader.meeting.person import is_person
from ingest.reader.meeting.words import meeting_words
from ingest.reader.text.date import MONTHS, WEEKDAYS
from ingest.reader.tree.role import agent_by, objects_of_preposition, subject_of
from ingest.reader.tree.syntax import NOBODY, Found, Resolver, lemma_of, merged
from ingest.reader.tree.tree import Token
from ingest.reader.who.mention import Form

MODIFYING = frozenset({"poss", "amod", "compound", "nmod"})
TIMES = frozenset(
    {"time", "minute", "hour", "day", "week", "month", "year", "morning", "afternoon", "evening", "night", *WEEKDAYS}
)


def personal(resolver: Resolver, token: Token) -> bool:
    """Whether the word may be people who act for a government: a name, a pronoun, a noun of people."""
    mention = resolver.parsed.mention(token)
    if mention is not None:
        return mention.form is not Form.ADJECTIVE or token.dep_ not in MODIFYING
    if token.pos_ in {"PRON", "DET"}:
        if token.lower_ in {"which", "that", "who"} and token.head.dep_ == "relcl":
            return personal(resolver, token.head.head)
        return token.lower_ not in {"what", "this", "there", "everyone", "nobody", "one"}
    return lemma_of(token) in meeting_words().person


def who(resolver: Resolver, token: Token | None) -> Found:
    if token is None or not personal(resolver, token):
        return NOBODY
    return resolver.actors_of(token, lemma_of(token) not in meeting_words().person)


def clause_subject(resolver: Resolver, verb: Token) -> Found:
    subject, passive = subject_of(verb)
    return merged([who(resolver, subject), who(resolver, agent_by(verb) if passive else None)])


def clause_objects(resolver: Resolver, verb: Token) -> Iterator[Found]:
    for child in verb.children:
        if child.dep_ in {"dobj", "dative", "oprd"} and child.pos_ != "ADP":
            yield who(resolver, child)


def those(resolver: Resolver, token: Token, places: tuple[str, ...]) -> Found:
    nouns = (noun for place in places for noun in beside(resolver, token, place))
    return merged(resolver.actors_of(noun, lemma_of(noun) not in meeting_words().person) for noun in nouns)


def beside(resolver: Resolver, token: Token, place: str) -> Iterator[Token]:
    """Objects of the preposition on the word, or on a time or a document that stands between ("sat down on Monday
    with", "is negotiating a contract with"); people further inside ("across the table from").
    """
    yield from objects_of_preposition(token, place)
    if place in meeting_words().beside - {"with"}:
        inside = (t for c in phrases_under(token) if c.lower_ == place for t in c.subtree)
        yield from (t for t in inside if t.dep_ == "pobj" and is_person(t, resolver.parsed))
    if place != "with":
        return
    for child in token.children:
        if child.dep_ == "dobj" and child.lemma_.lower() in lexicon().document:
            yield from objects_of_preposition(child, place)
        for noun in (child, *child.children) if child.dep_ in {"prep", "npadvmod"} else ():
            if noun.dep_ in {"pobj", "npadvmod"} and (noun.lemma_.lower() in TIMES or noun.lower_ in _CALENDAR):
                yield from objects_of_preposition(noun, place)


_CALENDAR = MONTHS.keys() | WEEKDAYS.keys()


def row(resolver: Resolver, verb: Token, passive: bool) -> Found:
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


_SIZES = {"trilateral": 3, "three-way": 3, "tripartite": 3, "quadrilateral": 4, "four-way": 4}


def size_of(noun: Token) -> int:
    """How many meet, where an adjective says so ("the next trilateral meeting")."""
    return max((_SIZES.get(c.lower_, 0) for c in noun.children), default=0)
