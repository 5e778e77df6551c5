"""The graph as it is: rows by queries, those of several dyads at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from graph.cypher import agreement, claim, cooperation, dispute, dyad, event, leader, listing, meeting
from graph.projection.key import FactLabel, top_level
from graph.view.order import in_order
from graph.view.rows import Bundle, Row, Run, Standing, Strength, Wanted
from graph.view.wanted import Listed, Place, Sort


class Present:
    """See `graph.view.rows.Rows`."""

    def __init__(self, run: Run) -> None:
        self._run = run

    def listed(self, label: FactLabel, wanted: Listed, sort: Sort, after: Place | None, limit: int) -> list[Row]:
        query = listing.listed(label, wanted.scope, wanted.parameters(sort, after, limit))
        return self._met(label, _facts(self._run(query)))

    def fact(self, label: FactLabel, fact: str) -> Row | None:
        return next(iter(self._met(label, _facts(self._run(listing.one(label, fact))))), None)

    def cooperation(self, dyad: str, sector: str | None) -> list[Row]:
        return _facts(self._run(cooperation.of_dyad(dyad, sector)))

    def disputes(self, dyad: str, sector: str | None) -> list[Row]:
        return _facts(self._run(dispute.of_dyad(dyad, top_level(sector) if sector else None)))

    def events(self, dyad: str, wanted: Wanted, skip: int, limit: int) -> list[Row]:
        query = event.of_dyad(
            dyad,
            types=wanted.types,
            sector=wanted.sector,
            since=wanted.since,
            until=wanted.until,
            modalities=wanted.modalities,
            skip=skip,
            limit=limit,
        )
        return _facts(self._run(query))

    def agreements(self, dyad: str, sector: str | None, skip: int, limit: int) -> list[Row]:
        return _facts(self._run(agreement.of_dyad(dyad, sector=sector, skip=skip, limit=limit)))

    def all_agreements(
        self, actor: str | None, sector: str | None, status: str | None, skip: int, limit: int
    ) -> list[Row]:
        query = agreement.listing(actor=actor, sector=sector, status=status, skip=skip, limit=limit)
        return _facts(self._run(query))

    def meetings(self, dyad: str, wanted: Wanted, skip: int, limit: int) -> list[Row]:
        query = meeting.of_dyad(
            dyad, since=wanted.since, until=wanted.until, modalities=wanted.modalities, skip=skip, limit=limit
        )
        return [{**row["fact"], "attended": row["attended"]} for row in self._run(query)]

    def bundles(self, dyads: Sequence[str], modalities: Sequence[str], limit: int) -> Mapping[str, Bundle]:
        found: dict[str, dict[str, list[Row]]] = {}
        for row in self._run(dyad.facts(dyads, modalities, limit)):
            found.setdefault(row["dyad"], {}).setdefault(row["label"], []).append(row["fact"])
        return {id_: {label: in_order(label, own) for label, own in kinds.items()} for id_, kinds in found.items()}

    def totals(self, dyads: Sequence[str], modalities: Sequence[str]) -> Mapping[str, Mapping[str, int]]:
        return {row["dyad"]: row["totals"] for row in self._run(dyad.totals(dyads, modalities))}

    def between(self, dyads: Sequence[str]) -> list[Row]:
        return self._run(event.between(dyads))

    def areas(self) -> list[Row]:
        return self._run(dyad.AREAS)

    def ties(self) -> list[Row]:
        return self._run(dyad.TIES)

    def leaders(self, actor: str | None, role: str | None, limit: int) -> list[Row]:
        return _facts(self._run(leader.of_actor(actor, role, limit)))

    def leaders_of(self, actors: Sequence[str], attended: Sequence[str], articles: Sequence[str]) -> list[Row]:
        return self._run(leader.of_dyad(actors, attended, articles)) if attended or articles else []

    def partners(self, actor: str, sector: str | None, limit: int) -> list[Row]:
        return self._run(cooperation.partners(actor, sector, limit))

    def dyads(self, actor: str | None, limit: int, after: Strength | None = None) -> list[Strength]:
        return [Strength(row["strength"], row["dyad"]) for row in self._run(dyad.strongest(actor, limit, after))]

    def number_of_dyads(self, actor: str) -> int:
        return sum(row["number"] for row in self._run(dyad.number(actor)))

    def passages(self, claims: Sequence[str]) -> list[Row]:
        return self._run(claim.passages(claims)) if claims else []

    def supporting(self, fact: str, limit: int, after: Standing | None = None) -> list[Row]:
        query = claim.supporting(fact, limit, after)
        return self._run(query) if query else []

    def _met(self, label: FactLabel, facts: list[Row]) -> list[Row]:
        """Meetings with the names of those who attended; all else as it is."""
        if label != "Meeting" or not facts:
            return facts
        names: dict[str, list[str]] = {}
        for row in self._run(listing.attended([fact["id"] for fact in facts])):
            names.setdefault(row["meeting"], []).append(row["name"])
        return [{**fact, "attended": names.get(fact["id"], [])} for fact in facts]


def _facts(rows: Sequence[Row]) -> list[Row]:
    return [row["fact"] for row in rows]
