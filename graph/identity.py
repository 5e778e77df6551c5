"""Which mentions are one thing: pure functions of the mentions, whatever their order of arrival.

A *mention* is one claim's word on one thing. A *block* holds all mentions that could be of one thing, so a block's
clusters depend on nothing outside of it. The id of a cluster is the smallest id of its mentions.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping

from graph.claim import Agreement, Event, Meeting, Pair
from graph.vocabulary import plover

_LATIN_MARKS = re.compile(r"[\u0300-\u036f]")
_SMALL_WORDS = frozenset({"a", "an", "the", "of", "on", "for", "and", "to", "in", "between", "with"})
_GENERIC_WORDS = frozenset(
    {"accord", "action", "agreement", "agreements", "arrangement", "arrangements", "bilateral", "communique"}
    | {"contract", "contracts", "convention", "cooperation", "cooperative", "deal", "deals", "declaration"}
    | {"document", "documents", "draft", "financing", "framework", "grant", "joint", "loan", "loans", "memoranda"}
    | {"memorandum", "memorandums", "mou", "mous", "new", "pact", "pacts", "partnership", "plan", "protocol"}
    | {"roadmap", "several", "statement", "treaty", "understanding"}
    | {"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"}
)
"""Words that describe a document and name none: the same phrase in two articles need not mean one document."""


def folded(name: str) -> str:
    """`name` without case, accents on Latin letters, punctuation and doubled blanks; other scripts keep their marks."""
    plain = _LATIN_MARKS.sub("", unicodedata.normalize("NFKD", name))
    spaced = "".join(c if unicodedata.category(c)[0] in "LNM" else " " for c in unicodedata.normalize("NFKC", plain))
    return " ".join(spaced.casefold().split())


def event_pair(event_type: str, pair: Pair) -> Pair:
    """Actor and recipient, in the order of their ids where the act is done together."""
    return (min(pair), max(pair)) if plover().by_id[event_type].symmetric else pair


def event_block(event: Event, pair: Pair) -> str:
    """All events of one type from one actor to one recipient."""
    actor, recipient = event_pair(event.type, pair)
    return f"event:{actor}>{recipient}:{event.type}"


def dated_key(date: str | None, article_id: str) -> str:
    """What tells acts of one block apart: their date, or where none is known the article that tells of them."""
    return date or f"@{article_id}"


def agreement_block(agreement: Agreement, article_id: str) -> str:
    """One agreement: its parties and folded name, and the article as well where the name only describes it."""
    words = [word for word in folded(agreement.name).split() if word not in _SMALL_WORDS]
    parties = "+".join(sorted(agreement.parties))
    name = " ".join(words)
    if all(word in _GENERIC_WORDS or word.isdigit() for word in words):
        return f"agreement:{parties}:{name}@{article_id}"
    return f"agreement:{parties}:{name}"


def meeting_block(meeting: Meeting, date: str | None, article_id: str) -> str:
    """One meeting: its participants and its date; where no date is known, its kind and the article."""
    key = date or f"{meeting.kind}@{article_id}"
    return f"meeting:{'+'.join(sorted(meeting.participants))}:{key}"


def leader_block(actor: str) -> str:
    """All people who speak or act for one actor."""
    return f"leader:{actor}"


def leader_names(names: Iterable[str]) -> dict[str, str]:
    """Maps each folded name to the fullest name of the same person among `names` (folded, of one actor).

    A name joins a fuller one when all its words are in it and no other fullest name has them all:
    ``widodo`` joins ``joko widodo``, unless ``ari widodo`` is there too. Word order does not matter.
    """
    words = {name: frozenset(name.split()) for name in sorted(names)}
    with_word: dict[str, set[frozenset[str]]] = {}
    for own in words.values():
        for word in own:
            with_word.setdefault(word, set()).add(own)
    first = {own: name for name, own in reversed(words.items())}
    return {name: first[_fullest(own, with_word)] for name, own in words.items()}


def _fullest(own: frozenset[str], with_word: Mapping[str, set[frozenset[str]]]) -> frozenset[str]:
    """The one fullest name with all words of `own`, else `own` itself."""
    fuller = set.intersection(*(with_word[word] for word in own)) if own else set()
    fullest = [name for name in fuller if not any(name < other for other in fuller)]
    return fullest[0] if len(fullest) == 1 else own
