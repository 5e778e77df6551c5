"""The lead: what a sentence says of the documents that the next ones list ("They signed:", "Among them are …")."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from graph.claim import AgreementStatus
from ingest.reader.agreement.focus import by_discourse, in_focus
from ingest.reader.agreement.words import agreement_words, governors
from ingest.reader.tree.modality import FUTURE, modality_of
from ingest.reader.tree.parse import Parsed
from ingest.reader.tree.role import subject_of
from ingest.reader.tree.syntax import Resolver
from ingest.reader.tree.tree import Token

_LINE = 120
"""How long a line without a colon may be to open a list ("The two sides signed the following")."""


@dataclass(frozen=True, slots=True)
class Lead:
    """Whose the listed documents are and where they stand; `open` where the list itself comes next."""

    parties: tuple[str, ...]
    status: AgreementStatus
    open: bool = False


def item(parsed: Parsed) -> bool:
    """Whether a sentence is a line of a list: a phrase, no clause."""
    roots = [t for t in parsed.doc if t.head is t]
    return all(t.pos_ not in {"VERB", "AUX"} or t.tag_ in {"VBG", "VBN", "VB"} for t in roots)


def inherited(parsed: Parsed, head: Token, lead: Lead | None) -> Lead | None:
    """The lead that tells of the agreement whose noun is `head`, where its own words do not."""
    if lead is not None and lead.open and item(parsed):
        return lead
    listing = _listing(head)
    if listing is None:
        return None
    if (status := _told_of(listing)) is not None:
        return Lead(lead.parties if lead else (), status)
    return lead if _points(listing) else None


def lead_after(resolver: Resolver, told: Sequence[Lead], before: Lead | None) -> Lead | None:
    """The lead for the next sentence; `told`: what this one says of its own documents, `before`: the lead it had."""
    parsed = resolver.parsed
    if before is not None and before.open and item(parsed):
        return before
    opens = _opens(parsed)
    if told:
        status = (opens and _by_verb(resolver, opens)) or told[-1]
        return Lead(told[-1].parties, status.status, opens or told[-1].status == "signed")
    papers = any(t.lemma_.lower() in agreement_words().papers | agreement_words().headings for t in parsed.doc)
    if not opens and not papers:
        return None
    return _by_verb(resolver, opens) or (_by_heading(resolver) if papers and (opens or item(parsed)) else None)


def _by_heading(resolver: Resolver) -> Lead | None:
    """What a heading or a line that only leads to a list tells ("Outcomes of the visit", "The documents are:"):
    papers that are listed are signed, unless it says that they are still to be.
    """
    doc = resolver.parsed.doc
    if any(t.lemma_.lower() in agreement_words().unsigned or t.lower_ in FUTURE for t in doc):
        return None
    return Lead(by_discourse(resolver, doc[0], [], (0, 0))[0], "signed", True)


def _opens(parsed: Parsed) -> bool:
    text = parsed.sentence.text.rstrip()
    if text.endswith((":", ":-", "—")):
        return True
    words = {t.lower_ for t in parsed.doc[-4:]}
    return bool(words & {"following", "below", "follows"}) and len(text) < _LINE


def _by_verb(resolver: Resolver, opens: bool) -> Lead | None:
    """What the last word of signing or agreeing in the sentence says, and of whom."""
    for token in reversed(resolver.parsed.doc):
        status = governors().get(token.lemma_.lower()) if token.pos_ in {"VERB", "NOUN"} else None
        if status not in {"signed", "agreed", "ratified"} or modality_of(token) != "actual":
            continue
        subject, passive = subject_of(token) if token.pos_ == "VERB" else (None, False)
        found = resolver.actors_of(subject) if subject is not None and not passive else None
        if found is not None and subject is not None:
            found = in_focus(resolver, subject, found)
        named = list(found.actors) if found is not None else []
        return Lead(by_discourse(resolver, token, named, (token.i, token.i))[0], status, opens)
    return None


def _listing(head: Token) -> Token | None:
    """The subject of "be" or "include" that the agreement is listed under ("among them are …", "they include …")."""
    first = head
    while first.dep_ == "conj" and first.head is not first:
        first = first.head
    verb = first.head
    if verb.lemma_.lower() not in agreement_words().listing or first.dep_ not in {"nsubj", "attr", "dobj", "nsubjpass"}:
        return None
    for child in verb.children:
        if child.dep_ in {"nsubj", "nsubjpass"} and child.i < first.i:
            return child
        if child.dep_ == "prep" and child.lower_ == "among":
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    return None


def _told_of(subject: Token) -> AgreementStatus | None:
    """The status that a participle on the listing noun tells ("other documents signed were …")."""
    clauses = (c for c in subject.children if c.dep_ in {"acl", "relcl", "amod"} and modality_of(c) == "actual")
    return next((governors()[c.lemma_.lower()] for c in clauses if c.lemma_.lower() in governors()), None)


def _points(subject: Token) -> bool:
    """Whether the listing phrase points back to documents: "they", "these", "the agreements"."""
    words = agreement_words()
    if subject.lower_ in {"they", "these", "those", "them"}:
        return True
    return subject.tag_ in {"NNS", "NNPS"} and subject.lemma_.lower() in words.papers | words.listed
