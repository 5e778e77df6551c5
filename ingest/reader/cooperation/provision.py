"""Provisions: what a signed document holds is under way, even before it takes effect (GUIDE.md, cooperation)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from graph.claim import CooperationStatus, Pair
from ingest.reader.act.act import Act
from ingest.reader.agreement.agreement import AgreementFound
from ingest.reader.cooperation.bond import AGREED, Bond
from ingest.reader.lexicon import lexicon
from ingest.reader.tree.discourse import Discourse, Document
from ingest.reader.tree.parse import Parsed
from ingest.reader.tree.syntax import Resolver
from ingest.reader.tree.tree import Token

REFERRING = frozenset({"it", "they", "these", "which", "that", "both", "others", "one", "another"})
POINTING = frozenset({"it", "this", "which"})
BINDING = frozenset({"commit", "oblige", "bind", "require", "call", "allow", "enable", "let", "give", "grant"})
"""Verbs of which "it" as the subject is a document, where one was just told of."""


def note_signing(acts: Sequence[Act], discourse: Discourse) -> None:
    """Keeps whose document a sentence tells to be signed; its own clauses may say what it holds."""
    for act in acts:
        over = discourse.document is not None and discourse.document.status == "ended"
        again = over and act.trigger.dep_ == "acl"  # "The treaty, signed in 2002, provided for"
        if act.frame.id == "sign" and act.modality == "actual" and not again:
            discourse.document = Document(act.actors, "active")


def note_subject(parsed: Parsed, agreements: Sequence[AgreementFound], discourse: Discourse) -> None:
    """Corrects whose the document that was ended is by the next sentence's subject ("the treaty provided for")."""
    document = discourse.document
    if document is None or document.status != "ended":
        return
    for item in agreements:
        subject = parsed.doc[item.head].dep_ in {"nsubj", "nsubjpass"}
        if subject and len(item.parties) == len(document.parties):
            discourse.document = Document(item.parties, "ended")


def note_document(
    parsed: Parsed, acts: Sequence[Act], agreements: Sequence[AgreementFound], discourse: Discourse
) -> None:
    """Keeps the last document that a sentence tells of, for those that the next sentences only call "the text"."""
    for act in acts:
        if act.frame.id == "agree" and act.modality == "actual" and len(act.actors) > 1:
            discourse.document = Document(act.actors, "agreed")
    for item in agreements:
        if len(item.parties) > 1 and item.told and not item.generic:
            discourse.document = Document(item.parties, AGREED[item.status])
    titled = parsed.sentence.field == "title" and not any(t.pos_ in {"VERB", "AUX"} for t in parsed.doc)
    for item in agreements:
        if (
            titled
            and parsed.doc[item.head].dep_ == "ROOT"
            and len(item.parties) > 1
            and AGREED[item.status] == "active"
        ):
            discourse.summary = Document(item.parties, "active")


def provided(resolver: Resolver, chain: Sequence[Token], bond: Bond) -> CooperationStatus:
    """How far a bond stands if the clauses above its word tell what a document of all its pairs says.

    What a signed one holds is active, of one that is only talked of proposed, of one that was ended over.
    """
    discourse = resolver.discourse
    if bond.status == "agreed" and _covers(discourse.summary, bond.pairs):
        return "active"
    document = discourse.document
    if document is None or not _covers(document, bond.pairs):
        return bond.status
    verbs = [w for w in chain if w.pos_ in {"VERB", "AUX"}]
    under = discourse.lead is not None and discourse.lead.provides
    if not (under or any(of_document(w) for w in verbs)):
        return bond.status
    if document.status == "active":
        return "active" if bond.status == "agreed" else bond.status
    past = document.status == "ended" and any(of_document(w) and w.tag_ in {"VBD", "VBN"} for w in verbs)
    return document.status if past or document.status == "proposed" else bond.status


def by_document(resolver: Resolver, chain: Sequence[Token], sector: str) -> Bond | None:
    """What "the package covers", "they include" say of the parties to the document told of last."""
    document = resolver.discourse.document
    verb = next((w for w in chain if w.pos_ == "VERB"), None)
    if verb is not None and verb.dep_ == "relcl" and len(own := resolver.actors_of(verb.head).actors) > 1:
        document = Document(own, "active")  # "the treaty between Fiji and Samoa, which governs trade"
    if document is None or verb is None or verb.lemma_.lower() not in lexicon().covering:
        return None
    subjects = [c for c in verb.children if c.dep_ == "nsubj" and not resolver.parsed.mention(c)]
    if not any(c.lower_ in REFERRING or c.lemma_.lower() in lexicon().instrument for c in subjects):
        return None
    pairs = tuple(combinations(sorted(document.parties), 2))
    return Bond(pairs, sector, document.status, verb, "provision", False)


def _covers(document: Document | None, pairs: Sequence[Pair]) -> bool:
    return document is not None and all(set(p) <= set(document.parties) for p in pairs)


def of_document(verb: Token) -> bool:
    """Whether a document is the verb's subject ("the text obliges", "it commits them"), or it happens under or in one
    ("under it, ...").
    """
    for child in verb.children:
        if child.dep_ == "nsubj" and child.lemma_.lower() in lexicon().instrument:
            return True
        if child.dep_ == "nsubj" and child.lower_ in POINTING and verb.lemma_.lower() in BINDING | lexicon().covering:
            return True
        if child.dep_ == "prep" and child.lower_ in {"under", "in"}:
            return any(_is_document(c) for c in child.children if c.dep_ == "pobj")
    return False


def _is_document(noun: Token) -> bool:
    return noun.lower_ in POINTING or noun.lemma_.lower() in lexicon().instrument
