"""In which order facts come, as the queries of `graph.cypher` say it too: by sources, then the newest, then by id."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from graph.claim import MODALITIES

Row = dict[str, Any]

_COOPERATION = {"ended": 1, "proposed": 2}


def in_order(label: str, facts: Sequence[Row]) -> list[Row]:
    """Facts of one label: what is proposed, pledged or less comes after what is."""
    rank = _RANKS.get(label, _no_rank)
    ordered = sorted(facts, key=lambda fact: str(fact["id"]))
    ordered.sort(key=_dated if label in {"Event", "Meeting"} else _last_seen, reverse=True)
    ordered.sort(key=lambda fact: (rank(fact), -fact["sources"]))
    return ordered


def edges_in_order(rows: Sequence[Row]) -> list[Row]:
    """Rows with an `edge` to the same end: those of partners."""
    ordered = sorted(rows, key=lambda row: str(row["dyad"]))
    ordered.sort(key=lambda row: _last_seen(row["edge"]), reverse=True)
    ordered.sort(key=lambda row: (row["edge"]["status"] == "proposed", -row["edge"]["sources"]))
    return ordered


def _no_rank(_: Row) -> int:
    return 0


def _last_seen(fact: Row) -> str:
    return str(fact.get("last_seen") or "")


def _dated(fact: Row) -> str:
    return str(fact.get("date") or fact.get("last_seen") or "")


_RANKS: dict[str, Callable[[Row], int]] = {
    "Cooperation": lambda fact: _COOPERATION.get(fact["status"], 0),
    "Agreement": lambda fact: int(fact["status"] == "proposed"),
    "Event": lambda fact: MODALITIES.index(fact["modality"]),
    "Meeting": lambda fact: int(fact["modality"] != "actual"),
}
