"""Which mentions are one thing: pure functions of the mentions, whatever their order of arrival.

A *key* is what mentions of one thing have in common; it reads as ``event:JPN>IDN:AID:2023-09-07``. Keys that can be of
one thing share a *scope*, so that clusters of keys depend on nothing outside of it. A fact's id is a key: the one that
stands for its cluster. So it stays the same when an article is read anew.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata

from graph.claim import Agreement, Meeting, Pair
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


def dated_key(date: str | None, article_id: str) -> str:
    """What tells acts of one kind apart: their date, or where none is known the article that tells of them."""
    return date or f"@{_short(article_id)}"


def event_key(event_type: str, pair: Pair, date: str | None, article_id: str) -> str:
    """One event: its type, from whom to whom, and its date or article. `pair` is as `event_pair` gives it."""
    actor, recipient = pair
    return f"event:{actor}>{recipient}:{event_type}:{dated_key(date, article_id)}"


def agreement_key(agreement: Agreement, article_id: str) -> str:
    """One agreement: its parties and folded name, and the article as well where the name only describes it."""
    words = [word for word in folded(agreement.name).split() if word not in _SMALL_WORDS]
    parties = "+".join(sorted(agreement.parties))
    name = " ".join(words)
    if all(word in _GENERIC_WORDS or word.isdigit() for word in words):
        return f"agreement:{parties}:{name}@{_short(article_id)}"
    return f"agreement:{parties}:{name}"


def meeting_key(meeting: Meeting, date: str | None, article_id: str) -> str:
    """One meeting: its participants and its date; where no date is known, its kind and the article."""
    return f"meeting:{'+'.join(sorted(meeting.participants))}:{date or f'{meeting.kind}@{_short(article_id)}'}"


def leader_scope(actor: str) -> str:
    """All people who speak or act for one actor: within it, names are compared."""
    return f"leader:{actor}"


def leader_key(actor: str, name: str) -> str:
    """One name of one who speaks or acts for an actor."""
    return f"{leader_scope(actor)}:{folded(name)}"


def is_mention(key: str) -> bool:
    """Whether facts with such keys may turn out to be one."""
    return key.startswith("leader:")


def actors_of(key: str) -> list[str]:
    """Whom a mention is of: a leader's actor, the parties, the participants."""
    return key.partition(":")[2].rpartition(":")[0].split("+")


def scope_of(key: str) -> str:
    """The scope of a mention: within it, mentions are compared."""
    return key.rpartition(":")[0]


def _short(article_id: str) -> str:
    """12 hex digits for an article's id, which may be a long address."""
    return hashlib.sha256(article_id.encode()).hexdigest()[:12]
