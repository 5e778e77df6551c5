"""Which mentions are one thing: pure functions of the mentions, whatever their order of arrival.

A *key* is what mentions of one thing have in common; it reads as ``event:JPN>IDN:AID:2023-09-07``. Keys that can be of
one thing share a *scope*, so that clusters of keys depend on nothing outside of it. A fact's id is a key: the one that
stands for its cluster. So it stays the same when an article is read anew.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata

from graph.claim import Agreement, Meeting, Pair, When
from graph.vocabulary import plover
from graph.vocabulary.agreement_names import agreement_names

_LATIN_MARKS = re.compile(r"[\u0300-\u036f]")

_NEW = frozenset({"proposed", "under_negotiation", "agreed", "signed"})
"""What is said of an agreement when it is new."""


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


def agreement_key(agreement: Agreement, when: When, published: str | None, article_id: str) -> str:
    """One name of an agreement of its parties, folded, with the year in which it was new where that tells it apart.

    A name that only describes it has the article in place of the year.
    """
    rules = agreement_names()
    words = [word for word in folded(agreement.name).split() if word not in rules.small]
    parties = "+".join(sorted(agreement.parties))
    name = " ".join(words)
    if all(word in rules.generic or word.isdigit() for word in words):
        return f"agreement:{parties}:{name}@{_short(article_id)}"
    year = _year_of(agreement, when, published)
    return f"agreement:{parties}:{name}@{year}" if year else f"agreement:{parties}:{name}"


def _year_of(agreement: Agreement, when: When, published: str | None) -> str | None:
    """The year of which an article tells that an agreement is new; None where it may be of any time.

    Of the lasting kinds only a date counts that the article gives for the signing: they are told of for years.
    """
    lasting = agreement.kind in agreement_names().lasting
    if agreement.status not in ({"agreed", "signed"} if lasting else _NEW):
        return None
    date = when.date if when.basis != "publication" else None
    told = date if lasting else date or published
    return told[:4] if told else None


def meeting_key(meeting: Meeting, date: str | None, published: str | None, article_id: str) -> str:
    """One mention of a meeting of its participants: its date and kind; without a date, kind, article and its day."""
    people = "+".join(sorted(meeting.participants))
    if date:
        return f"meeting:{people}:{date} {meeting.kind}"
    told = f" {published[:10]}" if published else ""
    return f"meeting:{people}:{meeting.kind}@{_short(article_id)}{told}"


def leader_scope(actor: str) -> str:
    """All people who speak or act for one actor: within it, names are compared."""
    return f"leader:{actor}"


def leader_key(actor: str, name: str) -> str:
    """One name of one who speaks or acts for an actor."""
    return f"{leader_scope(actor)}:{folded(name)}"


def is_mention(key: str) -> bool:
    """Whether facts with such keys may turn out to be one."""
    return key.startswith(("leader:", "agreement:", "meeting:"))


def actors_of(key: str) -> list[str]:
    """Whom a mention is of: a leader's actor, the parties, the participants."""
    return key.partition(":")[2].rpartition(":")[0].split("+")


def scope_of(key: str) -> str:
    """The scope of a mention, or of a fact: within it, mentions are compared.

    All people of one actor; all agreements of the same parties; the meetings of the same participants in one year. An
    agreement that its article alone tells apart, and a meeting of no known year, have a scope of their own.
    """
    whose, _, name = key.rpartition(":")
    what, _, told = name.partition(" ")
    tag = name.partition("@")[2]
    if key.startswith("meeting:"):
        day = told if "@" in what else what
        return f"{whose}:{day[:4]}" if day else key
    return key if key.startswith("agreement:") and len(tag) > len("2023") else whose


def _short(article_id: str) -> str:
    """12 hex digits for an article's id, which may be a long address."""
    return hashlib.sha256(article_id.encode()).hexdigest()[:12]
