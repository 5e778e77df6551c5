"""Lists of facts with their sentences, page by page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from graph.fact import Fact
from graph.projection.key import FactLabel, label_of, top_level
from graph.view import facts as as_facts
from graph.view.dyads import Make, quoted
from graph.view.rows import Rows
from graph.view.wanted import Listed, Page, Place, Sort, place_of

_MAKERS: Mapping[FactLabel, Make[Any]] = {
    "Cooperation": as_facts.cooperation,
    "Dispute": as_facts.dispute,
    "Event": as_facts.event,
    "Agreement": as_facts.agreement,
    "Meeting": as_facts.meeting,
    "Leader": as_facts.leader,
}


def page(
    rows: Rows, label: FactLabel, wanted: Listed, sort: Sort, after: Place | None, limit: int, evidence: int
) -> Page[Any]:
    """One page of the facts of a label. Disputes are over top-level sectors, whatever subsector is asked for."""
    if label == "Dispute" and wanted.sector:
        wanted = replace(wanted, sector=top_level(wanted.sector))
    found = rows.listed(label, wanted, sort, after, limit + 1)
    last = place_of(found[limit - 1], sort) if len(found) > limit else None
    return Page(quoted(rows, _MAKERS[label], found[:limit], evidence), last)


def one(rows: Rows, fact_id: str, evidence: int) -> Fact | None:
    """The fact with this id; None where there is none."""
    label = label_of(fact_id)
    found = rows.fact(label, fact_id) if label else None
    return quoted(rows, _MAKERS[label], [found], evidence)[0] if label and found else None
