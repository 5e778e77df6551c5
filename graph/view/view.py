"""The view: what the graph says, as facts with the sentences behind them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from graph.article import Article
from graph.claim import AgreementStatus, Modality
from graph.connection import Connection
from graph.cypher import Query
from graph.cypher import agreement as agreement_cypher
from graph.cypher import article as article_cypher
from graph.cypher import claim as claim_cypher
from graph.cypher import cooperation as cooperation_cypher
from graph.cypher import count as count_cypher
from graph.cypher import dispute as dispute_cypher
from graph.cypher import dyad as dyad_cypher
from graph.cypher import event as event_cypher
from graph.cypher import leader as leader_cypher
from graph.cypher import meeting as meeting_cypher
from graph.errors import NotFound
from graph.fact import (
    AgreementFact,
    ArticleSummary,
    CooperationFact,
    DisputeFact,
    DyadFact,
    EventFact,
    Fact,
    LeaderFact,
    MeetingFact,
    Partner,
    Passage,
    Support,
)
from graph.projection.key import top_level
from graph.reading import ClosedClaim, Reading
from graph.subgraph import Subgraph
from graph.view import articles as stored
from graph.view import facts as as_facts
from graph.view.subgraph import draw
from graph.vocabulary.names import dyad_id, dyad_name

F = TypeVar("F")
Row = dict[str, Any]

SHOWN: tuple[Modality, ...] = ("actual", "pledged")
"""The modalities of events and meetings that a view gives unless it is asked for others."""

EVIDENCE = 5
"""Passages for each fact, unless asked for another number (at most `graph.projection.support.BEST_KEPT`)."""

LIMIT = 50
"""Facts of each kind, unless asked for another number."""


class View:
    """The read side of a store. Facts come by independent sources, then the newest; what is proposed comes last.

    Dates are ISO 8601, of any precision; `sector` may be a subsector (``energy.gas``) wherever it is taken.
    Actors are ids (``JPN``, ``ORG:ASEAN``) in any order; of two that share nothing there are no facts, and no error.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def dyad(
        self, a: str, b: str, *, modalities: Sequence[Modality] = SHOWN, evidence: int = EVIDENCE, limit: int = LIMIT
    ) -> DyadFact:
        """All that the graph says of two actors, at most `limit` of each kind; see `totals`."""
        meetings = self._meeting_rows(
            meeting_cypher.of_dyad(dyad_id(a, b), since=None, until=None, modalities=modalities, skip=0, limit=limit)
        )
        cooperation = self.cooperation(a, b, evidence=evidence)
        disputes = self.disputes(a, b, evidence=evidence)
        events = self.events(a, b, modalities=modalities, evidence=evidence, limit=limit)
        agreements = self.agreements(a, b, evidence=evidence, limit=limit)
        met = self._facts(as_facts.meeting, meetings, evidence)
        quoted = _articles_quoted([*cooperation, *disputes, *events, *agreements, *met])
        attended = {leader for row in meetings for leader in row.get("leader_ids", ())}
        return DyadFact(
            id=dyad_id(a, b),
            name=dyad_name(dyad_id(a, b)),
            actors=(min(a, b), max(a, b)),
            cooperation=cooperation,
            disputes=disputes,
            events=events,
            agreements=agreements,
            meetings=met,
            leaders=self._dyad_leaders((a, b), sorted(attended), sorted(quoted), evidence)[:limit],
        )

    def totals(self, a: str, b: str, *, modalities: Sequence[Modality] = SHOWN) -> dict[str, int]:
        """How many facts of each kind two actors share: cooperation, disputes, events, agreements, meetings."""
        rows = self._connection.read(dyad_cypher.totals(dyad_id(a, b), modalities))
        return rows[0] if rows else dict.fromkeys(("cooperation", "disputes", "events", "agreements", "meetings"), 0)

    def cooperation(
        self, a: str, b: str, sector: str | None = None, *, evidence: int = EVIDENCE
    ) -> tuple[CooperationFact, ...]:
        """In which sectors two actors cooperate."""
        rows = self._fact_rows(cooperation_cypher.of_dyad(dyad_id(a, b), sector))
        return self._facts(as_facts.cooperation, rows, evidence)

    def disputes(
        self, a: str, b: str, sector: str | None = None, *, evidence: int = EVIDENCE
    ) -> tuple[DisputeFact, ...]:
        """Over what two actors are at odds."""
        rows = self._fact_rows(dispute_cypher.of_dyad(dyad_id(a, b), top_level(sector) if sector else None))
        return self._facts(as_facts.dispute, rows, evidence)

    def events(
        self,
        a: str,
        b: str,
        *,
        types: Sequence[str] | None = None,
        sector: str | None = None,
        since: str | None = None,
        until: str | None = None,
        modalities: Sequence[Modality] = SHOWN,
        evidence: int = EVIDENCE,
        skip: int = 0,
        limit: int = LIMIT,
    ) -> tuple[EventFact, ...]:
        """Acts of either actor towards the other, of PLOVER `types`; `until` takes in its whole day, month or year."""
        rows = self._fact_rows(
            event_cypher.of_dyad(
                dyad_id(a, b),
                types=types,
                sector=sector,
                since=since,
                until=until,
                modalities=modalities,
                skip=skip,
                limit=limit,
            )
        )
        return self._facts(as_facts.event, rows, evidence)

    def agreements(
        self, a: str, b: str, *, sector: str | None = None, evidence: int = EVIDENCE, skip: int = 0, limit: int = LIMIT
    ) -> tuple[AgreementFact, ...]:
        """Agreements to which both are parties."""
        rows = self._fact_rows(agreement_cypher.of_dyad(dyad_id(a, b), sector=sector, skip=skip, limit=limit))
        return self._agreements(rows, evidence)

    def all_agreements(
        self,
        *,
        actor: str | None = None,
        sector: str | None = None,
        status: AgreementStatus | None = None,
        evidence: int = EVIDENCE,
        skip: int = 0,
        limit: int = LIMIT,
    ) -> tuple[AgreementFact, ...]:
        """Agreements of anybody."""
        query = agreement_cypher.listing(actor=actor, sector=sector, status=status, skip=skip, limit=limit)
        return self._agreements(self._fact_rows(query), evidence)

    def meetings(
        self,
        a: str,
        b: str,
        *,
        since: str | None = None,
        until: str | None = None,
        modalities: Sequence[Modality] = SHOWN,
        evidence: int = EVIDENCE,
        skip: int = 0,
        limit: int = LIMIT,
    ) -> tuple[MeetingFact, ...]:
        """Meetings in which both took part."""
        query = meeting_cypher.of_dyad(
            dyad_id(a, b), since=since, until=until, modalities=modalities, skip=skip, limit=limit
        )
        return self._facts(as_facts.meeting, self._meeting_rows(query), evidence)

    def leaders(
        self, actor: str | None = None, *, role: str | None = None, evidence: int = EVIDENCE, limit: int = LIMIT
    ) -> tuple[LeaderFact, ...]:
        """Those who speak or act for an actor, or for anybody."""
        return self._facts(as_facts.leader, self._fact_rows(leader_cypher.of_actor(actor, role, limit)), evidence)

    def partners(self, actor: str, sector: str | None = None, *, limit: int = LIMIT) -> tuple[Partner, ...]:
        """With whom an actor cooperates, at all or in one sector."""
        rows = self._connection.read(cooperation_cypher.partners(actor, sector, limit))
        return tuple(as_facts.partner(actor, row) for row in rows)

    def dyads(self, actor: str | None = None, *, limit: int = LIMIT) -> tuple[str, ...]:
        """Ids of the dyads that share most, by the sources that say so; of one actor, or of all."""
        return tuple(row["dyad"] for row in self._connection.read(dyad_cypher.strongest(actor, limit)))

    def evidence(self, fact_id: str, *, skip: int = 0, limit: int = LIMIT) -> tuple[Passage, ...]:
        """All passages that support a fact, best first; none where there is no such fact."""
        query = claim_cypher.supporting(fact_id, skip, limit)
        return tuple(as_facts.passage(row) for row in self._connection.read(query)) if query else ()

    def article(self, article_id: str) -> Article:
        """A stored article; `NotFound` if there is none."""
        return stored.article(self._article(article_id))

    def reading(self, article_id: str) -> Reading:
        """What was read in a stored article; `NotFound` if there is none."""
        claims = self._connection.read(article_cypher.claims(article_id))
        return stored.reading(self._article(article_id), [row["claim"] for row in claims])

    def closed_claims(self, article_id: str) -> tuple[ClosedClaim, ...]:
        """What older readings of an article said and the one that holds now does not say, newest first."""
        return tuple(stored.closed(row["claim"]) for row in self._connection.read(article_cypher.closed(article_id)))

    def articles(
        self, *, publisher: str | None = None, skip: int = 0, limit: int = LIMIT
    ) -> tuple[ArticleSummary, ...]:
        """Stored articles, newest first."""
        rows = self._connection.read(article_cypher.listing(publisher, skip, limit))
        return tuple(as_facts.summary(row["article"]) for row in rows)

    def counts(self) -> dict[str, int]:
        """How many nodes there are of each kind, by its plural (``countries``, ``dyads``, ``claims``)."""
        found = {row["label"]: row["number"] for row in self._connection.read(count_cypher.ALL)}
        return {kind: found.get(kind, 0) for kind in count_cypher.KINDS}

    def subgraph(self, actors: Sequence[str], *, limit: int = 12, evidence: int = 3) -> Subgraph:
        """What a picture of these actors shows: one pair whole, several actors' dyads, one actor's strongest dyads.

        `limit` bounds the facts of each kind in a dyad, and the dyads; `left_out` says what is beyond it.
        """
        return draw(self, actors, limit, evidence)

    def between(self, a: str, b: str) -> tuple[Row, ...]:
        """The edges that sum up events between two actors: type, actor, recipient and the edge's properties."""
        return tuple(self._connection.read(event_cypher.between(a, b)))

    def _article(self, article_id: str) -> Row:
        rows = self._connection.read(article_cypher.one(article_id))
        if not rows:
            raise NotFound(f"There is no article {article_id!r} in the graph.")
        found: Row = rows[0]["article"]
        return found

    def _dyad_leaders(
        self, actors: tuple[str, str], attended: Sequence[str], articles: Sequence[str], evidence: int
    ) -> tuple[LeaderFact, ...]:
        rows = self._fact_rows(leader_cypher.of_dyad(actors, attended, articles))
        rows.sort(key=lambda row: row["id"])
        rows.sort(key=lambda row: (row["sources"], row.get("last_seen", "")), reverse=True)
        return self._facts(as_facts.leader, rows, evidence)

    def _fact_rows(self, query: Query) -> list[Row]:
        return [row["fact"] for row in self._connection.read(query)]

    def _meeting_rows(self, query: Query) -> list[Row]:
        return [{**row["fact"], "attended": row["attended"]} for row in self._connection.read(query)]

    def _facts(
        self, make: Callable[[as_facts.Properties, Support], F], rows: Sequence[Row], evidence: int
    ) -> tuple[F, ...]:
        """Rows as facts, with their passages read at once."""
        return as_facts.facts(make, rows, self._passages(rows, evidence), evidence)

    def _agreements(self, rows: Sequence[Row], evidence: int) -> tuple[AgreementFact, ...]:
        return as_facts.agreements(rows, self._passages(rows, evidence), evidence)

    def _passages(self, rows: Sequence[Row], evidence: int) -> dict[str, Passage]:
        """The passages to quote for these rows."""
        claims = as_facts.best_ids(rows, evidence)
        found = self._connection.read(claim_cypher.passages(claims)) if claims else []
        return {row["claim"]["id"]: as_facts.passage(row) for row in found}


def _articles_quoted(facts: Sequence[Fact]) -> set[str]:
    return {passage.article_id for fact in facts for passage in fact.support.evidence}
