"""Moments: the date of what a word tells."""

from __future__ import annotations

from spacy.tokens import Token

from graph.claim import Modality, When
from ingest.reader.date import DateHit, find_dates
from ingest.reader.parse import Parsed
from ingest.reader.syntax import Resolver

_ELSEWHERE = 9
"""The distance of a date that belongs to another clause."""


def moment(resolver: Resolver, trigger: Token, modality: Modality, published: str | None) -> When:
    """The day or month of the trigger's own clause, else of one that governs it."""
    sentence, parsed = resolver.parsed.sentence, resolver.parsed
    hits = find_dates(sentence.text, sentence.start, published, modality == "pledged", resolver.discourse.day)
    dates = [d for d in hits if d.precise]
    if not dates:
        return When()
    at = parsed.spans[trigger.i][0]
    chain = [trigger, *trigger.ancestors]
    distance, _, best = min(
        ((_distance(d, chain, parsed), abs(d.start - at), d) for d in dates), key=lambda ranked: ranked[:2]
    )
    return best.when if distance < _ELSEWHERE else When()


def _distance(date: DateHit, chain: list[Token], parsed: Parsed) -> int:
    """How many words up from the trigger the date hangs."""
    pairs = zip(parsed.doc, parsed.spans, strict=True)
    token = next((t for t, (a, b) in pairs if a < date.end and date.start < b), None)
    if token is None:
        return _ELSEWHERE
    for word in (token, *token.ancestors):
        if word in chain:
            return min(chain.index(word), _ELSEWHERE - 1)
        if word.pos_ in {"VERB", "AUX"} and word.dep_ != "amod":
            return _ELSEWHERE
    return _ELSEWHERE
