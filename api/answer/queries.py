"""The Cypher behind an answer, so that it can be pasted into the Neo4j Browser."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from api.question import Question
from graph.claim import Pair
from graph.cypher import Query, agreement, cooperation, dispute, event, leader, meeting
from graph.view.view import LIMIT, SHOWN
from graph.vocabulary.names import dyad_id

_SHOWN_PAIRS = 6
"""Queries are shown for so many pairs; those of the others differ in their parameters alone."""


def queries_for(question: Question, pairs: Sequence[Pair]) -> tuple[Query, ...]:
    """The queries that the intent runs: for each pair, or for the one actor."""
    dyads = [dyad_id(*pair) for pair in pairs[:_SHOWN_PAIRS]]
    if dyads and question.intent != "leaders":
        return tuple(query for dyad in dyads for query in _of_dyad(question, dyad))
    return tuple(query for actor in question.actors for query in _of_actor(question, actor))


def _of_dyad(question: Question, dyad: str) -> Iterator[Query]:
    intent = question.intent
    sector = question.sectors[0] if question.sectors else None
    since, until = (question.period.since, question.period.until) if question.period else (None, None)
    if intent in {"cooperation", "overview"}:
        yield cooperation.of_dyad(dyad, sector)
    if intent in {"disputes", "overview"}:
        yield dispute.of_dyad(dyad, sector)
    if intent in {"agreements", "overview"}:
        yield agreement.of_dyad(dyad, sector=sector, skip=0, limit=LIMIT)
    if intent in {"meetings", "overview"}:
        yield meeting.of_dyad(dyad, since=since, until=until, modalities=SHOWN, skip=0, limit=LIMIT)
    if intent in {"events", "disputes", "overview"}:
        yield event.of_dyad(dyad, sector=sector, since=since, until=until, modalities=SHOWN, skip=0, limit=LIMIT)


def _of_actor(question: Question, actor: str) -> Iterator[Query]:
    intent = question.intent
    sector = question.sectors[0] if question.sectors else None
    if intent in {"cooperation", "overview"}:
        yield cooperation.partners(actor, sector, LIMIT)
    if intent in {"agreements", "overview"}:
        yield agreement.listing(actor=actor, sector=sector, status=None, skip=0, limit=LIMIT)
    if intent in {"leaders", "overview"}:
        yield leader.of_actor(actor, None, LIMIT)
