"""Which facts of one kind a list has, in which order, and from where on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Generic, Literal, NamedTuple, TypeVar, get_args

from graph.claim import MODALITIES

F = TypeVar("F")
Row = dict[str, Any]

Sort = Literal["support", "newest", "confidence"]
SORTS: tuple[Sort, ...] = get_args(Sort)
"""By independent sources with what is planned or over last; by date; by confidence. Then the newest, then by id."""

_STATUS_RANKS = {"ended": 1, "proposed": 2}


class Place(NamedTuple):
    """Where a fact stands in an order: lower ranks first, of these higher weights, of these later dates, then ids."""

    rank: int
    weight: float
    seen: str
    id: str


PLACE: tuple[Any, ...] = (int, int | float, str, str)
"""The types of a place's parts."""


@dataclass(frozen=True, slots=True)
class Page(Generic[F]):
    """Facts in order; `last` is where the list goes on, None where it ends."""

    items: tuple[F, ...]
    last: Place | None


@dataclass(frozen=True, slots=True)
class Listed:
    """Which facts: of a dyad, of an actor, or of anybody; None and 0 ask for nothing.

    `since` and `until` (its whole day, month or year) are about the date of an event or meeting, and about when all
    else was last or first told of.
    """

    dyad: str | None = None
    actor: str | None = None
    sector: str | None = None
    types: Sequence[str] | None = None
    quads: Sequence[str] | None = None
    kinds: Sequence[str] | None = None
    statuses: Sequence[str] | None = None
    modalities: Sequence[str] | None = None
    role: str | None = None
    since: str | None = None
    until: str | None = None
    sources: int = 0
    confidence: float = 0.0

    @property
    def scope(self) -> str:
        """``dyad``, ``actor`` or ``all``."""
        return "dyad" if self.dyad else "actor" if self.actor else "all"

    def parameters(self, sort: Sort, after: Place | None, limit: int) -> dict[str, Any]:
        """For the queries of `graph.cypher.listing`."""
        return {
            **{name: getattr(self, name) for name in self.__slots__},
            "below": f"{self.sector}." if self.sector else "",
            "until": f"{self.until}~" if self.until else None,
            "sort": sort,
            "after": after.id if after else None,
            "after_rank": after.rank if after else 0,
            "after_weight": after.weight if after else 0,
            "after_seen": after.seen if after else "",
            "limit": limit,
        }


def place_of(fact: Row, sort: Sort) -> Place:
    """Where a fact stands."""
    happens = "modality" in fact
    rank = MODALITIES.index(fact["modality"]) if happens else _STATUS_RANKS.get(str(fact.get("status")), 0)
    seen = str(fact.get("date") or fact.get("last_seen") or "")
    if sort == "support":
        return Place(rank, fact["sources"], seen, fact["id"])
    return Place(0, fact["confidence"] if sort == "confidence" else 0, seen, fact["id"])


def page_of(facts: Sequence[Row], sort: Sort, after: Place | None, limit: int) -> list[Row]:
    """The facts of a page, of all there are in any order, and one more where there are more."""
    ordered = sorted(facts, key=lambda fact: str(fact["id"]))
    ordered.sort(key=lambda fact: place_of(fact, sort).seen, reverse=True)
    ordered.sort(key=lambda fact: (place_of(fact, sort).rank, -place_of(fact, sort).weight))
    return [fact for fact in ordered if after is None or _comes_after(place_of(fact, sort), after)][:limit]


def _comes_after(one: Place, other: Place) -> bool:
    if one[:2] != other[:2]:
        return (one.rank, -one.weight) > (other.rank, -other.weight)
    return one.seen < other.seen or (one.seen == other.seen and one.id > other.id)


def is_listed(fact: Row, wanted: Listed) -> bool:
    """Whether a fact is among those wanted, of whatever dyad or actor; as `graph.cypher.listing` has it."""
    happens = "modality" in fact
    last, first = (fact.get("date"),) * 2 if happens else (fact.get("last_seen"), fact.get("first_seen"))
    return (
        (wanted.modalities is None or not happens or fact["modality"] in wanted.modalities)
        and all(
            values is None or fact.get(name) in values
            for name, values in (
                ("type", wanted.types),
                ("quad", wanted.quads),
                ("kind", wanted.kinds),
                ("status", wanted.statuses),
                ("role", [wanted.role] if wanted.role else None),
            )
        )
        and (wanted.sector is None or _is_about(fact, wanted.sector))
        and (wanted.since is None or (last is not None and last >= wanted.since))
        and (wanted.until is None or (first is not None and first <= f"{wanted.until}~"))
        and fact["sources"] >= wanted.sources
        and fact["confidence"] >= wanted.confidence
    )


def _is_about(fact: Row, sector: str) -> bool:
    named = fact.get("sectors") or ()
    return (
        fact.get("sector") == sector
        or sector in (fact.get("subsectors") or ())
        or any(one == sector or one.startswith(f"{sector}.") for one in named)
    )
