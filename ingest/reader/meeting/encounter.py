"""Encounters: verbs, meals and houses that bring a person face to face with another ("had him to lunch")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ingest.reader.meeting.person import is_person
from ingest.reader.meeting.words import meeting_words
from ingest.reader.tree.parse import Parsed
from ingest.reader.tree.role import is_passive
from ingest.reader.tree.syntax import lemma_of
from ingest.reader.tree.tree import Token

_GIVING = frozenset(
    {"give", "offer", "host", "throw", "hold", "have", "eat", "share", "take", "attend", "lay", "serve"}
)
_OVER = frozenset({"over", "at", "during", "to", "for", "before", "after", "from", "following"})


def encounter_places(verb: Token, parsed: Parsed) -> tuple[str, ...]:
    """Where a verb of company names whom its subject comes to face: "obj" or prepositions; empty for other verbs."""
    words, lemma = meeting_words(), verb.lemma_.lower()
    received = [c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"} and is_person(c, parsed)]
    if received and (lemma in words.welcoming or (lemma == "have" and _had_in(verb))):
        return ("obj",)
    if lemma in words.bringing and not is_passive(verb) and brought_together(verb, parsed):
        return ("row",)
    if lemma == "call" and not is_passive(verb) and _called_on(verb, parsed):
        return ("on",)
    if lemma == "drop" and any(c.lower_ in {"in", "by"} for c in verb.children):
        return ("on", "to", "by")
    if lemma not in words.company:
        return ("with",) if _fronted(verb, parsed) else ()
    if any(c.lower_ == "across" for c in verb.children):
        return ("from", "across")
    near = words.beside - {"with"} if lemma in words.apart else words.beside
    return tuple(
        c.lower_
        for c in phrases_under(verb)
        if c.lower_ in near and any(g.dep_ == "pobj" and is_person(g, parsed) for g in c.subtree)
    )


def brought_together(verb: Token, parsed: Parsed) -> list[Token]:
    """The people of several sides whom somebody brings "face to face", "into one room", "to the table"."""
    after = verb.doc[verb.i + 1 :]
    people = [t for t in after if (m := parsed.mention(t)) is not None and m.leader is not None]
    if len(people) <= 1:
        return []
    end = next((t.i for t in after if any(_reads(verb.doc[t.i :], phrase) for phrase in meeting_words().into_one)), -1)
    people = [t for t in people if t.i < end]
    return people if len({parsed.mention_at[t.i].actors for t in people}) > 1 else []


def _reads(tokens: Sequence[Token], phrase: str) -> bool:
    words = phrase.split()
    return tokens[0].lower_ == words[0] and [t.lower_ for t in tokens[: len(words)]] == words


def _fronted(verb: Token, parsed: Parsed) -> bool:
    """Whether a person stands first, with whom another asks or settles something ("With the premier, he discussed")."""
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    if subject is None or not is_person(subject, parsed):
        return False
    before = (c for c in verb.children if c.dep_ == "prep" and c.lower_ == "with" and c.i < subject.i)
    return any(is_person(g, parsed) for c in before for g in c.children)


def phrases_under(verb: Token) -> Iterator[Token]:
    """The prepositions of the verb's own clause, those on its objects included ("sat on a mat beside")."""
    for child in verb.children:
        if child.dep_ in {"prep", "dobj", "advmod", "pobj", "npadvmod"}:
            if child.dep_ == "prep":
                yield child
            yield from phrases_under(child)


def _had_in(verb: Token) -> bool:
    """Whether somebody was had "round", "in", "over", "to lunch", "in a room"."""
    words = meeting_words()
    if any(c.dep_ in {"advmod", "prt", "dobj"} and c.lower_ in words.having for c in verb.children):
        return True
    inside = (
        g
        for c in verb.children
        if c.dep_ == "prep" and c.lower_ in {"to", "for", "in", "at", "round", "over"}
        for g in c.subtree
    )
    return any(g.dep_ == "pobj" and lemma_of(g) in words.had_to for g in inside)


def _called_on(verb: Token, parsed: Parsed) -> bool:
    """Whether somebody called on a person, and not on them to do something."""
    asked = any(c.dep_ in {"xcomp", "advcl", "ccomp"} and c.tag_ == "VB" for c in verb.children)
    on = [g for c in verb.children if c.dep_ == "prep" and c.lower_ == "on" for g in c.children]
    return not asked and any(is_person(g, parsed) and not any(c.tag_ == "VB" for c in g.children) for g in on)


def is_meal(noun: Token) -> bool:
    """Whether the noun is a meal that somebody gives, takes or talks over."""
    if lemma_of(noun) not in meeting_words().meal:
        return False
    head = noun.head
    if noun.dep_ in {"dobj", "nsubjpass"}:
        return head.lemma_.lower() in _GIVING
    return noun.dep_ == "pobj" and head.lower_ in _OVER
