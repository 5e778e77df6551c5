"""The view: what the graph says, as facts with the sentences behind them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import combinations
from typing import Any, TypeVar

from graph.article import Article
from graph.claim import AgreementStatus, Modality
from graph.connection import Connection
from graph.cypher import Query
from graph.cypher import article as article_cypher
from graph.cypher import claim as claim_cypher
from graph.cypher import count as count_cypher
from graph.cypher import judgement as judgement_cypher
from graph.cypher import schema as schema_cypher
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
)
from graph.judgement import Judgement, Verdict
from graph.projection.key import FactLabel
from graph.reading import ClosedClaim, Reading
from graph.stated import StatedClaim
from graph.subgraph import Subgraph
from graph.view import articles as stored
from graph.view import facts as as_facts
from graph.view import lists
from graph.view.dyads import dyad_facts, passages_of, quoted
from graph.view.overview import overview
from graph.view.past import Past
from graph.view.present import Present
from graph.view.rows import Rows, Standing, Strength, Wanted
from graph.view.search import HIT_KINDS, Hit, HitKind
from graph.view.search import search as find
from graph.view.subgraph import Drawn, draw
from graph.view.wanted import Listed, Page, Place, Sort
from graph.vocabulary.names import dyad_id

T = TypeVar("T")
Row = dict[str, Any]

SHOWN: tuple[Modality, ...] = ("actual", "pledged")
"""The modalities of events and meetings that a view gives unless it is asked for others."""

EVIDENCE = 5
"""Passages for each fact, unless asked for another number (at most `graph.projection.ranking.BEST_KEPT`)."""

LIMIT = 50
"""Facts of each kind, unless asked for another number."""

KINDS = ("cooperation", "disputes", "events", "agreements", "meetings")


class View:
    """The read side of a store. Facts come by independent sources, then the newest; what is proposed comes last.

    Dates are ISO 8601, of any precision; `sector` may be a subsector (``energy.gas``) wherever it is taken.
    Actors are ids (``JPN``, ``ORG:ASEAN``) in any order; of two that share nothing there are no facts, and no error.

    With `as_of`, all is as it was at the end of that day, month or year: from what articles published by then said of
    what held by then, whenever we read them; see `graph.projection.as_of`.
    """

    def __init__(self, connection: Connection, day: str | None = None) -> None:
        self._connection = connection
        self._day = day

    @property
    def day(self) -> str | None:
        """The day as of which it says what it is not asked for as of another; None for now."""
        return self._day

    def at(self, day: str | None) -> View:
        """The same graph as of `day`."""
        return View(self._connection, day)

    def dyad(
        self,
        a: str,
        b: str,
        *,
        modalities: Sequence[Modality] = SHOWN,
        evidence: int = EVIDENCE,
        limit: int = LIMIT,
        as_of: str | None = None,
    ) -> DyadFact:
        """All that the graph says of two actors, at most `limit` of each kind; see `totals`."""

        def read(rows: Rows) -> DyadFact:
            (fact,) = dyad_facts(rows, [dyad_id(a, b)], modalities, evidence, limit)
            return fact

        return self._read(as_of, read)

    def totals(
        self, a: str, b: str, *, modalities: Sequence[Modality] = SHOWN, as_of: str | None = None
    ) -> dict[str, int]:
        """How many facts of each kind two actors share: cooperation, disputes, events, agreements, meetings."""
        return self.totals_of([dyad_id(a, b)], modalities=modalities, as_of=as_of)[dyad_id(a, b)]

    def totals_of(
        self, dyads: Sequence[str], *, modalities: Sequence[Modality] = SHOWN, as_of: str | None = None
    ) -> dict[str, dict[str, int]]:
        """The same for any number of dyads, by their ids."""
        found = self._read(as_of, lambda rows: rows.totals(dyads, modalities))
        return {dyad: {kind: found.get(dyad, {}).get(kind, 0) for kind in KINDS} for dyad in dyads}

    def cooperation(
        self, a: str, b: str, sector: str | None = None, *, evidence: int = EVIDENCE, as_of: str | None = None
    ) -> tuple[CooperationFact, ...]:
        """In which sectors two actors cooperate."""
        return self._read(
            as_of,
            lambda rows: quoted(rows, as_facts.cooperation, rows.cooperation(dyad_id(a, b), sector), evidence),
        )

    def disputes(
        self, a: str, b: str, sector: str | None = None, *, evidence: int = EVIDENCE, as_of: str | None = None
    ) -> tuple[DisputeFact, ...]:
        """Over what two actors are at odds."""
        return self._read(
            as_of, lambda rows: quoted(rows, as_facts.dispute, rows.disputes(dyad_id(a, b), sector), evidence)
        )

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
        as_of: str | None = None,
    ) -> tuple[EventFact, ...]:
        """Acts of either actor towards the other, of PLOVER `types`; `until` takes in its whole day, month or year."""
        wanted = Wanted(modalities, types, sector, since, until)
        return self._read(
            as_of,
            lambda rows: quoted(rows, as_facts.event, rows.events(dyad_id(a, b), wanted, skip, limit), evidence),
        )

    def agreements(
        self,
        a: str,
        b: str,
        *,
        sector: str | None = None,
        evidence: int = EVIDENCE,
        skip: int = 0,
        limit: int = LIMIT,
        as_of: str | None = None,
    ) -> tuple[AgreementFact, ...]:
        """Agreements to which both are parties, with the steps of their lives."""
        return self._read(
            as_of,
            lambda rows: quoted(
                rows, as_facts.agreement, rows.agreements(dyad_id(a, b), sector, skip, limit), evidence
            ),
        )

    def all_agreements(
        self,
        *,
        actor: str | None = None,
        sector: str | None = None,
        status: AgreementStatus | None = None,
        evidence: int = EVIDENCE,
        skip: int = 0,
        limit: int = LIMIT,
        as_of: str | None = None,
    ) -> tuple[AgreementFact, ...]:
        """Agreements of anybody."""
        return self._read(
            as_of,
            lambda rows: quoted(
                rows, as_facts.agreement, rows.all_agreements(actor, sector, status, skip, limit), evidence
            ),
        )

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
        as_of: str | None = None,
    ) -> tuple[MeetingFact, ...]:
        """Meetings in which both took part."""
        wanted = Wanted(modalities, since=since, until=until)
        return self._read(
            as_of,
            lambda rows: quoted(rows, as_facts.meeting, rows.meetings(dyad_id(a, b), wanted, skip, limit), evidence),
        )

    def leaders(
        self,
        actor: str | None = None,
        *,
        role: str | None = None,
        evidence: int = EVIDENCE,
        limit: int = LIMIT,
        as_of: str | None = None,
    ) -> tuple[LeaderFact, ...]:
        """Those who speak or act for an actor, or for anybody."""
        return self._read(as_of, lambda rows: quoted(rows, as_facts.leader, rows.leaders(actor, role, limit), evidence))

    def partners(
        self, actor: str, sector: str | None = None, *, limit: int = LIMIT, as_of: str | None = None
    ) -> tuple[Partner, ...]:
        """With whom an actor cooperates, at all or in one sector."""
        found = self._read(as_of, lambda rows: rows.partners(actor, sector, limit))
        return tuple(as_facts.partner(actor, row) for row in found)

    def dyads(self, actor: str | None = None, *, limit: int = LIMIT, as_of: str | None = None) -> tuple[str, ...]:
        """Ids of the dyads that share most, by the sources that say so; of one actor, or of all."""
        return tuple(one.dyad for one in self.strongest(actor, limit=limit, as_of=as_of))

    def strongest(
        self,
        actor: str | None = None,
        *,
        after: Strength | None = None,
        limit: int = LIMIT,
        as_of: str | None = None,
    ) -> tuple[Strength, ...]:
        """The dyads that share most, with their sources; those behind `after`."""
        return tuple(self._read(as_of, lambda rows: rows.dyads(actor, limit, after)))

    def page(
        self,
        label: FactLabel,
        wanted: Listed,
        *,
        sort: Sort = "support",
        after: Place | None = None,
        evidence: int = EVIDENCE,
        limit: int = LIMIT,
        as_of: str | None = None,
    ) -> Page[Any]:
        """Facts of one label, those behind `after`, and where the list goes on."""
        return self._read(as_of, lambda rows: lists.page(rows, label, wanted, sort, after, limit, evidence))

    def fact(self, fact_id: str, *, evidence: int = EVIDENCE, as_of: str | None = None) -> Fact:
        """The fact with this id; `NotFound` if there is none."""
        found = self._read(as_of, lambda rows: lists.one(rows, fact_id, evidence))
        if found is None:
            raise NotFound(f"There is no fact {fact_id!r} in the graph.")
        return found

    def evidence(
        self, fact_id: str, *, after: Standing | None = None, limit: int = LIMIT, as_of: str | None = None
    ) -> tuple[Passage, ...]:
        """All passages that support a fact, best first, or those behind `after`; none where there is no such fact."""
        found = self._read(as_of, lambda rows: rows.supporting(fact_id, limit, after))
        return tuple(as_facts.passage(row) for row in found)

    def subgraph(
        self, actors: Sequence[str], *, limit: int = 12, evidence: int = 3, as_of: str | None = None
    ) -> Subgraph:
        """What a picture of these actors shows: one pair whole, several actors' dyads, one actor's strongest dyads.

        `limit` bounds the facts of each kind in a dyad, and the dyads; `left_out` says what is beyond it.
        """
        named = tuple(dict.fromkeys(actors))
        return self._read(as_of, lambda rows: draw(named, _drawn(rows, named, limit, evidence)))

    def overview(self, *, actors: int = 200, as_of: str | None = None) -> Subgraph:
        """How all actors stand with each other, without sentences: at most so many, those that share most.

        Each two have the lines of their cooperation and disputes, by sector and over all, and of their acts.
        """
        return self._read(as_of, lambda rows: overview(rows, actors))

    def article(self, article_id: str) -> Article:
        """A stored article; `NotFound` if there is none."""
        return stored.article(self._article(article_id))

    def reading(self, article_id: str, *, as_read: bool = False) -> Reading:
        """What was read in a stored article; `NotFound` if there is none.

        `as_read`: as the reader made it, whatever people said of its claims since.
        """
        query = article_cypher.all_claims(article_id) if as_read else article_cypher.claims(article_id)
        claims = [row["claim"] for row in self._connection.read(query)]
        return stored.reading(self._article(article_id), claims, as_read=as_read)

    def claim(self, claim_id: str) -> StatedClaim:
        """A stored claim, also one that was rejected; `NotFound` if there is none."""
        for label in claim_cypher.LABELS:
            for row in self._connection.read(claim_cypher.one(label, claim_id)):
                return stored.stated(row)
        raise NotFound(f"There is no claim {claim_id!r} in the graph.")

    def claims(
        self,
        *,
        article: str | None = None,
        kind: str | None = None,
        verdict: Verdict | None = None,
        confidence: float = 0.0,
        after: str | None = None,
        limit: int = LIMIT,
    ) -> tuple[StatedClaim, ...]:
        """Claims by id, those behind `after`; rejected ones only where they are asked for."""
        query = claim_cypher.listed(
            verdict == "rejected",
            article=article,
            kind=kind,
            confirmed=verdict == "confirmed",
            confidence=confidence,
            after=after,
            limit=limit,
        )
        return tuple(stored.stated(row) for row in self._connection.read(query))

    def judgements(self) -> tuple[Judgement, ...]:
        """All that people decided about claims, the latest first."""
        return tuple(Judgement(**row) for row in self._connection.read(judgement_cypher.LISTED))

    def copy_of(self, article_id: str) -> str | None:
        """The article with which a stored one counts as one source, being its copy; `NotFound` if there is none."""
        first: str | None = self._article(article_id).get("copy_of")
        return first

    def closed_claims(self, article_id: str) -> tuple[ClosedClaim, ...]:
        """What older readings of an article said and the one that holds now does not say, newest first."""
        return tuple(stored.closed(row["claim"]) for row in self._connection.read(article_cypher.closed(article_id)))

    def articles(
        self,
        *,
        publisher: str | None = None,
        language: str | None = None,
        actor: str | None = None,
        since: str | None = None,
        until: str | None = None,
        after: tuple[str, str] | None = None,
        limit: int = LIMIT,
    ) -> tuple[ArticleSummary, ...]:
        """Stored articles, newest first; those behind `after`, a date (empty where none is known) and an id."""
        query = article_cypher.listing(
            publisher=publisher,
            language=language,
            actor=actor,
            since=since,
            until=until,
            after=after,
            limit=limit,
        )
        rows = self._connection.read(query)
        return tuple(as_facts.summary(row["article"]) for row in rows)

    def search(self, text: str, *, kinds: Sequence[HitKind] = HIT_KINDS) -> list[Hit]:
        """Names and sentences that hold all words of `text`, the best first; `QuestionError` if it has none."""
        return self._connection.read_together(lambda run: find(run, text, kinds))

    def revision(self) -> str:
        """What changes with every write to the graph."""
        return "".join(str(row["turn"]) for row in self._connection.read(schema_cypher.TURN))

    def counts(self) -> dict[str, int]:
        """How many nodes there are of each kind, by its plural (``countries``, ``dyads``, ``claims``)."""
        found = {row["label"]: row["number"] for row in self._connection.read(count_cypher.ALL)}
        return {kind: found.get(kind, 0) for kind in count_cypher.KINDS}

    def _article(self, article_id: str) -> Row:
        rows = self._connection.read(article_cypher.one(article_id))
        if not rows:
            raise NotFound(f"There is no article {article_id!r} in the graph.")
        found: Row = rows[0]["article"]
        return found

    def _read(self, as_of: str | None, work: Callable[[Rows], T]) -> T:
        """What `work` makes of the rows of now or of a day, all read in one transaction."""
        day = as_of or self._day

        def read(run: Callable[[Query], list[Row]]) -> T:
            return work(Past(run, day) if day else Present(run))

        return self._connection.read_together(read)


def _drawn(rows: Rows, actors: Sequence[str], limit: int, evidence: int) -> Drawn:
    """All that is to be drawn of these actors; of several dyads fewer facts of each kind."""
    if len(actors) == 1:
        ids, beyond = (
            [one.dyad for one in rows.dyads(actors[0], limit)],
            max(0, rows.number_of_dyads(actors[0]) - limit),
        )
    else:
        ids, beyond = [dyad_id(a, b) for a, b in combinations(actors, 2)], 0
    of_each = limit if len(ids) < 2 else max(3, limit // len(ids))
    facts = dyad_facts(rows, ids, SHOWN, evidence, of_each)
    edges = sorted(rows.between(ids), key=lambda row: (-row["edge"]["sources"], row["type"], row["actor"]))
    passages = passages_of(rows, [row["edge"] for row in edges], evidence)
    return Drawn(facts, rows.totals(ids, SHOWN), edges, passages, evidence, beyond)
