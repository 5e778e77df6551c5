"""Ceremonies: documents whose signing is told with its town and day, though nobody is named who signs."""

from __future__ import annotations

from ingest.reader.meeting.side import those
from ingest.reader.text.date import find_dates
from ingest.reader.tree.role import objects_of_preposition, subject_of
from ingest.reader.tree.syntax import NOBODY, Found, Resolver, merged
from ingest.reader.tree.tree import Token
from ingest.reader.who.mention import Form

_SIGNING = frozenset({"sign", "initial", "ink"})
_TWO = 2


def signing(resolver: Resolver, verb: Token) -> Found:
    """The parties to what is signed in a town on a day: those that the clause names, else the article's two."""
    if verb.lemma_.lower() not in _SIGNING or not _in_town(resolver, verb) or not _dated(resolver, verb):
        return NOBODY
    subject, passive = subject_of(verb)
    papers = subject if passive else next((c for c in verb.children if c.dep_ == "dobj"), None)
    if verb.dep_ == "relcl" and papers is not None and papers.pos_ in {"PRON", "DET"}:
        papers = verb.head
    found = [resolver.actors_of(subject)] if subject is not None and not passive else []
    if papers is not None:
        found += [those(resolver, papers, ("between", "with", "of", "by"))]
    parties = merged(found)
    main = resolver.discourse.main
    if len(parties.actors) < _TWO and resolver.discourse.dominant and set(parties.actors) <= set(main):
        return Found(main, False)
    return parties


def _in_town(resolver: Resolver, verb: Token) -> bool:
    """Whether "in" or "at" gives a place on the verb or on the document."""
    papers = [c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"}]
    places = [n for word in (verb, *papers) for link in ("in", "at") for n in objects_of_preposition(word, link)]
    return any(
        ((m := resolver.parsed.mention(n)) is not None and m.form in {Form.SEAT, Form.METONYM})
        or (m is None and n.pos_ == "PROPN")
        for n in places
    )


def _dated(resolver: Resolver, verb: Token) -> bool:
    """Whether the clause itself gives the day."""
    sentence = resolver.parsed.sentence
    spans = [resolver.parsed.spans[t.i] for t in verb.subtree]
    hits = find_dates(sentence.text, sentence.start, resolver.discourse.written)
    days = (h for h in hits if len(h.when.date or "") == len("2000-01-01"))
    return any(any(a < h.end and h.start < b for a, b in spans) for h in days)
