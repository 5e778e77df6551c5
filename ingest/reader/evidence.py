"""Evidence: the sentence that a claim rests on."""

from __future__ import annotations

from graph.claim import Evidence
from ingest.reader.tree.parse import Parsed
from ingest.reader.tree.tree import Token


def evidence_of(parsed: Parsed, *marks: Token) -> Evidence:
    """The sentence, with the words that carry the claim marked."""
    s = parsed.sentence
    return Evidence(s.field, s.start, s.end, s.text, tuple(parsed.spans[m.i] for m in marks))
