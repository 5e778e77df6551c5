"""The change: what must be written so that the graph holds new facts and edges in place of old ones."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Set
from dataclasses import dataclass, field
from typing import Any

from graph.projection import Edge, EdgeKind, FactLabel, edges_of
from graph.projection.edges import COOPERATES_IN, DISPUTES, dyads_of_fact
from graph.projection.key import edge_of, label_of
from graph.tally import Tally

Row = dict[str, Any]
Properties = Mapping[str, Any]

_DETACHED = frozenset({COOPERATES_IN, DISPUTES})
"""Edges that do not touch the node of their fact, and so outlive it."""


@dataclass(slots=True)
class Change:
    """Rows for each kind of write. `dyads` must exist afterwards; `bare` ones may have lost their last fact."""

    new_facts: dict[FactLabel, list[Row]] = field(default_factory=lambda: defaultdict(list))
    put_facts: dict[FactLabel, list[Row]] = field(default_factory=lambda: defaultdict(list))
    drop_facts: dict[FactLabel, list[str]] = field(default_factory=lambda: defaultdict(list))
    support: dict[FactLabel, list[Row]] = field(default_factory=lambda: defaultdict(list))
    unsupport: dict[FactLabel, list[Row]] = field(default_factory=lambda: defaultdict(list))
    create_edges: dict[EdgeKind, list[Row]] = field(default_factory=lambda: defaultdict(list))
    update_edges: dict[EdgeKind, list[Row]] = field(default_factory=lambda: defaultdict(list))
    delete_edges: dict[EdgeKind, list[Row]] = field(default_factory=lambda: defaultdict(list))
    dyads: set[str] = field(default_factory=set)
    bare: set[str] = field(default_factory=set)
    tallies: list[Tally] = field(default_factory=list)

    def replace(self, key: str, old: Properties | None, new: Properties | None) -> None:
        """Adds what turns the fact or edge with this key from `old` into `new`; None where there is none."""
        if old == new:
            return
        label = label_of(key)
        if label is None:
            self._replace_edge(key, old, new)
        elif new is None:
            self._drop(label, key, old or {})
        else:
            self._put(label, old, new)

    def back(self, key: str, lost: Set[str], gained: Set[str], *, stays: bool) -> None:
        """Adds the claims that support a fact from now on, and takes those away that no longer do."""
        label = label_of(key)
        if label:
            self.support[label] += [{"claim": claim, "fact": key} for claim in sorted(gained - lost)]
            self.unsupport[label] += [{"claim": claim, "fact": key} for claim in sorted(lost - gained) if stays]

    def _put(self, label: FactLabel, old: Properties | None, new: Properties) -> None:
        """Writes a fact that is new or has changed, and the edges in which it differs."""
        (self.put_facts if old else self.new_facts)[label].append(dict(new))
        before = {edge.key: edge for edge in edges_of(label, old)} if old else {}
        after = {edge.key: edge for edge in edges_of(label, new)}
        for key, edge in after.items():
            if key not in before:
                self.create_edges[edge.kind].append(_row(edge))
            elif edge.properties != before[key].properties:
                self.update_edges[edge.kind].append(_row(edge))
        for key, edge in before.items():
            if key not in after:
                self.delete_edges[edge.kind].append(_row(edge))
        if old is None:
            self.dyads.update(dyads_of_fact(label, new))

    def _drop(self, label: FactLabel, id_: str, old: Properties) -> None:
        self.drop_facts[label].append(id_)
        self.bare.update(dyads_of_fact(label, old))
        for edge in edges_of(label, old):
            if edge.kind in _DETACHED:
                self.delete_edges[edge.kind].append(_row(edge))

    def _replace_edge(self, key: str, old: Properties | None, new: Properties | None) -> None:
        kind, source, target = edge_of(key)
        row = {"source": source, "target": target, "properties": dict(new or {})}
        rows = self.delete_edges if new is None else self.update_edges if old else self.create_edges
        rows[kind].append(row)


def stored(properties: Properties) -> Row:
    """Properties as the graph holds them: without those that are None."""
    return {name: value for name, value in properties.items() if value is not None}


def _row(edge: Edge) -> Row:
    return {"source": edge.source, "target": edge.target, "properties": stored(edge.properties)}
