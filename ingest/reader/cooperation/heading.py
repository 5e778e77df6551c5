"""Headings and lists: what a line above says for the lines below it.

A heading ("2. Trade.") names the sector of a paragraph that names none; a lead ("They will cooperate in:", "Under the
treaty:") says for the lines that it opens who, how far, and whether a document provides them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from graph.vocabulary import sectors
from ingest.reader.act.act import Act
from ingest.reader.cooperation.bond import Bond, base_of, status_of
from ingest.reader.cooperation.pairing import pairs_of
from ingest.reader.cooperation.provision import of_document
from ingest.reader.lexicon import lexicon
from ingest.reader.tree.discourse import Discourse, Heading, Lead
from ingest.reader.tree.parse import Parsed
from ingest.reader.tree.tree import Token

_MARK = re.compile(r"\s*(?:[-•*–—·]|\(?(?:\d{1,2}|[a-z]|[ivx]+)[.)])\s+", re.IGNORECASE)
_SHORT = 8
"""How many words a heading may have."""
_TOLD = frozenset({"agree", "cooperate", "deepen", "aid"})
"""Frames whose acts tell cooperation in whatever the heading names."""


def note_lines(parsed: Parsed, acts: Sequence[Act], hits: Sequence[tuple[int, str]], discourse: Discourse) -> None:
    """Keeps what a line says for the lines below it, until they end."""
    sentence = parsed.sentence
    if sentence.text.rstrip().endswith(":"):
        act = next((a for a in reversed(acts) if base_of(a.frame)), None)
        status = status_of(base_of(act.frame), act.modality) if act else None
        provides = any(of_document(t) or t.lower_ == "under" for t in parsed.doc)
        document = discourse.document
        if act:
            discourse.lead = Lead(pairs_of(act), status, provides)
        elif provides and document:
            held = tuple(combinations(sorted(document.parties), 2))
            discourse.lead = Lead(held, document.status, True)
        else:
            discourse.lead = Lead((), None, provides)
    elif discourse.lead is not None and not is_line(parsed):
        discourse.lead = None
    if _heads(parsed, discourse):
        tops = tuple(dict.fromkeys(sectors().top(s) for _, s in hits))
        discourse.heading = Heading(tops, sentence.paragraph)


def by_heading(parsed: Parsed, acts: Sequence[Act], discourse: Discourse) -> Iterator[Bond]:
    """What the acts of a sentence that names no sector tell of those of the heading above it."""
    heading = discourse.heading
    if heading is None or parsed.sentence.paragraph > heading.paragraph + 1 or parsed.sentence.field == "title":
        return
    for act in acts:
        status = status_of(base_of(act.frame), act.modality)
        if act.frame.id in _TOLD and status:
            for sector in heading.sectors:
                yield Bond(pairs_of(act), sector, status, act.trigger, f"heading.{act.frame.id}", False)


def by_lead(parsed: Parsed, word: Token, sector: str, discourse: Discourse) -> Iterator[Bond]:
    """What the lead says of a sector that a line of its list names."""
    lead = discourse.lead
    if lead is None or not lead.pairs or lead.status is None or not is_line(parsed):
        return
    if word.dep_ == "ROOT" or not any(
        t.pos_ in {"VERB", "AUX"} and t.tag_ in {"VBZ", "VBP", "VBD"} for t in parsed.doc
    ):
        yield Bond(lead.pairs, sector, lead.status, word, "list", False)


def is_line(parsed: Parsed) -> bool:
    """Whether a sentence is marked as one of a list."""
    return _MARK.match(parsed.sentence.text) is not None


def _heads(parsed: Parsed, discourse: Discourse) -> bool:
    """Whether a sentence is a heading: a few words without a verb, no document of a list."""
    words = [t for t in parsed.doc if t.text.isalpha()]
    clause = any(t.pos_ in {"VERB", "AUX"} and t.tag_ not in {"VBG", "VBN"} for t in parsed.doc)
    document = any(t.lemma_.lower() in lexicon().document for t in words)
    return discourse.lead is None and 0 < len(words) <= _SHORT and not clause and not document and not parsed.mention_at
