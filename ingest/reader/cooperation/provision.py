"""Provisions: what a signed document holds is under way, even before it takes effect (GUIDE.md, cooperation)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from graph.claim import Pair
from ingest.reader.act.act import Act
from ingest.reader.agreement.agreement import AgreementFound
from ingest.reader.cooperation.bond import Bond
from ingest.reader.lexicon import lexicon
from ingest.reader.tree.discourse import Discourse, Document
from ingest.reader.tree.parse import Parsed
from ingest.reader.tree.syntax import Resolver
from ingest.reader.tree.tree import Token

SIGNED = frozenset({"signed", "ratified", "in_force"})
REFERRING = frozenset({"it", "they", "these", "which", "that", "both", "others", "one", "another"})
POINTING = frozenset({"it", "this", "which"})


def note_signing(acts: Sequence[Act], discourse: Discourse) -> None:
    """Keeps whose document a sentence tells to be signed; its own clauses may say what it holds."""
    for act in acts:
        if act.frame.id == "sign" and act.modality == "actual":
            discourse.document = Document(act.actors, True)


def note_document(
    parsed: Parsed, acts: Sequence[Act], agreements: Sequence[AgreementFound], discourse: Discourse
) -> None:
    """Keeps the last document that a sentence tells of, for those that the next sentences only call "the text"."""
    for act in acts:
        if act.frame.id == "agree" and act.modality == "actual" and len(act.actors) > 1:
            discourse.document = Document(act.actors, False)
    for item in agreements:
        if len(item.parties) > 1 and item.told and not item.generic:
            discourse.document = Document(item.parties, item.status in SIGNED)
    titled = parsed.sentence.field == "title" and not any(t.pos_ in {"VERB", "AUX"} for t in parsed.doc)
    for item in agreements:
        if titled and parsed.doc[item.head].dep_ == "ROOT" and len(item.parties) > 1 and item.status in SIGNED:
            discourse.summary = Document(item.parties, True)


def is_provision(resolver: Resolver, chain: Sequence[Token], pairs: Sequence[Pair]) -> bool:
    """Whether the clauses above a word tell what a signed document of all these pairs says."""
    discourse = resolver.discourse
    if _covers(discourse.summary, pairs):
        return True
    provided = discourse.lead is not None and discourse.lead.provides
    return _covers(discourse.document, pairs) and (
        provided or any(of_document(w) for w in chain if w.pos_ in {"VERB", "AUX"})
    )


def by_document(resolver: Resolver, chain: Sequence[Token], sector: str) -> Bond | None:
    """What "the package covers", "they include" say of the parties to the document told of last."""
    document = resolver.discourse.document
    verb = next((w for w in chain if w.pos_ == "VERB"), None)
    if document is None or verb is None or verb.lemma_.lower() not in lexicon().covering:
        return None
    subjects = [c for c in verb.children if c.dep_ == "nsubj" and not resolver.parsed.mention(c)]
    if not any(c.lower_ in REFERRING or c.lemma_.lower() in lexicon().instrument for c in subjects):
        return None
    pairs = tuple(combinations(sorted(document.parties), 2))
    return Bond(pairs, sector, "active" if document.signed else "agreed", verb, "provision", False)


def _covers(document: Document | None, pairs: Sequence[Pair]) -> bool:
    return document is not None and document.signed and all(set(p) <= set(document.parties) for p in pairs)


def of_document(verb: Token) -> bool:
    """Whether a document is the verb's subject ("the text obliges"), or it happens under one ("under it, ...")."""
    for child in verb.children:
        if child.dep_ == "nsubj" and child.lemma_.lower() in lexicon().instrument:
            return True
        if child.dep_ == "prep" and child.lower_ == "under":
            return any(_is_document(c) for c in child.children if c.dep_ == "pobj")
    return False


def _is_document(noun: Token) -> bool:
    return noun.lower_ in POINTING or noun.lemma_.lower() in lexicon().instrument
