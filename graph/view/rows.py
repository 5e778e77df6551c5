"""Where a view has its rows from: the graph as it is (`Present`), or as it was on a day (`Past`)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, Protocol

from graph.cypher import Query
from graph.projection.key import FactLabel
from graph.view.wanted import Listed, Place, Sort

Row = dict[str, Any]
Run = Callable[[Query], list[Row]]
"""Runs a query in the transaction of the view."""

Bundle = Mapping[str, list[Row]]
"""The facts of one dyad by label, in order."""


class Strength(NamedTuple):
    """A dyad and the sources of what it shares and disputes."""

    sources: int
    dyad: str


class Standing(NamedTuple):
    """Where a claim stands among those that support a fact: surer ones come first, of these the newer, then by id."""

    confidence: float
    published: str
    claim: str


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which events or meetings: of PLOVER `types`, about a `sector`, dated within bounds, of these `modalities`."""

    modalities: Sequence[str]
    types: Sequence[str] | None = None
    sector: str | None = None
    since: str | None = None
    until: str | None = None


class Rows(Protocol):
    """Properties of facts in their order. Facts that sit at `limit` or beyond are not there."""

    def listed(self, label: FactLabel, wanted: Listed, sort: Sort, after: Place | None, limit: int) -> list[Row]:
        """Facts of a label in the order of `sort`, from behind `after` on; of meetings with `attended` as below."""

    def fact(self, label: FactLabel, fact: str) -> Row | None:
        """The fact of a label with this id; of a meeting with `attended`."""

    def cooperation(self, dyad: str, sector: str | None) -> list[Row]:
        """Cooperations of a dyad."""

    def disputes(self, dyad: str, sector: str | None) -> list[Row]:
        """Disputes of a dyad, over one top-level sector or any."""

    def events(self, dyad: str, wanted: Wanted, skip: int, limit: int) -> list[Row]:
        """Events of a dyad."""

    def agreements(self, dyad: str, sector: str | None, skip: int, limit: int) -> list[Row]:
        """Agreements of a dyad."""

    def all_agreements(
        self, actor: str | None, sector: str | None, status: str | None, skip: int, limit: int
    ) -> list[Row]:
        """Agreements of anybody."""

    def meetings(self, dyad: str, wanted: Wanted, skip: int, limit: int) -> list[Row]:
        """Meetings of a dyad; `attended` are the names of the leaders who are known."""

    def bundles(self, dyads: Sequence[str], modalities: Sequence[str], limit: int) -> Mapping[str, Bundle]:
        """All facts of dyads, of each label but cooperations and disputes at most `limit`."""

    def totals(self, dyads: Sequence[str], modalities: Sequence[str]) -> Mapping[str, Mapping[str, int]]:
        """How many facts of each kind dyads have; nothing of those that have none."""

    def between(self, dyads: Sequence[str]) -> list[Row]:
        """Edges that sum events up: `type`, `actor`, `recipient` and `edge`."""

    def areas(self) -> list[Row]:
        """Cooperations and disputes of all dyads, in no order: `label`, and `fact` with dyad, sector and figures."""

    def ties(self) -> list[Row]:
        """The edges between all actors that sum cooperation and events up, in no order, as in `between`."""

    def leaders(self, actor: str | None, role: str | None, limit: int) -> list[Row]:
        """Those who speak or act for an actor, or for anybody."""

    def leaders_of(self, actors: Sequence[str], attended: Sequence[str], articles: Sequence[str]) -> list[Row]:
        """Leaders by id, and those of `actors` whom articles name: `fact`, and these `articles`."""

    def partners(self, actor: str, sector: str | None, limit: int) -> list[Row]:
        """With whom an actor cooperates: `dyad` and `edge`."""

    def dyads(self, actor: str | None, limit: int, after: Strength | None = None) -> list[Strength]:
        """Dyads by the sources of what they share and dispute, from behind `after` on."""

    def number_of_dyads(self, actor: str) -> int:
        """How many dyads an actor has."""

    def passages(self, claims: Sequence[str]) -> list[Row]:
        """Claims by id, with their articles."""

    def supporting(self, fact: str, limit: int, after: Standing | None = None) -> list[Row]:
        """All claims that support a fact, with their articles, best first, from behind `after` on."""
