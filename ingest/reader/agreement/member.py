"""Members: what a sentence says of each of several agreements told of just before ("One covers fish, the other …")."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.reader.agreement.complement import noun_phrase_end
from ingest.reader.tree.parse import Parsed
from ingest.reader.tree.tree import Token

_MEMBERS = frozenset({"one", "another", "first", "second", "third", "fourth", "fifth", "other", "former", "latter"})
_ON = frozenset({"on", "about", "concerning", "regarding"})
_COVERING = frozenset({"cover", "concern", "regulate", "govern", "address"})


def member_matters(parsed: Parsed) -> Iterator[tuple[Token, int, int]]:
    """For each word that means one of several: the word, and the first and last token of what that one is about."""
    doc = parsed.doc
    for token in doc:
        if token.lower_ not in _MEMBERS or not _alone(token):
            continue
        start = _begin(token)
        act = start is not None and start + 1 < len(doc) and doc[start].tag_ == "VBG"
        end = noun_phrase_end(parsed, start + act, frozenset()) if start is not None else None
        if start is not None and end is not None:
            yield token, start, end


def _alone(token: Token) -> bool:
    """Whether the word stands for a thing itself, and describes no noun behind it."""
    doc = token.doc
    if token.i + 1 < len(doc) and token.head is doc[token.i + 1] and doc[token.i + 1].pos_ in {"NOUN", "PROPN"}:
        return False
    before = doc[token.i - 1].lower_ if token.i else ""
    return token.lower_ in {"one", "another"} or before == "the"


def _begin(token: Token) -> int | None:
    """The token where the matter begins: after "on", or the object of a verb of covering."""
    doc, i = token.doc, token.i + 1
    if i + 2 < len(doc) and doc[i].text == "," and doc[i + 1].lower_ in _ON:
        return i + 2
    if i + 1 < len(doc) and doc[i].lower_ in _ON:
        return i + 1
    verb = token.head
    if token.dep_ != "nsubj" or verb.i != i or i + 2 >= len(doc):
        return None
    if verb.lemma_ == "be" and doc[i + 1].lower_ in _ON:
        return i + 2
    return i + 1 if verb.lemma_.lower() in _COVERING else None
