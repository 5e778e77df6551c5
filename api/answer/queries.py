"""The Cypher behind an answer, so that it can be pasted into the Neo4j Browser."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from api.answer.meeting import MOST_MEETINGS, sort_of, wanted_of
from api.answer.narrowing import bounds
from api.question import Intent, Question
from graph.claim import Pair
from graph.cypher import Query, agreement, cooperation, dispute, dyad, event, leader, listing
from graph.view.view import LIMIT, SHOWN
from graph.view.wanted import Listed
from graph.vocabulary.names import dyad_id

_SHOWN_PAIRS = 6
"""Queries are shown for so many pairs; those of the others differ in their parameters alone."""

_EVERYTHING = frozenset({"overview", "region", "changes"})
_OF_ACTORS = frozenset({"leaders", "links", "entity", "partners"})


def queries_for(question: Question, pairs: Mapping[Intent, Sequence[Pair]]) -> tuple[Query, ...]:
    """The queries that the intents run: for each of their `pairs`, or for the actors or the sector alone."""
    found = (query for intent, own in pairs.items() for query in _of(intent, question, own))
    return tuple({query.for_browser(): query for query in found}.values())


def _of(intent: Intent, question: Question, pairs: Sequence[Pair]) -> Iterator[Query]:
    ids = [dyad_id(*pair) for pair in pairs[:_SHOWN_PAIRS]]
    if intent == "region" or (len(question.pairs) > _SHOWN_PAIRS and intent not in _OF_ACTORS):
        yield dyad.totals([dyad_id(*pair) for pair in question.pairs], SHOWN)
    if not question.actors:
        wanted = (Listed(sector=sector) for sector in question.sectors)
        yield from (listing.listed("Cooperation", w.scope, w.parameters("support", None, LIMIT)) for w in wanted)
    if intent not in _OF_ACTORS:
        for id_ in ids:
            yield from _of_dyad(intent, question, id_)
    if intent == "links":
        yield from (agreement.of_dyad(id_, skip=0, limit=LIMIT) for id_ in ids)
    if intent in _OF_ACTORS or not pairs:
        for actor in question.actors[: 2 * _SHOWN_PAIRS]:
            yield from _of_actor(intent, question, actor)


def _of_dyad(intent: Intent, question: Question, dyad: str) -> Iterator[Query]:
    sector = question.sectors[0] if question.sectors else None
    since, until = bounds(question)
    if intent == "cooperation" or intent in _EVERYTHING:
        yield cooperation.of_dyad(dyad, sector)
    if intent == "disputes" or intent in _EVERYTHING:
        yield dispute.of_dyad(dyad, sector)
    if intent == "agreements" or intent in _EVERYTHING:
        yield agreement.of_dyad(dyad, sector=sector, skip=0, limit=LIMIT)
    if intent == "meetings" or intent in _EVERYTHING:
        yield _meetings(question, wanted_of(question, dyad=dyad))
    if intent in {"events", "disputes", "history"} or intent in _EVERYTHING:
        modalities = ("actual",) if intent == "history" else SHOWN
        yield event.of_dyad(dyad, sector=sector, since=since, until=until, modalities=modalities, skip=0, limit=LIMIT)


def _of_actor(intent: Intent, question: Question, actor: str) -> Iterator[Query]:
    sector = question.sectors[0] if question.sectors else None
    if intent in {"partners", "cooperation", "entity", "overview", "links"}:
        yield cooperation.partners(actor, sector, LIMIT)
    if intent in {"agreements", "entity", "overview", "links"}:
        yield agreement.listing(actor=actor, sector=sector, status=None, skip=0, limit=LIMIT)
    if intent in {"leaders", "entity", "overview"}:
        yield leader.of_actor(actor, None, LIMIT)
    if intent in {"meetings", "entity"} and (question.people or intent == "meetings"):
        yield _meetings(question, wanted_of(question, actor=actor))


def _meetings(question: Question, wanted: Listed) -> Query:
    return listing.listed("Meeting", wanted.scope, wanted.parameters(sort_of(question), None, MOST_MEETINGS))
